import COpenSSL

/// A public key that verifies signatures, given back when its last owner goes.
///
/// Safe: OpenSSL counts references atomically, and nothing changes a key once it stands here.
@safe package final class PublicKey: Sendable {
    /// How a signature is made (RFC 7518 section 3.1).
    package enum Algorithm: String, CaseIterable, Sendable {
        case rs256 = "RS256"
        case rs384 = "RS384"
        case ps256 = "PS256"
    }

    // An OpenSSL object that is only read, hence fit for any thread.
    private nonisolated(unsafe) let pointer: OpaquePointer

    private init(owning pointer: OpaquePointer) {
        unsafe self.pointer = pointer
    }

    deinit {
        unsafe EVP_PKEY_free(pointer)
    }

    /// The public half of a key.
    package convenience init(of key: PrivateKey) {
        unsafe EVP_PKEY_up_ref(key.pointer)
        unsafe self.init(owning: key.pointer)
    }

    /// The first RSA public key of a PEM text, or that of its first certificate; nil where there is neither.
    package convenience init?(pem text: [UInt8]) {
        defer { ERR_clear_error() }
        let key = unsafe PEMText.read(text) { bio in unsafe PEM_read_bio_PUBKEY(bio, nil, { _, _, _, _ in -1 }, nil) }
        let found = unsafe key ?? PublicKey.certified(text)
        guard let found = unsafe found else { return nil }
        guard unsafe EVP_PKEY_is_a(found, "RSA") == 1 else {
            unsafe EVP_PKEY_free(found)
            return nil
        }
        unsafe self.init(owning: found)
    }

    /// An RSA key of a modulus and an exponent, as big-endian bytes (RFC 7518 section 6.3.1); nil where they make none.
    package convenience init?(modulus: [UInt8], exponent: [UInt8]) {
        defer { ERR_clear_error() }
        let key = unsafe localtenant_rsa_key(
            modulus, Int32(clamping: modulus.count), exponent, Int32(clamping: exponent.count))
        guard let key = unsafe key else { return nil }
        unsafe self.init(owning: key)
    }

    private static func certified(_ text: [UInt8]) -> OpaquePointer? {
        unsafe PEMText.read(text) { bio in
            guard let certificate = unsafe PEM_read_bio_X509(bio, nil, { _, _, _, _ in -1 }, nil) else { return nil }
            defer { unsafe X509_free(certificate) }
            return unsafe X509_get_pubkey(certificate)
        }
    }

    package func verifies(_ signature: [UInt8], of bytes: [UInt8], _ algorithm: Algorithm) -> Bool {
        guard let context = unsafe EVP_MD_CTX_new() else { return false }
        defer {
            unsafe EVP_MD_CTX_free(context)
            ERR_clear_error()
        }
        let digest = unsafe algorithm == .rs384 ? EVP_sha384() : EVP_sha256()
        var parameters: OpaquePointer?
        guard unsafe EVP_DigestVerifyInit(context, &parameters, digest, nil, pointer) == 1 else { return false }
        if algorithm == .ps256, unsafe localtenant_use_pss(parameters) != 1 { return false }
        return unsafe EVP_DigestVerify(context, signature, signature.count, bytes, bytes.count) == 1
    }
}
