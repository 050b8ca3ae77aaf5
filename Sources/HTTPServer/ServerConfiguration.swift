package import HTTPCore
package import TLS
package import Transport

/// How a server listens and how patient it is. Times are in milliseconds.
package struct ServerConfiguration: Sendable {
    package var address: SocketAddress
    package var loopCount: Int
    package var limits = HTTPLimits()
    /// Nil: connections that begin with TLS are closed.
    package var tls: TLSContext?
    package var connectionsMax = 10_000
    /// What requests that come in part, answers that wait to be taken, and TLS may hold of memory, all connections
    /// together; each loop has its share.
    package var heldBytesMax = 256 * 1024 * 1024
    /// A connection without a request is closed after this; longer than the pools of all clients but OkHttp's,
    /// which re-dials by itself (Go keeps 90 s and copes with a close between requests).
    package var idleTimeout: Milliseconds = 75_000
    /// From a request's first byte to the end of its head.
    package var headTimeout: Milliseconds = 10_000
    /// In each such period a body or an answer must move on by `progressBytes`, or come to its end.
    package var progressTimeout: Milliseconds = 30_000
    /// How long a drain waits for what is in flight.
    package var drainTimeout: Milliseconds = 10_000

    /// A peer that trickles bytes, one each few seconds, makes no progress in this sense.
    static let progressBytes = 16 * 1024
    /// Answers of one connection that may wait for the peer to take them; beyond it nothing more is read.
    static let outputBytesMax = 256 * 1024
    /// After a last answer the peer's remaining bytes are read and dropped for this long, lest the answer be lost
    /// to a reset (RFC 9112 section 9.6).
    static let lingerTimeout: Milliseconds = 2_000
    /// A connection whose answer is held back on purpose is closed after this; no delay is as long.
    static let pauseTimeout: Milliseconds = 25_000

    package init(address: SocketAddress, loopCount: Int) {
        self.address = address
        self.loopCount = loopCount
    }

    /// Deadlines are looked at this often: fine enough for the shortest of them, at most once a second.
    var sweepInterval: Milliseconds {
        max(10, min(1_000, min(idleTimeout, headTimeout, progressTimeout, drainTimeout) / 4))
    }

    var times: ConnectionState.Times {
        ConnectionState.Times(
            idle: idleTimeout, head: headTimeout, progress: progressTimeout,
            pause: max(progressTimeout, ServerConfiguration.pauseTimeout), linger: ServerConfiguration.lingerTimeout)
    }
}
