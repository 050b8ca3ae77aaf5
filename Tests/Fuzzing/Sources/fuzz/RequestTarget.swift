import Ground
import HTTPCore

/// Targets and queries are taken apart without losing a byte that counts.
enum RequestTarget {
    static func run(_ bytes: [UInt8]) -> CInt {
        var request = HTTPRequest()
        guard HTTPRequest.isTarget(bytes.span) else { return 0 }
        request.setTarget(bytes.span)
        let mark = bytes.firstIndex(of: 0x3F)
        precondition(request.query == mark.map { Array(bytes[($0 + 1)...]) } ?? [], "the query is another")
        _ = QueryItems(request.query)?.items
        _ = Authority.host(of: String(decoding: request.path, as: UTF8.self))
        // A path without escapes is itself.
        if !request.path.contains(0x25) {
            precondition(
                PercentEncoding.decode(request.path.span).map { Array($0.utf8) } == request.path, "a byte was changed")
        }
        return 0
    }
}
