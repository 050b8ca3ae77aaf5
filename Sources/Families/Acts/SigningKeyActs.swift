import JSON
import Resources
import Tenancy

/// The keys that sign a tenant's tokens (reference tenant-settings.md 10.2). Tokens and key set follow: whoever signs
/// and verifies reads this table.
enum SigningKeyActs {
    static let keys = Resource(
        "keys/signing", .collection(.member("kid"), member: "kid"),
        order: .members(
            "kid cert pkcs7 current next previous current_since current_until fingerprint thumbprint revoked revoked_at"
        ),
        sealed: ["private_key"], missing: Refusal(404, "Signing key not found.", .specified), isMadeByReading: true)

    static func list(_ call: ResourceCall, _ tenant: inout Tenant) throws(Refusal) -> Answer {
        try begin(call, &tenant)
        return Answer(200, .array(tenant.table(keys.name).all.map(\.tree)))
    }

    static func read(_ call: ResourceCall, _ tenant: inout Tenant) throws(Refusal) -> Answer {
        try begin(call, &tenant)
        return Answer(200, try keys.document(call, &tenant).text)
    }

    /// The next key becomes the current one, that the previous one, and there is a new next key, which the answer names
    /// (SPEC).
    static func rotate(_ call: ResourceCall, _ tenant: inout Tenant) throws(Refusal) -> Answer {
        try begin(call, &tenant)
        let next = try make(call, tenant)
        let now = JSONTree.string(call.now.text(digits: 3))
        for document in tenant.table(keys.name).all {
            let tree = document.tree
            keys.amend(document.id, call, &tenant) { changed in
                if tree["current"]?.bool ?? false {
                    changed.merge(["current": false, "previous": true, "current_until": now], .shallow)
                } else if tree["next"]?.bool ?? false {
                    changed.merge(["current": true, "next": false, "current_since": now], .shallow)
                }
            }
        }
        let document = try insert(next, call, &tenant)
        return shown(document, 201, &tenant)
    }

    /// A key that still signs, or is about to, stays (INFERRED; the vendor's pages offer it of previous keys alone).
    static func revoke(_ call: ResourceCall, _ tenant: inout Tenant) throws(Refusal) -> Answer {
        try begin(call, &tenant)
        let document = try keys.document(call, &tenant)
        guard document.tree["previous"]?.bool ?? false else {
            throw Refusal(400, "Only a previously used signing key can be revoked.", .inferred)
        }
        keys.amend(document.id, call, &tenant) { tree in
            if tree["revoked"]?.bool ?? false { return }
            tree["revoked"] = true
            tree["revoked_at"] = .string(call.now.text(digits: 3))
        }
        return shown(document, 200, &tenant)
    }

    private static func shown(
        _ document: Document, _ status: Int, _ tenant: inout Tenant
    ) -> Answer {
        tenant.counters[keys.name, default: 0] += 1
        return Answer(status, document.tree.only(["cert", "kid"]).ordered(["cert", "kid"]))
    }

    /// The key that the program signs with, which it keeps itself, and one that waits: made when first asked for.
    private static func begin(_ call: ResourceCall, _ tenant: inout Tenant) throws(Refusal) {
        tenant.fillTable(keys.name)
        guard tenant.table(keys.name).count == 0 else { return }
        guard let own = call.services.signingCertificate(tenant.facts.name) else { throw .noKeys }
        let next = try make(call, tenant)
        var current = describe(
            own.keyID, own.pem, own.pkcs7, der: call.services.crypto.publicKey(pem: own.pem)?.certificate?.der ?? [],
            call)
        // Nobody knows when a tenant began that was there before its first request.
        current.merge(["current": true, "next": false, "current_since": "2024-01-01T00:00:00.000Z"], .shallow)
        try insert(current, call, &tenant)
        try insert(next, call, &tenant)
    }

    private static func make(_ call: ResourceCall, _ tenant: Tenant) throws(Refusal) -> JSONTree {
        let name = "\(tenant.facts.name).localhost"
        guard let made = call.services.crypto.makeCertificate(commonName: name, at: call.now) else { throw .noKeys }
        var tree = describe(call.ids.secret(21), made.pem, made.pkcs7, der: made.der, call)
        tree["private_key"] = .string(made.privateKeyPEM)
        return tree
    }

    private static func describe(
        _ id: String, _ pem: String, _ pkcs7: String, der: [UInt8], _ call: ResourceCall
    ) -> JSONTree {
        let digest = call.services.crypto.sha1(der).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }
        return [
            "kid": .string(id), "cert": .string(pem), "pkcs7": .string(pkcs7), "current": false, "next": true,
            "previous": false, "fingerprint": .string(digest.map { $0.uppercased() }.joined(separator: ":")),
            "thumbprint": .string(digest.joined().uppercased()), "revoked": false,
        ]
    }

    @discardableResult
    private static func insert(
        _ tree: JSONTree, _ call: ResourceCall, _ tenant: inout Tenant
    ) throws(Refusal) -> Document {
        try keys.insert(call.with(parameters: [], body: tree), .create, &tenant).document
    }
}
