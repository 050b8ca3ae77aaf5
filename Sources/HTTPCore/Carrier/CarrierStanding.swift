/// Where a carrier stands between two calls; the driver picks its deadline by it.
package enum CarrierProgress: Equatable, Sendable {
    case betweenRequests
    case readingHead
    /// Content is due; so much has come of it so far.
    case readingBody(byteCount: Int)
    /// Nothing is under way but answers that are withheld on purpose.
    case withheld
    /// The peer holds back answers by flow control; so much has been sent so far.
    case sending(byteCount: Int)
}

/// How a carrier stands between two calls.
package struct CarrierStanding: Sendable {
    package var progress: CarrierProgress
    /// What requests that have come in part take of memory, and answers that it has not handed over.
    package var heldBytes = 0
    /// Takes no input until an answer is released.
    package var isPaused = false
    /// Holds answers back and releases them by and by, while it takes input.
    package var holdsBack = false
    /// Takes no input, and no answer will be released.
    package var isStalled = false
    /// The connection is to be reset rather than closed.
    package var isAborting = false
    /// The last answer is in the output; close once it is sent.
    package var isClosing = false
    /// Has something to say before an idle connection is closed.
    package var saysGoodbye = false
    /// There are bytes to send that did not fit the output yet.
    package var wantsToSend = false

    package init(_ progress: CarrierProgress) {
        self.progress = progress
    }
}
