import HTTPCore
import Tenancy

/// What answers say of the rate limit (reference section 7 and clients.md section 2).
struct RateQuota {
    let limit: Int
    let remaining: Int
    /// Unix seconds, in the future: clients wait until then.
    let reset: Int64

    /// - Parameter now: the limit is reset as the next second begins.
    init(limit: Int, remaining: Int, at now: Instant) {
        self.limit = limit
        self.remaining = remaining
        reset = now.nanoseconds / 1_000_000_000 + 1
    }

    var fields: [HTTPField] {
        [
            HTTPField("x-ratelimit-limit", String(limit)), HTTPField("x-ratelimit-remaining", String(remaining)),
            HTTPField("x-ratelimit-reset", String(reset)),
        ]
    }
}
