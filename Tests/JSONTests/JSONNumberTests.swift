import JSON
import Testing

struct JSONNumberTests {
    private static func number(_ text: String) throws -> JSONNumber {
        try #require(try JSONParser.parse(Array(text.utf8)).number)
    }

    private static let integral: [(String, Int?)] = [
        ("0", 0), ("-0", 0), ("0.0", 0), ("-0.0", 0), ("0e9", 0), ("7", 7), ("7.0", 7), ("7e2", 700), ("70e-1", 7),
        ("-7.000", -7), ("1.5e1", 15), ("1E+3", 1000), ("100e-2", 1), ("9007199254740993", 9_007_199_254_740_993),
        ("9223372036854775807", Int.max), ("-9223372036854775808", Int.min), ("-9223372036854775808.0", Int.min),
        ("9223372036854775808", nil), ("9223372036854775807.0", nil), ("-1e19", nil), ("1e20", nil), ("1e300", nil),
        // A double has no room for these fractions.
        ("1e-400", 0), ("4503599627370497.00000000001", 4_503_599_627_370_497), ("9007199254740993.0", 1 << 53),
    ]

    @Test(arguments: integral)
    func `a whole value is integral however it is spelled`(text: String, int: Int?) throws {
        let number = try Self.number(text)
        #expect(number.text == text)
        #expect(number.isIntegral)
        #expect(number.int == int)
    }

    @Test(arguments: ["7.5", "-0.5", "1e-1", "0.1", "15e-1", "123.456e2", "5e-324", "1e400", "-1e400", "1e99999"])
    func `a fraction and Infinity are not integral`(text: String) throws {
        let number = try Self.number(text)
        #expect(!number.isIntegral)
        #expect(number.int == nil)
    }

    @Test func `equality goes by the spelling`() throws {
        #expect(try Self.number("7") == Self.number("7"))
        #expect(try Self.number("7.0") != Self.number("7"))
    }
}
