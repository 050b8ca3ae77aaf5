import Credentials
import Resources
import Tenancy
import Tokens

/// Digests, hashes and certificates of families' rules, by OpenSSL.
struct LiveCrypto: CryptoService {
    /// A signing key and the one after it.
    private let signingKeys = SpareKeys(bits: 2_048, wanted: 2)
    private let wrappingKeys = SpareKeys(bits: 3_072, wanted: 1)
    /// Of password hashes; nil: as many as keep one who has them busy.
    private let passwordRounds: Int32?

    init(passwordRounds: Int32? = nil) {
        self.passwordRounds = passwordRounds
    }

    func hasKeys(for use: KeyUse) -> Bool {
        switch use {
        case .signing: signingKeys.areReady
        case .wrapping: wrappingKeys.areReady
        }
    }

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
        guard let key = signingKeys.take(),
            let certificate = X509Certificate.selfSigned(
                key, commonName: commonName, fromUnixSeconds: now.nanoseconds / 1_000_000_000, days: 365)
        else { return nil }
        var facts = LiveCrypto.facts(certificate, thumbprint: certificate.thumbprint ?? "")
        facts.privateKeyPEM = LiveCrypto.text(key.pem)
        return facts
    }

    func makeWrappingKey() -> String? {
        wrappingKeys.take().map { String(decoding: $0.publicPEM, as: UTF8.self) }
    }

    func passwordHash(_ password: String) -> String {
        passwordRounds.map { PasswordHash.make(password, rounds: $0) } ?? PasswordHash.make(password)
    }
    func verifies(_ password: String, hash: String) -> Bool { PasswordHash.verifies(password, hash: hash) }

    private static func facts(_ certificate: X509Certificate, thumbprint: String) -> CertificateFacts {
        var facts = CertificateFacts()
        facts.pem = text(certificate.pem)
        facts.keyID = thumbprint
        facts.der = certificate.der
        facts.subject = certificate.subject
        facts.notAfter = Instant(unixSeconds: certificate.notAfterUnixSeconds ?? 0)
        facts.pkcs7 = text(certificate.pkcs7)
        return facts
    }

    /// The service ends a PEM text's lines with CR LF (RECORDED).
    static func text(_ pem: [UInt8]) -> String {
        String(decoding: pem.split(separator: 0x0A).flatMap { $0 + [0x0D, 0x0A] }, as: UTF8.self)
    }
}

extension Services {
    /// What rules need, live.
    static func live(keys: TokenKeyStore, delivery: any DeliveryService = NoDelivery()) -> Services {
        let certificates = SigningCertificates(keys: keys)
        return Services(
            hasSigningKey: { (try? keys.key()) != nil }, signingCertificate: { certificates.certificate(of: $0) },
            crypto: LiveCrypto(), delivery: delivery)
    }
}
