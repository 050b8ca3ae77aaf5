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

    /// All keys whose tokens pass. The one that signs comes first.
    package func keys(of tenant: TenantHandle) throws(CredentialError) -> [TenantKey] {
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
                found.append(TenantKey(id: id, key: try key(), isCurrent: isCurrent))
            }
        }
        guard !found.isEmpty else {
            let own = try key()
            return [TenantKey(id: TokenKeyStore.keyID(own, tenant: tenant.name), key: own, isCurrent: true)]
        }
        return found.filter(\.isCurrent) + found.filter { !$0.isCurrent }
    }

    /// The key that a token of a tenant names, and RS256 with it.
    package func key(_ header: JSONWebToken.Header, tenant: TenantHandle) -> PublicKey? {
        guard header.algorithm == .rs256, let keys = try? keys(of: tenant) else { return nil }
        return keys.first { $0.id == header.keyID }?.key.publicKey
    }

    /// Another one whenever a tenant's keys changed.
    package static func revision(of tenant: TenantHandle) -> Int {
        tenant.withTenant { $0.counters[table] ?? 0 }
    }
}
