import JSON

/// The deploy CLI's keyword replacement: `##KEY##` becomes the value's text, `@@KEY@@` the value as JSON, together with
/// the quotes around it if there are any, double or single.
package struct KeywordMappings: Sendable {
    private var mappings: [(key: String, text: String, json: String)] = []
    /// Where they come from, as the deploy CLI has it.
    package static let variable = "AUTH0_KEYWORD_REPLACE_MAPPINGS"

    package init() {}

    /// - Parameter text: a JSON object, as `AUTH0_KEYWORD_REPLACE_MAPPINGS` holds it.
    package init(_ text: String) throws(SeedError) {
        guard let members = (try? JSONParser.parse(Array(text.utf8)))?.members else {
            throw SeedError("", "it must be a JSON object")
        }
        for member in members {
            mappings.append((member.key, KeywordMappings.text(member.value), KeywordMappings.json(member.value)))
        }
    }

    /// First all that become JSON, then all that become text, as the deploy CLI does it.
    package func replace(in text: String) -> String {
        guard !mappings.isEmpty else { return text }
        let arrays = mappings.reduce(text) { text, mapping in
            text.replacing("\"@@\(mapping.key)@@\"", with: mapping.json)
                .replacing("'@@\(mapping.key)@@'", with: mapping.json)
                .replacing("@@\(mapping.key)@@", with: mapping.json)
        }
        return mappings.reduce(arrays) { $0.replacing("##\($1.key)##", with: $1.text) }
    }

    private static func json(_ value: JSONValue) -> String {
        var writer = JSONWriter()
        writer.value(value)
        return String(decoding: writer.finish(), as: UTF8.self)
    }

    /// As JavaScript makes text of it: the items of an array with commas between them.
    private static func text(_ value: JSONValue) -> String {
        if let items = value.items { return items.map(text).joined(separator: ",") }
        return value.string ?? json(value)
    }
}

/// Keywords that have got no value.
extension KeywordMappings {
    /// What there is to say of a text that was replaced in; nil where nothing is left.
    package static func hint(_ keywords: [String]) -> String? {
        guard !keywords.isEmpty else { return nil }
        let more = keywords.count > 10 ? " and \(keywords.count - 10) more" : ""
        return "\(variable) has no value for \(keywords.prefix(10).joined(separator: ", "))\(more)"
    }

    /// The keywords in a text, each once.
    package static func keywords(in text: String) -> [String] {
        var found: [String] = []
        for marker in markers(in: Array(text.utf8)) where !found.contains(marker.key) { found.append(marker.key) }
        return found
    }

    /// The same text with quotes around values that begin with a keyword: without them `@` begins no value of YAML or
    /// JSON, and `#` a comment.
    package static func quoting(_ text: String) -> String {
        let bytes = Array(text.utf8)
        var (quoted, position) = ([UInt8](), 0)
        for marker in markers(in: bytes) where marker.start >= position && beginsValue(marker, in: bytes) {
            let end = endOfValue(from: marker.end, in: bytes)
            guard let end else { continue }
            quoted += bytes[position..<marker.start] + [0x22] + bytes[marker.start..<end] + [0x22]
            position = end
        }
        return String(decoding: quoted + bytes[position...], as: UTF8.self)
    }

    private struct Marker {
        let key: String
        let start: Int
        let end: Int
    }

    /// Two marks, a word, the same two marks.
    private static func markers(in bytes: [UInt8]) -> [Marker] {
        func isMark(_ index: Int) -> Bool {
            index + 1 < bytes.count && (bytes[index] == 0x23 || bytes[index] == 0x40)
                && bytes[index + 1] == bytes[index]
        }
        func isWord(_ byte: UInt8) -> Bool {
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x5F, 0x2D, 0x2E: true
            default: false
            }
        }
        var (found, index) = ([Marker](), 0)
        while index < bytes.count {
            guard isMark(index) else {
                index += 1
                continue
            }
            let word = bytes[(index + 2)...].prefix(while: isWord)
            guard !word.isEmpty, isMark(word.endIndex), bytes[word.endIndex] == bytes[index] else {
                index += 1
                continue
            }
            let key = String(decoding: word, as: UTF8.self)
            found.append(Marker(key: key, start: index, end: word.endIndex + 2))
            index = word.endIndex + 2
        }
        return found
    }

    /// Behind the colon of a key, the hyphen of an item, or in brackets.
    private static func beginsValue(_ marker: Marker, in bytes: [UInt8]) -> Bool {
        let before = bytes[..<marker.start]
        let spaces = before.reversed().prefix { $0 == 0x20 || $0 == 0x09 }.count
        guard let last = before.dropLast(spaces).last else { return false }
        switch last {
        case 0x3A, 0x2D: return spaces > 0
        case 0x5B, 0x2C: return true
        default: return false
        }
    }

    /// Where a line or a bracket ends it, spaces before that left out; nil where it is more than a plain value.
    private static func endOfValue(from start: Int, in bytes: [UInt8]) -> Int? {
        let rest = bytes[start...].prefix { ![0x0A, 0x0D, 0x2C, 0x5D, 0x7D].contains($0) }
        guard !rest.contains(0x22), !rest.contains(0x5C) else { return nil }
        return start + rest.count - rest.reversed().prefix { $0 == 0x20 || $0 == 0x09 }.count
    }
}
