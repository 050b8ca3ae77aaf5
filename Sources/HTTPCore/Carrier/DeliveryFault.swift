/// What goes wrong with an answer on its way, because a test asked for it, or what it waits for.
///
/// An object, since hardly an answer has one and each would keep room for it.
package final class DeliveryFault: Sendable {
    /// How an answer never arrives. On HTTP/2 all but `stall` reset the stream, since the connection serves others.
    package enum Breakage: String, CaseIterable, Sendable {
        /// The connection is reset (RST).
        case reset
        /// The connection is closed without a byte of the answer.
        case close
        /// The connection is closed after half of the answer.
        case truncate
        /// Bytes that are no HTTP, and the connection is closed.
        case garbage
        /// Nothing comes, and the connection stays open.
        case stall
    }

    /// How an answer's content trickles: the head at once, then piece after piece.
    package struct Dribble: Equatable, Sendable {
        /// Pieces of about equal size, at least one; of content that has fewer bytes, as many as those.
        package let count: Int
        /// Milliseconds from the head to the last piece.
        package let duration: Int64

        package init(count: Int, duration: Int64) {
            self.count = count
            self.duration = duration
        }

        /// Bytes of the content that are due with the piece of that number, from 0.
        package func bytesDue(withPiece number: Int, of contentBytes: Int) -> Int {
            contentBytes * (number + 1) / pieces(contentBytes)
        }

        /// Milliseconds from the piece before to that of the number.
        package func delay(beforePiece number: Int, of contentBytes: Int) -> Int64 {
            let pieces = Int64(pieces(contentBytes))
            return duration * Int64(number + 1) / pieces - duration * Int64(number) / pieces
        }

        private func pieces(_ contentBytes: Int) -> Int { max(1, min(count, contentBytes)) }
    }

    /// Milliseconds before anything of it is sent.
    package let delay: Int64
    package let breakage: Breakage?
    /// Nil: the content is sent at once. Not of an answer that breaks.
    package let dribble: Dribble?
    /// Makes what takes the answer's place once the delay is over; nil: it stays what it is. A long poll is an answer
    /// that is asked again and again whether it has come.
    let renew: (@Sendable () -> HTTPResponse)?

    /// Of what is no answer yet: whoever asks for one on a carrier's behalf has it asked for again, and again.
    /// It stands for itself, so that it is known wherever it is handed on.
    package static let askAgain = DeliveryFault(delay: 10)

    /// Whether something else takes the answer's place.
    package var isRenewed: Bool { renew != nil }

    package init(
        delay: Int64 = 0, breakage: Breakage? = nil, dribble: Dribble? = nil,
        renew: (@Sendable () -> HTTPResponse)? = nil
    ) {
        self.delay = delay
        self.breakage = breakage
        self.dribble = dribble
        self.renew = renew
    }
}

/// An answer, or the next piece of one, that a carrier holds back for a while.
package struct HeldAnswer: Equatable, Sendable {
    /// Tells the carrier which, once its time has come.
    package let token: Int32
    /// Milliseconds from now.
    package let delay: Int64

    package init(token: Int32, delay: Int64) {
        self.token = token
        self.delay = delay
    }
}
