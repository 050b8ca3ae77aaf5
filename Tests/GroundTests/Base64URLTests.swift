import Testing
import Ground

@Suite struct Base64URLTests {
    /// RFC 4648 section 10, without padding, and bytes that need the other alphabet.
    @Test(arguments: [
        ("", ""), ("f", "Zg"), ("fo", "Zm8"), ("foo", "Zm9v"), ("foob", "Zm9vYg"), ("fooba", "Zm9vYmE"),
        ("foobar", "Zm9vYmFy"), ("\u{3F}\u{3F}\u{3E}", "Pz8-"),
    ])
    func `bytes become text and come back`(plain: String, text: String) {
        #expect(Base64URL.encode(Array(plain.utf8)) == Array(text.utf8))
        #expect(Base64URL.decode(text.utf8) == Array(plain.utf8))
    }

    @Test(arguments: ["Z", "Zg==", "Zm+v", "Zm/v", "Zh", "Zm9=", "Zm 9"])
    func `another alphabet, padding and stray bits are refused`(text: String) {
        #expect(Base64URL.decode(text.utf8) == nil)
    }

    @Test func `every byte comes back`() {
        let bytes = (0...255).map { UInt8($0) }
        for count in 0...3 {
            #expect(Base64URL.decode(Base64URL.encode(bytes.dropLast(count))) == bytes.dropLast(count))
        }
    }
}
