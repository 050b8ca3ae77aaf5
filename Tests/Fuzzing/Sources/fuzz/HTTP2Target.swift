import HTTP2
import HTTPCore

/// Nothing that is sent over HTTP/2 traps, and what comes back is bounded.
enum HTTP2Target {
    private static let preface = Array("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".utf8)

    static func run(_ frames: [UInt8]) -> CInt {
        let carrier = CarrierContext(responder: HTTP1Target.Mirror(), limits: HTTPLimits())
        guard let connection = HTTP2Connection(carrier, scheme: .http) else { return 0 }
        var output: [UInt8] = []
        connection.receive((preface + frames).span, outputBytesMax: 1 << 20, into: &output)
        connection.timeOut(outputBytesMax: 1 << 20, into: &output)
        connection.finish(outputBytesMax: 1 << 20, into: &output)
        precondition(output.count < (2 << 20) + 64 * frames.count, "the answers know no bound")
        return 0
    }
}
