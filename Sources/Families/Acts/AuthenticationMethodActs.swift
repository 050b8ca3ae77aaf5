import JSON
import Resources
import Tenancy

/// Ways in which a user proves to be one (reference users-organizations.md section 5.4: RECORDED 11).
enum AuthenticationMethodActs {
    static let table = "users/authentication-methods"

    /// E-mail, then the code of an app, then the phone; others behind (RECORDED 1).
    private static let typeOrder = ["email", "totp", "phone"]

    static func list(_ call: ResourceCall, _ tenant: inout Tenant) throws(Refusal) -> Answer {
        let user = try UserActs.user(call, &tenant)
        let methods = call.catalogue.resource(table)?.documents(below: user.id, in: tenant) ?? []
        let ranked = methods.enumerated().map { place, method in
            let type = method.tree["type"]?.string ?? ""
            return (rank: typeOrder.firstIndex(of: type) ?? typeOrder.count, place: place, method: method)
        }
        let sorted = ranked.sorted { ($0.rank, $0.place) < ($1.rank, $1.place) }.map(\.method)
        // RECORDED: no total where there is nothing.
        let envelope = methods.isEmpty ? "authenticators start limit" : "authenticators total start limit"
        return try ListForm("authenticators", offset: envelope).answer(sorted, call, id: \.id) { masked($0.tree) }
    }

    /// Takes the place of all there are; answered in the request's order, in the clear.
    static func replace(_ call: ResourceCall, _ tenant: inout Tenant) throws(Refusal) -> Answer {
        let user = try UserActs.user(call, &tenant)
        guard let resource = call.catalogue.resource(table) else { throw .notFound }
        removeAll(of: user.id, call, &tenant)
        var answers: [JSONTree] = []
        for item in call.body?.items ?? [] {
            let one = call.with(parameters: [user.id], body: item)
            let made = try resource.insert(one, .create, &tenant)
            answers.append(made.tree.without(["confirmed"]))
        }
        return Answer(200, .array(answers))
    }

    static func removeAll(_ call: ResourceCall, _ tenant: inout Tenant) throws(Refusal) -> Answer {
        removeAll(of: try UserActs.user(call, &tenant).id, call, &tenant)
        return Answer(204)
    }

    /// - Parameter type: of one kind only.
    static func removeAll(of user: String, type: String? = nil, _ call: ResourceCall, _ tenant: inout Tenant) {
        for name in [table, "users/enrollments"] {
            guard let resource = call.catalogue.resource(name) else { continue }
            tenant.fillTable(name)
            for document in resource.documents(below: user, in: tenant) {
                if let type, document.tree["type"]?.string != type { continue }
                resource.drop(document, call, &tenant)
            }
        }
    }

    /// Addresses and numbers as answers show them.
    static func masked(_ tree: JSONTree) -> JSONTree {
        var tree = tree
        if let email = tree["email"]?.string {
            tree["email"] = .string(email.split(separator: "@").map { stars($0) }.joined(separator: "@"))
        }
        if let number = tree["phone_number"]?.string {
            tree["phone_number"] = .string(String(repeating: "X", count: max(0, number.count - 4)) + number.suffix(4))
        }
        return tree
    }

    private static func stars(_ part: Substring) -> String {
        part.count > 4 ? part.prefix(4) + String(repeating: "*", count: part.count - 4) : "****"
    }
}

struct AuthenticationMethodRules: ResourceRules {
    func id(_ draft: JSONTree, _ write: Write, _ tenant: Tenant) -> String? {
        "\(draft["type"]?.string ?? "")|dev_\(write.call.ids.letters(16))"
    }

    func prepare(_ draft: inout JSONTree, _ write: Write, _ tenant: Tenant) throws(Refusal) {
        guard write.old == nil else { return }
        let needed = ["email": "email", "phone": "phone_number", "totp": "totp_secret"]
        if write.kind == .create, let member = needed[draft["type"]?.string ?? ""], draft[member] == nil {
            throw .missing(member)
        }
        draft["confirmed"] = true
    }

    func order(_ draft: inout JSONTree, _ write: Write) {
        if draft["type"]?.string == "phone", let id = draft["id"]?.string {
            let type = draft["preferred_authentication_method"]?.string ?? "sms"
            let own = id.split(separator: "|").last.map(String.init) ?? ""
            draft["authentication_methods"] = [["id": .string("\(type)|\(own)"), "type": .string(type)]]
        }
        draft = draft.ordered(AuthenticationMethodRules.order)
    }

    static let order = [
        "id", "type", "confirmed", "name", "email", "phone_number", "created_at", "preferred_authentication_method",
        "authentication_methods",
    ]

    var views: ViewKinds { [.created, .read, .changed, .item] }

    func view(_ tree: inout JSONTree, _ kind: ViewKind, _ document: Document, _ call: ResourceCall, _ tenant: Tenant) {
        tree = AuthenticationMethodActs.masked(tree)
        guard kind == .created || kind == .changed else { return }
        let head = ["type", "name", "created_at", "email", "phone_number"]
        let id = tree["id"] ?? .null
        tree = tree.without(["confirmed", "id"]).ordered(head)
        if kind == .changed { tree = tree.without(AuthenticationMethodRules.ofCreation) }
        tree["id"] = id
    }

    /// What the answer to a change lacks (SPEC).
    private static let ofCreation = [
        "credential_device_type", "credential_backed_up", "identity_user_id", "user_agent", "user_handle", "transports",
    ]
}
