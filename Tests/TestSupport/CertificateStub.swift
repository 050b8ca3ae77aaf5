package import Resources
import Synchronization
package import Tenancy

/// Certificates that are no certificates, each another.
package final class CertificateStub: CryptoService {
    private let made = Mutex(0)

    package init() {}

    package func sha256(_ bytes: [UInt8]) -> [UInt8] { Array(bytes.prefix(32)) }
    package func sha1(_ bytes: [UInt8]) -> [UInt8] { Array(repeating: bytes.first ?? 0, count: 20) }
    package func md5(_ bytes: [UInt8]) -> [UInt8] { Array(bytes.prefix(16)) }

    package func publicKey(pem: String) -> PublicKeyFacts? {
        guard pem.utf8.starts(with: "-----BEGIN CERTIFICATE-----".utf8) else { return nil }
        var facts = PublicKeyFacts()
        var certificate = CertificateFacts()
        certificate.pem = pem
        certificate.der = [1]
        certificate.subject = ["C=CH", "CN=idp.example"]
        certificate.notAfter = Instant(nanoseconds: 1_000_000_000)
        facts.certificate = certificate
        return facts
    }

    package func makeCertificate(commonName: String, at now: Instant) -> CertificateFacts? {
        let number = made.withLock { made in
            made += 1
            return made
        }
        var facts = CertificateFacts()
        facts.keyID = "key\(number)"
        facts.pem = "certificate \(number)"
        facts.privateKeyPEM = "private \(number)"
        facts.der = [UInt8(truncatingIfNeeded: number)]
        facts.pkcs7 = "pkcs \(number)"
        return facts
    }

    package func makeWrappingKey() -> String? { "key" }
    package func passwordHash(_ password: String) -> String { password }
    package func verifies(_ password: String, hash: String) -> Bool { password == hash }
}
