import Foundation

/// Bytes as the tables of `fixtures/http2` and `fixtures/tls` write them; the READMEs there tell the form.
package struct ByteNotation {
    package struct Failure: Error {
        let text: String
    }

    /// What `$NAME` stands for.
    package var names: [String: String] = [:]

    package init() {}

    package func bytes(_ text: String) throws -> [UInt8] {
        var rest = Array(text.utf8)[...]
        let bytes = try read(&rest, until: nil)
        guard rest.isEmpty else { throw Failure(text: "more than there should be: \(text)") }
        return bytes
    }

    private func read(_ rest: inout ArraySlice<UInt8>, until end: Character?) throws -> [UInt8] {
        var bytes: [UInt8] = []
        while let byte = rest.popFirst() {
            let character = Character(Unicode.Scalar(byte))
            switch character {
            case end: return bytes
            case " ": continue
            case "'": bytes += take(&rest) { $0 != UInt8(ascii: "'") } + drop(&rest)
            case "(": bytes += prefixed(try read(&rest, until: ")"), by: 1)
            case "[": bytes += prefixed(try read(&rest, until: "]"), by: 2)
            case "<": bytes += prefixed(try read(&rest, until: ">"), by: 3)
            case "{": bytes += try repeated(&rest)
            case "$":
                let name = String(decoding: take(&rest) { (0x41...0x5A).contains($0) || $0 == 0x5F }, as: UTF8.self)
                guard let text = names[name] else { throw Failure(text: "no $\(name)") }
                bytes += try self.bytes(text)
            default:
                guard let low = rest.popFirst(),
                    let value = UInt8(String(decoding: [byte, low], as: UTF8.self), radix: 16)
                else { throw Failure(text: "\(character) begins no byte") }
                bytes.append(value)
            }
        }
        guard end == nil else { throw Failure(text: "no \(end ?? " ")") }
        return bytes
    }

    /// `00*9}`
    private func repeated(_ rest: inout ArraySlice<UInt8>) throws -> [UInt8] {
        let parts = String(decoding: take(&rest) { $0 != UInt8(ascii: "}") }, as: UTF8.self).split(separator: "*")
        _ = drop(&rest)
        guard parts.count == 2, let byte = UInt8(parts[0], radix: 16), let count = Int(parts[1]) else {
            throw Failure(text: "{\(parts)} is no byte and number")
        }
        return [UInt8](repeating: byte, count: count)
    }

    private func take(_ rest: inout ArraySlice<UInt8>, while holds: (UInt8) -> Bool) -> [UInt8] {
        let taken = Array(rest.prefix(while: holds))
        rest = rest.dropFirst(taken.count)
        return taken
    }

    private func drop(_ rest: inout ArraySlice<UInt8>) -> [UInt8] {
        rest = rest.dropFirst()
        return []
    }

    private func prefixed(_ bytes: [UInt8], by width: Int) -> [UInt8] {
        (0..<width).reversed().map { UInt8(truncatingIfNeeded: bytes.count >> (8 * $0)) } + bytes
    }
}

/// Lines of a table: columns parted by ` | `, without comments, empty lines, and those that give `$NAME` a meaning.
package struct CaseTable {
    package private(set) var rows: [[String]] = []
    package private(set) var notation = ByteNotation()

    /// - Parameter path: below `fixtures`; a table that cannot be read is empty, which its tests look at.
    package init(_ path: String) {
        let text = (try? PackageFolder.text(PackageFolder.fixtures.appending(path: path))) ?? ""
        for line in text.split(separator: "\n") where !line.hasPrefix("#") {
            if line.hasPrefix("$") {
                let parts = line.dropFirst().components(separatedBy: " = ")
                notation.names[parts[0]] = parts.dropFirst().joined(separator: " = ")
            } else {
                rows.append(line.components(separatedBy: " | "))
            }
        }
    }
}
