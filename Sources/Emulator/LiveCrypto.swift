import Credentials
import Resources
import Synchronization
import Tenancy
import Tokens

/// Digests, hashes and certificates of families' rules, by OpenSSL.
struct LiveCrypto: CryptoService {
    func sha256(_ bytes: [UInt8]) -> [UInt8] { MessageDigest.sha256.of(bytes) }
    func sha1(_ bytes: [UInt8]) -> [UInt8] { MessageDigest.sha1.of(bytes) }
    func md5(_ bytes: [UInt8]) -> [UInt8] { MessageDigest.md5.of(bytes) }

    func publicKey(pem: String) -> PublicKeyFacts? {
        guard let key = PublicKeyText(pem: Array(pem.utf8)) else { return nil }
        var facts = PublicKeyFacts()
        facts.thumbprint = key.thumbprint
        facts.certificate = key.certificate.map { LiveCrypto.facts($0, thumbprint: key.thumbprint) }
        return facts
    }

    /// For a year, as the service's own (reference clients-connections.md 7.4).
    func makeCertificate(commonName: String, at now: Instant) -> CertificateFacts? {
        guard let key = try? PrivateKey.makeRSA(),
            let certificate = X509Certificate.selfSigned(
                key, commonName: commonName, fromUnixSeconds: now.nanoseconds / 1_000_000_000, days: 365)
        else { return nil }
        var facts = LiveCrypto.facts(certificate, thumbprint: certificate.thumbprint ?? "")
        facts.privateKeyPEM = LiveCrypto.text(key.pem)
        return facts
    }

    func makeWrappingKey() -> String? {
        (try? PrivateKey.makeRSA(bits: 3_072)).map { String(decoding: $0.publicPEM, as: UTF8.self) }
    }

    func passwordHash(_ password: String) -> String { PasswordHash.make(password) }
    func verifies(_ password: String, hash: String) -> Bool { PasswordHash.verifies(password, hash: hash) }

    private static func facts(_ certificate: X509Certificate, thumbprint: String) -> CertificateFacts {
        var facts = CertificateFacts()
        facts.pem = text(certificate.pem)
        facts.keyID = thumbprint
        facts.der = certificate.der
        facts.subject = certificate.subject
        facts.notAfter = Instant(nanoseconds: (certificate.notAfterUnixSeconds ?? 0) * 1_000_000_000)
        facts.pkcs7 = text(certificate.pkcs7)
        return facts
    }

    /// The service ends a PEM text's lines with CR LF (RECORDED).
    static func text(_ pem: [UInt8]) -> String {
        String(decoding: pem.split(separator: 0x0A).flatMap { $0 + [0x0D, 0x0A] }, as: UTF8.self)
    }
}

/// The certificate around the key that signs tokens, made when somebody first asks for it: one for each tenant, and the
/// same for the same key.
final class SigningCertificates: Sendable {
    private let keys: TokenKeyStore
    private let made = Mutex<[String: SigningCertificate]>([:])
    /// 2024-01-01, and 5,000 days, which the service gives its own.
    private static let (start, days): (Int64, Int64) = (1_704_067_200, 5_000)
    /// Tenants come and go; what is forgotten is made again, the same.
    private static let countMax = 256

    init(keys: TokenKeyStore) {
        self.keys = keys
    }

    func certificate(tenant: String) -> SigningCertificate? {
        if let found = made.withLock({ $0[tenant] }) { return found }
        guard let key = try? keys.key(), let privateKey = PrivateKey(pem: key.pem),
            let certificate = X509Certificate.selfSigned(
                privateKey, commonName: "\(tenant).localhost", fromUnixSeconds: Self.start, days: Self.days)
        else { return nil }
        let signing = SigningCertificate(
            pem: LiveCrypto.text(certificate.pem), pkcs7: LiveCrypto.text(certificate.pkcs7),
            keyID: TokenKeyStore.keyID(key, tenant: tenant), privateKeyPEM: LiveCrypto.text(key.pem))
        made.withLock { made in
            if made.count >= Self.countMax { made.removeAll() }
            made[tenant] = signing
        }
        return signing
    }
}

extension Services {
    /// What rules need, live.
    static func live(keys: TokenKeyStore) -> Services {
        let certificates = SigningCertificates(keys: keys)
        return Services(
            signingCertificate: { certificates.certificate(tenant: $0) }, crypto: LiveCrypto())
    }
}
