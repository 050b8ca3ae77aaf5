/// A status code with its reason phrase (RFC 9110 section 15).
package struct HTTPStatus: Hashable, Sendable {
    package let code: Int

    package init(_ code: Int) {
        self.code = code
    }

    /// True where the message never has content, so that it carries no Content-Length either
    /// (RFC 9110 sections 8.6, 15.3.5 and 15.4.5).
    package var forbidsContent: Bool { code == 204 || code == 304 || code < 200 }

    package var isSuccess: Bool { (200..<300).contains(code) }

    /// The registered phrase; clients ignore it, people reading a trace do not.
    package var reasonPhrase: String {
        switch code {
        case 200: "OK"
        case 201: "Created"
        case 204: "No Content"
        default: HTTPStatus.phrases[code] ?? "Unknown"
        }
    }

    /// All that are registered (IANA's HTTP Status Code Registry): a fault may be any of them.
    static let phrases: [Int: String] = [
        100: "Continue", 101: "Switching Protocols", 102: "Processing", 103: "Early Hints", 200: "OK", 201: "Created",
        202: "Accepted", 203: "Non-Authoritative Information", 204: "No Content", 205: "Reset Content",
        206: "Partial Content", 207: "Multi-Status", 208: "Already Reported", 226: "IM Used", 300: "Multiple Choices",
        301: "Moved Permanently", 302: "Found", 303: "See Other", 304: "Not Modified", 305: "Use Proxy",
        307: "Temporary Redirect", 308: "Permanent Redirect", 400: "Bad Request", 401: "Unauthorized",
        402: "Payment Required", 403: "Forbidden", 404: "Not Found", 405: "Method Not Allowed", 406: "Not Acceptable",
        407: "Proxy Authentication Required", 408: "Request Timeout", 409: "Conflict", 410: "Gone",
        411: "Length Required", 412: "Precondition Failed", 413: "Content Too Large", 414: "URI Too Long",
        415: "Unsupported Media Type", 416: "Range Not Satisfiable", 417: "Expectation Failed",
        421: "Misdirected Request", 422: "Unprocessable Content", 423: "Locked", 424: "Failed Dependency",
        425: "Too Early", 426: "Upgrade Required", 428: "Precondition Required", 429: "Too Many Requests",
        431: "Request Header Fields Too Large", 451: "Unavailable For Legal Reasons", 500: "Internal Server Error",
        501: "Not Implemented", 502: "Bad Gateway", 503: "Service Unavailable", 504: "Gateway Timeout",
        505: "HTTP Version Not Supported", 506: "Variant Also Negotiates", 507: "Insufficient Storage",
        508: "Loop Detected", 510: "Not Extended", 511: "Network Authentication Required",
    ]

    package static var ok: HTTPStatus { HTTPStatus(200) }
    package static var created: HTTPStatus { HTTPStatus(201) }
    package static var noContent: HTTPStatus { HTTPStatus(204) }
    package static var notModified: HTTPStatus { HTTPStatus(304) }
    package static var badRequest: HTTPStatus { HTTPStatus(400) }
    package static var unauthorized: HTTPStatus { HTTPStatus(401) }
    package static var forbidden: HTTPStatus { HTTPStatus(403) }
    package static var notFound: HTTPStatus { HTTPStatus(404) }
    package static var methodNotAllowed: HTTPStatus { HTTPStatus(405) }
    package static var requestTimeout: HTTPStatus { HTTPStatus(408) }
    package static var conflict: HTTPStatus { HTTPStatus(409) }
    package static var preconditionFailed: HTTPStatus { HTTPStatus(412) }
    package static var contentTooLarge: HTTPStatus { HTTPStatus(413) }
    package static var uriTooLong: HTTPStatus { HTTPStatus(414) }
    package static var unsupportedMediaType: HTTPStatus { HTTPStatus(415) }
    package static var expectationFailed: HTTPStatus { HTTPStatus(417) }
    package static var headerFieldsTooLarge: HTTPStatus { HTTPStatus(431) }
    package static var notImplemented: HTTPStatus { HTTPStatus(501) }
    package static var serviceUnavailable: HTTPStatus { HTTPStatus(503) }
    package static var versionNotSupported: HTTPStatus { HTTPStatus(505) }
}
