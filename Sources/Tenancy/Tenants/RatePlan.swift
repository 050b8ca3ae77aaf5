/// How many requests a tenant may send, by the plan it has (reference section 7, DOCS).
package enum RatePlan: String, CaseIterable, Sendable {
    /// As many as it likes.
    case off
    case free
    case enterpriseNonprod = "enterprise-nonprod"
    case enterpriseProd = "enterprise-prod"

    /// Requests at once, and in each second after that.
    package var burst: Int {
        switch self {
        case .off: Int.max
        case .free: 2
        case .enterpriseNonprod: 10
        case .enterpriseProd: 50
        }
    }

    var perSecond: Int {
        switch self {
        case .off: Int.max
        case .free, .enterpriseNonprod: 2
        case .enterpriseProd: 16
        }
    }
}

/// What is left of a plan: a bucket that is filled up as each second begins.
struct RateBucket: Sendable {
    private var plan = RatePlan.off
    private var tokens = 0
    private var second: Int64 = 0
    private var refusals = 0
    /// Terraform and the Auth0 CLI try again for ever: a clock that stands still must not hold them for ever.
    private static let refusalsMax = 100

    init() {}

    private init(plan: RatePlan, tokens: Int, second: Int64) {
        self.plan = plan
        self.tokens = tokens
        self.second = second
    }

    /// Takes a token if there is one.
    ///
    /// - Returns: tokens left; nil when there was none.
    mutating func take(_ plan: RatePlan, at now: Instant) -> Int? {
        let nowSecond = now.nanoseconds / 1_000_000_000
        if plan != self.plan || refusals >= RateBucket.refusalsMax {
            self = RateBucket(plan: plan, tokens: plan.burst, second: nowSecond)
        }
        if nowSecond > second {
            let (refill, overflows) = Int(nowSecond - second).multipliedReportingOverflow(by: plan.perSecond)
            tokens = min(plan.burst, overflows ? plan.burst : tokens + min(refill, plan.burst))
        }
        second = nowSecond
        guard tokens > 0 else {
            refusals += 1
            return nil
        }
        refusals = 0
        tokens -= 1
        return tokens
    }
}

extension Tenant {
    /// Counts a request against the tenant's plan.
    ///
    /// - Returns: requests left of it; nil when there were none.
    package mutating func takeRequest(at now: Instant) -> Int? {
        bucket.take(settings.ratePlan, at: now)
    }
}
