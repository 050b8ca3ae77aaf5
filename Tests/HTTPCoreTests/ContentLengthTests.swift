import HTTPCore
import Testing

@Suite struct ContentLengthTests {
    @Test(arguments: [
        ("0", 0), ("007", 7), ("9223372036854775799", 9_223_372_036_854_775_799), ("9223372036854775808", Int.max),
        ("99999999999999999999999999", Int.max),
    ])
    func `digits are a length, and too many are the largest`(text: String, length: Int) {
        #expect(ContentLength.bytes(text.utf8.span) == length)
    }

    @Test(arguments: ["", " 1", "1 ", "+1", "-1", "1,1", "0x1", "1:", "1/", "\u{661}", "99999999999999999999999999x"])
    func `anything else is none`(text: String) {
        #expect(ContentLength.bytes(text.utf8.span) == nil)
    }
}
