import HTTPCore
import JSON
import Tenancy

/// An error in the service's form: `{"statusCode","error","message","errorCode"}` (reference section 6, RECORDED).
///
/// `errorCode` is there on errors of the API's front and missing on those of the actions service behind it.
struct APIError: Error {
    let status: HTTPStatus
    let message: String
    var errorCode: String?
    /// For those who ask why.
    var explanation: Explanation?
    /// Stands in `attributes`, as one error of tokens has it.
    var attribute: String?
    var fields: [HTTPField] = []
    /// It is no answer yet.
    var deliveryFault: DeliveryFault?

    /// An error of the actions service.
    ///
    /// - Parameters:
    ///   - rule: nil where whoever throws it has a name for it.
    ///   - evidence: of the text; statuses are SPEC at least.
    static func service(
        _ status: HTTPStatus, _ message: String, rule: String? = nil, _ evidence: Explanation.Evidence = .assumed
    ) -> APIError {
        APIError(status: status, message: message, explanation: Explanation(rule ?? "", evidence))
    }

    /// An error of the API's front.
    static func front(
        _ status: HTTPStatus, _ message: String, _ errorCode: String? = nil, rule: String,
        _ evidence: Explanation.Evidence
    ) -> APIError {
        APIError(status: status, message: message, errorCode: errorCode, explanation: Explanation(rule, evidence))
    }

    /// The recorded answer where no route fits (reference 6.1).
    static let noSuchRoute = APIError.front(.notFound, "Not Found", rule: "route", .recorded)

    /// The recorded answer without bearer credentials (reference 6.2).
    static let missingAuthentication: APIError = {
        var error = APIError.front(.unauthorized, "Missing authentication", rule: "authentication", .recorded)
        error.fields = [HTTPField("www-authenticate", "Bearer")]
        return error
    }()

    /// hapi's wording (INFERRED, reference 6.3).
    static let malformedJSON = APIError.front(
        .badRequest, "Invalid request payload JSON format", rule: "json", .inferred)

    /// hapi's wording (assumed).
    static let unsupportedMediaType = APIError.front(
        .unsupportedMediaType, "Unsupported Media Type", rule: "content-type", .assumed)

    /// RECORDED (reference 6.1).
    static let tooManyRequests = APIError.front(
        HTTPStatus(429), "Global limit has been reached", "too_many_requests", rule: "rate-limit", .recorded)

    /// RECORDED (reference 6.1).
    static let featureNotEnabled = APIError.front(
        .forbidden, "This feature is not enabled for this tenant.", "feature_not_enabled", rule: "feature", .recorded)

    /// Our own switch, hence our own code.
    static let readOnly = APIError.front(
        .forbidden, "This tenant is read-only.", "localtenant_read_only", rule: "read-only", .own)

    /// The same: what a guard of the tenant's is for.
    static func guarded(_ guarding: RequestGuard) -> APIError {
        var error = APIError.front(
            .forbidden, "A guard of this tenant refuses it: \(guarding.reason ?? guarding.rule).",
            "localtenant_guarded",
            rule: "guard", .own)
        let reason = guarding.reason.map { " (\($0))" } ?? ""
        error.explanation = Explanation("guard", constraint: guarding.rule + reason, .own)
        return error
    }

    /// A route of the real service that is not emulated: our own code, so that nobody takes it for the service's.
    static func notEmulated(_ operationID: String) -> APIError {
        .front(
            .notImplemented, "LocalTenant does not emulate the operation \(operationID).",
            "localtenant_not_implemented", rule: "not-emulated", .own)
    }

    var response: HTTPResponse {
        var writer = JSONWriter(capacity: 256)
        writer.beginObject()
        writer.key("statusCode")
        writer.integer(status.code)
        writer.key("error")
        writer.string(status.reasonPhrase)
        writer.key("message")
        writer.string(message)
        if let errorCode {
            writer.key("errorCode")
            writer.string(errorCode)
        }
        if let attribute {
            writer.key("attributes")
            writer.beginObject()
            writer.key("error")
            writer.string(attribute)
            writer.endObject()
        }
        writer.endObject()
        var response = HTTPResponse(
            status: status, commonFields: APIResponse.commonFields, fields: fields, body: writer.finish())
        response.explanation = explanation
        response.deliveryFault = deliveryFault
        return response
    }
}
