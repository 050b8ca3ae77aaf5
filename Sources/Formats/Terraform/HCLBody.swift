import JSON

/// What stands between the braces of a block or an object, as `terraform fmt` writes it: equal signs of lines that
/// follow one another below each other, but for values that open a bracket which the line does not close; blocks after
/// attributes, a blank line before each.
struct HCLBody {
    /// How deep it lies, in steps of two blanks.
    let depth: Int
    private var attributes: [(name: String, value: String)] = []
    private var blocks: [String] = []

    init(depth: Int = 1) {
        self.depth = depth
    }

    var isEmpty: Bool { attributes.isEmpty && blocks.isEmpty }

    /// - Parameter value: an expression; its further lines stand where they are to stand.
    mutating func attribute(_ name: String, _ value: String) {
        attributes.append((name, value))
    }

    mutating func block(_ name: String, _ fill: (inout HCLBody) -> Void) {
        var inner = HCLBody(depth: depth + 1)
        fill(&inner)
        block(name, inner)
    }

    mutating func block(_ name: String, _ inner: HCLBody) {
        blocks.append("\(indentation)\(name) \(inner.braced)\n")
    }

    /// With the braces around it.
    var braced: String { isEmpty ? "{}" : "{\n\(text)\(String(indentation.dropLast(2)))}" }

    private var indentation: String { String(repeating: "  ", count: depth) }

    private var text: String {
        var result = ""
        var rest = attributes[...]
        while let first = rest.first {
            let isAligned = HCLBody.isAligned(first.value)
            let run = isAligned ? rest.prefix { HCLBody.isAligned($0.value) } : rest.prefix(1)
            let width = run.map(\.name.count).max() ?? 0
            for (name, value) in run {
                let gap = String(repeating: " ", count: width - name.count)
                result += "\(indentation)\(name)\(gap) = \(value)\n"
            }
            rest = rest[run.endIndex...]
        }
        for (place, block) in blocks.enumerated() { result += (place == 0 && attributes.isEmpty ? "" : "\n") + block }
        return result
    }

    /// Texts of several lines open no bracket.
    private static func isAligned(_ value: String) -> Bool {
        value.hasPrefix("<<") || !value.utf8.contains(UInt8(ascii: "\n"))
    }
}

extension HCL {
    /// An expression that is the value. What stands as a number is written as it is, so that it may also be a name.
    ///
    /// - Parameter depth: how deep the line lies on which it begins.
    static func value(_ tree: JSONTree, depth: Int) -> String {
        if let text = tree.string { return quoted(text) }
        if let items = tree.items {
            let values = items.map { value($0, depth: depth + 1) }
            let line = "[\(values.joined(separator: ", "))]"
            if line.utf8.count <= lineMax, !values.contains(where: { $0.utf8.contains(UInt8(ascii: "\n")) }) {
                return line
            }
            let indentation = String(repeating: "  ", count: depth + 1)
            return "[\n\(values.map { "\(indentation)\($0),\n" }.joined())\(indentation.dropLast(2))]"
        }
        if let members = tree.members {
            var body = HCLBody(depth: depth + 1)
            for member in members { body.attribute(key(member.key), value(member.value, depth: depth + 1)) }
            return body.braced
        }
        return String(decoding: tree.bytes, as: UTF8.self)
    }

    /// Longer lists have a line for each item.
    private static let lineMax = 80

    /// A key of an object; one that HCL could take for something else is quoted.
    private static func key(_ text: String) -> String {
        let isWord = text.utf8.allSatisfy { byte in
            (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A) || byte == 0x5F || (byte >= 0x30 && byte <= 0x39)
        }
        let isPlain = isWord && !(0x30...0x39).contains(text.utf8.first ?? 0x30)
        return isPlain && !["for", "if", "in", "null", "true", "false"].contains(text) ? text : quoted(text)
    }
}
