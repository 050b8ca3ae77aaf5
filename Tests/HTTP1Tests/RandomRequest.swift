import TestSupport

/// Well-formed requests that keep the connection, and damage done to them.
enum RandomRequest {
    static func bytes(using random: inout SeededGenerator) -> [UInt8] {
        let body = content(using: &random)
        var lines = ["\(pick(["GET", "POST", "PATCH", "HEAD"], &random)) \(target(using: &random)) HTTP/1.1"]
        var fields = ["\(pick(["Host", "host", "HOST"], &random)): h:80"]
        for number in 0..<Int.random(in: 0...4, using: &random) {
            fields.append("X-\(number):\(pick(["", " ", "\t "], &random))\(pick(["", "a", "b c", "d\te"], &random)) ")
        }
        let isChunked = Bool.random(using: &random)
        if isChunked {
            fields.append("Transfer-Encoding: \(pick(["chunked", "Chunked", " chunked\t"], &random))")
        } else if !body.isEmpty || Bool.random(using: &random) {
            fields.append("content-length: \(pick(["", "0", "00"], &random))\(body.count)")
        }
        if Int.random(in: 0..<6, using: &random) == 0 { fields.append("Expect: 100-continue") }
        lines += fields.shuffled(using: &random)
        let empty = Int.random(in: 0..<5, using: &random) == 0 ? "\r\n" : ""
        let head = Array((empty + lines.joined(separator: "\r\n") + "\r\n\r\n").utf8)
        if isChunked { return head + chunked(body, using: &random) }
        return head + body
    }

    /// Replaces, removes, repeats or inserts a few bytes; line ends and blanks more often than others.
    static func mutate(_ bytes: inout [UInt8], using random: inout SeededGenerator) {
        guard !bytes.isEmpty else { return }
        let place = Int.random(in: 0..<bytes.count, using: &random)
        let usual = Array("\r\n\t :,;0f\0\u{7F}".utf8)
        let byte =
            Bool.random(using: &random)
            ? usual[Int.random(in: 0..<usual.count, using: &random)] : UInt8.random(in: 0...255, using: &random)
        switch Int.random(in: 0..<5, using: &random) {
        case 0: bytes[place] = byte
        case 1: bytes.remove(at: place)
        case 2: bytes.insert(byte, at: place)
        case 3: bytes.insert(contentsOf: Array(bytes[place...].prefix(40)), at: place)
        default: bytes.removeLast(bytes.count - place)
        }
    }

    private static func target(using random: inout SeededGenerator) -> String {
        let path = pick(["/", "/a", "/a/b%20c", "//x", "/~|{}"], &random)
        let query = pick(["", "?", "?q=1", "?q=a?b&c"], &random)
        return pick(["", "", "http://other:8080", "HTTPS://[::1]"], &random) + path + query
    }

    /// Any bytes, or bytes that look like a request.
    private static func content(using random: inout SeededGenerator) -> [UInt8] {
        switch Int.random(in: 0..<3, using: &random) {
        case 0: return []
        case 1: return Array("GET /smuggled HTTP/1.1\r\nHost: h\r\n\r\n".utf8)
        default:
            let count = Int.random(in: 1...300, using: &random)
            return (0..<count).map { _ in UInt8.random(in: 0...127, using: &random) }
        }
    }

    private static func chunked(_ body: [UInt8], using random: inout SeededGenerator) -> [UInt8] {
        var bytes: [UInt8] = []
        var rest = body[...]
        while !rest.isEmpty {
            let chunk = rest.prefix(Int.random(in: 1...100, using: &random))
            rest = rest.dropFirst(chunk.count)
            let size = String(chunk.count, radix: 16, uppercase: Bool.random(using: &random))
            let line = pick(["", "00"], &random) + size + pick(["", "", ";a", " ;b=\"c\""], &random)
            bytes += Array("\(line)\r\n".utf8) + chunk + Array("\r\n".utf8)
        }
        return bytes + Array("0\r\n\(pick(["", "X-Sum: 1\r\n"], &random))\r\n".utf8)
    }

    private static func pick(_ choices: [String], _ random: inout SeededGenerator) -> String {
        choices.randomElement(using: &random) ?? ""
    }
}
