/// Names made of others, of few characters and each used once.
struct UniqueNames {
    /// What the names are for.
    enum Use {
        /// Of a file, without its ending: no path, no hidden file, no option, and none that differs from another by
        /// case alone.
        case file
        /// Of a thing in HCL: an identifier.
        case identifier
    }

    private let use: Use
    /// In lower case, as some file systems do not tell the cases apart.
    private var taken: Set<String> = []
    /// The number that was last put behind a name.
    private var numbers: [String: Int] = [:]
    private static let lengthMax = 60

    init(_ use: Use) {
        self.use = use
    }

    /// A name like `text` that was not given before; the same texts in the same order get the same names.
    mutating func name(for text: String) -> String {
        let name = use == .file ? UniqueNames.file(text) : UniqueNames.identifier(text)
        var candidate = name
        let key = name.lowercased()
        while !taken.insert(candidate.lowercased()).inserted {
            let number = (numbers[key] ?? 1) + 1
            numbers[key] = number
            // In a folder `a.json` comes before `a_2.json`, so that the order stays; `-` is before the dot.
            candidate = "\(name)_\(number)"
        }
        return candidate
    }

    private static func file(_ text: String) -> String {
        let kept = replaced(text, by: "-") { $0 == "-" || $0 == " " }
        let trimmed = kept.drop { $0 == "-" || $0 == " " }.reversed().drop { $0 == "-" || $0 == " " }.reversed()
        return trimmed.isEmpty ? "unnamed" : String(trimmed)
    }

    private static func identifier(_ text: String) -> String {
        let kept = replaced(text, by: "_") { _ in false }
        guard let first = kept.utf8.first else { return "unnamed" }
        return (0x30...0x39).contains(first) ? "_\(kept)" : kept
    }

    /// The first characters, all but letters, digits, `_` and what is allowed replaced.
    private static func replaced(_ text: String, by filler: Character, _ isAllowed: (Character) -> Bool) -> String {
        String(
            text.unicodeScalars.prefix(lengthMax).map { scalar in
                let character = Character(scalar)
                let isWord = scalar.isASCII && (character.isLetter || character.isNumber || character == "_")
                return isWord || isAllowed(character) ? character : filler
            })
    }
}
