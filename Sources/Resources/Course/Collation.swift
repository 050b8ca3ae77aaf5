/// The order that the service's lists by name have: a dictionary's (RECORDED 104, reference users-organizations.md
/// 1.1).
///
/// Punctuation and blanks do not count, nor does case; where nothing else differs small letters come first.
enum Collation {
    /// Bytes whose order is that of the texts. A zero ends each part, and stands before all that goes on.
    static func key(_ text: String) -> [UInt8] {
        var letters: [UInt8] = []
        var capitals: [UInt8] = []
        for scalar in text.unicodeScalars where scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
            letters.append(contentsOf: scalar.properties.lowercaseMapping.utf8)
            capitals.append(scalar.properties.isUppercase ? 2 : 1)
        }
        return letters + [0] + capitals + [0] + text.utf8
    }
}

extension Sequence {
    /// In the order of a text, as dictionaries have it.
    package func collated(by text: (Element) -> String) -> [Element] {
        map { (key: Collation.key(text($0)), element: $0) }
            .sorted { $0.key.lexicographicallyPrecedes($1.key) }.map(\.element)
    }
}
