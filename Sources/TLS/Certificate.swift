import COpenSSL
import Credentials

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

extension PEMText {
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
}
