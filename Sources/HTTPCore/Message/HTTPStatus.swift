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

    /// The phrase that is registered (IANA's HTTP Status Code Registry), for all that are: a fault may be any of them.
    /// Clients ignore it, people reading a trace do not.
    package var reasonPhrase: String { code < 400 ? phraseOfSuccess : phraseOfRefusal }

    private var phraseOfSuccess: String {
        switch code {
        case 100: "Continue"
        case 101: "Switching Protocols"
        case 102: "Processing"
        case 103: "Early Hints"
        case 200: "OK"
        case 201: "Created"
        case 202: "Accepted"
        case 203: "Non-Authoritative Information"
        case 204: "No Content"
        case 205: "Reset Content"
        case 206: "Partial Content"
        case 207: "Multi-Status"
        case 208: "Already Reported"
        case 226: "IM Used"
        case 300: "Multiple Choices"
        case 301: "Moved Permanently"
        case 302: "Found"
        case 303: "See Other"
        case 304: "Not Modified"
        case 305: "Use Proxy"
        case 307: "Temporary Redirect"
        case 308: "Permanent Redirect"
        default: "Unknown"
        }
    }

    private var phraseOfRefusal: String {
        switch code {
        case 400: "Bad Request"
        case 401: "Unauthorized"
        case 402: "Payment Required"
        case 403: "Forbidden"
        case 404: "Not Found"
        case 405: "Method Not Allowed"
        case 406: "Not Acceptable"
        case 407: "Proxy Authentication Required"
        case 408: "Request Timeout"
        case 409: "Conflict"
        case 410: "Gone"
        case 411: "Length Required"
        case 412: "Precondition Failed"
        case 413: "Content Too Large"
        case 414: "URI Too Long"
        case 415: "Unsupported Media Type"
        case 416: "Range Not Satisfiable"
        case 417: "Expectation Failed"
        case 421: "Misdirected Request"
        case 422: "Unprocessable Content"
        case 423: "Locked"
        case 424: "Failed Dependency"
        case 425: "Too Early"
        case 426: "Upgrade Required"
        case 428: "Precondition Required"
        case 429: "Too Many Requests"
        case 431: "Request Header Fields Too Large"
        case 451: "Unavailable For Legal Reasons"
        case 500: "Internal Server Error"
        case 501: "Not Implemented"
        case 502: "Bad Gateway"
        case 503: "Service Unavailable"
        case 504: "Gateway Timeout"
        case 505: "HTTP Version Not Supported"
        case 506: "Variant Also Negotiates"
        case 507: "Insufficient Storage"
        case 508: "Loop Detected"
        case 510: "Not Extended"
        case 511: "Network Authentication Required"
        default: "Unknown"
        }
    }

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
    package static var unprocessableContent: HTTPStatus { HTTPStatus(422) }
    package static var headerFieldsTooLarge: HTTPStatus { HTTPStatus(431) }
    package static var notImplemented: HTTPStatus { HTTPStatus(501) }
    package static var serviceUnavailable: HTTPStatus { HTTPStatus(503) }
    package static var versionNotSupported: HTTPStatus { HTTPStatus(505) }
}
