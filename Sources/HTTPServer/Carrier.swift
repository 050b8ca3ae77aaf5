import HTTP1
import HTTPCore

#if HTTP2
    import HTTP2
#endif

/// What speaks on a connection once it is known which protocol it is.
enum Carrier: ~Copyable {
    /// The bytes that came so far, too few to tell.
    case undecided([UInt8])
    case http1(HTTP1Connection)
    #if HTTP2
        case http2(HTTP2Connection)
    #endif

    /// Takes in what was received and appends answers; what is left of `input` waits for the output to be sent.
    mutating func receive(
        _ input: Span<UInt8>, at position: inout Int, _ context: HTTP1Connection.Context, outputBytesMax: Int,
        into output: inout [UInt8]
    ) {
        switch consume self {
        case .undecided(let bytes): self = .undecided(bytes)
        case .http1(var connection):
            connection.receive(input, at: &position, context, outputBytesMax: outputBytesMax, into: &output)
            self = .http1(connection)
        #if HTTP2
            case .http2(let connection):
                connection.receive(input, outputBytesMax: outputBytesMax, into: &output)
                position = input.count
                self = .http2(connection)
        #endif
        }
    }

    /// Answers a request that took too long, if one is under way, as the last of the connection.
    mutating func timeOut(_ context: HTTP1Connection.Context, outputBytesMax: Int, into output: inout [UInt8]) {
        switch consume self {
        case .undecided:
            // Too few bytes to tell are the beginning of a request that took too long.
            var connection = HTTP1Connection()
            connection.timeOut(context, into: &output)
            self = .http1(connection)
        case .http1(var connection):
            connection.timeOut(context, into: &output)
            self = .http1(connection)
        #if HTTP2
            case .http2(let connection):
                connection.timeOut(outputBytesMax: outputBytesMax, into: &output)
                self = .http2(connection)
        #endif
        }
    }

    /// The time of an answer that was held back has come.
    mutating func release(
        _ held: HeldAnswer, _ context: HTTP1Connection.Context, outputBytesMax: Int, into output: inout [UInt8]
    ) {
        switch consume self {
        case .undecided(let bytes): self = .undecided(bytes)
        case .http1(var connection):
            connection.release(context, into: &output)
            self = .http1(connection)
        #if HTTP2
            case .http2(let connection):
                connection.release(held.token, outputBytesMax: outputBytesMax, into: &output)
                self = .http2(connection)
        #endif
        }
    }

    /// Announces that nothing is served that comes from now on, where the protocol has a word for it.
    func finish(outputBytesMax: Int, into output: inout [UInt8]) {
        #if HTTP2
            switch self {
            case .http2(let connection): connection.finish(outputBytesMax: outputBytesMax, into: &output)
            default: break
            }
        #endif
    }

    /// The first bytes, as long as they are too few to tell the protocol.
    var undecidedBytes: [UInt8]? {
        switch self {
        case .undecided(let bytes): bytes
        default: nil
        }
    }

    /// How it stands after a call.
    var standing: CarrierStanding {
        switch self {
        case .undecided(let bytes): CarrierStanding(bytes.isEmpty ? .betweenRequests : .readingHead)
        case .http1(let connection): connection.standing
        #if HTTP2
            case .http2(let connection): connection.standing
        #endif
        }
    }
}
