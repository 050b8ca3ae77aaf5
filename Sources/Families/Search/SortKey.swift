import Ground
import JSON
import Resources
import Tenancy

/// What a document is sorted by: eight bytes that decide mostly, and where its whole text is.
struct SortKey: Sendable {
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

    /// The first documents by a member, those without it last; equal ones in the order they have.
    static func first(
        _ count: Int, of documents: [Document], by member: String, descending: Bool
    ) -> [Document] {
        guard count > 0 else { return [] }
        let name = Array(member.utf8)
        let starts = stride(from: 0, to: documents.count, by: partSize)
        let parts = SideBySide.map(starts.map { $0..<min($0 + partSize, documents.count) }) { range in
            var first = First(count: count, documents: documents, descending: descending)
            for index in range { first.add(SortKey(documents[index].text, name.span, index: index), index) }
            return first
        }
        var whole = First(count: count, documents: documents, descending: descending)
        for part in parts {
            for key in part.keys { whole.add(key, key.index) }
            for index in part.others { whole.add(nil, index) }
        }
        whole.sort()
        return (whole.keys.map(\.index) + whole.others).prefix(count).map { documents[$0] }
    }

    private static let partSize = 8_192

    /// The first keys of those that were added: a few more are kept, and thinned out now and then.
    private struct First: Sendable {
        let count: Int
        let documents: [Document]
        let descending: Bool
        private(set) var keys: [SortKey] = []
        /// Documents without a key.
        private(set) var others: [Int] = []
        /// What stands behind it is not among the first.
        private var last: SortKey?

        init(count: Int, documents: [Document], descending: Bool) {
            self.count = count
            self.documents = documents
            self.descending = descending
        }

        mutating func add(_ key: SortKey?, _ index: Int) {
            guard let key else {
                if others.count < count { others.append(index) }
                return
            }
            if let last, !precedes(key, last) { return }
            keys.append(key)
            guard keys.count >= 2 * count + 64 else { return }
            sort()
            keys.removeLast(keys.count - count)
            last = keys.last
        }

        mutating func sort() { keys.sort(by: precedes) }

        private func precedes(_ left: SortKey, _ right: SortKey) -> Bool {
            let order = SortKey.compare(left, right, documents)
            if order == 0 { return left.index < right.index }
            return descending ? order > 0 : order < 0
        }
    }

    private static func compare(_ left: SortKey, _ right: SortKey, _ documents: [Document]) -> Int {
        if left.isText != right.isText { return left.isText ? 1 : -1 }
        if left.bits != right.bits { return left.bits < right.bits ? -1 : 1 }
        guard left.isText else { return 0 }
        let (first, second) = (documents[left.index].text, documents[right.index].text)
        return ValueRange.compare(first.span.extracting(left.range), second.span.extracting(right.range))
    }
}
