/// The field names this program acts on, recognised once while a head is parsed; all others are `other`.
@usableFromInline
package enum HTTPFieldName: UInt8, Sendable {
    case other
    case host
    case connection
    case contentLength
    case contentType
    case transferEncoding
    case expect
    case authorization
    case localtenantTenant

    /// Recognises `name` whatever its case (RFC 9110 section 5.1).
    package init(_ name: Span<UInt8>) {
        let candidate: (name: StaticString, value: HTTPFieldName)
        switch name.count {
        case 4: candidate = ("host", .host)
        case 6: candidate = ("expect", .expect)
        case 10: candidate = ("connection", .connection)
        case 12: candidate = ("content-type", .contentType)
        case 13: candidate = ("authorization", .authorization)
        case 14: candidate = ("content-length", .contentLength)
        case 17: candidate = ("transfer-encoding", .transferEncoding)
        case 20: candidate = ("x-localtenant-tenant", .localtenantTenant)
        default: candidate = ("", .other)
        }
        self = name.equalsIgnoringCase(candidate.name) ? candidate.value : .other
    }
}

extension Span where Element == UInt8 {
    /// True when these bytes are `text` but for the case of ASCII letters; `text` must be lower-case ASCII.
    package func equalsIgnoringCase(_ text: StaticString) -> Bool {
        guard count == text.utf8CodeUnitCount else { return false }
        return text.withUTF8Buffer { expected in
            var index = 0
            while index &+ 8 <= count {
                if loweredWord(at: index) != expected.span.word(at: index) { return false }
                index &+= 8
            }
            if count > 8 { return loweredWord(at: count &- 8) == expected.span.word(at: count &- 8) }
            while index < count {
                let byte = self[index]
                let lowered = byte &- 0x41 < 26 ? byte | 0x20 : byte
                if lowered != expected[index] { return false }
                index &+= 1
            }
            return true
        }
    }
}
