import Ground
import JSON
import Resources
import Tenancy

/// What a document is sorted by: eight bytes that decide mostly, and where its whole text is.
struct SortKey {
    /// Numbers and instants come before texts.
    private let isText: Bool
    private let bits: UInt64
    private let range: Range<Int>
    let index: Int

    private init?(_ document: [UInt8], _ name: Span<UInt8>, index: Int) {
        let bytes = document.span
        guard let (range, isText) = DocumentScanner.rootValue(name, in: bytes) else { return nil }
        let text = bytes.extracting(range)
        self.range = range
        self.index = index
        if let number = isText ? TimeText.instant(text).map({ Double($0) }) : Double(text.text) {
            // As IEEE 754 has them, negative numbers turned about, so that they go up as unsigned ones do.
            let pattern = number.bitPattern
            bits = number.sign == .minus ? ~pattern : pattern | 1 << 63
            self.isText = false
        } else {
            var prefix = 0 as UInt64
            for offset in 0..<8 { prefix = prefix << 8 | (offset < text.count ? UInt64(text[offset]) : 0) }
            bits = prefix
            self.isText = true
        }
    }

    /// Documents by a member, those without it last; equal ones in the order they have.
    static func sorted(_ documents: [Document], by member: String, descending: Bool) -> [Document] {
        let name = Array(member.utf8)
        var keys: [SortKey] = []
        keys.reserveCapacity(documents.count)
        var others: [Document] = []
        for (index, document) in documents.enumerated() {
            if let key = SortKey(document.text, name.span, index: index) {
                keys.append(key)
            } else {
                others.append(document)
            }
        }
        keys.sort { left, right in
            let order = compare(left, right, documents)
            if order == 0 { return left.index < right.index }
            return descending ? order > 0 : order < 0
        }
        return keys.map { documents[$0.index] } + others
    }

    private static func compare(_ left: SortKey, _ right: SortKey, _ documents: [Document]) -> Int {
        if left.isText != right.isText { return left.isText ? 1 : -1 }
        if left.bits != right.bits { return left.bits < right.bits ? -1 : 1 }
        guard left.isText else { return 0 }
        let (first, second) = (documents[left.index].text, documents[right.index].text)
        return ValueRange.compare(first.span.extracting(left.range), second.span.extracting(right.range))
    }
}
