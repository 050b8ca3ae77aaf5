import Ground
package import HTTPCore

/// Turns the bytes of one connection into requests: HTTP/1.1 of RFC 9112, without sockets, clocks or threads.
///
/// States: a request line, header field lines, then content by length or by chunks with trailers, then the next
/// request line. Feeding bytes drives it; it stops at each request, so that answers keep their order. A refusal
/// ends it: the stream can no longer be told apart into messages, and the connection must be closed.
///
/// Bytes are read in place; only an unfinished line is kept. The result does not depend on how the stream is cut.
package struct HTTP1RequestParser {
    package enum Event: Equatable {
        /// All input was used and no request is complete yet.
        case needsInput
        /// The head is complete and its sender waits for `100 Continue` (RFC 9110 section 10.1.1).
        case continueExpected
        /// `request` is complete; call `next()` before feeding more.
        case requestComplete
    }

    enum State: Equatable {
        case requestLine(skippedEmptyLine: Bool)
        case fieldLines
        case content(remaining: Int)
        case chunkSize
        case chunkData(remaining: Int)
        case chunkEnd
        case trailers
        case complete
    }

    let limits: HTTPLimits
    var state = State.requestLine(skippedEmptyLine: false)
    /// The request under construction; complete after `.requestComplete`.
    package var request = HTTPRequest()
    /// Whether the connection may serve another request after this one (RFC 9112 section 9.3).
    package internal(set) var keepsAlive = true
    /// True for an HTTP/1.0 message.
    package internal(set) var isVersion10 = false
    /// A request without content asked for `100 Continue`. It is due nothing, but Java 17's client waits for it without
    /// end (JDK-8286171).
    package internal(set) var owesContinue = false

    /// An unfinished line, without what comes after it.
    private var pendingLine: [UInt8] = []
    var headerBytes = 0
    var fieldCount = 0
    /// Chunk-size lines carry extensions nobody reads; their sum, sizes left out, is bounded.
    var chunkLineBytes = 0
    /// Set when a head with `Expect: 100-continue` and content to come is complete.
    var awaitsContinue = false
    /// Set when the target names the authority, which then goes before the Host field.
    var hasTargetAuthority = false
    /// The last Host that was checked; a connection's requests mostly have the same.
    var knownHost = ""
    var knownHead = HTTP1KnownHead()
    /// What the Content-Length among the request's fields says, and which of them it is.
    var announced: Announced?

    struct Announced {
        let length: Int
        let line: Int
    }

    package init(limits: HTTPLimits) {
        self.limits = limits
    }

    package var progress: CarrierProgress {
        switch state {
        case .requestLine: pendingLine.isEmpty ? .betweenRequests : .readingHead
        case .fieldLines: .readingHead
        case .complete: .betweenRequests
        default: .readingBody(byteCount: request.body.count)
        }
    }

    /// As much as was read of the request under way; nil as long as its fields are still those of the one before.
    package var partialRequest: HTTPRequest? {
        switch (state, knownHead.expectation) {
        case (.requestLine, _), (.fieldLines, .fieldLines): nil
        default: request
        }
    }

    /// What the request under way takes of memory, roughly.
    package var heldBytes: Int { headerBytes + pendingLine.count + request.body.count }

    /// True when nothing of the next request is held, not even that an empty line came before it.
    var isAtStart: Bool { state == .requestLine(skippedEmptyLine: false) && pendingLine.isEmpty }

    /// Makes ready for the next request of the stream; buffers keep their capacity, and `request` what the next head
    /// may repeat.
    package mutating func next() {
        state = .requestLine(skippedEmptyLine: false)
        if !request.body.isEmpty { request.body.removeAll(keepingCapacity: true) }
        if !pendingLine.isEmpty { pendingLine.removeAll(keepingCapacity: true) }
        headerBytes = 0
        fieldCount = 0
        chunkLineBytes = 0
        expectKnownHead()
    }

    /// Forgets an unfinished request and gives back large buffers before the parser waits in a pool.
    package mutating func makeReady(keepingBytesMax: Int = 16 * 1024) {
        if !isAtStart {
            next()
            forgetKnownHead()
        }
        if request.body.capacity > keepingBytesMax { request.body = [] }
        if pendingLine.capacity > keepingBytesMax { pendingLine = [] }
        if knownHost.utf8.count > Authority.usualBytesMax { knownHost = "" }
        if request.fields.byteCapacity > keepingBytesMax {
            forgetKnownHead()
            request.fields = HTTPFields()
        }
    }

    /// Reads on from `position`, which moves past the bytes used.
    ///
    /// - Throws: the refusal to answer with, when the bytes are no acceptable HTTP/1.1.
    package mutating func parse(_ input: Span<UInt8>, at position: inout Int) throws(HTTPRefusal) -> Event {
        while true {
            switch state {
            case .complete:
                return .requestComplete
            case .content(let remaining):
                let taken = takeContent(input, at: &position, remaining)
                state = taken == remaining ? .complete : .content(remaining: remaining - taken)
                if taken < remaining { return .needsInput }
            case .chunkData(let remaining):
                let taken = takeContent(input, at: &position, remaining)
                state = taken == remaining ? .chunkEnd : .chunkData(remaining: remaining - taken)
                if taken < remaining { return .needsInput }
            case .requestLine, .fieldLines, .chunkSize, .chunkEnd, .trailers:
                guard try pass(input, at: &position) else { return .needsInput }
                if awaitsContinue {
                    awaitsContinue = false
                    return .continueExpected
                }
            }
        }
    }

    private mutating func takeContent(_ input: Span<UInt8>, at position: inout Int, _ wanted: Int) -> Int {
        let taken = min(wanted, input.count - position)
        request.body.append(copying: input.extracting(position..<position + taken))
        position += taken
        return taken
    }

    /// Passes a line, or several at once. False when there is no complete one.
    @inline(__always)
    private mutating func pass(_ input: Span<UInt8>, at position: inout Int) throws(HTTPRefusal) -> Bool {
        if pendingLine.isEmpty, try passRepetition(input, at: &position) { return true }
        return try parseLine(input, at: &position)
    }

    /// Finds the end of the current line and handles the line. False when the line is not complete.
    private mutating func parseLine(_ input: Span<UInt8>, at position: inout Int) throws(HTTPRefusal) -> Bool {
        let start = position
        guard let end = input.firstIndex(of: 0x0A, from: start) else {
            position = input.count
            pendingLine.append(copying: input.extracting(start..<position))
            guard pendingLine.count <= lineBytesMax else { throw tooLong(pendingLine.span) }
            try checkUnfinished(pendingLine.span)
            return false
        }
        position = end + 1
        if pendingLine.isEmpty {
            let line = input.extracting(start..<end)
            guard end - start <= lineBytesMax else { throw tooLong(line) }
            try handleLine(line)
        } else {
            pendingLine.append(copying: input.extracting(start..<end))
            guard pendingLine.count <= lineBytesMax else { throw tooLong(pendingLine.span) }
            let line = pendingLine
            pendingLine = []
            try handleLine(line.span)
            pendingLine = line
            pendingLine.removeAll(keepingCapacity: true)
        }
        return true
    }

    /// How many bytes the line under way may have, its CR among them: its own limit, or what is left of that of the
    /// part it belongs to.
    @inline(__always)  // Called, it would be handed a copy of the parser.
    var lineBytesMax: Int {
        switch state {
        case .requestLine: limits.requestLineBytesMax + 1
        case .fieldLines, .trailers: limits.headerBytesMax - headerBytes
        default: HTTP1RequestParser.chunkLineBytesMax - chunkLineBytes
        }
    }

    /// One chunk-size line, and the chunk extensions of one request together.
    static let chunkLineBytesMax = 16 * 1024

    /// Handles a line whose LF is removed; the CR before it is required (RFC 9112 section 2.2).
    private mutating func handleLine(_ lineWithCR: Span<UInt8>) throws(HTTPRefusal) {
        let count = lineWithCR.count
        guard count > 0, lineWithCR[count - 1] == 0x0D else { throw withoutReturn(lineWithCR) }
        let line = lineWithCR.extracting(0..<count - 1)
        switch state {
        case .requestLine(let skippedEmptyLine): try handleRequestLine(line, skippedEmptyLine: skippedEmptyLine)
        case .fieldLines: try handleFieldLine(line)
        case .chunkSize: try handleChunkSize(line)
        case .chunkEnd: try handleChunkEnd(line)
        case .trailers: try handleTrailer(line)
        case .content, .chunkData, .complete: break
        }
    }
}
