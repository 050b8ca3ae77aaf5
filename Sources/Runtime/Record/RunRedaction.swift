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
            for form in RunRedaction.forms(of: secret.value.reveal()) where !form.isEmpty {
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
    /// string of JSON, within one of JavaScript as Node's console shows it, and in base64.
    private static func forms(of value: String) -> [[UInt8]] {
        let plain = Array(value.utf8)
        let inspected = value.replacing("\\", with: "\\\\").replacing("\n", with: "\\n")
        return [
            plain, encoded(plain, keeping: "-_.!~*'()", space: "%20"), encoded(plain, keeping: "*-._", space: "+"),
            encoded(plain, keeping: "-_.!~*'():/?&=@+$,;[]", space: "%20"),
            Array(value.escapedForJSON.utf8), Array(inspected.utf8),
            Array(inspected.replacing("'", with: "\\'").utf8),
            plain.count < 6 ? [] : Base64URL.encodeStandard(plain).filter { $0 != UInt8(ascii: "=") },
        ]
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
