package import Credentials
import JSON
package import Tenancy

/// A key of a tenant, under the name that its tokens and key set have for it.
package struct TenantKey: Sendable {
    package let id: String
    package let key: SigningKey
    /// Whether new tokens are signed with it.
    package let isCurrent: Bool
}

/// Tenants that rotate their keys have their own; the others sign with the program's.
extension TokenKeyStore {
    /// The table that a tenant keeps its keys in, and the count of changes to it.
    package static let table = "keys/signing"

    /// All keys whose tokens pass, the one that signs first; nil while one of them is not there yet.
    package func keys(of tenant: TenantHandle) throws(CredentialError) -> [TenantKey]? {
        let documents = tenant.withTenant { $0.table(TokenKeyStore.table).all }
        var found: [TenantKey] = []
        for document in documents {
            guard let shown = try? JSONParser.parse(document.text), shown["revoked"]?.bool != true,
                let id = shown.string("kid")
            else { continue }
            let isCurrent = shown["current"]?.bool ?? false
            let sealed = try? JSONParser.parse(document.sealed)
            if let pem = sealed?.string("private_key") {
                guard let key = SigningKey(pem: Array(pem.utf8)) else { continue }
                found.append(TenantKey(id: id, key: key, isCurrent: isCurrent))
            } else {
                guard let own = try key() else { return nil }
                found.append(TenantKey(id: id, key: own, isCurrent: isCurrent))
            }
        }
        guard found.isEmpty else { return found.filter(\.isCurrent) + found.filter { !$0.isCurrent } }
        guard let own = try key() else { return nil }
        return [TenantKey(id: TokenKeyStore.keyID(own, tenant: tenant.name), key: own, isCurrent: true)]
    }

    /// The key that a token of a tenant names, and RS256 with it.
    package func verifier(_ header: JSONWebToken.Header, tenant: TenantHandle) -> Verifier {
        // What no key of the program can be named need not wait for one.
        let isRotated = TokenKeyStore.revision(of: tenant) > 0
        guard header.algorithm == .rs256, isRotated || header.keyID?.hasSuffix("-\(tenant.name)") ?? false else {
            return .nobody
        }
        guard let known = try? keys(of: tenant) else { return (try? keys(of: tenant)) == nil ? .notYet : .nobody }
        return known.first { $0.id == header.keyID }.map { .key($0.key.publicKey) } ?? .nobody
    }

    /// Another one whenever a tenant's keys changed.
    package static func revision(of tenant: TenantHandle) -> Int {
        tenant.withTenant { $0.counters[table] ?? 0 }
    }
}
