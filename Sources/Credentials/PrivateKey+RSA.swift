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

    /// A certificate of the key by itself, as a key set shows one beside a key (RFC 7517 section 4.7), in DER.
    ///
    /// All of it comes of the key and the name: made again, on another day, it is the same byte for byte.
    package func selfSignedCertificate(commonName: String) throws(CredentialError) -> [UInt8] {
        guard let certificate = unsafe X509_new() else { throw .current("making a certificate") }
        defer { unsafe X509_free(certificate) }
        let serial = Digest.sha256(modulus).prefix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) } >> 1
        // Up to the last time that is written with two digits of a year (RFC 5280 section 4.1.2.5).
        guard unsafe X509_set_version(certificate, 2) == 1,
            unsafe ASN1_INTEGER_set_uint64(X509_get_serialNumber(certificate), serial) == 1,
            unsafe ASN1_TIME_set_string(X509_getm_notBefore(certificate), "200101000000Z") == 1,
            unsafe ASN1_TIME_set_string(X509_getm_notAfter(certificate), "491231235959Z") == 1,
            unsafe X509_set_pubkey(certificate, pointer) == 1,
            let subject = unsafe X509_get_subject_name(certificate)
        else { throw .current("filling in a certificate") }
        let name = Array(commonName.utf8.prefix(64))  // The upper bound of a common name (RFC 5280, appendix A.1).
        guard unsafe X509_NAME_add_entry_by_txt(subject, "CN", MBSTRING_UTF8, name, Int32(name.count), -1, 0) == 1,
            unsafe X509_set_issuer_name(certificate, subject) == 1,
            unsafe X509_sign(certificate, pointer, EVP_sha256()) > 0
        else { throw .current("signing a certificate") }
        return unsafe PrivateKey.encoded(certificate)
    }

    private static func encoded(_ certificate: OpaquePointer) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: max(0, Int(unsafe i2d_X509(certificate, nil))))
        unsafe bytes.withUnsafeMutableBufferPointer { buffer in
            var end = buffer.baseAddress
            _ = unsafe i2d_X509(certificate, &end)
        }
        return bytes
    }
}
