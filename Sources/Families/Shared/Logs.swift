package import JSON
package import Resources
package import Tenancy

/// The tenant's log: what happened in it, the newest 10,000 entries (reference tenant-settings.md, logs).
package enum Logs {
    package static let table = "logs"
    package static let countMax = 10_000

    /// Whom and what an entry is about; nil is printed as `null`.
    package struct Subject: Sendable {
        package var description: String?
        package var connection: String?
        package var connectionID: String?
        package var userID: String?
        package var userName: String?
        package var strategy: String?
        package var details: JSONTree?

        package init(_ description: String? = nil) {
            self.description = description
        }
    }

    /// - Parameter type: the service's code, such as `sapi` or `s`.
    package static func add(type: String, _ subject: Subject = Subject(), _ call: ResourceCall, _ tenant: inout Tenant)
    {
        let number = tenant.counters[table, default: 0] + 1
        tenant.counters[table] = number
        let id = id(number, at: call.now)
        func text(_ value: String?) -> JSONTree { value.map { .string($0) } ?? .null }
        let client = tenant.table("clients").document(call.clientID)?.tree["name"]?.string
        let tree: JSONTree = [
            "_id": .string(id), "log_id": .string(id), "date": .string(call.now.text(digits: 3)), "type": .string(type),
            "description": text(subject.description), "connection": text(subject.connection),
            "connection_id": text(subject.connectionID), "organization_id": .null, "organization_name": .null,
            "client_id": text(call.clientID.isEmpty ? nil : call.clientID), "client_name": .string(client ?? ""),
            "ip": "127.0.0.1", "hostname": .null, "details": subject.details ?? .emptyObject,
            "user_id": text(subject.userID), "user_name": text(subject.userName),
            "user_agent": .string(call.userAgent.isEmpty ? "Other 0.0.0 / Other 0.0.0" : call.userAgent),
            "audience": .null, "strategy": text(subject.strategy),
            "strategy_type": text(subject.strategy == "auth0" ? "database" : nil), "isMobile": false,
            "location_info": .null,
        ]
        let keys = subject.userID.map { [Document.Key(userIndex, $0)] } ?? []
        let document = Document(id: id, text: tree.bytes, keys: keys, createdAt: call.now)
        tenant.withTable(table) { $0.append(document, keeping: countMax) }
    }

    /// The index of entries by their user.
    static let userIndex = 0

    /// 56 digits that go up: the time, and a number (RECORDED 34).
    private static func id(_ number: Int, at now: Instant) -> String {
        let time = now.text(digits: 6).filter(\.isNumber)
        return "900" + time + "00000000000000" + String(1_223_372_036_854_775_807 + number)
    }
}
