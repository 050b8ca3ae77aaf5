import HTTPCore
import JSON
import Synchronization
import Tenancy

/// Successful answers and the fields every answer has (reference section 1).
enum APIResponse {
    /// RECORDED on every answer of the family (content type) and on other v2 routes (the rest).
    static let commonFields = HTTPFieldBlock([
        HTTPField("content-type", "application/json; charset=utf-8"),
        HTTPField("cache-control", "no-cache"),
        HTTPField("vary", "origin,accept-encoding"),
        HTTPField("x-content-type-options", "nosniff"),
    ])

    /// For answers that are no JSON.
    static let commonFieldsWithoutType = HTTPFieldBlock(Array(commonFields.fields.dropFirst()))

    /// A successful answer; these carry the rate-limit fields, errors do not (reference section 1, RECORDED).
    static func success(_ status: HTTPStatus, at now: Instant, _ body: [UInt8] = []) -> HTTPResponse {
        HTTPResponse(status: status, commonFields: successFields.block(at: now), body: body)
    }

    private static let successFields = SuccessFields()

    /// A successful answer whose JSON `write` produces.
    static func json(
        _ status: HTTPStatus, at now: Instant, capacity: Int = 1024, _ write: (inout JSONWriter) -> Void
    ) -> HTTPResponse {
        var writer = JSONWriter(capacity: capacity)
        write(&writer)
        return success(status, at: now, writer.finish())
    }
}

extension HTTPResponse {
    /// The same with what is left of a plan.
    func with(_ quota: RateQuota) -> HTTPResponse {
        var response = self
        if response.status.isSuccess { response.commonFields = APIResponse.commonFields }
        response.fields += quota.fields
        return response
    }
}

extension HTTPResponse {
    /// Says in a field of our own which rule refused the request, and how we know of it.
    mutating func addEvidence() {
        guard let explanation else { return }
        var value = "\(explanation.evidence.rawValue); rule=\(explanation.rule)"
        if let field = explanation.field, field.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) {
            value += "; field=\(field)"
        }
        fields.append(HTTPField("x-localtenant-evidence", value))
    }
}

/// The fields of successful answers. They change once a second, with the reset of the rate limit.
private final class SuccessFields: Sendable {
    private let latest = Mutex<(second: Int64, block: HTTPFieldBlock)>((.min, APIResponse.commonFields))

    func block(at now: Instant) -> HTTPFieldBlock {
        let second = now.microseconds / 1_000_000
        return latest.withLock { latest in
            if latest.second != second { latest = (second, SuccessFields.makeBlock(second)) }
            return latest.block
        }
    }

    /// The bucket of the enterprise production plan (reference section 7), which never empties here.
    private static func makeBlock(_ second: Int64) -> HTTPFieldBlock {
        HTTPFieldBlock(
            APIResponse.commonFields.fields
                + RateQuota(limit: 50, remaining: 49, at: Instant(nanoseconds: second * 1_000_000_000)).fields)
    }
}
