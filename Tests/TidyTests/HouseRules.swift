/// A target of `Sources/` and what it may import.
struct Room: Equatable {
    var name: String
    var imports: Set<String>

    init(_ name: String, _ imports: Set<String>) {
        self.name = name
        self.imports = imports
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

/// What holds in this house.
enum HouseRules {
    /// What Package.swift cannot say: which modules of the system a target may import. What it may import of ours,
    /// and of packages, is read from there. Foundation is in no row, on purpose.
    static let system: [String: Set<String>] = [
        "ControlAPI": ["Synchronization"],
        "Emulator": ["Dispatch", "Glibc", "Synchronization"],
        // A search of users runs on all cores.
        "Families": ["Dispatch", "Synchronization"],
        "Faults": ["Glibc", "Synchronization"],
        "Files": ["Glibc"],
        "HTTPServer": ["Dispatch", "Synchronization"],
        "Journal": ["Synchronization"],
        "ManagementAPI": ["Synchronization"],
        "Processes": ["Glibc"],
        "Resources": ["Synchronization"],
        // Waits for processes, on queues of its own.
        "Runtime": ["Dispatch", "Synchronization"],
        "TLS": ["Glibc", "Synchronization"],
        "Tenancy": ["Synchronization"],
        "Tokens": ["Synchronization"],
        "Transport": ["Dispatch", "Glibc", "Synchronization"],
        "localtenant": ["Dispatch", "Glibc", "Synchronization"],
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
            "nonisolated(unsafe)", "Sources/Credentials/X509Certificate.swift",
            reason: "A certificate is only read, and its references are counted atomically."),
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
