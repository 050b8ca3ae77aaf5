import Ground
import COpenSSL
package import Credentials

/// An RSA key that signs tokens, and its public half as a JWK has it.
package final class SigningKey: Sendable {
    private let key: PrivateKey
    /// Names the key in tokens and in the key set: derived from the key, so that it lasts as long.
    package let id: String
    package let publicKey: PublicKey
    /// Modulus and exponent as big-endian bytes (RFC 7518 section 6.3.1).
    package let modulus, exponent: [UInt8]

    /// - Parameter key: an RSA key; nil comes of any other.
    private init?(_ key: PrivateKey) {
        self.key = key
        publicKey = PublicKey(of: key)
        modulus = SigningKey.number("n", of: key)
        exponent = SigningKey.number("e", of: key)
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
    package func sign(_ bytes: [UInt8]) throws(CredentialError) -> [UInt8] {
        guard let context = unsafe EVP_MD_CTX_new() else { throw CredentialError("out of memory") }
        defer { unsafe EVP_MD_CTX_free(context) }
        var signature = [UInt8](repeating: 0, count: Int(unsafe EVP_PKEY_get_size(key.pointer)))
        var count = signature.count
        guard unsafe EVP_DigestSignInit(context, nil, EVP_sha256(), nil, key.pointer) == 1,
            unsafe EVP_DigestSign(context, &signature, &count, bytes, bytes.count) == 1
        else { throw CredentialError.current("signing a token") }
        return Array(signature.prefix(count))
    }

    private static func number(_ name: String, of key: PrivateKey) -> [UInt8] {
        var number: OpaquePointer?
        guard unsafe EVP_PKEY_get_bn_param(key.pointer, name, &number) == 1, let number = unsafe number else {
            return []
        }
        defer { unsafe BN_free(number) }
        var bytes = [UInt8](repeating: 0, count: Int(unsafe localtenant_number_bytes(number)))
        unsafe BN_bn2bin(number, &bytes)
        return bytes
    }
}

/// Message digests.
package enum Digest {
    package static func sha256(_ bytes: [UInt8]) -> [UInt8] {
        var digest = [UInt8](repeating: 0, count: 32)
        var count: UInt32 = 0
        unsafe EVP_Digest(bytes, bytes.count, &digest, &count, EVP_sha256(), nil)
        return digest
    }
}
