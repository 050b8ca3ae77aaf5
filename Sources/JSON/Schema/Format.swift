/// What values of the document's formats look like, as far as it is known: of a format whose rule is not public every
/// string is taken.
enum Format {
    static func holds(_ name: String, _ text: String) -> Bool {
        rules[name]?(text) ?? true
    }

    typealias Rule = @Sendable (String) -> Bool

    private static let rules: [String: Rule] = [
        "email": isEmail, "email-or-empty": orEmpty(isEmail),
        "ipv4": isIPv4, "ipv6": isIPv6,
        // Blocks alone: addresses have formats of their own beside them, of which oneOf wants exactly one.
        "cidr": { isCIDR($0, isIPv4, 32) },
        "ipv6_cidr": { isCIDR($0, isIPv6, 128) },
        "hostname": matching("^[A-Za-z0-9_*]([A-Za-z0-9_.*-]*[A-Za-z0-9_*])?\\.?$"),
        // RFC 3339 section 5.6; how long a month is does not count.
        "date-time": matching(
            "^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])[Tt ]([01]\\d|2[0-3]):[0-5]\\d:([0-5]\\d|60)(\\.\\d+)?"
                + "([Zz]|[+-]([01]\\d|2[0-3]):[0-5]\\d)$"),
        "uuid": matching("^[0-9a-fA-F]{8}-([0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}$"),
        "uri": isURI, "strict-uri": isURI, "url": isURI,
        "absolute-uri-or-empty": orEmpty(isURI), "absolute-https-uri-or-empty": orEmpty(isHTTPS),
        "strict-https-uri": isHTTPS, "strict-https-uri-or-null": isHTTPS, "forms-url-https": isHTTPS,
        "html-color": isColor, "html-color-or-null": isColor, "forms-hex-color": isColor,
        "event-stream-id": matching("^est_[1-9A-HJ-NP-Za-km-z]{22}$"),
        // `$ending` names no node of its own, and what is computed is no address: two alternatives that exclude each
        // other (INFERRED of SPEC).
        "forms-custom-identifier": matching("^[^$]"),
        "forms-expression": matching("\\{\\{"),
        "non-empty-string": { !$0.isEmpty },
        "organization-name": matching("^[a-z0-9]([a-z0-9_-]*[a-z0-9])?$"),
    ]

    private static func orEmpty(_ rule: @escaping Rule) -> Rule { { $0.isEmpty || rule($0) } }

    /// Without control characters.
    private static func printable(_ rule: @escaping Rule) -> Rule {
        { text in rule(text) && text.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F } }
    }

    private static func matching(_ source: String) -> Rule {
        let pattern = Pattern(source)
        return { pattern?.matches($0) ?? true }
    }

    /// `^[^\s@]+@[^\s@]+$`: most are ASCII, and told byte by byte.
    private static let isEmail: Rule = { text in
        var (before, behind, ats) = (0, 0, 0)
        for byte in text.utf8 {
            if byte >= 0x80 { return isAnyEmail(text) }
            // Blanks of ASCII: tab to carriage return, and the space.
            if byte == 0x20 || (0x09...0x0D).contains(byte) { return false }
            if byte == UInt8(ascii: "@") { ats += 1 } else if ats == 0 { before += 1 } else { behind += 1 }
        }
        return before > 0 && behind > 0 && ats == 1
    }
    private static let isAnyEmail = matching("^[^\\s@]+@[^\\s@]+$")
    private static let isURI = printable(matching("^[A-Za-z][A-Za-z0-9+.-]*:[^\\s]+$"))
    private static let isHTTPS = printable(matching("^https://[^\\s]+$"))
    private static let isColor = matching("^#([0-9a-fA-F]{3,4}|[0-9a-fA-F]{6}|[0-9a-fA-F]{8})$")

    private static let isIPv4: Rule = { text in
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 4
            && parts.allSatisfy { part in
                isNumber(part) && UInt8(part) != nil && (part.utf8.count == 1 || part.utf8.first != 0x30)
            }
    }

    private static func isNumber(_ text: Substring) -> Bool {
        !text.isEmpty && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
    }

    /// RFC 4291 section 2.2: eight groups, or fewer around one `::`.
    private static let isIPv6: Rule = { text in
        let bytes = Array(text.utf8)
        guard let gap = bytes.indices.dropLast().first(where: { bytes[$0] == 0x3A && bytes[$0 + 1] == 0x3A }) else {
            return groupCount(bytes[...]) == 8
        }
        guard let left = groupCount(bytes[..<gap]), let right = groupCount(bytes[(gap + 2)...]) else { return false }
        return left + right <= 7
    }

    /// How many groups of an address there are; the last may be one of version 4. Nil for anything else.
    private static func groupCount(_ bytes: ArraySlice<UInt8>) -> Int? {
        if bytes.isEmpty { return 0 }
        var groups = bytes.split(separator: 0x3A, omittingEmptySubsequences: false)
        var count = 0
        if let last = groups.last, last.contains(0x2E) {
            guard isIPv4(String(decoding: last, as: UTF8.self)) else { return nil }
            groups.removeLast()
            count = 2
        }
        let areDigits = groups.allSatisfy { group in
            (1...4).contains(group.count)
                && group.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0 | 0x20) }
        }
        return areDigits ? count + groups.count : nil
    }

    private static func isCIDR(_ text: String, _ rule: Rule, _ bits: Int) -> Bool {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 2, isNumber(parts[1]), let length = Int(parts[1]) else { return false }
        return (0...bits).contains(length) && rule(String(parts[0]))
    }
}
