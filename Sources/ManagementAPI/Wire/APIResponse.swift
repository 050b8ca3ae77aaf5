import HTTPCore
import JSON
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

    /// The bucket of the enterprise production plan (reference section 7), which never empties here.
    private static let successFields = HTTPFieldBlock(
        commonFields.fields + [HTTPField("x-ratelimit-limit", "50"), HTTPField("x-ratelimit-remaining", "49")])

    /// A successful answer; these carry the rate-limit fields, errors do not (reference section 1, RECORDED).
    static func success(_ status: HTTPStatus, at now: Instant, _ body: [UInt8] = []) -> HTTPResponse {
        let reset = HTTPField("x-ratelimit-reset", String(now.microseconds / 1_000_000 + 1))
        return HTTPResponse(status: status, commonFields: successFields, fields: [reset], body: body)
    }

    /// A successful answer whose JSON `write` produces.
    static func json(
        _ status: HTTPStatus, at now: Instant, capacity: Int = 1024, _ write: (inout JSONWriter) -> Void
    ) -> HTTPResponse {
        var writer = JSONWriter(capacity: capacity)
        write(&writer)
        return success(status, at: now, writer.finish())
    }
}
