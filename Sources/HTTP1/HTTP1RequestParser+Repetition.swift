import HTTPCore

/// What is known of the head before, beside what was left in the request.
struct HTTP1KnownHead {
    /// What follows a head.
    struct Outcome {
        let state: HTTP1RequestParser.State
        let awaitsContinue: Bool
    }

    /// How much of it the head that comes in has repeated so far.
    enum Repetition {
        case none
        /// All field lines, but not the request line.
        case fields
        case everything
    }

    var requestLine: [UInt8] = []
    /// Nil unless that head is complete and was accepted.
    var outcome: Outcome?
    var repetition = Repetition.none
}

/// Clients repeat themselves. As long as the lines of a head are those of the head before, byte by byte, they are not
/// looked at again: what was found in them still stands in the request.
extension HTTP1RequestParser {
    /// Passes a request line that is the one before; false, with nothing passed, for another.
    mutating func passRepeatedRequestLine(_ line: Span<UInt8>) -> Bool {
        guard knownHead.outcome != nil else {
            // A head that was not accepted may have left fields.
            forgetKnownHead()
            return false
        }
        let isSame = line.hasSameBytes(as: knownHead.requestLine.span)
        knownHead.repetition = isSame ? .everything : .fields
        return isSame
    }

    /// Begins a head with another request line.
    mutating func beginHead(_ line: Span<UInt8>) {
        knownHead.outcome = nil
        knownHead.requestLine.removeAll(keepingCapacity: true)
        knownHead.requestLine.append(copying: line)
        request.path.removeAll(keepingCapacity: true)
        request.query.removeAll(keepingCapacity: true)
        request.authority = ""
        hasTargetAuthority = false
    }

    /// Passes a field line that is the one before at the same place; false, with nothing passed, for another.
    ///
    /// - Parameter index: lines before it.
    mutating func passRepeatedFieldLine(_ line: Span<UInt8>, at index: Int) -> Bool {
        guard knownHead.repetition != .none else { return false }
        if request.fields.isLine(line, at: index) { return true }
        endRepetition(at: index)
        return false
    }

    /// Passes the end of a head that had all lines of the one before and no other; false, with nothing passed, if not.
    mutating func passRepeatedHead() -> Bool {
        if knownHead.repetition == .everything, fieldCount == request.fields.count, let outcome = knownHead.outcome {
            state = outcome.state
            awaitsContinue = outcome.awaitsContinue
            if case .content(let remaining) = state { request.reserveContent(remaining) }
            return true
        }
        if knownHead.repetition != .none { endRepetition(at: fieldCount) }
        return false
    }

    /// The head is complete and was accepted.
    mutating func rememberHead() {
        knownHead.outcome = HTTP1KnownHead.Outcome(state: state, awaitsContinue: awaitsContinue)
    }

    /// The next head is read as the first one was.
    mutating func forgetKnownHead() {
        endRepetition(at: 0)
    }

    /// From that field on the head is another.
    private mutating func endRepetition(at index: Int) {
        knownHead.outcome = nil
        knownHead.repetition = .none
        request.fields.keepFirst(index)
    }
}
