/// The order in which the service lists names: as a dictionary does, blanks, punctuation and case aside; of equal ones
/// the smaller letters first (RECORDED 86).
enum DictionaryOrder {
    static func precedes(_ left: String, _ right: String) -> Bool {
        let (first, second) = (letters(left), letters(right))
        if first != second { return first.lexicographicallyPrecedes(second) }
        // Small letters are above capital ones in ASCII.
        return right.utf8.lexicographicallyPrecedes(left.utf8)
    }

    private static func letters(_ text: String) -> [UInt8] {
        text.utf8.compactMap { byte in
            switch byte {
            case 0x41...0x5A: byte | 0x20
            case 0x30...0x39, 0x61...0x7A, 0x80...0xFF: byte
            default: nil
            }
        }
    }
}
