import HTTPCore
import JSON
import Routing
import Tokens

/// What a request for a token says, whatever form it has: a form or JSON, credentials in the body or as HTTP Basic.
struct TokenRequest {
    private(set) var grantType: String?
    private(set) var audience: String?
    private(set) var clientID: String?
    private(set) var clientSecret: String?
    private(set) var clientAssertion: String?

    /// - Throws: `invalid_request` for content that is neither.
    init(_ request: HTTPRequest) throws(OAuthError) {
        let parameters = try TokenRequest.parameters(request)
        grantType = parameters["grant_type"]
        audience = parameters["audience"]
        clientID = parameters["client_id"]
        clientSecret = parameters["client_secret"]
        clientAssertion = try TokenRequest.clientAssertion(in: parameters)
        if let basic = TokenRequest.basicCredentials(request) {
            clientID = clientID ?? basic.id
            clientSecret = clientSecret ?? basic.secret
        }
        if let clientAssertion {
            // RFC 7523 section 3: the subject is the client.
            let subject = JSONWebToken.unverifiedSubject(clientAssertion)
            guard clientID == nil || clientID == subject else { throw .unauthorized }
            clientID = subject
        }
    }

    private static func clientAssertion(in parameters: [String: String]) throws(OAuthError) -> String? {
        guard let token = parameters["client_assertion"] else { return nil }
        let type = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"
        guard parameters["client_assertion_type"] == type else {
            throw .invalidRequest("client_assertion_type must be \(type)")
        }
        return token
    }

    private static func parameters(_ request: HTTPRequest) throws(OAuthError) -> [String: String] {
        var parameters: [String: String] = [:]
        let type = (request.fields[.contentType] ?? "").lowercased()
        if type.hasPrefix("application/json") {
            guard case .object(let object)? = try? JSONParser.parse(request.body) else {
                throw .invalidRequest("The content is not a JSON object.")
            }
            for member in object.members {
                if case .string(let text) = member.value { parameters[member.key.text] = text }
            }
        } else {
            guard let items = QueryItems(request.body)?.items else {
                throw .invalidRequest("The content is not a form.")
            }
            for item in items { parameters[item.name] = item.value }
        }
        return parameters
    }

    /// RFC 6749 section 2.3.1: both parts are form-encoded before they are joined.
    private static func basicCredentials(_ request: HTTPRequest) -> (id: String, secret: String)? {
        guard let field = request.fields[.authorization], field.lowercased().hasPrefix("basic ") else { return nil }
        let text = field.utf8.dropFirst(6).filter { $0 != 0x20 && $0 != 0x3D }.map { byte -> UInt8 in
            byte == 0x2B ? 0x2D : byte == 0x2F ? 0x5F : byte
        }
        guard let decoded = Base64URL.decode(text), let colon = decoded.firstIndex(of: 0x3A) else { return nil }
        let (first, second) = (Array(decoded[..<colon]), Array(decoded[(colon + 1)...]))
        let id = PercentEncoding.decodeQueryPart(first.span)
        let secret = PercentEncoding.decodeQueryPart(second.span)
        return id.flatMap { id in secret.map { (id, $0) } }
    }
}

/// An error in OAuth's form (RFC 6749 section 5.2).
struct OAuthError: Error, Equatable {
    let status: HTTPStatus
    let error: String
    let description: String

    static func invalidRequest(_ description: String) -> OAuthError {
        OAuthError(status: .badRequest, error: "invalid_request", description: description)
    }

    /// Wrong client id or secret (actions reference section 4: CLIENT, status INFERRED).
    static let unauthorized = OAuthError(status: .unauthorized, error: "access_denied", description: "Unauthorized")

    /// Text of DOCS, status INFERRED.
    static func unknownService(_ audience: String) -> OAuthError {
        OAuthError(status: .forbidden, error: "access_denied", description: "Service not found: \(audience)")
    }

    /// Assumed, design section 6.
    static func unsupportedGrant(_ grant: String) -> OAuthError {
        OAuthError(status: .forbidden, error: "unsupported_grant_type", description: "Unsupported grant type: \(grant)")
    }

    static let noKey = OAuthError(
        status: HTTPStatus(500), error: "server_error", description: "The key that signs tokens could not be made.")

    var response: HTTPResponse {
        AuthenticationResponder.json(status) { writer in
            writer.beginObject()
            writer.key("error")
            writer.string(error)
            writer.key("error_description")
            writer.string(description)
            writer.endObject()
        }
    }
}
