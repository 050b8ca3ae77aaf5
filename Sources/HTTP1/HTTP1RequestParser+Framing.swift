import Ground
import HTTPCore

/// How long a message is: where request smuggling begins, hence strict (RFC 9112 sections 6 and 7).
extension HTTP1RequestParser {
    /// The empty line after the header fields: decides host, persistence, expectation and framing.
    mutating func finishHead() throws(HTTPRefusal) {
        try resolveHost()
        resolvePersistence()
        let isChunked = try resolveTransferEncoding()
        let length = announced?.length
        if isChunked, length != nil {
            throw HTTPRefusal(.badRequest, "Content-Length and Transfer-Encoding stand together.")
        }
        if isChunked {
            state = .chunkSize
        } else if let length, length > 0 {
            guard length <= limits.bodyBytesMax(of: request, with: length) else { throw bodyTooLarge }
            request.reserveContent(length)
            state = .content(remaining: length)
        } else {
            state = .complete
        }
        try resolveExpectation()
        rememberHead()
    }

    /// Exactly one Host in HTTP/1.1; the authority of an absolute form goes before it (RFC 9112 section 3.2).
    private mutating func resolveHost() throws(HTTPRefusal) {
        switch request.fields.count(of: .host) {
        case 0 where isVersion10: break
        case 0: throw HTTPRefusal(.badRequest, "The Host field is missing.")
        case 1: break
        default: throw HTTPRefusal(.badRequest, "There is more than one Host field.")
        }
        var host = ""
        try request.fields.forEachValue(of: .host) { (value: Span<UInt8>) throws(HTTPRefusal) in
            if !value.hasSameBytes(as: knownHost.utf8.span) {
                try checkAuthority(value)
                knownHost = value.text
            }
            host = knownHost
        }
        if !hasTargetAuthority { request.authority = host }
    }

    private mutating func resolvePersistence() {
        keepsAlive = !isVersion10
        guard request.fields.contains(.connection) else { return }
        var closes = false
        var keeps = false
        request.fields.forEachValue(of: .connection) { value in
            HTTP1Grammar.forEachListElement(value) { element in
                if element.equalsIgnoringCase("close") { closes = true }
                if element.equalsIgnoringCase("keep-alive") { keeps = true }
            }
        }
        keepsAlive = !closes && (keeps || !isVersion10)
    }

    /// True for `chunked` alone; every other coding is unknown here (RFC 9112 section 6.1).
    private func resolveTransferEncoding() throws(HTTPRefusal) -> Bool {
        guard request.fields.contains(.transferEncoding) else { return false }
        guard !isVersion10 else { throw HTTPRefusal(.badRequest, "HTTP/1.0 has no Transfer-Encoding.") }
        var chunked = 0
        var others = 0
        var endsChunked = false
        request.fields.forEachValue(of: .transferEncoding) { value in
            HTTP1Grammar.forEachListElement(value) { element in
                endsChunked = element.equalsIgnoringCase("chunked")
                if endsChunked { chunked += 1 } else { others += 1 }
            }
        }
        if chunked > 1 || chunked == 1 && !endsChunked || chunked + others == 0 {
            throw HTTPRefusal(.badRequest, "The Transfer-Encoding is malformed.")
        }
        guard others == 0 else { throw HTTPRefusal(.notImplemented, "Only the chunked transfer coding is known.") }
        return true
    }

    /// One field, digits only. Repeats are refused even when they agree (RFC 9110 section 8.6 lets us choose). Seen at
    /// once: a peer that never ends such a head need not be waited for.
    mutating func takeContentLength(_ value: Span<UInt8>) throws(HTTPRefusal) {
        guard announced == nil, let length = ContentLength.bytes(value) else {
            throw HTTPRefusal(.badRequest, "The Content-Length is malformed.")
        }
        guard length < .max else { throw bodyTooLarge }
        announced = Announced(length: length, line: request.fields.count)
    }

    private mutating func resolveExpectation() throws(HTTPRefusal) {
        (awaitsContinue, owesContinue) = (false, false)
        guard !isVersion10, request.fields.contains(.expect) else { return }
        var isContinue = true
        request.fields.forEachValue(of: .expect) { value in
            isContinue = isContinue && value.equalsIgnoringCase("100-continue")
        }
        guard isContinue else { throw HTTPRefusal(.expectationFailed, "Only 100-continue can be expected.") }
        awaitsContinue = state != .complete
        owesContinue = !awaitsContinue
    }

    var bodyTooLarge: HTTPRefusal {
        HTTPRefusal(.contentTooLarge, "The content exceeds \(limits.bodyBytesMax(of: request)) bytes.")
    }

    /// `chunk-size [ chunk-ext ]` (RFC 9112 section 7.1); extensions are bounded, checked and ignored.
    mutating func handleChunkSize(_ line: Span<UInt8>) throws(HTTPRefusal) {
        let (size, end) = try HTTP1RequestParser.readChunkSize(line)
        guard end > 0 else { throw HTTP1RequestParser.malformedChunkSize }
        chunkLineBytes += line.count - end
        if end < line.count, !HTTP1Grammar.areChunkExtensions(line.extracting(end..<line.count)) {
            throw HTTPRefusal(.badRequest, "A chunk extension is malformed.")
        }
        let length = request.body.count + size
        guard length <= limits.bodyBytesMax(of: request, with: length) else { throw bodyTooLarge }
        state = size == 0 ? .trailers : .chunkData(remaining: size)
    }

    /// The size, and where its digits end; an extension may begin there, or the blanks before it.
    static func readChunkSize(_ line: Span<UInt8>) throws(HTTPRefusal) -> (size: Int, end: Int) {
        var size = 0
        var index = 0
        while index < line.count, let digit = HTTP1Grammar.hexadecimalValue(line[index]) {
            // The size is checked against the limit later, so eight digits are plenty.
            guard index < 16, size <= Int(UInt32.max) else { throw HTTPRefusal(.badRequest, "A chunk size overflows.") }
            size = size << 4 | digit
            index += 1
        }
        if index < line.count {
            guard index > 0, line[index] == 0x3B || HTTP1Grammar.isSpaceOrTab(line[index]) else {
                throw malformedChunkSize
            }
        }
        return (size, index)
    }

    private static var malformedChunkSize: HTTPRefusal { HTTPRefusal(.badRequest, "A chunk size is malformed.") }

    mutating func handleChunkEnd(_ line: Span<UInt8>) throws(HTTPRefusal) {
        guard line.isEmpty else { throw HTTP1RequestParser.longChunk }
        state = .chunkSize
    }

    static var longChunk: HTTPRefusal { HTTPRefusal(.badRequest, "A chunk is longer than its size.") }
}
