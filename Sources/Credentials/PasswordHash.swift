import COpenSSL

/// Hashes of passwords that say how they were made: `$pbkdf2-sha256$i=ROUNDS$SALT$HASH`.
///
/// PBKDF2 with HMAC-SHA-256 (RFC 8018 section 5.2). A test suite makes thousands of users: a hash takes some two
/// milliseconds here, which is no cost for somebody who has a stolen file and much time. The emulator keeps no secrets
/// of people.
package enum PasswordHash {
    package static let rounds: Int32 = 4_096
    private static let saltBytes = 16
    private static let hashBytes = 32

    package static func make(_ password: String, rounds: Int32 = rounds) -> String {
        var salt = [UInt8](repeating: 0, count: saltBytes)
        unsafe RAND_bytes(&salt, Int32(saltBytes))
        let saltText = salt.base64URL
        return "$pbkdf2-sha256$i=\(rounds)$\(saltText)$\(derived(password, saltText, rounds, hashBytes).base64URL)"
    }

    /// False for hashes of another form.
    package static func verifies(_ password: String, hash: String) -> Bool {
        let parts = hash.split(separator: "$", omittingEmptySubsequences: false)
        guard parts.count == 5, parts[1] == "pbkdf2-sha256", parts[2].hasPrefix("i="),
            let rounds = Int32(parts[2].dropFirst(2)), (1...1_000_000).contains(rounds)
        else { return false }
        let wanted = Array(parts[4].utf8)
        let made = Array(derived(password, String(parts[3]), rounds, hashBytes).base64URL.utf8)
        guard made.count == wanted.count else { return false }
        return unsafe CRYPTO_memcmp(made, wanted, made.count) == 0
    }

    /// - Parameter salt: its text is what is hashed.
    private static func derived(_ password: String, _ salt: String, _ rounds: Int32, _ count: Int) -> [UInt8] {
        let (salt, password) = (Array(salt.utf8), Array(password.utf8).map { CChar(bitPattern: $0) })
        var hash = [UInt8](repeating: 0, count: count)
        unsafe PKCS5_PBKDF2_HMAC(
            password, Int32(clamping: password.count), salt, Int32(clamping: salt.count), rounds, EVP_sha256(),
            Int32(clamping: count), &hash)
        return hash
    }
}
