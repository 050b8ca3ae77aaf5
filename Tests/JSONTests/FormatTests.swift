import Testing

@testable import JSON

@Suite struct FormatTests {
    @Test(arguments: [
        ("ipv4", "10.0.0.1"), ("ipv4", "0.255.0.255"), ("ipv6", "::"), ("ipv6", "::1"), ("ipv6", "1::"),
        ("ipv6", "1:2:3:4:5:6:7:8"), ("ipv6", "fe80::1:2"), ("ipv6", "::ffff:10.0.0.1"),
        ("ipv6", "1:2:3:4:5:6:10.0.0.1"),
        ("cidr", "10.0.0.0/8"), ("ipv6_cidr", "2001:db8::/32"), ("date-time", "2026-02-16T16:36:00Z"),
        ("date-time", "2026-02-16t16:36:60.5z"), ("date-time", "2026-02-16 16:36:00+05:30"),
        ("strict-https-uri", "https://a.example/b"),
    ])
    func `what is of a format is taken`(name: String, text: String) {
        #expect(Format.holds(name, text))
    }

    @Test(arguments: [
        ("ipv4", "01.2.3.4"), ("ipv4", "+1.2.3.4"), ("ipv4", "1.2.3"), ("ipv4", "1.2.3.256"), ("ipv6", "1::2::3"),
        ("ipv6", ":::"), ("ipv6", "1:2:3:4:5:6:7:8:"), ("ipv6", "1:2:3:4:5:6:7"), ("ipv6", "+1::"), ("ipv6", "12345::"),
        ("ipv6", "1:2:3:4:5:6:7::8"), ("ipv6", ""), ("cidr", "1.2.3.4/+8"), ("cidr", "1.2.3.4/33"), ("cidr", "1.2.3.4"),
        ("date-time", "2026-02-16T12:99:00Z"), ("date-time", "2026-13-01T00:00:00Z"), ("date-time", "2026-02-16"),
        ("strict-https-uri", "https://\u{1}"), ("strict-https-uri", "http://a.example"),
    ])
    func `what is not is refused`(name: String, text: String) {
        #expect(!Format.holds(name, text))
    }

    @Test func `what is told of an e-mail byte by byte is what the expression tells`() throws {
        let pattern = try #require(Pattern("^[^\\s@]+@[^\\s@]+$"))
        var texts = [""]
        for _ in 0..<4 {
            texts += texts.flatMap { text in ["a", "@", " ", "\t", "\u{1C}", "é", "\u{A0}", "\n"].map { text + $0 } }
            texts = Array(Set(texts))
        }
        for text in texts where Format.holds("email", text) != pattern.matches(text) {
            Issue.record("\(text.debugDescription)")
        }
    }
}
