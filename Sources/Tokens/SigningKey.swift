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
    private let madeCertificate = Mutex<[UInt8]?>(nil)

    /// - Parameter key: an RSA key; nil comes of any other.
    private init?(_ key: PrivateKey) {
        self.key = key
        publicKey = PublicKey(of: key)
        modulus = key.modulus
        exponent = key.exponent
        id = String(decoding: Base64URL.encode(Digest.sha256(modulus)).prefix(21), as: UTF8.self)
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

    /// The key's certificate by itself, in DER; made when it is first asked for.
    package func certificate() throws(CredentialError) -> [UInt8] {
        try madeCertificate.withLock { (made: inout sending [UInt8]?) throws(CredentialError) -> [UInt8] in
            if let made { return made }
            let certificate = try key.selfSignedCertificate(commonName: "localhost")
            made = certificate
            return certificate
        }
    }
}
