import Ground
import Testing

@Suite struct SlugTests {
    @Test(arguments: ["a", "0", "a-b_c", "9-", "abc123"])
    func `small letters, digits, hyphens and underscores make one`(text: String) {
        #expect(Slug.isOne(text))
    }

    @Test(arguments: ["", "-a", "_a", "A", "a b", "a.b", "é", "a\u{301}"])
    func `nothing else does`(text: String) {
        #expect(!Slug.isOne(text))
    }
}
