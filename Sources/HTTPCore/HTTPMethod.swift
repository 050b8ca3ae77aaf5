/// A request method, compared byte by byte: methods are case-sensitive (RFC 9110 section 9.1).
package struct HTTPMethod: Hashable, Sendable, CustomStringConvertible {
    package let rawValue: String

    package init(_ rawValue: String) {
        self.rawValue = rawValue
    }

    package var description: String { rawValue }

    package static var get: HTTPMethod { HTTPMethod("GET") }
    package static var head: HTTPMethod { HTTPMethod("HEAD") }
    package static var post: HTTPMethod { HTTPMethod("POST") }
    package static var put: HTTPMethod { HTTPMethod("PUT") }
    package static var patch: HTTPMethod { HTTPMethod("PATCH") }
    package static var delete: HTTPMethod { HTTPMethod("DELETE") }
    package static var options: HTTPMethod { HTTPMethod("OPTIONS") }
}
