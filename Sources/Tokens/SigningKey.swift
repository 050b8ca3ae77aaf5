package import Credentials
import Ground
import Synchronization

/// An RSA key that signs tokens, and its public half as a JWK has it.
package final class SigningKey: Sendable {
    private let key: PrivateKey
    /// Names the key in tokens and in the key set: derived from the key, so that it lasts as long.
    package let id: String
    package let publicKey: PublicKey
    /// Modulus and exponent as big-endian bytes (RFC 7518 section 6.3.1).
    package let modulus, exponent: [UInt8]
    private let certificates = Mutex<[String: X509Certificate]>([:])
    /// 2024-01-01, and 5,000 days, which the service gives its own.
    private static let (certifiedFrom, certifiedDays): (Int64, Int64) = (1_704_067_200, 5_000)
    /// Tenants come and go; a certificate that is forgotten is made again, the same.
    private static let certificatesMax = 256

    /// - Parameter key: an RSA key; nil comes of any other.
    private init?(_ key: PrivateKey) {
        self.key = key
        publicKey = PublicKey(of: key)
        modulus = key.modulus
        exponent = key.exponent
        id = String(decoding: Base64URL.encode(MessageDigest.sha256.of(modulus)).prefix(21), as: UTF8.self)
        guard !modulus.isEmpty else { return nil }
    }

    /// A new key of 2,048 bits; takes some tens of milliseconds.
    package static func make() throws(CredentialError) -> SigningKey {
        guard let key = SigningKey(try PrivateKey.makeRSA()) else { throw .current("reading a new RSA key") }
        return key
    }

    /// - Returns: nil when the text holds no unencrypted RSA key.
    package convenience init?(pem: [UInt8]) {
        guard let key = PrivateKey(pem: pem) else { return nil }
        self.init(key)
    }

    /// The key as unencrypted PEM text (PKCS #8).
    package var pem: [UInt8] { key.pem }

    /// The signature of RS256 (RFC 7518 section 3.3).
    package func sign(_ bytes: [UInt8]) throws(CredentialError) -> [UInt8] { try key.sign(bytes) }

    /// The key's certificate by itself for a tenant, made when it is first asked for: the key set, the tenant's clients
    /// and its list of keys all show the same one.
    ///
    /// - Returns: nil where OpenSSL makes none.
    package func certificate(tenant: String) -> X509Certificate? {
        if let made = certificates.withLock({ $0[tenant] }) { return made }
        let certificate = X509Certificate.selfSigned(
            key, commonName: "\(tenant).localhost", fromUnixSeconds: SigningKey.certifiedFrom,
            days: SigningKey.certifiedDays)
        guard let certificate else { return nil }
        certificates.withLock { made in
            if made.count >= SigningKey.certificatesMax { made.removeAll() }
            made[tenant] = certificate
        }
        return certificate
    }
}
