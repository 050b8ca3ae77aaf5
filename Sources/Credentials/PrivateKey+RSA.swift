import COpenSSL

/// What only RSA keys do.
extension PrivateKey {
    /// The signature of RS256 (RFC 7518 section 3.3): PKCS #1 version 1.5, so that the same bytes get the same one.
    package func sign(_ bytes: [UInt8]) throws(CredentialError) -> [UInt8] {
        guard let context = unsafe EVP_MD_CTX_new() else { throw CredentialError("out of memory") }
        defer { unsafe EVP_MD_CTX_free(context) }
        var signature = [UInt8](repeating: 0, count: Int(unsafe EVP_PKEY_get_size(pointer)))
        var count = signature.count
        guard unsafe EVP_DigestSignInit(context, nil, EVP_sha256(), nil, pointer) == 1,
            unsafe EVP_DigestSign(context, &signature, &count, bytes, bytes.count) == 1
        else { throw CredentialError.current("signing a token") }
        return Array(signature.prefix(count))
    }

    /// Big-endian bytes (RFC 7518 section 6.3.1); none of a key that is no RSA key.
    package var modulus: [UInt8] { number("n") }

    /// As the modulus.
    package var exponent: [UInt8] { number("e") }

    private func number(_ name: String) -> [UInt8] {
        defer { ERR_clear_error() }
        var number: OpaquePointer?
        guard unsafe EVP_PKEY_get_bn_param(pointer, name, &number) == 1, let number = unsafe number else {
            return []
        }
        defer { unsafe BN_free(number) }
        var bytes = [UInt8](repeating: 0, count: Int(unsafe localtenant_number_bytes(number)))
        unsafe BN_bn2bin(number, &bytes)
        return bytes
    }
}
