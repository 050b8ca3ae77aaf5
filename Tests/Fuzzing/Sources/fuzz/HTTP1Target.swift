import HTTP1
import HTTPCore

/// A stream is answered alike however it is cut.
enum HTTP1Target {
    /// Answers with all that the parser found, so that two runs differ where it did.
    final class Mirror: HTTPResponder {
        func respond(to request: HTTPRequest) -> HTTPResponse {
            var body = Array("\(request.method) ".utf8) + request.path + [0x3F] + request.query
            body += Array(" \(request.authority) ".utf8)
            for field in request.fields.pairs { body += Array("\(field.name)=\(field.value);".utf8) }
            return HTTPResponse(status: .ok, body: body + request.body)
        }

        func respond(to refusal: HTTPRefusal) -> HTTPResponse {
            HTTPResponse(status: refusal.status, body: Array(refusal.reason.utf8))
        }
    }

    /// The first byte says where to cut, so that libFuzzer can choose.
    static func run(_ input: [UInt8]) -> CInt {
        guard let first = input.first else { return 0 }
        let stream = Array(input.dropFirst())
        let whole = answers([stream])
        let cut = stream.isEmpty ? 0 : Int(first) % stream.count
        precondition(answers([Array(stream[..<cut]), Array(stream[cut...])]) == whole, "a cut changes the answers")
        precondition(answers(stream.map { [$0] }) == whole, "byte by byte the answers are others")
        let context = newContext()
        for part in [stream, Array(stream[cut...]), Array(stream[..<cut])] { _ = answers([part], context) }
        precondition(answers([stream], context) == whole, "what came before changes the answers")
        return 0
    }

    private static func newContext() -> HTTP1Connection.Context {
        HTTP1Connection.Context(CarrierContext(responder: Mirror(), limits: limits))
    }

    private static func answers(_ pieces: [[UInt8]], _ context: HTTP1Connection.Context = newContext()) -> [UInt8] {
        var connection = HTTP1Connection()
        var output: [UInt8] = []
        for piece in pieces {
            var position = 0
            while position < piece.count, !connection.standing.isClosing {
                connection.receive(
                    piece.span, at: &position, context, outputBytesMax: 1 << 30, into: &output)
            }
        }
        return output + [connection.standing.isClosing ? 1 : 0]
    }

    /// Small ones, so that short inputs reach them.
    private static var limits: HTTPLimits {
        var limits = HTTPLimits()
        limits.requestLineBytesMax = 256
        limits.headerBytesMax = 512
        limits.fieldCountMax = 8
        limits.bodyBytesMax = 256
        return limits
    }
}
