import Ground

/// What values of the document's formats look like, as far as it is known: of a format whose rule is not public every
/// string is taken.
enum Format {
    static func holds(_ name: String, _ text: String) -> Bool {
        rules[name]?(text) ?? true
    }

    typealias Rule = @Sendable (String) -> Bool

    private static let rules: [String: Rule] = [
        "email": isEmail, "email-or-empty": orEmpty(isEmail),
        "ipv4": { !$0.contains(":") && IPAddress($0) != nil }, "ipv6": { $0.contains(":") && IPAddress($0) != nil },
        // Blocks alone: addresses have formats of their own beside them, of which oneOf wants exactly one.
        "cidr": { $0.contains("/") && !$0.contains(":") && IPNetwork($0) != nil },
        "ipv6_cidr": { $0.contains("/") && $0.contains(":") && IPNetwork($0) != nil },
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
}
