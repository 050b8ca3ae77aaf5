package import Ground

/// What the connections of one event loop share, whatever carries their requests.
package final class CarrierContext {
    private let responder: any HTTPResponder
    package let limits: HTTPLimits
    // What is stored here is out of other modules' reach: then no two accesses can overlap, and the compiler need not
    // have that checked at run time, for each answer.
    private var drains = false
    private var held: [HeldAnswer] = []
    private var currentDate = HTTPDate(unixSeconds: 0)
    private var currentPeer = IPAddress.loopback

    package init(responder: any HTTPResponder, limits: HTTPLimits) {
        self.responder = responder
        self.limits = limits
    }

    /// The responder's answer. Whoever took the responder from here to ask it would count a reference to it.
    package func respond(to request: HTTPRequest) -> HTTPResponse { responder.respond(to: request) }

    /// - Parameter request: as much as was read of what is refused; nil for nothing.
    package func respond(to refusal: HTTPRefusal, of request: HTTPRequest?) -> HTTPResponse {
        request.map { responder.respond(to: refusal, of: $0) } ?? responder.respond(to: refusal)
    }

    /// Answers end the connection while the server drains.
    package var isDraining: Bool {
        get { drains }
        set { drains = newValue }
    }

    /// The Date field's value, kept current by the event loop.
    package var date: HTTPDate {
        get { currentDate }
        set { currentDate = newValue }
    }

    /// Whose connection is served just now, kept current by whoever drives the carriers.
    package var peer: IPAddress {
        get { currentPeer }
        set { currentPeer = newValue }
    }

    /// Notes that a carrier has begun to hold back an answer.
    package func hold(_ answer: HeldAnswer) {
        // Appending in place would be an access that lasts, and have every other one checked.
        let all = held + [answer]
        held = all
    }

    /// The answers that carriers have begun to hold back since the last call: whoever drives them comes back in time.
    package func takeHeld() -> [HeldAnswer] {
        guard !held.isEmpty else { return [] }
        defer { held = [] }
        return held
    }
}
