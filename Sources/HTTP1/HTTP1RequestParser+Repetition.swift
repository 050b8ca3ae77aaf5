import HTTPCore

/// What is known of the head before, beside what was left in the request.
struct HTTP1KnownHead {
    /// What follows a head.
    struct Outcome {
        let state: HTTP1RequestParser.State
        let awaitsContinue: Bool
    }

    var requestLine: [UInt8] = []
    /// Nil unless that head is complete and was accepted.
    var outcome: Outcome?
}

/// Clients repeat themselves. As long as the lines of a head are those of the head before, byte by byte, they are not
/// looked at again: what was found in them still stands in the request.
extension HTTP1RequestParser {
    /// Passes a request line that is the one before; false, with nothing passed, for another.
    mutating func passRepeatedRequestLine(_ line: Span<UInt8>) -> Bool {
        isRepeating = knownHead.outcome != nil && line.hasSameBytes(as: knownHead.requestLine.span)
        return isRepeating
    }

    /// Passes a field line that is the one before at the same place; false, with nothing passed, for another.
    ///
    /// - Parameter index: lines before it.
    mutating func passRepeatedFieldLine(_ line: Span<UInt8>, at index: Int) -> Bool {
        guard isRepeating else { return false }
        if request.fields.isLine(line, at: index) { return true }
        endRepetition(at: index)
        return false
    }

    /// Passes the end of a head that had all lines of the one before and no other; false, with nothing passed, if not.
    mutating func passRepeatedHead() -> Bool {
        guard isRepeating, let outcome = knownHead.outcome else { return false }
        guard fieldCount == request.fields.count else {
            endRepetition(at: fieldCount)
            return false
        }
        state = outcome.state
        awaitsContinue = outcome.awaitsContinue
        if case .content(let remaining) = state { reserveBody(remaining) }
        return true
    }

    /// Begins a head with another request line.
    mutating func beginHead(_ line: Span<UInt8>) {
        forgetKnownHead()
        knownHead.requestLine.removeAll(keepingCapacity: true)
        knownHead.requestLine.append(copying: line)
        request.path.removeAll(keepingCapacity: true)
        request.query.removeAll(keepingCapacity: true)
        request.fields.removeAll()
        request.authority = ""
        hasTargetAuthority = false
    }

    /// The head is complete and was accepted.
    mutating func rememberHead() {
        knownHead.outcome = HTTP1KnownHead.Outcome(state: state, awaitsContinue: awaitsContinue)
    }

    /// From the next request on nothing is known.
    mutating func forgetKnownHead() {
        knownHead.outcome = nil
        isRepeating = false
    }

    /// From that field on the head is another.
    private mutating func endRepetition(at index: Int) {
        forgetKnownHead()
        request.fields.keepFirst(index)
    }
}
