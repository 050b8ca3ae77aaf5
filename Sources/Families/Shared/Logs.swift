package import Ground
package import JSON
package import Resources
package import Tenancy

/// The tenant's log: what happened in it, the newest 10,000 entries (reference tenant-settings.md, logs).
package enum Logs {
    package static let table = "logs"
    package static let countMax = 10_000

    /// What happened, by whom and to whom; nil is printed as `null`.
    package struct Entry: Sendable {
        /// The service's code, such as `sapi`.
        package let type: String
        package var description: String?
        /// The client of the token.
        package var clientID: String?
        package var userAgent: String?
        /// Whom it came from.
        package var address = IPAddress.loopback
        package var audience: String?
        package var scope: String?
        package var userID: String?
        package var details: JSONTree?

        package init(type: String, _ description: String? = nil) {
            self.type = type
            self.description = description
        }
    }

    /// Tells the log, where the tenant keeps one, and the streams.
    package static func tell(
        _ entry: Entry, at now: Instant, by service: any DeliveryService, _ tenant: inout Tenant
    ) {
        let document = document(of: entry, at: now, &tenant)
        if tenant.settings.logsChanges { add(document, &tenant) }
        LogStreaming.tell(document.tree, id: document.id, at: now, by: service, &tenant)
    }

    package static func add(_ entry: Entry, at now: Instant, _ tenant: inout Tenant) {
        add(document(of: entry, at: now, &tenant), &tenant)
    }

    private static func add(_ document: Document, _ tenant: inout Tenant) {
        tenant.withTable(table) { $0.append(document, keeping: countMax) }
    }

    private static func document(of entry: Entry, at now: Instant, _ tenant: inout Tenant) -> Document {
        let number = tenant.counters[table, default: 0] &+ 1
        tenant.counters[table] = number
        let id = id(number, at: now)
        let tree = tree(of: entry, id, at: now, tenant)
        let keys = entry.userID.map { [Document.Key(userIndex, $0)] } ?? []
        return Document(id: id, text: tree.bytes, keys: keys, createdAt: now)
    }

    private static func tree(of entry: Entry, _ id: String, at now: Instant, _ tenant: Tenant) -> JSONTree {
        func text(_ value: String?) -> JSONTree { value.map { .string($0) } ?? .null }
        let client = tenant.table("clients").document(entry.clientID ?? "")?.tree["name"]?.string
        var tree: JSONTree = [
            "_id": .string(id), "log_id": .string(id), "date": .string(now.text(digits: 3)),
            "type": .string(entry.type), "description": text(entry.description), "connection": .null,
            "connection_id": .null, "organization_id": .null, "organization_name": .null,
            "client_id": text(entry.clientID), "client_name": .string(client ?? ""), "ip": .string("\(entry.address)"),
            "hostname": .null, "details": entry.details ?? .emptyObject, "user_id": text(entry.userID),
            "user_name": .null, "user_agent": .string(entry.userAgent ?? "Other 0.0.0 / Other 0.0.0"),
            "audience": text(entry.audience), "strategy": .null, "strategy_type": .null, "isMobile": false,
            "location_info": .null,
        ]
        if let scope = entry.scope { tree["scope"] = .string(scope) }
        return tree
    }

    /// The index of entries by their user.
    static let userIndex = 0

    /// 56 digits that go up: the time, and a number (RECORDED 34).
    private static func id(_ number: Int, at now: Instant) -> String {
        let time = now.text(digits: 6).filter(\.isNumber)
        return "900" + time + "00000000000000" + String(1_223_372_036_854_775_807 &+ number)
    }
}
