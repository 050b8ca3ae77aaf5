import Ground

/// Bytes without which a document cannot be what a query looks for, whatever their case: a glance that spares the walk
/// through most documents.
struct Needle: Sendable {
    private let bytes: [UInt8]
    /// Two of the bytes that are compared in sixteen places at once: no quotes, which documents are full of.
    private let probes: (first: Int, last: Int)

    /// - Returns: nil for bytes that are too few to tell much, or may be written in another way.
    private init?(_ bytes: [UInt8]) {
        let isPlain = bytes.dropFirst().dropLast().allSatisfy { $0 >= 0x20 && $0 < 0x7F && $0 != 0x22 && $0 != 0x5C }
        guard bytes.count >= 3, isPlain, let first = bytes.first, let last = bytes.last, first >= 0x20, last >= 0x20,
            first < 0x7F, last < 0x7F
        else { return nil }
        self.bytes = bytes.map { $0 | 0x20 }
        let quote = UInt8(ascii: "\"")
        probes = (first == quote ? 1 : 0, last == quote ? bytes.count - 2 : bytes.count - 1)
    }

    /// What a document must have for a leaf to hold; nil where nobody knows.
    static func of(_ leaf: UserQuery.Leaf) -> Needle? {
        let quote = UInt8(ascii: "\"")
        let isDomain = leaf.fields == [["email", "domain"]]
        var value: Needle?
        switch leaf.test {
        case .equal(let text) where isDomain: value = Needle([UInt8(ascii: "@")] + text + [quote])
        case .equal(let text):
            let isText =
                !["true", "false"].contains(String(decoding: text, as: UTF8.self))
                && Double(String(decoding: text, as: UTF8.self)) == nil
            value = isText ? Needle([quote] + text + [quote]) : Needle(text)
        // A quote at the end of it would have an escape before it.
        case .like(let pattern) where pattern.literal.last != quote: value = Needle(pattern.literal)
        case .like, .range, .exists: break
        }
        if let value { return value }
        guard leaf.fields.count == 1, let name = leaf.fields[0].last, !isDomain else { return nil }
        return Needle([quote] + name.utf8 + [quote])
    }

    /// Whether a document may have them; a few other bytes pass for letters.
    func isIn(_ text: Span<UInt8>) -> Bool {
        let (first, last) = (SIMD16(repeating: bytes[probes.first]), SIMD16(repeating: bytes[probes.last]))
        let bit = SIMD16(repeating: 0x20 as UInt8)
        let span = bytes.count - 1
        var index = 0
        while index + span + 16 <= text.count {
            let firsts = (text.block(at: index + probes.first) | bit) .== first
            let found = firsts .& ((text.block(at: index + probes.last) | bit) .== last)
            let halves = found.halves
            if halves.x | halves.y != 0 {
                for lane in 0..<16 where found[lane] && matches(text, index + lane) { return true }
            }
            index += 16
        }
        while index + span < text.count {
            if matches(text, index) { return true }
            index += 1
        }
        return false
    }

    private func matches(_ text: Span<UInt8>, _ start: Int) -> Bool {
        for offset in bytes.indices where text[start + offset] | 0x20 != bytes[offset] { return false }
        return true
    }
}

extension UserQuery {
    /// Of these a document must have one; nil where a query may hold of any.
    func needles() -> [Needle]? { needles(root) }

    private func needles(_ node: Node) -> [Needle]? {
        switch node {
        case .leaf(let number): return Needle.of(leaves[number]).map { [$0] }
        case .not: return nil
        case .groups(let must, _, _) where !must.isEmpty: return needles(.all(must))
        case .all(let nodes): return nodes.lazy.compactMap { needles($0) }.min { $0.count < $1.count }
        case .any(let nodes), .groups(_, _, let nodes):
            var all: [Needle] = []
            for node in nodes {
                guard let some = needles(node) else { return nil }
                all += some
            }
            return all.isEmpty || all.count > 4 ? nil : all
        }
    }
}
