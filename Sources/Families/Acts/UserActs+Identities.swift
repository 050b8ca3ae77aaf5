import JSON
import Resources
import Tenancy

/// Linking accounts, and unlinking them (reference users-organizations.md section 5.3).
extension UserActs {
    static func link(_ call: ResourceCall, _ tenant: inout Tenant) throws(Refusal) -> Answer {
        let primary = try user(call, &tenant)
        let body = call.body ?? .emptyObject
        guard !body.contains("link_with") else {
            throw .body("Linking with a token is not emulated; send provider and user_id.", .own)
        }
        guard let provider = body["provider"]?.string else { throw .missing("provider") }
        let given = body["user_id"]?.string ?? body["user_id"]?.int.map(String.init)
        guard let given else { throw .missing("user_id") }
        let own = given.hasPrefix(provider + "|") ? String(given.dropFirst(provider.count + 1)) : given
        let id = provider + "|" + own
        var identities = primary.tree["identities"]?.items ?? []
        guard !identities.contains(where: { isIdentity($0, provider, own) }) else {
            throw Refusal(409, "Specified identity already exists.", "identity_conflict", .specified)
        }
        guard let secondary = tenant.table("users").document(id), let users = call.catalogue.resource("users") else {
            throw .unknownUser
        }
        if let connection = body["connection_id"]?.string {
            let name = secondary.tree["identities"]?.items?.first?["connection"]?.string ?? ""
            let found = UserConnection.identified(connection, call, tenant)
            if let found, found.name != name { throw .unknownUser }
        }
        let tree = secondary.tree
        for (place, identity) in (tree["identities"]?.items ?? []).enumerated() {
            var linked = identity
            if place == 0 { linked["profileData"] = profile(secondary) }
            identities.append(linked.ordered(identityOrder))
        }
        var kept = primary.sealedTree["linked"] ?? .emptyObject
        kept.merge(secondary.sealedTree["linked"] ?? .emptyObject, .shallow)
        kept[id] = secondary.sealedTree.without(["linked"])
        users.drop(secondary, call, &tenant)
        let changed = try store(identities, kept, primary, call, &tenant)
        return Answer(201, answer(changed))
    }

    private static let identityOrder = ["profileData", "connection", "user_id", "provider", "isSocial"]

    /// The account becomes a user of its own again; what matches nothing changes nothing (RECORDED+ 4).
    static func unlink(_ call: ResourceCall, _ tenant: inout Tenant) throws(Refusal) -> Answer {
        let primary = try user(call, &tenant)
        let (provider, own) = (call.parameters[1], call.parameters[2])
        var identities = primary.tree["identities"]?.items ?? []
        guard let place = identities.dropFirst().firstIndex(where: { isIdentity($0, provider, own) }) else {
            guard let first = identities.first, isIdentity(first, provider, own) else {
                return Answer(200, answer(primary))
            }
            throw .body("The primary identity cannot be unlinked.", .inferred)
        }
        let identity = identities.remove(at: place)
        var kept = primary.sealedTree["linked"] ?? .emptyObject
        let id = provider + "|" + own
        let sealed = kept[id] ?? .emptyObject
        kept[id] = nil
        let changed = try store(identities, kept, primary, call, &tenant)
        var body = identity["profileData"] ?? .emptyObject
        body["user_id"] = .string(id)
        body["identities"] = [identity.without(["profileData"])]
        if let users = call.catalogue.resource("users"), !tenant.table("users").contains(id) {
            let made = try users.insert(call.with(parameters: [], body: body), .seed, &tenant).document
            seal(made, sealed, &tenant)
        }
        return Answer(200, answer(changed))
    }

    private static func isIdentity(_ identity: JSONTree, _ provider: String, _ own: String) -> Bool {
        identity["provider"]?.string == provider
            && (identity["user_id"]?.string ?? identity["user_id"]?.int.map(String.init)) == own
    }

    private static func store(
        _ identities: [JSONTree], _ linked: JSONTree, _ user: Document, _ call: ResourceCall, _ tenant: inout Tenant
    ) throws(Refusal) -> Document {
        guard let users = call.catalogue.resource("users") else { throw .notFound }
        let body: JSONTree = ["identities": .array(identities), "linked": linked]
        return try users.update(call.with(parameters: [user.id], body: body), .patch, &tenant).document
    }

    /// All identities, each with the profile it brought; a plain GET shows it of the linked ones only.
    private static func answer(_ user: Document) -> JSONTree {
        var identities = user.tree["identities"]?.items ?? []
        if var first = identities.first {
            first["profileData"] = profile(user)
            identities[0] = first.ordered(identityOrder)
        }
        return .array(identities)
    }

    /// What the request that made the user gave, in its order, then whether the e-mail is verified; nothing that was
    /// made up (RECORDED 3).
    private static func profile(_ user: Document) -> JSONTree {
        let tree = user.tree
        let given = user.sealedTree["given"]?.string ?? ""
        var profile = JSONTree.emptyObject
        for name in given.split(separator: " ") { profile[String(name)] = tree[String(name)] }
        profile["email_verified"] = tree["email_verified"]
        return profile
    }

    /// Lays members over what is kept of a user and never answered.
    static func seal(_ user: Document, _ changes: JSONTree, _ tenant: inout Tenant) {
        var sealed = user.sealedTree
        sealed.merge(changes, .shallow)
        let changed = Document(
            id: user.id, text: user.text, sealed: sealed.bytes, keys: user.keys, createdAt: user.createdAt)
        tenant.withTable("users") { _ = $0.replace(changed) }
    }
}
