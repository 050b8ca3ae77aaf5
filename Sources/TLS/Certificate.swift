import COpenSSL

/// A reference to an X.509 certificate, given back when its last owner goes.
///
/// Safe: OpenSSL counts references atomically, and nothing changes a certificate once it stands here.
@safe final class Certificate: Sendable {
    // An OpenSSL object that is only read, hence fit for any thread.
    nonisolated(unsafe) let pointer: OpaquePointer

    init(owning pointer: OpaquePointer) {
        unsafe self.pointer = pointer
    }

    deinit {
        unsafe X509_free(pointer)
    }

    /// The certificate as PEM text.
    var pem: [UInt8] {
        unsafe PEMText.write { bio in unsafe PEM_write_bio_X509(bio, pointer) }
    }

    /// True when the certificate's public key is that of `key`.
    func matches(_ key: PrivateKey) -> Bool {
        defer { ERR_clear_error() }
        return unsafe X509_check_private_key(pointer, key.pointer) == 1
    }

    /// True when the certificate is valid at that time and for so much longer.
    func isValid(atUnixSeconds now: Int64, forSeconds margin: Int64 = 0) -> Bool {
        var start = time_t(now)
        var end = time_t(now + margin)
        return unsafe X509_cmp_time(X509_get0_notBefore(pointer), &start) < 0
            && X509_cmp_time(X509_get0_notAfter(pointer), &end) > 0
    }
}

/// A private key, given back when its last owner goes.
///
/// Safe: as for `Certificate`.
@safe final class PrivateKey: Sendable {
    // An OpenSSL object that is only read, hence fit for any thread.
    nonisolated(unsafe) let pointer: OpaquePointer

    init(owning pointer: OpaquePointer) {
        unsafe self.pointer = pointer
    }

    deinit {
        unsafe EVP_PKEY_free(pointer)
    }

    /// A new key on the curve P-256.
    static func makeP256() throws(TLSError) -> PrivateKey {
        guard let pointer = unsafe localtenant_new_p256_key() else { throw .current("making a key") }
        return unsafe PrivateKey(owning: unsafe pointer)
    }

    /// The key as unencrypted PEM text (PKCS #8).
    var pem: [UInt8] {
        unsafe PEMText.write { bio in
            unsafe PEM_write_bio_PKCS8PrivateKey(bio, pointer, nil, nil, 0, nil, nil)
        }
    }
}

/// PEM texts through OpenSSL's memory files.
enum PEMText {
    static func write(_ body: (OpaquePointer) -> Int32) -> [UInt8] {
        guard let bio = unsafe BIO_new(BIO_s_mem()) else { return [] }
        defer { unsafe BIO_free_all(bio) }
        guard unsafe body(bio) == 1 else { return [] }
        var text: UnsafeMutablePointer<CChar>?
        let count = unsafe localtenant_bio_text(bio, &text)
        guard let text = unsafe text, count > 0 else { return [] }
        return unsafe Array(UnsafeRawBufferPointer(start: text, count: count))
    }

    /// Hands the text to `body` as a file that OpenSSL reads.
    static func read<Result>(_ text: [UInt8], _ body: (OpaquePointer) -> Result?) -> Result? {
        unsafe text.withUnsafeBytes { bytes in
            guard let bio = unsafe BIO_new_mem_buf(bytes.baseAddress, Int32(clamping: bytes.count)) else { return nil }
            defer { unsafe BIO_free_all(bio) }
            return unsafe body(bio)
        }
    }

    /// Every certificate of the text, in order.
    static func certificates(_ text: [UInt8]) -> [Certificate] {
        let found = unsafe read(text) { bio in
            var certificates: [Certificate] = []
            while let pointer = unsafe PEM_read_bio_X509(bio, nil, nil, nil) {
                unsafe certificates.append(Certificate(owning: unsafe pointer))
            }
            return certificates
        }
        ERR_clear_error()  // Reading ends with a failure: no further certificate.
        return found ?? []
    }

    /// The first private key of the text; one that needs a pass phrase is none.
    static func privateKey(_ text: [UInt8]) -> PrivateKey? {
        let found = unsafe read(text) { bio in
            unsafe PEM_read_bio_PrivateKey(bio, nil, { _, _, _, _ in -1 }, nil).map {
                unsafe PrivateKey(owning: unsafe $0)
            }
        }
        ERR_clear_error()
        return found
    }
}
