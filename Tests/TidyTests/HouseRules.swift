/// A target of `Sources/` and what it may import. `floor`: it may only look down.
struct Room {
    var name: String
    var floor: Int
    var imports: Set<String>

    init(_ floor: Int, _ name: String, _ imports: String...) {
        self.name = name
        self.floor = floor
        self.imports = Set(imports)
    }
}

/// Words that do not stand in code below `folder`, unless the file is below one of the `allowed` folders.
struct WordRule {
    var name: String
    var pattern: String
    var folder = "Sources/"
    var allowed: [String] = []
    /// A comment on the line above makes it fine: it states the reason.
    var excusedByComment = false

    func covers(_ path: String) -> Bool {
        path.hasPrefix(folder) && !allowed.contains { path.hasPrefix($0) }
    }
}

struct SizeLimits {
    var fileLines = 400
    var functionLines = 70
    var columns = 120
}

/// What holds in this house. The arrows are those of Package.swift; Foundation is in no row, on purpose.
enum HouseRules {
    static let rooms = [
        Room(0, "CLinux"),
        Room(0, "COpenSSL"),
        Room(0, "CNghttp2"),
        Room(0, "CYaml"),

        Room(1, "JSON"),
        Room(1, "Tenancy", "Synchronization"),
        Room(1, "HTTPCore", "Glibc", "Synchronization"),
        Room(1, "Files", "Glibc"),
        Room(1, "Processes", "CLinux", "Glibc"),
        Room(1, "Credentials", "COpenSSL"),
        Room(1, "Transport", "CLinux", "Dispatch", "Glibc", "Synchronization"),

        Room(2, "HTTP1", "HTTPCore"),
        Room(2, "HTTP2", "HTTPCore", "CNghttp2"),
        Room(2, "Routing", "HTTPCore"),
        Room(2, "TLS", "COpenSSL", "Credentials", "Files", "Glibc", "Synchronization"),
        Room(2, "Faults", "Glibc", "HTTPCore", "JSON", "Tenancy", "Synchronization"),
        Room(2, "YAML", "CYaml", "JSON"),
        Room(2, "Journal", "HTTPCore", "JSON", "Tenancy", "Synchronization"),
        Room(2, "Formats", "HTTPCore", "JSON", "Tenancy"),
        Room(2, "Resources", "HTTPCore", "JSON", "Tenancy", "Synchronization"),
        Room(2, "ClientSetup", "HTTPCore", "JSON"),
        Room(2, "AdminPage", "HTTPCore"),
        Room(2, "Tokens", "HTTPCore", "JSON", "COpenSSL", "Credentials", "Synchronization"),

        Room(
            3, "HTTPServer", "HTTPCore", "HTTP1", "HTTP2", "TLS", "Transport", "Dispatch", "Glibc", "Synchronization"),
        Room(3, "HTTPClient", "Credentials", "HTTPCore", "TLS", "Transport"),
        Room(3, "Families", "HTTPCore", "JSON", "Resources", "Tenancy"),
        Room(
            4, "ManagementAPI", "Families", "HTTPCore", "JSON", "Resources", "Routing", "Tenancy", "Tokens",
            "Synchronization"),
        Room(
            3, "AuthenticationAPI", "Credentials", "HTTPCore", "JSON", "Routing", "Tenancy", "Tokens", "Synchronization"
        ),
        Room(
            3, "ControlAPI", "AdminPage", "ClientSetup", "Faults", "HTTPCore", "JSON", "Journal", "Routing", "Formats",
            "Tenancy", "YAML", "Synchronization"),

        Room(
            5, "Emulator", "Credentials", "Families", "Files", "HTTPCore", "HTTP1", "HTTPServer", "TLS", "Transport", "Routing",
            "ManagementAPI",
            "ControlAPI",
            "AuthenticationAPI", "Faults", "JSON", "Journal", "Formats", "Tenancy", "Tokens", "YAML", "CLinux",
            "Logging",
            "Dispatch",
            "Glibc",
            "Synchronization"),

        Room(
            6, "localtenant", "ClientSetup", "Emulator", "Files", "HTTPClient", "HTTPCore", "HTTPServer", "JSON",
            "Processes", "Tenancy", "Transport", "ArgumentParser", "Logging", "Dispatch", "Glibc", "Synchronization"),
    ]

    /// Patterns are read against code without comments and strings.
    static let words = [
        WordRule(name: "@unchecked Sendable", pattern: #"@unchecked\s"#),
        WordRule(name: "nonisolated(unsafe)", pattern: #"\bnonisolated\s*\(\s*unsafe\s*\)"#),
        WordRule(name: "try!", pattern: #"\btry!"#),
        WordRule(name: "as!", pattern: #"\bas!"#),
        // `x!`, `f()!`, `a[0]!`, `"text"!`, `Int!`; not `!x`, `a != b`, `try!`, `as!`.
        WordRule(name: "force unwrap", pattern: #"(\b(?!(try|as)!)\w+|[)\]}"`>?])!(?!=)"#),
        WordRule(name: "fatalError", pattern: #"\bfatalError\s*\("#),
        // Its trap prints the key, which may be a request's.
        WordRule(name: "trap with data in its text", pattern: #"\buniqueKeysWithValues\b"#),
        WordRule(
            name: "assertion without a reason", pattern: #"\b(precondition|assert|assertion)(Failure)?\s*\("#,
            excusedByComment: true),
        WordRule(
            name: "clock",
            pattern: #"\bDate\s*\(|\bDate\.now\b|\bclock_gettime\b|\bgettimeofday\b|\btime\s*\(\s*nil"#
                + #"|\bContinuousClock\b|\bSuspendingClock\b|\bDispatch(Wall)?Time\.now\b|[dD]eadline:\s*\.now\b"#,
            allowed: ["Sources/Emulator/", "Sources/Transport/"]),
        WordRule(
            name: "randomness",
            pattern: #"\bUUID\s*\(|\bSystemRandomNumberGenerator\b|\.random\s*\(|\.randomElement\s*\("#
                + #"|\.shuffled?\s*\(|\bgetrandom\b|\bgetentropy\b|\barc4random"#,
            allowed: ["Sources/Emulator/"]),
        WordRule(name: "sleep", pattern: #"\b(u|nano)?sleep\s*\(|\bsleep\s+[0-9.$]"#, folder: "Tests/"),
    ]

    static let sizes = SizeLimits()

    static let topLevel: Set = [
        "Package.swift", "Sources", "Tests", "Docker", "fixtures", "README.md", "Makefile", "LICENSE",
    ]

    /// Every breach that is meant to be, with its reason. An entry that excuses nothing fails the tests.
    static let exemptions: [Exemption] = [
        Exemption(
            "line length", "Sources/Families/Generated/",
            reason: "Made by a script: a property of a schema a line."),
        Exemption(
            "nonisolated(unsafe)", "Sources/TLS/Certificate.swift",
            reason: "OpenSSL objects that are only read once made; it counts references atomically."),
        Exemption(
            "nonisolated(unsafe)", "Sources/TLS/TLSContext.swift",
            reason: "Set up in init, then only read by OpenSSL, which counts references atomically."),
        Exemption(
            "nonisolated(unsafe)", "Sources/TLS/TLSClientContext.swift",
            reason: "Set up in init, then only read by OpenSSL, which counts references atomically."),
        Exemption(
            "nonisolated(unsafe)", "Sources/TLS/TLSPort.swift",
            reason: "OpenSSL's table of functions, filled once and only read afterwards."),
        Exemption(
            "nonisolated(unsafe)", "Sources/Credentials/PrivateKey.swift",
            reason: "An OpenSSL object that is only read once made; it counts references atomically."),
        Exemption(
            "nonisolated(unsafe)", "Sources/Credentials/PublicKey.swift",
            reason: "An OpenSSL object that is only read once made; it counts references atomically."),
        Exemption(
            "nonisolated(unsafe)", "Sources/HTTP2/HTTP2Callbacks.swift",
            reason: "nghttp2's table of callbacks, filled once and copied into each session."),
        Exemption(
            "nonisolated(unsafe)", "Sources/JSON/Bytes/GrowingBuffer.swift",
            reason: "Memory of a value that cannot be copied, so that one task at a time has it."),
        Exemption(
            "sleep", "Tests/Benchmarks/measure.py", containing: "time.sleep(0.3)",
            reason: "A measurement lets the memory of a peer settle; nothing is asserted."),
        Exemption(
            "sleep", "Tests/Clients/go_wire.py", containing: "time.sleep(seconds)",
            reason: "The clients whose ways it has wait before they try again, for as long as the server says."),
    ]
}
