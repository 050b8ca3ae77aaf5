import COpenSSL

/// An RSA key that signs tokens, and its public half as a JWK has it.
///
/// Safe: an OpenSSL object that is only read once made; it counts references atomically.
@safe package final class SigningKey: Sendable {
    // As above.
    nonisolated(unsafe) private let pointer: OpaquePointer
    /// Names the key in tokens and in the key set: derived from the key, so that it lasts as long.
    package let id: String
    /// Modulus and exponent as big-endian bytes (RFC 7518 section 6.3.1).
    package let modulus, exponent: [UInt8]

    private init(owning pointer: OpaquePointer) throws(TokenError) {
        unsafe self.pointer = pointer
        modulus = unsafe SigningKey.number("n", of: pointer)
        exponent = unsafe SigningKey.number("e", of: pointer)
        id = String(decoding: Base64URL.encode(Digest.sha256(modulus)).prefix(21), as: UTF8.self)
    }

    deinit {
        unsafe EVP_PKEY_free(pointer)
    }

    /// A new key of 2,048 bits; takes some tens of milliseconds.
    package static func make() throws(TokenError) -> SigningKey {
        guard let pointer = unsafe localtenant_new_rsa_key(2_048) else { throw TokenError("no RSA key could be made") }
        return unsafe try SigningKey(owning: unsafe pointer)
    }

    /// - Returns: nil when the text holds no unencrypted RSA key.
    package init?(pem: [UInt8]) {
        let found = unsafe pem.withUnsafeBytes { bytes -> OpaquePointer? in
            guard let bio = unsafe BIO_new_mem_buf(bytes.baseAddress, Int32(clamping: bytes.count)) else { return nil }
            defer { unsafe BIO_free_all(bio) }
            return unsafe PEM_read_bio_PrivateKey(bio, nil, { _, _, _, _ in -1 }, nil)
        }
        ERR_clear_error()
        guard let found = unsafe found else { return nil }
        unsafe pointer = found
        modulus = unsafe SigningKey.number("n", of: found)
        exponent = unsafe SigningKey.number("e", of: found)
        id = String(decoding: Base64URL.encode(Digest.sha256(modulus)).prefix(21), as: UTF8.self)
        guard !modulus.isEmpty else { return nil }
    }

    /// The key as unencrypted PEM text (PKCS #8).
    package var pem: [UInt8] {
        guard let bio = unsafe BIO_new(BIO_s_mem()) else { return [] }
        defer { unsafe BIO_free_all(bio) }
        guard unsafe PEM_write_bio_PKCS8PrivateKey(bio, pointer, nil, nil, 0, nil, nil) == 1 else { return [] }
        var text: UnsafeMutablePointer<CChar>?
        let count = unsafe localtenant_bio_text(bio, &text)
        guard let text = unsafe text, count > 0 else { return [] }
        return unsafe Array(UnsafeRawBufferPointer(start: text, count: count))
    }

    /// The signature of RS256 (RFC 7518 section 3.3).
    package func sign(_ bytes: [UInt8]) throws(TokenError) -> [UInt8] {
        guard let context = unsafe EVP_MD_CTX_new() else { throw TokenError("out of memory") }
        defer { unsafe EVP_MD_CTX_free(context) }
        var signature = [UInt8](repeating: 0, count: Int(unsafe EVP_PKEY_get_size(pointer)))
        var count = signature.count
        guard unsafe EVP_DigestSignInit(context, nil, EVP_sha256(), nil, pointer) == 1,
            unsafe EVP_DigestSign(context, &signature, &count, bytes, bytes.count) == 1
        else { throw TokenError("signing failed") }
        return Array(signature.prefix(count))
    }

    package func verifies(_ signature: [UInt8], of bytes: [UInt8]) -> Bool {
        guard let context = unsafe EVP_MD_CTX_new() else { return false }
        defer {
            unsafe EVP_MD_CTX_free(context)
            ERR_clear_error()
        }
        return unsafe EVP_DigestVerifyInit(context, nil, EVP_sha256(), nil, pointer) == 1
            && EVP_DigestVerify(context, signature, signature.count, bytes, bytes.count) == 1
    }

    private static func number(_ name: String, of pointer: OpaquePointer) -> [UInt8] {
        var number: OpaquePointer?
        guard unsafe EVP_PKEY_get_bn_param(pointer, name, &number) == 1, let number = unsafe number else { return [] }
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
