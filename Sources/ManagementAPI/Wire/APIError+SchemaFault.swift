import HTTPCore
import JSON

/// Errors of the schema check at the API's front (reference 6.3, RECORDED on other routes).
extension APIError {
    /// Which part of a request a schema fault is in.
    enum RequestPart: String {
        case payload = "Payload"
        case query = "Query"
        case path = "Path"

        var errorCode: String {
            switch self {
            case .payload: "invalid_body"
            case .query: "invalid_query_string"  // INFERRED
            case .path: "bad_request"  // RECORDED of a value outside a list
            }
        }
    }

    /// `<Part> validation error: '<reason>' on property <path> (<description>).`
    init(_ fault: SchemaFault, in part: RequestPart) {
        var message = "\(part.rawValue) validation error: '\(fault.reason)'"
        if !fault.path.isEmpty { message += " on property \(fault.path)" }
        if let description = fault.description { message += " (\(description))" }
        self.init(
            status: .badRequest, message: message + ".", errorCode: part.errorCode,
            explanation: Explanation(
                "\(part.rawValue.lowercased())-schema", field: fault.path.isEmpty ? nil : fault.path,
                constraint: fault.reason, part == .query ? .inferred : .recorded))
    }

    /// The actions service's own check of an id, in its protobuf validator's words (INFERRED, reference 6.4).
    ///
    /// - Parameter field: request type and field, such as `GetActionModuleRequest.Id`.
    static func invalidID(_ field: String) -> APIError {
        .service(.badRequest, "invalid \(field): " + invalidUUID, rule: "id", .inferred)
    }

    static let invalidUUID = "value must be a valid UUID | caused by: invalid uuid format"
}
