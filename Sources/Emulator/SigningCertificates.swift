import Credentials
import Resources
import Synchronization
import Tokens

/// The certificates that tenants sign with, as texts: to write one takes a hundred times as long as to store a client
/// that shows it.
final class SigningCertificates: Sendable {
    private let keys: TokenKeyStore
    private let made = Mutex<[String: SigningCertificate]>([:])
    /// Tenants come and go.
    private static let countMax = 256

    init(keys: TokenKeyStore) {
        self.keys = keys
    }

    /// Nil while there is no key.
    func certificate(of tenant: String) -> SigningCertificate? {
        if let known = made.withLock({ $0[tenant] }) { return known }
        guard let key = try? keys.key(), let certificate = key.certificate(tenant: tenant) else { return nil }
        let text = SigningCertificate(
            pem: LiveCrypto.text(certificate.pem), pkcs7: LiveCrypto.text(certificate.pkcs7),
            keyID: TokenKeyStore.keyID(key, tenant: tenant), privateKeyPEM: LiveCrypto.text(key.pem))
        made.withLock { made in
            if made.count >= Self.countMax { made.removeAll() }
            made[tenant] = text
        }
        return text
    }
}
