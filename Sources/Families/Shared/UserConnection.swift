import JSON
import Resources
import Tenancy

/// What users need to know of the connection they are in.
struct UserConnection {
    let id: String
    let name: String
    let strategy: String
    /// The connection's `options`.
    let options: JSONTree

    private init(_ document: Document) {
        let tree = document.tree
        id = document.id
        name = tree["name"]?.string ?? ""
        strategy = tree["strategy"]?.string ?? ""
        options = tree["options"] ?? .emptyObject
    }

    /// The connection that a new tenant has (reference section 17).
    private init() {
        (id, name, strategy, options) = ("", UserConnection.usual, "auth0", .emptyObject)
    }

    static let usual = "Username-Password-Authentication"

    static func named(_ name: String, _ call: ResourceCall, _ tenant: Tenant) -> UserConnection? {
        guard let resource = call.catalogue.resource("connections") else {
            return name == usual ? UserConnection() : nil
        }
        if let found = resource.documents(where: "name", is: name, in: tenant).first { return UserConnection(found) }
        return tenant.table("connections").all.first { $0.tree["name"]?.string == name }.map { UserConnection($0) }
    }

    static func identified(_ id: String, _ call: ResourceCall, _ tenant: Tenant) -> UserConnection? {
        tenant.table("connections").document(id).map { UserConnection($0) }
    }

    /// Whether it has accounts and passwords of its own.
    var isDatabase: Bool { strategy == "auth0" }

    /// Strategies whose accounts this tenant keeps itself, so that they can be made here.
    var makesUsers: Bool { ["auth0", "email", "sms"].contains(strategy) }
}

extension UserConnection {
    /// What is wrong with a password by the connection's policy; nil where nothing is.
    ///
    /// The levels are those that the service documents; texts: ISSUE (reference section 16).
    func passwordFault(_ password: String, of user: JSONTree) -> Refusal? {
        guard isStrong(password) else { return Refusal.body("PasswordStrengthError: Password is too weak", .issue) }
        let lowered = password.lowercased()
        let common = options[path: "password_dictionary.enable"]?.bool ?? false
        let words = options[path: "password_dictionary.dictionary"]?.strings ?? []
        if common,
            UserConnection.commonPasswords.contains(lowered) || words.contains(where: { $0.lowercased() == lowered })
        {
            return Refusal.body("PasswordDictionaryError: Password is too common", .inferred)
        }
        if options[path: "password_no_personal_info.enable"]?.bool ?? false {
            let texts = ["name", "username", "nickname", "given_name", "family_name", "email"].compactMap {
                user[$0]?.string
            }
            let parts = texts + texts.compactMap { $0.split(separator: "@").first.map(String.init) }
            if parts.contains(where: { $0.utf8.count > 2 && lowered.contains($0.lowercased()) }) {
                return Refusal.body("PasswordNoUserInfoError: Password contains user information", .inferred)
            }
        }
        return nil
    }

    private func isStrong(_ password: String) -> Bool {
        let policy = options["passwordPolicy"]?.string ?? "none"
        let least = ["low": 6, "fair": 8, "good": 8, "excellent": 10][policy] ?? 1
        let bytes = Array(password.utf8)
        guard password.count >= max(least, options[path: "password_complexity_options.min_length"]?.int ?? 0) else {
            return false
        }
        let lower = bytes.contains { (0x61...0x7A).contains($0) }
        let upper = bytes.contains { (0x41...0x5A).contains($0) }
        let digit = bytes.contains { (0x30...0x39).contains($0) }
        let other = bytes.contains {
            !(0x61...0x7A).contains($0) && !(0x41...0x5A).contains($0) && !(0x30...0x39).contains($0)
        }
        let kinds = [lower, upper, digit, other].count { $0 }
        switch policy {
        case "fair": return lower && upper && digit
        case "good": return kinds >= 3
        case "excellent":
            return kinds >= 3
                && !zip(bytes, zip(bytes.dropFirst(), bytes.dropFirst(2))).contains { $0 == $1.0 && $0 == $1.1 }
        default: return true
        }
    }

    /// The head of every list of them; the service's own has 10,000.
    private static let commonPasswords: Set<String> = [
        "password", "123456", "12345678", "1234", "qwerty", "12345", "dragon", "letmein", "monkey", "abc123", "111111",
        "password1", "123456789", "1234567890", "iloveyou", "welcome", "admin", "passw0rd", "password123", "qwerty123",
    ]
}
