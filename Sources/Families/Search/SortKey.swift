import JSON
import Resources
import Tenancy

/// What users are sorted by: a number or an instant, or a text with its first bytes at hand.
struct SortKey {
    private let number: Double?
    private let prefix: UInt64
    private let text: [UInt8]

    init(_ value: JSONTree) {
        let text = value.string.map { Array($0.utf8) } ?? value.bool.map { Array(String($0).utf8) } ?? []
        number = value.double ?? TimeText.instant(text[...]).map { Double($0) }
        self.text = text
        prefix = text.prefix(8).reduce(0) { $0 << 8 | UInt64($1) } << UInt64(8 * (8 - min(8, text.count)))
    }

    static func < (left: SortKey, right: SortKey) -> Bool {
        if let first = left.number, let second = right.number { return first < second }
        if left.prefix != right.prefix { return left.prefix < right.prefix }
        return left.text.lexicographicallyPrecedes(right.text)
    }

    /// Documents by a member, those without it last; equal ones in the order they have.
    static func sorted(_ documents: [Document], by member: String, descending: Bool) -> [Document] {
        let key = JSONKey(member)
        var keyed: [(key: SortKey, index: Int)] = []
        var others: [Document] = []
        for (index, document) in documents.enumerated() {
            let value = (try? JSONParser.parse(document.text))?[key]
            if let value, !value.isNull {
                keyed.append((SortKey(.source(value)), index))
            } else {
                others.append(document)
            }
        }
        keyed.sort { left, right in
            let (first, second) = descending ? (right, left) : (left, right)
            return first.key < second.key || !(second.key < first.key) && left.index < right.index
        }
        return keyed.map { documents[$0.index] } + others
    }
}
