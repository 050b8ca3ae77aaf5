import COpenSSL

/// A certificate that the tenant's objects show or that somebody sent.
///
/// Safe: OpenSSL counts references atomically, and nothing changes a certificate once it stands here.
@safe package final class X509Certificate: Sendable {
    // An OpenSSL object that is only read, hence fit for any thread.
    nonisolated(unsafe) let pointer: OpaquePointer

    init(owning pointer: OpaquePointer) {
        unsafe self.pointer = pointer
    }

    deinit {
        unsafe X509_free(pointer)
    }

    /// The first certificate of a PEM text.
    package convenience init?(pem text: [UInt8]) {
        defer { ERR_clear_error() }
        let found = unsafe PEMText.read(text) { bio in unsafe PEM_read_bio_X509(bio, nil, { _, _, _, _ in -1 }, nil) }
        guard let found = unsafe found else { return nil }
        unsafe self.init(owning: found)
    }

    /// With LF at the ends of lines.
    package var pem: [UInt8] { unsafe PEMText.write { bio in unsafe PEM_write_bio_X509(bio, pointer) } }

    /// A PKCS #7 message that holds the certificate and nothing else (RFC 2315 section 9, degenerate).
    package var pkcs7: [UInt8] {
        guard let message = unsafe PKCS7_new() else { return [] }
        defer { unsafe PKCS7_free(message) }
        guard unsafe PKCS7_set_type(message, NID_pkcs7_signed) == 1,
            unsafe PKCS7_content_new(message, NID_pkcs7_data) == 1,
            unsafe PKCS7_add_certificate(message, pointer) == 1
        else { return [] }
        unsafe localtenant_detach(message)
        return unsafe PEMText.write { bio in unsafe PEM_write_bio_PKCS7(bio, message) }
    }

    package var der: [UInt8] {
        let count = unsafe i2d_X509(pointer, nil)
        guard count > 0 else { return [] }
        var bytes = [UInt8](repeating: 0, count: Int(count))
        unsafe bytes.withUnsafeMutableBytes { buffer in
            var start = unsafe buffer.bindMemory(to: UInt8.self).baseAddress
            _ = unsafe i2d_X509(pointer, &start)
        }
        return bytes
    }

    /// Of its key (RFC 7638); nil for keys that no JWK of ours has.
    package var thumbprint: String? {
        guard let key = unsafe X509_get0_pubkey(pointer) else { return nil }
        return unsafe PublicKeyText.thumbprint(of: key)
    }

    /// Relative distinguished names in the certificate's order, as `CN=name`.
    package var subject: [String] {
        guard let name = unsafe X509_get_subject_name(pointer) else { return [] }
        var parts: [String] = []
        var lastSet: Int32 = -1
        for index in 0..<(unsafe X509_NAME_entry_count(name)) {
            guard let entry = unsafe X509_NAME_get_entry(name, index) else { continue }
            let set = unsafe X509_NAME_ENTRY_set(entry)
            let text = unsafe X509Certificate.text(of: entry)
            // Names of one set are one part.
            if set == lastSet, let last = parts.last {
                parts[parts.count - 1] = last + "+" + text
            } else {
                parts.append(text)
            }
            lastSet = set
        }
        return parts
    }

    private static func text(of entry: OpaquePointer) -> String {
        let object = unsafe X509_NAME_ENTRY_get_object(entry)
        var type = ""
        let number = unsafe OBJ_obj2nid(object)
        if number != NID_undef, let short = unsafe OBJ_nid2sn(number) {
            type = unsafe String(cString: short)
        } else {
            var digits = [CChar](repeating: 0, count: 80)
            let count = unsafe OBJ_obj2txt(&digits, 80, object, 1)
            type = String(decoding: digits.prefix(Int(max(0, count))).map { UInt8(bitPattern: $0) }, as: UTF8.self)
        }
        var bytes: UnsafeMutablePointer<UInt8>?
        let count = unsafe ASN1_STRING_to_UTF8(&bytes, X509_NAME_ENTRY_get_data(entry))
        guard count >= 0, let bytes = unsafe bytes else { return type + "=" }
        defer { unsafe localtenant_free(bytes) }
        return type + "="
            + (unsafe String(decoding: UnsafeBufferPointer(start: bytes, count: Int(count)), as: UTF8.self))
    }

    /// When it ends; nil where the time cannot be read.
    package var notAfterUnixSeconds: Int64? {
        guard let epoch = unsafe ASN1_TIME_set(nil, 0) else { return nil }
        defer { unsafe ASN1_TIME_free(epoch) }
        var (days, seconds): (Int32, Int32) = (0, 0)
        guard unsafe ASN1_TIME_diff(&days, &seconds, epoch, X509_get0_notAfter(pointer)) == 1 else { return nil }
        return Int64(days) * 86_400 + Int64(seconds)
    }
}

/// Self-signed certificates as the service makes them for its own keys.
extension X509Certificate {
    /// Version 3, SHA-256, `CA:TRUE`, a serial number of nine bytes (RECORDED, reference clients-connections.md 7.4).
    /// All of it follows from the arguments.
    package static func selfSigned(
        _ key: PrivateKey, commonName: String, fromUnixSeconds start: Int64, days: Int64
    ) -> X509Certificate? {
        defer { ERR_clear_error() }
        guard let pointer = unsafe X509_new() else { return nil }
        let certificate = unsafe X509Certificate(owning: pointer)
        let serial = serialNumber(key, commonName, start)
        guard unsafe X509_set_version(pointer, 2) == 1, set(serial, on: certificate),
            unsafe ASN1_TIME_set(X509_getm_notBefore(pointer), time_t(start)) != nil,
            unsafe ASN1_TIME_set(X509_getm_notAfter(pointer), time_t(start + days * 86_400)) != nil,
            unsafe X509_set_pubkey(pointer, key.pointer) == 1, setSubject(of: certificate, commonName),
            unsafe X509_set_issuer_name(pointer, X509_get_subject_name(pointer)) == 1,
            add(NID_basic_constraints, "critical,CA:TRUE", to: certificate),
            add(NID_subject_key_identifier, "hash", to: certificate),
            add(NID_key_usage, "critical,digitalSignature,keyCertSign", to: certificate),
            unsafe X509_sign(pointer, key.pointer, EVP_sha256()) > 0
        else { return nil }
        return certificate
    }

    /// Nine bytes of a digest: the first bit is clear, for the number is positive, and the second set, for all nine.
    private static func serialNumber(_ key: PrivateKey, _ name: String, _ start: Int64) -> [UInt8] {
        var bytes = Array(MessageDigest.sha256.of(key.pem + Array("\(name) \(start)".utf8)).prefix(9))
        if !bytes.isEmpty { bytes[0] = bytes[0] & 0x7F | 0x40 }
        return bytes
    }

    private static func set(_ serial: [UInt8], on certificate: X509Certificate) -> Bool {
        guard let number = unsafe BN_bin2bn(serial, Int32(clamping: serial.count), nil) else { return false }
        defer { unsafe BN_free(number) }
        return unsafe BN_to_ASN1_INTEGER(number, X509_get_serialNumber(certificate.pointer)) != nil
    }

    private static func setSubject(of certificate: X509Certificate, _ name: String) -> Bool {
        guard let subject = unsafe X509_get_subject_name(certificate.pointer) else { return false }
        let bytes = Array(name.utf8.prefix(64))  // The upper bound of a common name (RFC 5280, appendix A.1).
        return unsafe X509_NAME_add_entry_by_txt(subject, "CN", MBSTRING_UTF8, bytes, Int32(bytes.count), -1, 0) == 1
    }

    private static func add(_ identifier: Int32, _ value: String, to certificate: X509Certificate) -> Bool {
        var context = unsafe X509V3_CTX()
        unsafe X509V3_set_ctx(&context, certificate.pointer, certificate.pointer, nil, nil, 0)
        guard let made = unsafe X509V3_EXT_conf_nid(nil, &context, identifier, value) else { return false }
        defer { unsafe X509_EXTENSION_free(made) }
        return unsafe X509_add_ext(certificate.pointer, made, -1) == 1
    }
}
