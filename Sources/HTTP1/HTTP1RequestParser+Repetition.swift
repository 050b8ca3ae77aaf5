import Ground
import HTTPCore

/// What is known of the head before, beside what was left in the request.
struct HTTP1KnownHead {
    /// What follows a head.
    struct Outcome {
        let state: HTTP1RequestParser.State
        let awaitsContinue: Bool
    }

    /// What of it may come next, in the head that comes in.
    enum Expectation {
        case nothing
        case requestLine
        case fieldLines(behindSameRequestLine: Bool)
    }

    var expectation = Expectation.nothing
    /// As it came, with its CRLF.
    var requestLine: [UInt8] = []
    /// Nil unless the head is complete and was accepted.
    var outcome: Outcome?
}

/// Clients repeat themselves. What a head has in common with the one before, byte by byte from its beginning or from
/// its first field on, is passed in one step: what was found in those lines still stands in the request.
extension HTTP1RequestParser {
    /// Passes those of the lines that come next that were known to be: the request line, or field lines from the first
    /// on. Where the field lines begin to differ, the rest of what was known is forgotten.
    ///
    /// - Returns: false when nothing was passed.
    mutating func passRepetition(_ input: Span<UInt8>, at position: inout Int) throws(HTTPRefusal) -> Bool {
        switch knownHead.expectation {
        case .nothing: return false
        case .requestLine:
            let count = input.commonPrefixCount(with: knownHead.requestLine.span, from: position)
            guard count == knownHead.requestLine.count else { return false }
            position += count
            state = .fieldLines
            knownHead.expectation = .fieldLines(behindSameRequestLine: true)
            return true
        case .fieldLines(let isSameRequestLine):
            guard position < input.count else { return false }
            knownHead.expectation = .nothing
            return try passFieldLines(input, at: &position, behindSameRequestLine: isSameRequestLine)
        }
    }

    /// Passes the field lines that are those before, and what ends the head if they are all; after fewer, the head is
    /// another from there on.
    private mutating func passFieldLines(
        _ input: Span<UInt8>, at position: inout Int, behindSameRequestLine isSameRequestLine: Bool
    ) throws(HTTPRefusal) -> Bool {
        let common = request.fields.commonLines(with: input, from: position)
        position += common.byteCount
        (fieldCount, headerBytes) = (common.count, common.byteCount)
        guard common.count == request.fields.count, position + 2 <= input.count, input[position] == 0x0D,
            input[position + 1] == 0x0A
        else {
            endRepetition(behind: common.count)
            return common.count > 0
        }
        position += 2
        guard isSameRequestLine, let outcome = knownHead.outcome else {
            try finishHead()
            return true
        }
        state = outcome.state
        awaitsContinue = outcome.awaitsContinue
        if case .content(let remaining) = state { request.reserveContent(remaining) }
        return true
    }

    /// Begins a head with another request line.
    mutating func beginHead(_ line: Span<UInt8>) {
        if knownHead.outcome == nil {
            // A head that was not accepted may have left fields.
            forgetKnownHead()
        } else {
            knownHead.outcome = nil
            knownHead.expectation = .fieldLines(behindSameRequestLine: false)
        }
        knownHead.requestLine.removeAll(keepingCapacity: true)
        knownHead.requestLine.append(copying: line)
        knownHead.requestLine.append("\r\n")
        request.path.removeAll(keepingCapacity: true)
        request.query.removeAll(keepingCapacity: true)
        request.authority = ""
        hasTargetAuthority = false
    }

    /// The head is complete and was accepted.
    mutating func rememberHead() {
        knownHead.outcome = HTTP1KnownHead.Outcome(state: state, awaitsContinue: awaitsContinue)
    }

    /// What may come next is the head before once more, if it was accepted.
    mutating func expectKnownHead() {
        knownHead.expectation = knownHead.outcome == nil ? .nothing : .requestLine
    }

    /// The next head is read as the first one was.
    mutating func forgetKnownHead() {
        knownHead.expectation = .nothing
        endRepetition(behind: 0)
    }

    private mutating func endRepetition(behind fieldCount: Int) {
        knownHead.outcome = nil
        request.fields.keepFirst(fieldCount)
        if let announced, announced.line >= fieldCount { self.announced = nil }
    }
}
