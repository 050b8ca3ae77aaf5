import JSON
import Resources
import Tenancy

/// The keys that a connection signs its assertions with: one in use, the one before, and the next (RECORDED 11).
enum ConnectionKeys {
    private static let taken = Refusal(409, "Keys have already been created for this connection.", .specified)
    private static let none = Refusal(404, "The connection does not have any keys", .inferred)

    static func list(_ call: ResourceCall, _ tenant: inout Tenant) throws(Refusal) -> Answer {
        let ring = try KeyRing(call, &tenant)
        // A connection whose provider wants signed assertions has them from the start; they are made when first seen.
        if ring.keys.isEmpty, ring.signsAssertions { return Answer(200, ring.begun(call, &tenant)) }
        return Answer(200, .array(ring.keys))
    }

    static func create(_ call: ResourceCall, _ tenant: inout Tenant) throws(Refusal) -> Answer {
        let ring = try KeyRing(call, &tenant)
        guard ring.keys.isEmpty, !ring.signsAssertions else { throw taken }
        return Answer(201, ring.begun(call, &tenant))
    }

    static func rotate(_ call: ResourceCall, _ tenant: inout Tenant) throws(Refusal) -> Answer {
        var ring = try KeyRing(call, &tenant)
        if ring.keys.isEmpty {
            guard ring.signsAssertions else { throw none }
            _ = ring.begun(call, &tenant)
            ring = try KeyRing(call, &tenant)
        }
        return Answer(201, ring.rotated(call, &tenant))
    }
}

/// A connection and its keys in the order they are listed in.
private struct KeyRing {
    let resource: Resource
    let connection: Document
    let old: Document?
    let keys: [JSONTree]
    let signsAssertions: Bool
    private let name: String

    init(_ call: ResourceCall, _ tenant: inout Tenant) throws(Refusal) {
        connection = try ConnectionActs.connection(call, &tenant).document
        guard let resource = call.catalogue.resource("connections/keys") else { throw .notFound }
        self.resource = resource
        tenant.fillTable(resource.name)
        old = tenant.table(resource.name).document(connection.id)
        keys = old?.tree["keys"]?.items ?? []
        let tree = connection.tree
        name = tree["name"]?.string ?? ""
        signsAssertions = tree[path: "options.token_endpoint_auth_method"]?.string == "private_key_jwt"
    }

    /// The first two.
    func begun(_ call: ResourceCall, _ tenant: inout Tenant) -> JSONTree {
        let since = signsAssertions ? connection.createdAt : call.now
        var privateKeys = JSONTree.emptyObject
        guard var current = key(since, call, &privateKeys), var next = key(since, call, &privateKeys) else { return [] }
        current["current"] = true
        current["current_since"] = .string(since.text(digits: 3))
        next["next"] = true
        store([current, next], privateKeys, call, &tenant)
        return [current, next]
    }

    /// - Returns: the new next one.
    func rotated(_ call: ResourceCall, _ tenant: inout Tenant) -> JSONTree {
        var privateKeys = old?.sealedTree["private"] ?? .emptyObject
        guard var next = key(call.now, call, &privateKeys) else { return .emptyObject }
        next["next"] = true
        var kept: [JSONTree] = []
        for var key in keys {
            if key["next"] != nil {
                key["next"] = nil
                key["current"] = true
                key["current_since"] = .string(call.now.text(digits: 3))
                kept.insert(key, at: 0)
            } else if key["current"] != nil {
                key["current"] = nil
                key["current_since"] = nil
                key["previous"] = true
                kept.append(key)
            } else if let id = key["kid"]?.string {
                privateKeys[id] = nil
            }
        }
        store(kept + [next], privateKeys, call, &tenant)
        return next
    }

    /// A key with its certificate, which names the connection.
    private func key(_ time: Instant, _ call: ResourceCall, _ privateKeys: inout JSONTree) -> JSONTree? {
        let crypto = call.services.crypto
        guard let facts = crypto.makeCertificate(commonName: name, at: time) else { return nil }
        let digits = crypto.sha1(facts.der).map { ConnectionOptions.hex($0).uppercased() }
        privateKeys[facts.keyID] = .string(facts.privateKeyPEM)
        return [
            "kid": .string(facts.keyID), "algorithm": call.body?["signing_alg"] ?? "RS256", "key_use": "signing",
            "subject_dn": .string("/CN=" + name), "cert": .string(facts.pem),
            "fingerprint": .string(digits.joined(separator: ":")), "thumbprint": .string(digits.joined()),
            "pkcs": .string(facts.pkcs7),
        ]
    }

    private func store(_ keys: [JSONTree], _ privateKeys: JSONTree, _ call: ResourceCall, _ tenant: inout Tenant) {
        let tree: JSONTree = ["keys": .array(keys), "private": privateKeys]
        resource.keep(tree, insteadOf: old, id: connection.id, parent: connection.id, call, &tenant)
    }
}
