import COpenSSL
import Credentials

/// Makes certificates through OpenSSL's X.509 interface (RFC 5280).
enum CertificateBuilder {
    /// What a certificate is for.
    enum Purpose {
        /// Signs leaves and nothing else.
        case authority
        /// A server by these names: DNS names and IP address literals.
        case server(names: [String])
    }

    private static let secondsPerDay: Int64 = 86_400
    /// Clocks of clients may be behind ours.
    private static let backdatedSeconds: Int64 = 3_600

    /// - Parameters:
    ///   - issuer: signs it; nil makes it sign itself.
    ///   - name: the common name of the subject.
    static func make(
        _ purpose: Purpose, name: String, days: Int64, key: PrivateKey, issuer: (Certificate, PrivateKey)?,
        nowUnixSeconds: Int64
    ) throws(CredentialError) -> Certificate {
        guard let pointer = unsafe X509_new() else { throw .current("making a certificate") }
        let certificate = unsafe Certificate(owning: unsafe pointer)
        guard unsafe X509_set_version(pointer, 2) == 1, setSerialNumber(certificate),
            setValidity(certificate, from: nowUnixSeconds, days: days),
            unsafe X509_set_pubkey(pointer, key.pointer) == 1, setSubject(certificate, name),
            unsafe X509_set_issuer_name(pointer, X509_get_subject_name(issuer?.0.pointer ?? pointer)) == 1
        else { throw .current("filling in a certificate") }
        for (identifier, value) in extensions(purpose) {
            try add(identifier, value, to: certificate, issuer: issuer?.0 ?? certificate)
        }
        guard unsafe X509_sign(pointer, (issuer?.1 ?? key).pointer, EVP_sha256()) > 0 else {
            throw .current("signing a certificate")
        }
        // What was put together is encoded anew in each handshake; a copy is read from bytes, and these stay with it.
        guard let copy = unsafe withExtendedLifetime(certificate, { unsafe X509_dup(certificate.pointer) }) else {
            throw .current("copying a certificate")
        }
        return unsafe Certificate(owning: unsafe copy)
    }

    /// The extensions in OpenSSL's configuration language; names hold no character that means something in it.
    private static func extensions(_ purpose: Purpose) -> [(Int32, String)] {
        switch purpose {
        case .authority:
            [
                (NID_basic_constraints, "critical,CA:TRUE,pathlen:0"),
                (NID_key_usage, "critical,keyCertSign,cRLSign"),
                (NID_subject_key_identifier, "hash"),
            ]
        case .server(let names):
            [
                (NID_basic_constraints, "critical,CA:FALSE"),
                (NID_key_usage, "critical,digitalSignature"),
                (NID_ext_key_usage, "serverAuth"),
                (NID_subject_key_identifier, "hash"),
                (NID_authority_key_identifier, "keyid:always"),
                (NID_subject_alt_name, names.map(alternativeName).joined(separator: ",")),
            ]
        }
    }

    private static func alternativeName(_ name: String) -> String {
        let isAddress = name.utf8.contains(0x3A) || name.utf8.allSatisfy { (0x30...0x39).contains($0) || $0 == 0x2E }
        return isAddress ? "IP:\(name)" : "DNS:\(name)"
    }

    private static func add(
        _ identifier: Int32, _ value: String, to certificate: Certificate, issuer: Certificate
    ) throws(CredentialError) {
        var context = unsafe X509V3_CTX()
        unsafe X509V3_set_ctx(&context, issuer.pointer, certificate.pointer, nil, nil, 0)
        guard let made = unsafe X509V3_EXT_conf_nid(nil, &context, identifier, value) else {
            throw .current("the certificate extension \(value)")
        }
        defer { unsafe X509_EXTENSION_free(made) }
        guard unsafe X509_add_ext(certificate.pointer, made, -1) == 1 else { throw .current("adding an extension") }
    }

    /// 127 random bits, positive as RFC 5280 section 4.1.2.2 asks.
    private static func setSerialNumber(_ certificate: Certificate) -> Bool {
        guard let number = unsafe BN_new() else { return false }
        defer { unsafe BN_free(number) }
        return unsafe BN_rand(number, 127, BN_RAND_TOP_ANY, BN_RAND_BOTTOM_ANY) == 1
            && BN_to_ASN1_INTEGER(number, X509_get_serialNumber(certificate.pointer)) != nil
    }

    private static func setValidity(_ certificate: Certificate, from now: Int64, days: Int64) -> Bool {
        let start = time_t(now - backdatedSeconds)
        let end = time_t(now - backdatedSeconds + days * secondsPerDay - 1)
        return unsafe ASN1_TIME_set(X509_getm_notBefore(certificate.pointer), start) != nil
            && ASN1_TIME_set(X509_getm_notAfter(certificate.pointer), end) != nil
    }

    private static func setSubject(_ certificate: Certificate, _ name: String) -> Bool {
        guard let subject = unsafe X509_get_subject_name(certificate.pointer) else { return false }
        let bytes = Array(name.utf8.prefix(64))  // The upper bound of a common name (RFC 5280, appendix A.1).
        return unsafe X509_NAME_add_entry_by_txt(subject, "O", MBSTRING_UTF8, "LocalTenant", -1, -1, 0) == 1
            && X509_NAME_add_entry_by_txt(subject, "CN", MBSTRING_UTF8, bytes, Int32(bytes.count), -1, 0) == 1
    }
}
