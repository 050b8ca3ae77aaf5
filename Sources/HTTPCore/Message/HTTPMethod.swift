import Ground

/// A request method, compared byte by byte: methods are case-sensitive (RFC 9110 section 9.1).
@usableFromInline
package struct HTTPMethod: Hashable, Sendable, CustomStringConvertible {
    @usableFromInline package let rawValue: String

    package init(_ rawValue: String) {
        self.rawValue = rawValue
    }

    /// The usual ones without building a new text.
    package init(_ bytes: Span<UInt8>) {
        if bytes.count == 3, bytes[0] == 0x47, bytes[1] == 0x45, bytes[2] == 0x54 {
            self = .get
        } else if bytes.count == 4, bytes[0] == 0x50, bytes[1] == 0x4F, bytes[2] == 0x53, bytes[3] == 0x54 {
            self = .post
        } else {
            self.init(bytes.text)
        }
    }

    @usableFromInline package var description: String { rawValue }

    // Written out: the compiler's own would be called through a table from other modules, several times a request.
    // Texts that differ are compared by a call, which their lengths mostly spare.
    @inlinable
    package static func == (left: HTTPMethod, right: HTTPMethod) -> Bool {
        left.rawValue.utf8.count == right.rawValue.utf8.count && left.rawValue == right.rawValue
    }

    package static var get: HTTPMethod { HTTPMethod("GET") }
    package static var head: HTTPMethod { HTTPMethod("HEAD") }
    package static var post: HTTPMethod { HTTPMethod("POST") }
    package static var put: HTTPMethod { HTTPMethod("PUT") }
    package static var patch: HTTPMethod { HTTPMethod("PATCH") }
    package static var delete: HTTPMethod { HTTPMethod("DELETE") }
    package static var options: HTTPMethod { HTTPMethod("OPTIONS") }
}
