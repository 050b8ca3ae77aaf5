import Ground
import JSON
import Resources
import Tenancy

/// Connections: what their strategies derive, and `options` as jsonb, whose order every read shows (reference
/// clients-connections.md section 7).
struct ConnectionRules: ResourceRules {
    static let missing = Refusal(404, "The connection does not exist", "inexistent_connection", .recorded)
    static let nameTaken = Refusal(
        409, "A connection with the same name already exists", "connection_conflict", .issue)

    func prepare(_ draft: inout JSONTree, _ write: Write, _ tenant: Tenant) throws(Refusal) {
        let name = draft["strategy"]?.string ?? ""
        let strategy = ConnectionStrategy.named(name)
        try ConnectionChecks(strategy: name, write: write).check(draft)
        let options = ConnectionOptions(strategy, write.call, isSeed: write.kind == .seed)
        let request = write.request["options"].flatMap { $0.isObject ? $0 : nil }
        if let old = write.oldTree?["options"] {
            draft["options"] = request.map { ConnectionOptions.stored(options.changed($0, from: old)) } ?? old
        } else {
            draft["options"] = ConnectionOptions.stored(options.made(of: request ?? .emptyObject))
        }
        complete(&draft, strategy, write)
    }

    /// The members around `options`.
    private func complete(_ draft: inout JSONTree, _ strategy: ConnectionStrategy, _ write: Write) {
        let name = draft["name"] ?? ""
        if (draft["realms"]?.items ?? []).isEmpty { draft["realms"] = .array([name]) }
        let clients = Set(draft["enabled_clients"]?.strings ?? [])
        draft["enabled_clients"] = .array(clients.sorted(by: ConnectionRules.precedes).map { .string($0) })
        if let metadata = draft["metadata"] { draft["metadata"] = metadata.jsonbOrdered }
        guard write.old == nil else { return }
        if strategy.hasButton, draft["show_as_button"] == nil { draft["show_as_button"] = false }
        let isNamed = write.call.settings.asOf.map { $0.rawValue >= ConnectionStrategy.mappingDay } ?? true
        if strategy.isNamed, isNamed, draft["display_name"] == nil { draft["display_name"] = name }
        if let ticket = strategy.ticket, draft["provisioning_ticket_url"] == nil {
            draft["provisioning_ticket_url"] = ticket.url(draft["strategy"]?.string ?? "", write).map { .string($0) }
        }
    }

    /// As the service sorts ids: bytewise.
    static func precedes(_ left: String, _ right: String) -> Bool {
        left.utf8.lexicographicallyPrecedes(right.utf8)
    }

    /// Whether reads of one connection show `enabled_clients`. Tenants of one time differ: those whose recordings are
    /// of these days lack it in GET and PATCH, never in POST or lists. Without a day it is there.
    private static func showsClients(_ call: ResourceCall) -> Bool {
        guard let day = call.settings.asOf?.rawValue else { return true }
        return day < "2026-07-29" || ("2026-08-07"..<"2026-08-12").contains(day)
    }

    var views: ViewKinds { [.created, .read, .changed, .item] }

    func isViewed(_ document: Document, _ kind: ViewKind, _ call: ResourceCall) -> Bool {
        switch kind {
        case .created, .item: true
        case .changed: call.body?["options"]?.isObject ?? false || !ConnectionRules.showsClients(call)
        case .read: !ConnectionRules.showsClients(call)
        }
    }

    func view(_ tree: inout JSONTree, _ kind: ViewKind, _ document: Document, _ call: ResourceCall, _ tenant: Tenant) {
        let request = call.body?["options"]
        switch kind {
        case .created:
            // Only this answer has the request's order: it comes before the value is stored.
            guard let name = tree["strategy"]?.string else { return }
            let options = ConnectionOptions(ConnectionStrategy.named(name), call, isSeed: false)
            var made = options.made(of: request ?? .emptyObject)
            if made["configuration"] != nil { made["configuration"] = tree[path: "options.configuration"] }
            tree["options"] = made
            if let metadata = call.body?["metadata"], !metadata.isNull { tree["metadata"] = metadata }
        case .changed:
            // A null that reads drop is still there in the answer to its request (RECORDED).
            if !ConnectionRules.showsClients(call) { tree["enabled_clients"] = nil }
            guard var options = tree["options"] else { return }
            for name in ConnectionOptions.unreadNulls where request?[name]?.isNull ?? false { options[name] = .null }
            tree["options"] = options.jsonbOrdered
        case .item:
            // Items end `realms, enabled_clients` (RECORDED 204 of 204), all else the other way round.
            guard let members = tree.members, let clients = members.firstIndex(where: { $0.key == "enabled_clients" }),
                let realms = members.firstIndex(where: { $0.key == "realms" })
            else { return }
            var moved = members
            moved.swapAt(clients, realms)
            tree = .object(moved)
        case .read:
            tree["enabled_clients"] = nil
        }
    }

    func removalBody(_ document: Document?, _ call: ResourceCall) -> JSONTree? {
        document.map { _ in ["deleted_at": .string(call.now.text(digits: 3))] }
    }

    /// The database of a new tenant (RECORDED in the oldest exchanges of the deploy CLI), enabled for its clients.
    func initial(_ facts: TenantFacts) -> [JSONTree] {
        let clients = Families.catalogue.resource("clients")?.initialDocuments(facts, .new) ?? []
        let ids = clients.filter { $0.tree["global"]?.bool != true }.map(\.id).sorted(by: ConnectionRules.precedes)
        var tree = JSONTree(text: ConnectionRules.newDatabase)
        tree["id"] = .string(ConnectionRules.firstID(of: facts.name))
        tree["enabled_clients"] = .array(ids.map { .string($0) })
        return [tree]
    }

    /// The same for the same tenant: nobody draws it.
    private static func firstID(of tenant: String) -> String {
        let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789".utf8)
        var state = tenant.stableHash
        let digits = (0..<16).map { _ in
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return letters[Int(state >> 33) % letters.count]
        }
        return "con_" + String(decoding: digits, as: UTF8.self)
    }

    private static let newDatabase = """
        {"id":"","options":{"mfa":{"active":true,"return_enroll_settings":true},"passwordPolicy":"good",\
        "passkey_options":{"challenge_ui":"both","local_enrollment_enabled":true,\
        "progressive_enrollment_enabled":true},"strategy_version":2,"authentication_methods":{\
        "passkey":{"enabled":false},"password":{"enabled":true,"api_behavior":"required",\
        "signup_behavior":"allow"}},"brute_force_protection":true,"disable_self_service_change_password":false},\
        "strategy":"auth0","name":"Username-Password-Authentication","is_domain_connection":false,\
        "authentication":{"active":true},"connected_accounts":{"active":false},"enabled_clients":[],\
        "realms":["Username-Password-Authentication"]}
        """
}

/// What a connection is refused for (reference clients-connections.md section 10).
private struct ConnectionChecks {
    let strategy: String
    let write: Write

    func check(_ draft: JSONTree) throws(Refusal) {
        if write.request["cross_app_access_requesting_app"] != nil, ConnectionChecks.isLocal.contains(strategy) {
            throw Refusal(
                400, "Cross App Access Requesting App is not supported for this connection.",
                "operation_not_supported", .recorded)
        }
        guard strategy == "auth0", let options = write.request["options"], let attributes = options["attributes"],
            attributes.isObject
        else { return }
        try checkNeighbours(options)
        try checkIdentifiers(attributes)
        let old = write.oldTree?[path: "options.attributes.email.unique"]?.bool
        if write.old != nil, attributes[path: "email.unique"]?.bool == false, old != false {
            throw Refusal.body("cannot add non-unique email attribute", .recorded)
        }
    }

    /// Strategies without an identity provider that could ask for access: RECORDED of databases, else INFERRED.
    private static let isLocal: Set<String> = ["auth0", "sms", "email", "ad"]

    private func checkNeighbours(_ options: JSONTree) throws(Refusal) {
        if options["requires_username"]?.bool == true {
            throw Refusal.body("Cannot set both options.attributes and options.requires_username", .recorded)
        }
        if options["validation"]?.isObject == true {
            throw Refusal.body("Cannot set both options.attributes and options.validation", .recorded)
        }
    }

    private func checkIdentifiers(_ attributes: JSONTree) throws(Refusal) {
        let members = attributes.members ?? []
        guard members.contains(where: { $0.value[path: "identifier.active"]?.bool == true }) else {
            throw Refusal.body("attributes must contain one active identifier", .recorded)
        }
        for member in members
        where member.value["profile_required"]?.bool == true
            && member.value[path: "signup.status"]?.string == "inactive"
        {
            throw Refusal.body("attribute \(member.key) must also be required on signup", .recorded)
        }
    }
}
