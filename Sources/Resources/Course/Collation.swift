/// The order that the service's lists by name have: a dictionary's (RECORDED 104, reference users-organizations.md
/// 1.1).
///
/// Punctuation and blanks do not count, nor does case; where nothing else differs small letters come first.
package struct Collation: Comparable, Sendable {
    private let letters: [UInt8]
    private let capitals: [Bool]
    private let text: String

    package init(_ text: String) {
        self.text = text
        var letters: [UInt8] = []
        var capitals: [Bool] = []
        for scalar in text.unicodeScalars where scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
            letters.append(contentsOf: scalar.properties.lowercaseMapping.utf8)
            capitals.append(scalar.properties.isUppercase)
        }
        self.letters = letters
        self.capitals = capitals
    }

    package static func < (left: Collation, right: Collation) -> Bool {
        if left.letters != right.letters { return left.letters.lexicographicallyPrecedes(right.letters) }
        if left.capitals != right.capitals {
            return left.capitals.lexicographicallyPrecedes(right.capitals) { !$0 && $1 }
        }
        return left.text.utf8.lexicographicallyPrecedes(right.text.utf8)
    }
}

extension Sequence {
    /// In the order of a text, as dictionaries have it.
    package func collated(by text: (Element) -> String) -> [Element] {
        map { (key: Collation(text($0)), element: $0) }.sorted { $0.key < $1.key }.map(\.element)
    }
}
