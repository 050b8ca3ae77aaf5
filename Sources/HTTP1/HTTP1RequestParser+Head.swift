import Ground
import HTTPCore

/// The request line and the header fields (RFC 9112 sections 3 and 5).
extension HTTP1RequestParser {
    mutating func handleRequestLine(_ line: Span<UInt8>, skippedEmptyLine: Bool) throws(HTTPRefusal) {
        if line.isEmpty {
            // RFC 9112 section 2.2: at least one empty line before a request is to be ignored; we ignore just one.
            guard !skippedEmptyLine else { throw HTTPRefusal(.badRequest, "Empty lines stand before the request.") }
            state = .requestLine(skippedEmptyLine: true)
            return
        }
        beginHead(line)
        let (methodEnd, targetEnd) = try HTTP1RequestParser.checkRequestLine(line, isWhole: true)
        try handleVersion(line.extracting(targetEnd + 1..<line.count))
        request.method = HTTPMethod(line.extracting(0..<methodEnd))
        try handleTarget(line.extracting(methodEnd + 1..<targetEnd))
        state = .fieldLines
    }

    /// Finds where method and target end, and what is wrong with them, in the order of the bytes: as much of a line as
    /// has come is refused with the words that the whole line would be.
    ///
    /// - Parameter isWhole: more of it does not come.
    static func checkRequestLine(
        _ line: Span<UInt8>, isWhole: Bool
    ) throws(HTTPRefusal) -> (methodEnd: Int, targetEnd: Int) {
        let methodEnd = line.firstIndex(of: 0x20, from: 0) ?? line.count
        guard HTTP1Grammar.isToken(line.extracting(0..<methodEnd)) else {
            throw HTTPRefusal(.badRequest, "The method is not a token.")
        }
        guard methodEnd < line.count else {
            if isWhole { throw notThreeParts }
            return (methodEnd, methodEnd)
        }
        let targetEnd = line.firstIndex(of: 0x20, from: methodEnd + 1) ?? line.count
        let isOpen = targetEnd == line.count && !isWhole
        guard methodEnd > 0, targetEnd > methodEnd + 1 || isOpen else { throw notThreeParts }
        guard HTTPRequest.isTarget(line.extracting(methodEnd + 1..<targetEnd)) else {
            throw HTTPRefusal(.badRequest, "The request target has a byte that no target may have.")
        }
        guard targetEnd < line.count || isOpen else { throw notThreeParts }
        return (methodEnd, targetEnd)
    }

    private static var notThreeParts: HTTPRefusal {
        HTTPRefusal(.badRequest, "The request line is not of the form method, target, version.")
    }

    static var malformedVersion: HTTPRefusal { HTTPRefusal(.badRequest, "The HTTP version is malformed.") }

    /// `HTTP/1.0` and `HTTP/1.x`; another major version is 505 (RFC 9110 sections 2.5 and 15.6.6).
    private mutating func handleVersion(_ version: Span<UInt8>) throws(HTTPRefusal) {
        guard version.count == 8, version[0] == 0x48, version[1] == 0x54, version[2] == 0x54, version[3] == 0x50,
            version[4] == 0x2F, (0x30...0x39).contains(version[5]), version[6] == 0x2E,
            (0x30...0x39).contains(version[7])
        else { throw HTTP1RequestParser.malformedVersion }
        guard version[5] == 0x31 else {
            throw HTTPRefusal(.versionNotSupported, "Only HTTP/1.0 and HTTP/1.1 are spoken here.")
        }
        isVersion10 = version[7] == 0x30
    }

    /// Origin form, absolute form, asterisk form (RFC 9112 section 3.2); nothing here is a proxy for CONNECT. Its bytes
    /// are checked.
    private mutating func handleTarget(_ target: Span<UInt8>) throws(HTTPRefusal) {
        if target[0] == 0x2F {
            request.setTarget(target)
        } else if target.count == 1, target[0] == 0x2A, request.method == .options {
            request.setTarget(target)
        } else {
            try handleAbsoluteForm(target)
        }
    }

    private mutating func handleAbsoluteForm(_ target: Span<UInt8>) throws(HTTPRefusal) {
        let schemes: [StaticString] = ["http://", "https://"]
        for scheme in schemes {
            let length = scheme.utf8CodeUnitCount
            guard target.count > length, target.extracting(0..<length).equalsIgnoringCase(scheme) else { continue }
            var end = length
            while end < target.count, target[end] != 0x2F, target[end] != 0x3F { end += 1 }
            let authority = target.extracting(length..<end)
            try checkAuthority(authority)
            guard !authority.isEmpty, authority[0] != 0x3A else { break }
            request.authority = authority.text
            hasTargetAuthority = true
            request.setTarget(target.extracting(end..<target.count))
            return
        }
        throw HTTPRefusal(.badRequest, "The request target is neither a path nor an http address.")
    }

    mutating func handleFieldLine(_ line: Span<UInt8>) throws(HTTPRefusal) {
        if line.isEmpty { return try finishHead() }
        try countFieldLine(line)
        let parts = try HTTP1RequestParser.checkFieldLine(line)
        if parts.known == .contentLength { try takeContentLength(line.extracting(parts.value)) }
        request.fields.append(line, parts.known, nameCount: parts.nameCount, value: parts.value)
    }

    mutating func handleTrailer(_ line: Span<UInt8>) throws(HTTPRefusal) {
        // Trailers are checked and dropped: no operation reads one (RFC 9110 section 6.5.1 allows it).
        if line.isEmpty {
            state = .complete
        } else {
            try countFieldLine(line)
            let parts = try HTTP1RequestParser.checkFieldLine(line)
            // Those we act on are all among the forbidden.
            guard parts.known == .other, !HTTP1Grammar.isForbiddenInTrailers(line.extracting(0..<parts.nameCount))
            else { throw HTTPRefusal(.badRequest, "A trailer has a field that no trailer may have.") }
        }
    }

    /// Counts a field line, its bytes and its CRLF, against the limit of fields; that of bytes was looked at before.
    private mutating func countFieldLine(_ line: Span<UInt8>) throws(HTTPRefusal) {
        headerBytes += line.count + 2
        fieldCount += 1
        guard fieldCount <= limits.fieldCountMax else { throw tooManyFields }
    }

    var tooManyFields: HTTPRefusal {
        HTTPRefusal(.headerFieldsTooLarge, "There are more than \(limits.fieldCountMax) header fields.")
    }

    /// Checks a field line against RFC 9112 section 5, and finds name and value.
    static func checkFieldLine(_ line: Span<UInt8>) throws(HTTPRefusal) -> (
        known: HTTPFieldName, nameCount: Int, value: Range<Int>
    ) {
        let colon = line.firstIndex(of: 0x3A, from: 0) ?? 0
        let name = line.extracting(0..<colon)
        let known = HTTPFieldName(name)
        // Those we know are tokens.
        guard colon > 0, known != .other || HTTP1Grammar.isToken(name) else { throw noField(line) }
        if line.hasControl(from: colon + 1) {
            // Perhaps just a tab, which is allowed.
            for index in colon + 1..<line.count where !HTTP1Grammar.isFieldValue(line[index]) {
                throw HTTPRefusal(.badRequest, "A header field value has a control character.")
            }
        }
        return (known, colon, HTTP1Grammar.trimmed(line, colon + 1..<line.count))
    }

    /// - Parameter line: not empty.
    static func noField(_ line: Span<UInt8>) -> HTTPRefusal {
        let isFolded = HTTP1Grammar.isSpaceOrTab(line[0])
        return HTTPRefusal(
            .badRequest, isFolded ? "A header line is folded." : "A header field name is not a token and a colon.")
    }

    /// A Host value or the authority of an absolute form; empty is allowed (RFC 9112 section 3.2).
    func checkAuthority(_ authority: Span<UInt8>) throws(HTTPRefusal) {
        guard Authority.isWellFormed(authority) else { throw HTTPRefusal(.badRequest, "The Host is malformed.") }
    }
}
