import Ground

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
