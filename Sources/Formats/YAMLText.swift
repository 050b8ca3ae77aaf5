import JSON

/// Writes JSON as YAML in block style.
struct YAMLText {
    private var lines: [String] = []

    /// - Parameter root: an object.
    static func text(_ root: JSONValue) -> String {
        var yaml = YAMLText()
        yaml.writeMembers(root, "", first: "")
        return yaml.lines.joined(separator: "\n") + "\n"
    }

    /// - Parameter first: what stands before the first member in place of the indentation.
    private mutating func writeMembers(_ object: JSONValue, _ indentation: String, first: String) {
        let members: [JSONMembers.Member] = object.members.map(Array.init) ?? []
        for (index, member) in members.enumerated() {
            let head = "\(index == 0 ? first : indentation)\(YAMLText.key(member.key)):"
            if let text = member.value.string, YAMLText.isBlock(text) {
                writeBlock(text, head, indentation)
            } else {
                write(member.value, head, indentation)
            }
        }
    }

    private mutating func write(_ value: JSONValue, _ head: String, _ indentation: String) {
        let inner = indentation + "  "
        if let items = value.items, items.count > 0 {
            lines.append(head)
            for item in items {
                if item.members?.count ?? 0 > 0 {
                    writeMembers(item, inner + "  ", first: inner + "- ")
                } else {
                    write(item, inner + "-", inner)
                }
            }
        } else if value.members?.count ?? 0 > 0 {
            lines.append(head)
            writeMembers(value, inner, first: inner)
        } else {
            lines.append("\(head) \(YAMLText.flow(value))")
        }
    }

    /// The indentation is named, since the first line may have some of its own.
    private mutating func writeBlock(_ text: String, _ head: String, _ indentation: String) {
        lines.append("\(head) |2")
        for line in text.dropLast().split(separator: "\n", omittingEmptySubsequences: false) {
            lines.append(line.isEmpty ? "" : "\(indentation)  \(line)")
        }
    }

    /// Where a block is the same text: lines of printable characters that end with a line.
    private static func isBlock(_ text: String) -> Bool {
        text.hasSuffix("\n") && !text.hasSuffix("\n\n") && text.utf8.count > 1
            && text.unicodeScalars.allSatisfy { $0 == "\n" || $0 == "\t" || (" "..."~").contains($0) }
    }

    private static func key(_ key: String) -> String {
        let isPlain = key.utf8.allSatisfy { $0 == 0x5F || (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0) }
        return isPlain && !key.isEmpty ? key : quoted(key)
    }

    /// A JSON string is a YAML string, but for characters that YAML takes for the end of a line or does not print.
    private static func quoted(_ text: String) -> String {
        var writer = JSONWriter(capacity: text.utf8.count + 16)
        writer.string(text)
        return String(decoding: writer.finish(), as: UTF8.self).escapingUnprinted()
    }

    private static func flow(_ value: JSONValue) -> String {
        if let text = value.string { return quoted(text) }
        var writer = JSONWriter(capacity: 16)
        writer.value(value)
        return String(decoding: writer.finish(), as: UTF8.self)
    }
}

extension String {
    /// With `\u` for what some take for the end of a line, or do not print.
    func escapingUnprinted() -> String {
        guard unicodeScalars.contains(where: \.isUnprinted) else { return self }
        return unicodeScalars.map { scalar in
            let digits = String(scalar.value, radix: 16)
            guard scalar.isUnprinted else { return String(scalar) }
            return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        }.joined()
    }
}

extension Unicode.Scalar {
    /// Beyond U+007E.
    var isUnprinted: Bool {
        switch value {
        case 0x7F...0xA0, 0x2028, 0x2029, 0xFEFF, 0xFFFE, 0xFFFF: true
        default: false
        }
    }
}
