import HTTPCore
import Testing

struct HTTPURLTests {
    @Test(arguments: [
        ("http://127.0.0.1:4664", "http://127.0.0.1:4664", "/"), ("HTTPS://Localhost", "https://localhost:443", "/"),
        ("http://[::1]:8080/a?b", "http://[::1]:8080", "/a?b"), ("http://h?x", "http://h:80", "/?x"),
        ("http://[::1]", "http://[::1]:80", "/"),
    ])
    func `an address is its parts`(text: String, origin: String, path: String) throws {
        let url = try #require(HTTPURL(text))
        #expect(url.origin == origin)
        #expect(url.path == path)
    }

    @Test(arguments: [
        "", "h:80", "ftp://h", "http://", "http://:80", "http://h:", "http://h:0", "http://h:65536", "http://h:+80",
        "http://u@h", "http://h/#f", "http://h/a b", "http://h/\r\nX: y", "http://[::1", "http://[]", "http://[::1]x",
        "http://h:80:90", "http://h\u{E9}",
    ])
    func `what is no address is none`(text: String) {
        #expect(HTTPURL(text) == nil)
    }
}
