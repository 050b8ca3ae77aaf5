import HTTPCore

/// Reads an answer of HTTP/1.1 (RFC 9112) from the bytes that have come of it.
struct AnswerReader {
    private let head: [UInt8]
    private let rest: [UInt8]

    /// Passes over answers that come before the one that is meant (RFC 9110 section 15.2).
    ///
    /// - Returns: nil while the header is not whole.
    init?(_ bytes: [UInt8]) {
        let mark: [UInt8] = [0x0D, 0x0A, 0x0D, 0x0A]
        var left = bytes[...]
        while left.count >= 4 {
            let ends = (left.startIndex + 4)...left.endIndex
            guard let end = ends.first(where: { left[($0 - 4)..<$0].elementsEqual(mark) }) else { return nil }
            let found = Array(left[..<end])
            left = left[end...]
            if let code = AnswerReader(head: found, rest: []).status?.code, code < 200, code != 101 { continue }
            self = AnswerReader(head: found, rest: Array(left))
            return
        }
        return nil
    }

    private init(head: [UInt8], rest: [UInt8]) {
        self.head = head
        self.rest = rest
    }

    /// Whether nothing of the answer is to come; where it says nothing of its end, the server's close is its end.
    static func isWhole(_ bytes: [UInt8]) -> Bool {
        guard let reader = AnswerReader(bytes) else { return false }
        if reader.isChunked { return reader.chunks().isWhole }
        return reader.length.map { reader.rest.count >= $0 } ?? false
    }

    /// Nil: no version 1 of HTTP, or no status (RFC 9110 section 15).
    var status: HTTPStatus? {
        let words = head.prefix { $0 != 0x0D }.split(separator: 0x20, maxSplits: 2)
            .map { String(decoding: $0, as: UTF8.self) }
        // With a sign in front, three characters are too small a number.
        guard words.count >= 2, words[0].hasPrefix("HTTP/1."), words[1].utf8.count == 3, let code = Int(words[1]),
            (100..<600).contains(code)
        else { return nil }
        return HTTPStatus(code)
    }

    var body: [UInt8] {
        if isChunked { return chunks().content }
        return length.map { Array(rest.prefix($0)) } ?? rest
    }

    private var isChunked: Bool { value("transfer-encoding")?.hasSuffix("chunked") ?? false }

    private var length: Int? {
        if let status, status.code == 204 || status.code == 304 { return 0 }
        return value("content-length").flatMap { Int($0) }.map { max(0, $0) }
    }

    private func value(_ name: String) -> String? {
        for line in head.split(separator: 0x0A).dropFirst() {
            let text = String(decoding: line.filter { $0 != 0x0D }, as: UTF8.self).lowercased()
            guard text.hasPrefix(name + ":") else { continue }
            return String(text.dropFirst(name.count + 1).drop { $0 == " " || $0 == "\t" })
        }
        return nil
    }

    /// The content of the chunks that are there (RFC 9112 section 7.1), and whether the last one is.
    private func chunks() -> (content: [UInt8], isWhole: Bool) {
        var content: [UInt8] = []
        var left = rest[...]
        while let end = left.firstIndex(of: 0x0A) {
            let digits = left[..<end].prefix { $0 != 0x0D && $0 != 0x3B }
            guard let size = Int(String(decoding: digits, as: UTF8.self), radix: 16), size > 0 else {
                return (content, true)
            }
            left = left[(end + 1)...]
            content += left.prefix(size)
            guard left.count > size else { break }
            left = left.dropFirst(size)
            // The line's end behind the content.
            left = left.drop { $0 == 0x0D }.dropFirst()
        }
        return (content, false)
    }
}
