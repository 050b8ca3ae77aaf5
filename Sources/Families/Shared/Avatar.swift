import JSON
import Resources

/// The picture that a user has who brought none (RECORDED 24).
enum Avatar {
    /// - Parameters:
    ///   - address: whose digest names the picture: the e-mail, in small letters.
    ///   - host: `s`, or `secure` for imported users (RECORDED 1).
    static func url(_ address: String, name: String, host: String = "s", _ crypto: any CryptoService) -> String {
        let digest = hex(crypto.md5(Array(address.lowercased().utf8)))
        return "https://\(host).gravatar.com/avatar/\(digest)?s=480&r=pg&d=https%3A%2F%2Fcdn.auth0.com%2Favatars%2F"
            + "\(initials(name)).png"
    }

    /// The first letters of the first two words; of one word the first two.
    private static func initials(_ name: String) -> String {
        let words = name.split(separator: " ")
        let text = words.count > 1 ? String(words[0].prefix(1) + words[1].prefix(1)) : String(name.prefix(2))
        return text.lowercased()
    }

    private static func hex(_ bytes: [UInt8]) -> String {
        bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
}
