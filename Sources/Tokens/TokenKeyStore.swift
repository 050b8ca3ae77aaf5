import Synchronization

/// The key that signs tokens, made when it is first needed: RSA keys take too long for the start.
package final class TokenKeyStore: Sendable {
    private let made = Mutex<SigningKey?>(nil)
    private let load: @Sendable () -> [UInt8]?
    private let save: @Sendable ([UInt8]) -> Void

    /// - Parameters:
    ///   - load: the PEM text of the key that was kept, if any.
    ///   - save: keeps the PEM text of a new one.
    package init(load: @escaping @Sendable () -> [UInt8]?, save: @escaping @Sendable ([UInt8]) -> Void) {
        self.load = load
        self.save = save
    }

    package func key() throws(TokenError) -> SigningKey {
        try made.withLock { (made: inout sending SigningKey?) throws(TokenError) -> SigningKey in
            if let made { return made }
            if let kept = load().flatMap({ SigningKey(pem: $0) }) {
                made = kept
                return kept
            }
            let key = try SigningKey.make()
            save(key.pem)
            made = key
            return key
        }
    }

    /// How a tenant names the key: a token of one tenant names a key that no other has.
    package static func keyID(_ key: SigningKey, tenant: String) -> String {
        "\(key.id)-\(tenant)"
    }

    /// The key that a tenant names so.
    package func key(id: String, tenant: String) -> SigningKey? {
        guard let key = try? key(), TokenKeyStore.keyID(key, tenant: tenant) == id else { return nil }
        return key
    }
}
