import HTTPCore
import JSON

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

    /// An audience that is no API of the tenant (ISSUE, which quotes the whole answer; `Service not found` is what
    /// `/authorize` says).
    static func serviceNotEnabled(_ audience: String) -> OAuthError {
        OAuthError(
            status: .forbidden, error: "access_denied", description: "Service not enabled within domain: \(audience)")
    }

    /// ISSUE (authentication reference section 7).
    static func grantNotAllowed(_ grant: String) -> OAuthError {
        OAuthError(
            status: .forbidden, error: "unauthorized_client",
            description: "Grant type '\(grant)' not allowed for the client.")
    }

    /// ISSUE (authentication reference section 7).
    static func noClientGrant(_ audience: String) -> OAuthError {
        OAuthError(
            status: .forbidden, error: "access_denied",
            description: "Client is not authorized to access \"\(audience)\". You need to create a \"client-grant\" "
                + "associated to this API. See: "
                + "https://auth0.com/docs/api/v2#!/Client_Grants/post_client_grants")
    }

    /// Assumed, design section 6.
    static func unsupportedGrant(_ grant: String) -> OAuthError {
        OAuthError(status: .forbidden, error: "unsupported_grant_type", description: "Unsupported grant type: \(grant)")
    }

    static let noKey = OAuthError(
        status: HTTPStatus(500), error: "server_error", description: "The key that signs tokens could not be made.")

    /// Seen only by who still waits when the server ends.
    static let keyNotYet = OAuthError(
        status: .serviceUnavailable, error: "server_error", description: "The key that signs tokens is not there yet.")

    var response: HTTPResponse {
        var response = content
        if self == .keyNotYet { response.deliveryFault = .askAgain }
        return response
    }

    private var content: HTTPResponse {
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
