import HTTPCore
import JSON

/// An error in the service's form: `{"statusCode","error","message","errorCode"}` (reference section 6, RECORDED).
///
/// `errorCode` is there on errors of the API's front and missing on those of the actions service behind it.
struct APIError: Error, Equatable {
    let status: HTTPStatus
    let message: String
    var errorCode: String?
    /// Stands in `attributes`, as one error of tokens has it.
    var attribute: String?
    var fields: [HTTPField] = []

    /// An error of the actions service.
    static func service(_ status: HTTPStatus, _ message: String) -> APIError {
        APIError(status: status, message: message)
    }

    /// The recorded answer where no route fits (reference 6.1).
    static let noSuchRoute = APIError.service(.notFound, "Not Found")

    /// The recorded answer without bearer credentials (reference 6.2).
    static let missingAuthentication = APIError(
        status: .unauthorized, message: "Missing authentication", fields: [HTTPField("www-authenticate", "Bearer")])

    /// hapi's wording (INFERRED, reference 6.3).
    static let malformedJSON = APIError.service(.badRequest, "Invalid request payload JSON format")

    /// hapi's wording (assumed).
    static let unsupportedMediaType = APIError.service(.unsupportedMediaType, "Unsupported Media Type")

    /// RECORDED (reference 6.1).
    static let tooManyRequests = APIError(
        status: HTTPStatus(429), message: "Global limit has been reached", errorCode: "too_many_requests")

    /// RECORDED (reference 6.1).
    static let featureNotEnabled = APIError(
        status: .forbidden, message: "This feature is not enabled for this tenant.", errorCode: "feature_not_enabled")

    /// Our own switch, hence our own code.
    static let readOnly = APIError(
        status: .forbidden, message: "This tenant is read-only.", errorCode: "localtenant_read_only")

    /// A route of the real service that is not emulated: our own code, so that nobody takes it for the service's.
    static func notEmulated(_ operationID: String) -> APIError {
        APIError(
            status: .notImplemented, message: "LocalTenant does not emulate the operation \(operationID).",
            errorCode: "localtenant_not_implemented")
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
        return HTTPResponse(
            status: status, commonFields: APIResponse.commonFields, fields: fields, body: writer.finish())
    }
}
