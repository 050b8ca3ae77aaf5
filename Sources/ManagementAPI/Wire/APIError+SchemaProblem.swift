import HTTPCore
import JSON
import Resources

/// Refusals of the schema check at the API's front (reference extensibility-and-conventions.md section 10, RECORDED).
extension APIError {
    /// Which part of a request does not fit.
    enum RequestPart: String {
        case payload = "Payload"
        case query = "Query"
        case path = "Path"

        var errorCode: String {
            switch self {
            case .payload: "invalid_body"
            case .query: "invalid_query_string"  // INFERRED
            case .path: "invalid_uri"
            }
        }
    }

    /// All problems in one text; equal ones once.
    init(_ problems: [SchemaProblem], in part: RequestPart, errorCode: String? = nil) {
        let first = problems.first
        self.init(
            status: .badRequest, message: APIError.text(of: problems, part), errorCode: errorCode ?? part.errorCode,
            explanation: Explanation(
                "\(part.rawValue.lowercased())-schema", field: first.flatMap { $0.path.isEmpty ? nil : $0.path },
                constraint: first?.reason, part == .query ? .inferred : .recorded))
    }

    init(_ problem: SchemaProblem, in part: RequestPart) {
        self.init([problem], in: part)
    }

    /// What a rule beyond the schema has against a member of a body, in the validator's words.
    init(_ reason: String, on member: JSONKey, of operation: FamilyOperation) {
        let property = operation.body.property(member.text)
        self.init(property?.problem(reason) ?? SchemaProblem(reason: reason, path: member.text), in: .payload)
    }

    private static func text(of problems: [SchemaProblem], _ part: RequestPart) -> String {
        var texts: [String] = []
        for problem in problems {
            let text = text(of: problem, part)
            if !texts.contains(text) { texts.append(text) }
        }
        return texts.joined(separator: " (also) ")
    }

    /// `<Part> validation error: '<reason>' on property <path> (<description>).`
    private static func text(of problem: SchemaProblem, _ part: RequestPart) -> String {
        var text = "\(part.rawValue) validation error: '\(problem.reason)'"
        if !problem.path.isEmpty {
            text += " on property \(problem.path)"
            if let description = problem.description {
                text += " (\(description))"
            } else if problem.inner != nil {
                text += " ({description})"  // RECORDED: the service's own slip.
            }
        }
        text += "."
        if let inner = problem.inner { text += " Inner errors: [ \(self.text(of: inner, part)) ]." }
        return text
    }

    /// The actions service's own check of an id, in its protobuf validator's words (INFERRED, reference 6.4).
    ///
    /// - Parameter field: request type and field, such as `GetActionModuleRequest.Id`.
    static func invalidID(_ field: String) -> APIError {
        .service(.badRequest, "invalid \(field): " + invalidUUID, rule: "id", .inferred)
    }

    static let invalidUUID = "value must be a valid UUID | caused by: invalid uuid format"
}
