import COpenSSL

/// A public key that somebody sent as text, RSA or on a curve, bare or within a certificate.
package struct PublicKeyText: Sendable {
    /// RFC 7638: SHA-256 of the key's required members, in base 64 for URLs.
    package let thumbprint: String
    package let certificate: X509Certificate?

    /// - Returns: nil where the text holds no such key.
    package init?(pem text: [UInt8]) {
        defer { ERR_clear_error() }
        if let certificate = X509Certificate(pem: text) {
            self.certificate = certificate
            guard let thumbprint = certificate.thumbprint else { return nil }
            self.thumbprint = thumbprint
            return
        }
        certificate = nil
        let found = unsafe PEMText.read(text) { bio in unsafe PEM_read_bio_PUBKEY(bio, nil, { _, _, _, _ in -1 }, nil) }
        guard let key = unsafe found else { return nil }
        defer { unsafe EVP_PKEY_free(key) }
        guard let thumbprint = unsafe PublicKeyText.thumbprint(of: key) else { return nil }
        self.thumbprint = thumbprint
    }

    /// - Returns: nil for keys of other kinds than RSA and the curves of RFC 7518.
    static func thumbprint(of key: OpaquePointer) -> String? {
        let members: String
        if unsafe EVP_PKEY_is_a(key, "RSA") == 1 {
            guard let modulus = unsafe number("n", of: key), let exponent = unsafe number("e", of: key) else {
                return nil
            }
            members = #"{"e":"\#(exponent.base64URL)","kty":"RSA","n":"\#(modulus.base64URL)"}"#
        } else {
            guard let curve = unsafe curve(of: key), let x = unsafe number("qx", of: key, count: curve.bytes),
                let y = unsafe number("qy", of: key, count: curve.bytes)
            else { return nil }
            members = #"{"crv":"\#(curve.name)","kty":"EC","x":"\#(x.base64URL)","y":"\#(y.base64URL)"}"#
        }
        return MessageDigest.sha256.of(Array(members.utf8)).base64URL
    }

    private static func curve(of key: OpaquePointer) -> (name: String, bytes: Int)? {
        var text = [CChar](repeating: 0, count: 64)
        var count = 0
        guard unsafe EVP_PKEY_get_utf8_string_param(key, "group", &text, text.count, &count) == 1 else { return nil }
        switch String(decoding: text.prefix(count).map { UInt8(bitPattern: $0) }, as: UTF8.self) {
        case "prime256v1", "P-256": return ("P-256", 32)
        case "secp384r1", "P-384": return ("P-384", 48)
        case "secp521r1", "P-521": return ("P-521", 66)
        default: return nil
        }
    }

    /// - Parameter count: of bytes; nil: as many as there are.
    private static func number(_ name: String, of key: OpaquePointer, count: Int? = nil) -> [UInt8]? {
        var number: OpaquePointer?
        guard unsafe EVP_PKEY_get_bn_param(key, name, &number) == 1, let number = unsafe number else { return nil }
        defer { unsafe BN_free(number) }
        let count = count ?? Int(unsafe localtenant_number_bytes(number))
        var bytes = [UInt8](repeating: 0, count: count)
        guard unsafe BN_bn2binpad(number, &bytes, Int32(clamping: count)) >= 0 else { return nil }
        return bytes
    }
}
