import JSON
import Resources

/// What a database connection asks of passwords: the older options side by side, or the newer `password_options`.
///
/// The levels are those that the service documents. The text about a weak one: ISSUE (reference section 16); others
/// INFERRED.
struct PasswordPolicy {
    private let options: JSONTree
    /// The newer form, where the connection has it.
    private let flexible: JSONTree?

    init(_ connection: UserConnection) {
        options = connection.options
        flexible = options["password_options"]
    }

    /// - Returns: why a password cannot be a user's; nil where it can.
    func fault(_ password: String, of user: JSONTree) -> Refusal? {
        guard isStrong(password) else { return Refusal.body("PasswordStrengthError: Password is too weak", .issue) }
        if isCommon(password.lowercased()) {
            return Refusal.body("PasswordDictionaryError: Password is too common", .inferred)
        }
        if isPersonal(password.lowercased(), user) {
            return Refusal.body("PasswordNoUserInfoError: Password contains user information", .inferred)
        }
        return nil
    }

    /// How many of a user's last passwords cannot be taken again.
    var rememberedCount: Int {
        if flexible?[path: "history.active"]?.bool ?? false { return max(0, flexible?[path: "history.size"]?.int ?? 5) }
        guard options[path: "password_history.enable"]?.bool ?? false else { return 0 }
        return max(0, options[path: "password_history.size"]?.int ?? 5)
    }

    static let reused = Refusal.body("PasswordHistoryError: Password has previously been used", .inferred)

    private func isCommon(_ password: String) -> Bool {
        let isAsked = options[path: "password_dictionary.enable"]?.bool ?? flexible?[path: "dictionary.active"]?.bool
        guard isAsked ?? false else { return false }
        let words = options[path: "password_dictionary.dictionary"] ?? flexible?[path: "dictionary.custom"]
        return PasswordPolicy.common.contains(password)
            || words?.strings?.contains { $0.lowercased() == password } ?? false
    }

    private func isPersonal(_ password: String, _ user: JSONTree) -> Bool {
        let isAsked =
            options[path: "password_no_personal_info.enable"]?.bool ?? flexible?[path: "profile_data.active"]?.bool
        guard isAsked ?? false else { return false }
        let members = ["name", "username", "nickname", "given_name", "family_name", "email"]
        let texts = members.compactMap { user[$0]?.string }
        let parts = texts + texts.compactMap { $0.split(separator: "@").first.map(String.init) }
        return parts.contains { $0.utf8.count > 2 && password.contains($0.lowercased()) }
    }

    private func isStrong(_ password: String) -> Bool {
        if let complexity = flexible?["complexity"] { return PasswordPolicy.holds(complexity, password) }
        let policy = options["passwordPolicy"]?.string ?? "none"
        let least = ["low": 6, "fair": 8, "good": 8, "excellent": 10][policy] ?? 1
        guard password.count >= max(least, options[path: "password_complexity_options.min_length"]?.int ?? 0) else {
            return false
        }
        let kinds = PasswordPolicy.kinds(password)
        switch policy {
        case "fair": return kinds.isSuperset(of: ["lowercase", "uppercase", "number"])
        case "good": return kinds.count >= 3
        case "excellent": return kinds.count >= 3 && !PasswordPolicy.hasThreeAlike(password)
        default: return true
        }
    }

    private static func holds(_ complexity: JSONTree, _ password: String) -> Bool {
        let (kinds, wanted) = (kinds(password), complexity["character_types"]?.strings ?? [])
        let isMixed =
            complexity["character_type_rule"] == "three_of_four"
            ? kinds.count >= 3 : wanted.allSatisfy { kinds.contains($0) }
        return password.count >= complexity["min_length"]?.int ?? 1 && isMixed
            && !(complexity["identical_characters"] == "block" && hasThreeAlike(password))
    }

    private static func kinds(_ password: String) -> Set<String> {
        Set(
            password.utf8.map { byte in
                switch byte {
                case 0x61...0x7A: "lowercase"
                case 0x41...0x5A: "uppercase"
                case 0x30...0x39: "number"
                default: "special"
                }
            })
    }

    private static func hasThreeAlike(_ password: String) -> Bool {
        let bytes = Array(password.utf8)
        return bytes.indices.dropFirst(2).contains { bytes[$0] == bytes[$0 - 1] && bytes[$0] == bytes[$0 - 2] }
    }

    /// The head of every list of them; the service's own has 10,000.
    private static let common: Set<String> = [
        "password", "123456", "12345678", "1234", "qwerty", "12345", "dragon", "letmein", "monkey", "abc123", "111111",
        "password1", "123456789", "1234567890", "iloveyou", "welcome", "admin", "passw0rd", "password123", "qwerty123",
    ]
}
