/// The order that the service's lists by name have: a dictionary's (RECORDED 104, reference users-organizations.md
/// 1.1).
///
/// Punctuation and blanks do not count, nor does case; where nothing else differs small letters come first.
enum Collation {
    /// Bytes whose order is that of the texts. A zero ends each part, and stands before all that goes on.
    static func key(_ text: String) -> [UInt8] {
        var (letters, capitals) = ([UInt8](), [UInt8]())
        letters.reserveCapacity(text.utf8.count * 3 + 2)
        capitals.reserveCapacity(text.utf8.count)
        for scalar in text.unicodeScalars {
            if scalar.isASCII {
                let byte = UInt8(truncatingIfNeeded: scalar.value)
                guard (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20) else { continue }
                letters.append(byte | 0x20)
                capitals.append((0x41...0x5A).contains(byte) ? 2 : 1)
            } else if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
                letters.append(contentsOf: scalar.properties.lowercaseMapping.utf8)
                capitals.append(scalar.properties.isUppercase ? 2 : 1)
            }
        }
        letters.append(0)
        letters.append(contentsOf: capitals)
        letters.append(0)
        letters.append(contentsOf: text.utf8)
        return letters
    }
}

extension Sequence {
    /// In the order of a text, as dictionaries have it.
    package func collated(by text: (Element) -> String) -> [Element] {
        map { (key: Collation.key(text($0)), element: $0) }
            .sorted { $0.key.lexicographicallyPrecedes($1.key) }.map(\.element)
    }
}
