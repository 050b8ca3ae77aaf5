import HTTPCore

/// What proxies say of a request that they brought here: `Forwarded` (RFC 7239), and the fields that were used before
/// it. The proxy that the client asked comes first.
struct ForwardedFields {
    private let fields: HTTPFields

    init(_ fields: HTTPFields) {
        self.fields = fields
    }

    /// Of each proxy what `Forwarded` has: names in small letters, values without quotes.
    var elements: [[String: String]] {
        items("forwarded").map { element in
            var pairs: [String: String] = [:]
            for pair in element.split(separator: ";") {
                let parts = pair.split(separator: "=", maxSplits: 1).map { ForwardedFields.trimmed($0) }
                guard parts.count == 2 else { continue }
                let isQuoted = parts[1].hasPrefix("\"")
                pairs[parts[0].lowercased()] = isQuoted ? String(parts[1].dropFirst().prefix { $0 != "\"" }) : parts[1]
            }
            return pairs
        }
    }

    /// The items of all fields of a name.
    func items(_ name: String) -> [String] {
        fields.pairs.filter { $0.name.lowercased() == name }.flatMap { $0.value.split(separator: ",") }
            .map { ForwardedFields.trimmed($0) }
    }

    private static func trimmed(_ text: Substring) -> String {
        let start = text.drop { $0 == " " || $0 == "\t" }
        return String(start.reversed().drop { $0 == " " || $0 == "\t" }.reversed())
    }
}
