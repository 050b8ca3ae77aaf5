package import Credentials
import Synchronization

/// The key that signs tokens, made when it is first needed: RSA keys take too long for the start.
package final class TokenKeyStore: Sendable {
    private let made = Mutex<SigningKey?>(nil)
    /// Keys of somebody else whose tokens pass too.
    package let foreign: JSONWebKeySet
    private let keep: @Sendable (_ make: () -> [UInt8]?) -> [UInt8]?

    /// - Parameter keep: gives back the PEM text of the key that was kept, or has one made and keeps it; nil where
    ///   neither can be done, and the key ends with this run.
    package init(
        foreign: JSONWebKeySet = JSONWebKeySet(),
        keep: @escaping @Sendable (_ make: () -> [UInt8]?) -> [UInt8]? = { _ in nil }
    ) {
        self.foreign = foreign
        self.keep = keep
    }

    package func key() throws(CredentialError) -> SigningKey {
        try made.withLock { (made: inout sending SigningKey?) throws(CredentialError) -> SigningKey in
            if let made { return made }
            if let kept = keep({ try? SigningKey.make().pem }), let key = SigningKey(pem: kept) {
                made = key
                return key
            }
            let key = try SigningKey.make()
            made = key
            return key
        }
    }

    /// How a tenant names the key: a token of one tenant names a key that no other has.
    package static func keyID(_ key: SigningKey, tenant: String) -> String {
        "\(key.id)-\(tenant)"
    }
}
