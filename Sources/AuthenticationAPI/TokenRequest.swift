import Ground
package import HTTPCore
import JSON
import Tokens

extension AuthenticationResponder {
    /// Who asks for a token, by whatever means it says so; nil where it does not.
    package static func clientID(of request: HTTPRequest) -> String? { try? TokenRequest(request).clientID }
}

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
            guard let members = (try? JSONParser.parse(request.body))?.members else {
                throw .invalidRequest("The content is not a JSON object.")
            }
            for member in members {
                if let text = member.value.string { parameters[member.key] = text }
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
