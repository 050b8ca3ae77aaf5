/// A JSON number, kept in the spelling of its source (RFC 8259, section 6); its value is the one JavaScript gives it.
package struct JSONNumber: Equatable, Sendable {
    /// The number exactly as in the source: `7`, `7.0` and `70e-1` are three texts of one value.
    package let text: String

    init(_ value: Int) {
        text = String(value)
    }

    /// Takes a text that has been checked against the grammar already.
    init(grammatical text: String) {
        self.text = text
    }

    /// Whether the value is whole, as JavaScript's `value % 1 === 0` has it: so are `7`, `7.0`, `7e2` and `70e-1`;
    /// `7.5` is not. Nor is `1e400`, which is Infinity in JavaScript. A fraction too small for a double is lost first.
    package var isIntegral: Bool {
        if Int(text) != nil { return true }
        guard let double = Double(text), double.isFinite else { return false }
        return double.magnitude >= 0x1p53 || Self.whole(double) != nil
    }

    /// The value if it is whole and fits, however it is spelled. Plain digits are taken exactly; any other spelling
    /// has the value of its double, so beyond 2^53 it is the nearest one, as in JavaScript.
    package var int: Int? {
        if let exact = Int(text) { return exact }
        guard let double = Double(text) else { return nil }
        return Self.whole(double)
    }

    /// The double as an integer, if it is one that fits. (`Int(exactly:)` would need the C mathematics library.)
    private static func whole(_ double: Double) -> Int? {
        guard double >= -0x1p63, double < 0x1p63 else { return nil }
        let integer = Int(double)
        return Double(integer) == double ? integer : nil
    }

    /// A whole value as JavaScript prints it in a message (ECMA-262, `Number::toString`): `1e2` as `100`, `1e20` as
    /// `100000000000000000000`, `1e21` as `1e+21`, `-0` as `0`. Other values are printed as in the source.
    var javaScriptText: String {
        guard let double = Double(text), isIntegral else { return text }
        if double.magnitude < 0x1p53, let exact = Self.whole(double) { return String(exact) }
        // From here on Swift prints the same shortest digits as JavaScript, but switches to an exponent earlier.
        let shortest = String(describing: double)
        guard double.magnitude < 1e21, let mark = shortest.utf8.firstIndex(of: UInt8(ascii: "e")) else {
            return shortest.hasSuffix(".0") ? String(shortest.dropLast(2)) : shortest
        }
        let sign = double < 0 ? "-" : ""
        let digits = shortest[..<mark].filter(\.isNumber)
        let exponent = Int(shortest[mark...].dropFirst(2)) ?? 0
        return sign + digits + String(repeating: "0", count: max(0, exponent + 1 - digits.utf8.count))
    }
}
