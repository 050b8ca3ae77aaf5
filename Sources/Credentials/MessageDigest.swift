import COpenSSL

/// Message digests.
package enum MessageDigest: Sendable {
    case md5, sha1, sha256

    package func of(_ bytes: [UInt8]) -> [UInt8] {
        var digest = [UInt8](repeating: 0, count: Int(EVP_MAX_MD_SIZE))
        var count: UInt32 = 0
        guard unsafe EVP_Digest(bytes, bytes.count, &digest, &count, algorithm, nil) == 1 else { return [] }
        return Array(digest.prefix(Int(count)))
    }

    private var algorithm: OpaquePointer? {
        switch self {
        case .md5: unsafe EVP_md5()
        case .sha1: unsafe EVP_sha1()
        case .sha256: unsafe EVP_sha256()
        }
    }
}

extension [UInt8] {
    /// Base64 with the alphabet for URLs, without padding (RFC 4648 section 5).
    var base64URL: String {
        var text = [UInt8](repeating: 0, count: count / 3 * 4 + 5)
        let length = Int(unsafe EVP_EncodeBlock(&text, self, Int32(clamping: count)))
        let digits = text.prefix(length).filter { $0 != 0x3D }
        return String(decoding: digits.map { $0 == 0x2B ? 0x2D : $0 == 0x2F ? 0x5F : $0 }, as: UTF8.self)
    }
}
