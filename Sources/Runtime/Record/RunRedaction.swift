import Ground
import JSON
import Tenancy

/// Puts `(secret NAME)` where values of secrets stand, as they are or as an address, a form or a JSON text has them.
struct RunRedaction {
    private typealias Needle = (bytes: [UInt8], replacement: [UInt8])

    /// By their first byte; of two that begin alike the longer comes first.
    private let needles: [[Needle]]
    private let isEmpty: Bool

    init(_ secrets: [Secret]) {
        var seen: Set<[UInt8]> = []
        var needles: [Needle] = []
        for secret in secrets {
            let value = secret.value.reveal()
            // The console shows a text of several lines line by line.
            let lines = value.split(whereSeparator: \.isNewline).map(String.init).filter { $0.utf8.count >= 8 }
            for form in ([value] + lines).flatMap(RunRedaction.forms) where !form.isEmpty {
                guard seen.insert(form).inserted else { continue }
                needles.append((form, Array("(secret \(secret.name))".utf8)))
            }
        }
        needles.sort { $0.bytes.count > $1.bytes.count }
        var byFirst: [[Needle]] = Array(repeating: [], count: 256)
        for needle in needles { byFirst[Int(needle.bytes[0])].append(needle) }
        self.needles = byFirst
        isEmpty = needles.isEmpty
    }

    /// As `encodeURIComponent` (ECMA-262 19.2.6), as a form (URL standard, application/x-www-form-urlencoded), within a
    /// string of JSON, within one of JavaScript as Node's console shows it, in base64, alone or amid more, and as hex.
    private static func forms(of value: String) -> [[UInt8]] {
        let plain = Array(value.utf8)
        let inspected = value.replacing("\\", with: "\\\\").replacing("\n", with: "\\n")
        let escaped = Array(value.escapedForJSON.utf8)
        var forms = [
            plain, encoded(plain, keeping: "-_.!~*'()", space: "%20"), encoded(plain, keeping: "*-._", space: "+"),
            encoded(plain, keeping: "-_.!~*'():/?&=@+$,;[]", space: "%20"),
            // What an address leaves as it is in its query and in its path (URL standard 1.3).
            encoded(plain, keeping: "!$%&()*+,-./:;=?@[\\]^_`{|}~", space: "%20"),
            encoded(plain, keeping: "!$%&'()*+,-./:;=@[\\]_|~", space: "%20"),
            escaped, Array(inspected.utf8),
            Array(inspected.replacing("'", with: "\\'").utf8),
        ]
        // What is shorter would be found in what is no secret.
        if plain.count >= 6 { forms += binaryForms(of: plain) }
        if escaped.count >= 6, escaped != plain { forms += binaryForms(of: escaped) }
        return forms
    }

    /// Amid more, as in a header `Basic` or a token's content, its base64 begins at any of three places in a group; the
    /// characters at both ends are its neighbours' as well.
    private static func binaryForms(of plain: [UInt8]) -> [[UInt8]] {
        let digits = Array("0123456789abcdef".utf8)
        var forms = [plain.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }]
        for encode in [Base64URL.encode, Base64URL.encodeStandard] {
            for (offset, foreign) in [(0, 0), (1, 2), (2, 3)] {
                let text = encode([UInt8](repeating: 0, count: offset) + plain).filter { $0 != UInt8(ascii: "=") }
                let isShared = (offset + plain.count) % 3 != 0
                if offset == 0 { forms.append(text) }
                forms.append(Array(text.dropFirst(foreign).dropLast(isShared ? 1 : 0)))
            }
        }
        return forms
    }

    private static func encoded(_ bytes: [UInt8], keeping kept: StaticString, space: StaticString) -> [UInt8] {
        let kept = Array("\(kept)".utf8)
        return bytes.flatMap { byte -> [UInt8] in
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: return [byte]
            case 0x20: return Array("\(space)".utf8)
            default:
                if kept.contains(byte) { return [byte] }
                let digits = String(byte, radix: 16, uppercase: true)
                return Array((digits.utf8.count == 1 ? "%0" : "%").utf8) + Array(digits.utf8)
            }
        }
    }

    func applied(to tree: JSONTree) -> JSONTree {
        if isEmpty { return tree }
        if let text = tree.string { return .string(applied(to: text)) }
        if let items = tree.items { return .array(items.map(applied)) }
        guard let members = tree.members else { return tree }
        return .object(members.map { JSONTree.Member(applied(to: $0.key), applied(to: $0.value)) })
    }

    /// The same, but for the keys of the value itself.
    func appliedBelow(_ tree: JSONTree) -> JSONTree {
        guard let members = tree.members else { return applied(to: tree) }
        return .object(members.map { JSONTree.Member($0.key, applied(to: $0.value)) })
    }

    /// A text without what stands at its end and begins a secret.
    func withoutBeginning(_ text: String) -> String {
        let bytes = Array(text.utf8)
        let longest = needles.joined().map { needle in
            (0...min(needle.bytes.count, bytes.count)).last { length in
                bytes.suffix(length).elementsEqual(needle.bytes.prefix(length))
            } ?? 0
        }.max()
        return String(decoding: bytes.dropLast(longest ?? 0), as: UTF8.self)
    }

    func applied(to text: String) -> String {
        let bytes = Array(text.utf8)
        var result: [UInt8] = []
        var place = 0
        var isChanged = false
        while place < bytes.count {
            let rest = bytes[place...]
            if let needle = needles[Int(bytes[place])].first(where: { rest.starts(with: $0.bytes) }) {
                result += needle.replacement
                place += needle.bytes.count
                isChanged = true
            } else {
                result.append(bytes[place])
                place += 1
            }
        }
        return isChanged ? String(decoding: result, as: UTF8.self) : text
    }
}
