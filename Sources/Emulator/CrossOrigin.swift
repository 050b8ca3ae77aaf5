import HTTPCore

/// Lets pages of named origins call the emulated surface from a browser (Fetch standard, section 3.2). The control
/// surface is never shared.
struct CrossOrigin: Sendable {
    /// As browsers send them: `http://localhost:3000`.
    private let origins: Set<String>

    /// Fields that a page may read beside those any page may.
    private static let exposed = "x-ratelimit-limit,x-ratelimit-remaining,x-ratelimit-reset,retry-after"
    /// Seconds a browser may remember what a preflight said.
    private static let preflightAge = "600"

    init(origins: [String]) {
        self.origins = Set(origins)
    }

    /// The origin of a page that may read the answer; nil for any other request.
    func origin(of request: HTTPRequest) -> String? {
        guard !origins.isEmpty, let origin = request.fields.value(of: "origin"), origins.contains(origin) else {
            return nil
        }
        return origin
    }

    /// The answer to a browser that asks before it sends what a form could not; nil for any other request.
    ///
    /// - Parameter origin: one that may.
    func preflight(_ request: HTTPRequest, from origin: String) -> HTTPResponse? {
        guard request.method == .options, request.fields.value(of: "access-control-request-method") != nil else {
            return nil
        }
        var response = HTTPResponse(status: .noContent)
        share(&response, with: origin)
        response.fields.append(HTTPField("access-control-allow-methods", "GET,HEAD,POST,PUT,PATCH,DELETE"))
        if let names = request.fields.value(of: "access-control-request-headers") {
            response.fields.append(HTTPField("access-control-allow-headers", names))
        }
        response.fields.append(HTTPField("access-control-max-age", CrossOrigin.preflightAge))
        response.fields.append(HTTPField("vary", "origin,access-control-request-headers"))
        return response
    }

    /// Says that the page may read the answer. (Answers of the API say of themselves that they vary by origin; others
    /// are not to be stored.)
    func share(_ response: inout HTTPResponse, with origin: String) {
        response.fields.append(HTTPField("access-control-allow-origin", origin))
        response.fields.append(HTTPField("access-control-expose-headers", CrossOrigin.exposed))
    }
}
