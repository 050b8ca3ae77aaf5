import COpenSSL

/// Message digests.
package enum Digest {
    package static func sha256(_ bytes: [UInt8]) -> [UInt8] {
        var digest = [UInt8](repeating: 0, count: 32)
        var count: UInt32 = 0
        unsafe EVP_Digest(bytes, bytes.count, &digest, &count, EVP_sha256(), nil)
        return digest
    }

    /// For names of things only, where a standard asks for it: nothing may be trusted because of it.
    package static func sha1(_ bytes: [UInt8]) -> [UInt8] {
        var digest = [UInt8](repeating: 0, count: 20)
        var count: UInt32 = 0
        unsafe EVP_Digest(bytes, bytes.count, &digest, &count, EVP_sha1(), nil)
        return digest
    }
}
