/// What the connections of one event loop share, whatever carries their requests.
package final class CarrierContext {
    package let responder: any HTTPResponder
    package let limits: HTTPLimits
    /// Answers end the connection while the server drains.
    package var isDraining = false
    /// Answers that carriers have begun to hold back; whoever drives them takes the list and comes back in time.
    package var held: [HeldAnswer] = []
    /// The Date field's value, kept current by the event loop.
    package var date: [UInt8] = []

    package init(responder: any HTTPResponder, limits: HTTPLimits) {
        self.responder = responder
        self.limits = limits
    }
}

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
