import JSON
import Resources
import Tenancy

/// Reference users-organizations.md section 3.
struct UserRules: ResourceRules {
    func prepare(_ draft: inout JSONTree, _ write: Write, _ tenant: Tenant) throws(Refusal) {
        if write.old != nil {
            try change(&draft, write, tenant)
        } else if write.kind == .seed {
            try complete(&draft, write, tenant)
        } else {
            try make(&draft, write, tenant)
        }
        draft = draft.without(UserRules.steering)
        if draft["app_metadata"]?.members?.isEmpty ?? false { draft["app_metadata"] = nil }
    }

    /// Members of requests that are never shown, nor kept.
    private static let steering = ["connection", "client_id", "verify_email", "verify_phone_number", "imports"]

    /// Of a new user by request: whatever the service would refuse is.
    private func make(_ draft: inout JSONTree, _ write: Write, _ tenant: Tenant) throws(Refusal) {
        let name = draft["connection"]?.string ?? UserConnection.usual
        guard let connection = UserConnection.named(name, write.call, tenant) else { throw .unknownConnection }
        // A seed may bring users whom only a login could.
        let isSeed = write.call.seed != nil
        guard connection.makesUsers || isSeed else { throw .foreignUsers }
        switch connection.strategy {
        case "auth0":
            let password = draft["password"]?.string
            guard password != nil || isSeed else { throw .missing("password") }
            guard ["email", "username", "phone_number"].contains(where: { draft[$0]?.string != nil }) else {
                throw .missing("email")
            }
            if connection.options["requires_username"]?.bool ?? false, draft["username"]?.string == nil {
                throw .missing("username")
            }
            if let password, let fault = PasswordPolicy(connection).fault(password, of: draft) { throw fault }
        case _ where !connection.makesUsers: break
        case "email": guard draft["email"]?.string != nil else { throw .missing("email") }
        default: guard draft["phone_number"]?.string != nil else { throw .missing("phone_number") }
        }
        try complete(&draft, write, tenant)
    }

    /// Gives a new user what the request left out.
    private func complete(_ draft: inout JSONTree, _ write: Write, _ tenant: Tenant) throws(Refusal) {
        let given = UserRules.profileMembers.intersection(write.request.members?.map(\.key) ?? [])
        let order = (write.request.members ?? []).map(\.key).filter { given.contains($0) }
        draft["given"] = .string(order.joined(separator: " "))
        UserRules.lower(&draft)
        if draft["identities"] == nil { try identify(&draft, write, tenant) }
        let identity = draft["identities"]?.items?.first
        for member in UserRules.unique {
            guard let text = draft[member]?.string else { continue }
            if let resource = write.call.catalogue.resource("users"),
                UserRules.taken(member, text, identity?["connection"]?.string ?? "", resource, tenant) != nil
            {
                throw .userExists
            }
        }
        if let password = draft["password"]?.string {
            draft["password"] = .string(write.call.services.crypto.passwordHash(password))
        }
        let email = draft["email"]?.string
        if email != nil, draft["email_verified"] == nil { draft["email_verified"] = false }
        let handle =
            email ?? draft["phone_number"]?.string ?? draft["username"]?.string ?? draft["user_id"]?.string ?? ""
        if draft["name"] == nil { draft["name"] = .string(handle) }
        if draft["nickname"] == nil {
            draft["nickname"] = .string(
                email == nil ? handle : handle.split(separator: "@").first.map(String.init) ?? "")
        }
        if draft["picture"] == nil {
            let host = write.request.contains("imports") ? "secure" : "s"
            let url = Avatar.url(handle, name: draft["name"]?.string ?? "", host: host, write.call.services.crypto)
            draft["picture"] = .string(url)
        }
    }

    /// The id and the one identity of a new user; an id of the request's own changes their order (RECORDED 4).
    private func identify(_ draft: inout JSONTree, _ write: Write, _ tenant: Tenant) throws(Refusal) {
        let name = draft["connection"]?.string ?? UserConnection.usual
        let provider = UserConnection.named(name, write.call, tenant)?.strategy ?? "auth0"
        var given = draft["user_id"]?.string
        if write.kind == .seed || write.call.seed != nil, let id = given, id.hasPrefix(provider + "|") {
            given = String(id.dropFirst(provider.count + 1))
        }
        let table = tenant.table("users")
        if let given, table.contains(provider + "|" + given) { throw .userExists }
        var own = given ?? ""
        if given == nil {
            repeat { own = write.call.ids.id(.objectID) ?? "" } while table.contains(provider + "|" + own)
        }
        let identity: JSONTree = [
            "connection": .string(name), "user_id": .string(own), "provider": .string(provider), "isSocial": false,
        ]
        draft["identities"] = [given == nil ? identity : identity.ordered(["user_id"])]
        draft["user_id"] = .string(provider + "|" + own)
    }

    /// RECORDED 1; others behind them.
    private static let imported = [
        "email", "email_verified", "created_at", "updated_at", "identities", "user_id", "name", "picture", "nickname",
    ]

    /// Members that one connection has only once.
    static let unique = ["email", "username", "phone_number"]

    static func lower(_ draft: inout JSONTree) {
        for member in ["email", "username"] {
            if let text = draft[member]?.string { draft[member] = .string(text.lowercased()) }
        }
    }

    /// The user of a connection that has a text already.
    static func taken(
        _ member: String, _ text: String, _ connection: String, _ resource: Resource, _ tenant: Tenant
    ) -> Document? {
        resource.documents(where: member, is: text, in: tenant).first { document in
            document.tree["identities"]?.items?.contains { $0["connection"]?.string == connection } ?? false
        }
    }

    /// What a linked identity shows of the user it was, in the order of the request that made it (RECORDED 3).
    static let profileMembers: Set<String> = [
        "name", "email", "given_name", "family_name", "username", "nickname", "picture", "phone_number",
    ]

    func order(_ draft: inout JSONTree, _ write: Write) {
        if write.old == nil, write.request.contains("imports") { return draft = draft.ordered(UserRules.imported) }
        let known = write.oldTree?.members?.map(\.key) ?? []
        let added = (draft.members ?? []).map(\.key).filter { !known.contains($0) }
            .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        // Until 2025-09 the id stood in its alphabetical place (RECORDED).
        let isFirst = known.isEmpty && (write.call.settings.asOf.map { $0.rawValue >= "2026" } ?? true)
        let ends = isFirst ? ["user_id", "app_metadata"] : ["app_metadata"]
        let middle = (known + added).filter { !ends.contains($0) }
        draft = draft.ordered((isFirst ? ["user_id"] : []) + middle + ["app_metadata"])
    }
}

extension UserRules {
    /// A PATCH: `draft` is the request over what was there, metadata merged on their first level.
    private func change(_ draft: inout JSONTree, _ write: Write, _ tenant: Tenant) throws(Refusal) {
        let request = write.request
        for (first, second) in UserRules.exclusive where request.contains(first) && request.contains(second) {
            throw Refusal.body("Cannot update \(first) and \(second) simultaneously", .issue)
        }
        let identity = draft["identities"]?.items?.first
        let name = request["connection"]?.string ?? identity?["connection"]?.string ?? ""
        let connection = UserConnection.named(name, write.call, tenant)
        if request["connection"]?.string != nil, connection == nil { throw .unknownConnection }
        draft["password"] = nil
        if let password = request["password"]?.string { try reset(password, connection, &draft, write) }
        UserRules.lower(&draft)
        for member in UserRules.unique {
            guard let text = draft[member]?.string, text != write.oldTree?[member]?.string else { continue }
            if let resource = write.call.catalogue.resource("users"),
                UserRules.taken(member, text, name, resource, tenant) != nil
            {
                throw Refusal(
                    400, "The specified new \(member) already exists", "auth0_idp_error", rule: "conflict", .issue)
            }
            // INFERRED: what is new is not verified yet.
            let mark = member == "email" ? "email_verified" : "phone_verified"
            if member != "username", !request.contains(mark), draft.contains(mark) { draft[mark] = false }
        }
        for metadata in ["user_metadata", "app_metadata"] {
            guard let value = request[metadata], let members = value.members else { continue }
            // RECORDED 1: an empty object empties.
            draft[metadata] = members.isEmpty ? .emptyObject : draft[metadata]?.withoutNulls
        }
    }

    private func reset(
        _ password: String, _ connection: UserConnection?, _ draft: inout JSONTree, _ write: Write
    ) throws(Refusal) {
        let crypto = write.call.services.crypto
        if let policy = connection.map({ PasswordPolicy($0) }) {
            if let fault = policy.fault(password, of: draft) { throw fault }
            let sealed = write.old?.sealedTree ?? .emptyObject
            let past = ([sealed["password"]?.string] + (sealed["previous"]?.strings ?? [])).compactMap { $0 }
            let remembered = past.prefix(policy.rememberedCount)
            if remembered.contains(where: { crypto.verifies(password, hash: $0) }) { throw PasswordPolicy.reused }
            if !remembered.isEmpty { draft["previous"] = .array(remembered.map { .string($0) }) }
        }
        draft["password"] = .string(crypto.passwordHash(password))
        draft["last_password_reset"] = .string(write.call.now.text(digits: 3))
    }

    /// What one PATCH cannot change together.
    private static let exclusive = [
        ("password", "email"), ("password", "email_verified"), ("username", "password"), ("username", "email_verified"),
    ]

    func stored(_ new: MadeDocument, insteadOf old: Document?, _ write: Write, _ tenant: inout Tenant) {
        guard write.kind == .create || write.kind == .patch else { return }
        let tree = new.tree
        guard let email = tree["email"]?.string, tree["email_verified"]?.bool == false else { return }
        let isWanted = write.request["verify_email"]?.bool ?? (old == nil)
        if isWanted { UserMail.verification(of: new.id, email, write.call, &tenant) }
    }
}

extension Refusal {
    static let unknownUser = Refusal(404, "The user does not exist.", "inexistent_user", .recorded)
    static let userExists = Refusal(409, "The user already exists.", "auth0_idp_error", .issue)
    static let unknownConnection = Refusal(
        400, "The connection does not exist.", "inexistent_connection", rule: "reference", .inferred)
    static let foreignUsers = Refusal(
        400, "The connection does not support creating users through the API.", "operation_not_supported", .inferred)

    /// The validator's words for a member that the connection needs.
    static func missing(_ member: String) -> Refusal {
        .body("Payload validation error: 'Missing required property: \(member)'.", .inferred)
    }
}
