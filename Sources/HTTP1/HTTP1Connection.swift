import Ground
package import HTTPCore

/// One HTTP/1.1 connection as a core without I/O: received bytes go in, bytes to send come out.
///
/// It owns a parser only while a request is under way, so an idle connection holds no buffer. Once it is
/// closing, no further input is looked at: what follows a refusal, or a last answer, is not for us to interpret.
package struct HTTP1Connection: ~Copyable {
    /// What the connections of one event loop share, and parsers waiting for work.
    package final class Context {
        package let carrier: CarrierContext
        /// For requests that come in one piece, which nearly all do: it is free between any two connections.
        fileprivate private(set) var parser: ParserBox
        private var idleParsers: [ParserBox] = []
        private static let idleParsersMax = 64

        package init(_ carrier: CarrierContext) {
            self.carrier = carrier
            parser = ParserBox(HTTP1RequestParser(limits: carrier.limits))
        }

        /// A request has come in part: its connection keeps the parser.
        fileprivate func leaveParser() {
            parser = idleParsers.popLast() ?? ParserBox(HTTP1RequestParser(limits: carrier.limits))
        }

        /// - Parameter box: made ready for another request.
        fileprivate func giveBack(_ box: ParserBox) {
            if idleParsers.count < Context.idleParsersMax { idleParsers.append(box) }
        }
    }

    /// A parser that moves between a connection and the pool without being copied.
    fileprivate final class ParserBox {
        var parser: HTTP1RequestParser

        init(_ parser: HTTP1RequestParser) {
            self.parser = parser
        }
    }

    private var box: ParserBox?
    private let scheme: HTTPScheme
    private var closes = false
    private var isClosing: Bool { closes && pause == nil }
    private var isAborting = false
    /// An answer that is held back; nothing is read meanwhile, since answers keep their order.
    private var pause: Pause?

    /// Indirect, since hardly a connection has one and each would keep room for it.
    private indirect enum Pause {
        case until(HTTPResponse, HTTP1ResponseEncoder.Framing)
        /// The head is sent, and of the content the pieces before the next.
        case dribbling([UInt8], DeliveryFault.Dribble, next: Int)
        case forever
    }

    package init(scheme: HTTPScheme = .http) {
        self.scheme = scheme
    }

    package var standing: CarrierStanding {
        var standing = CarrierStanding(box?.parser.progress ?? .betweenRequests)
        standing.heldBytes = box?.parser.heldBytes ?? 0
        standing.isAborting = isAborting
        if let pause {
            standing.isPaused = true
            if case .forever = pause { standing.isStalled = true }
        } else {
            standing.isClosing = closes
        }
        return standing
    }

    /// Handles what was received: answers every request it completes, in order.
    ///
    /// - Parameters:
    ///   - input: received bytes; `position` moves past those used.
    ///   - output: answers are appended; handling pauses when it holds `outputBytesMax` bytes, and the rest of
    ///     `input` is to be given again once the peer has taken them.
    package mutating func receive(
        _ input: Span<UInt8>, at position: inout Int, _ context: Context, outputBytesMax: Int,
        into output: inout [UInt8]
    ) {
        let kept = box
        let box = kept ?? context.parser
        let isIdle = drive(&box.parser, input, at: &position, context, outputBytesMax, into: &output)
        if isIdle {
            self.box = nil
            if let kept { context.giveBack(kept) }
        } else if kept == nil {
            self.box = box
            context.leaveParser()
        }
    }

    /// - Parameter parser: taken out of its box once for all that is done with it.
    /// - Returns: whether no request is under way now, and the parser free.
    private mutating func drive(
        _ parser: inout HTTP1RequestParser, _ input: Span<UInt8>, at position: inout Int, _ context: Context,
        _ outputBytesMax: Int, into output: inout [UInt8]
    ) -> Bool {
        while !isClosing, pause == nil, position < input.count, output.count < outputBytesMax {
            do throws(HTTPRefusal) {
                switch try parser.parse(input, at: &position) {
                case .needsInput: break
                case .continueExpected: output.append(HTTP1ResponseEncoder.continueResponse)
                case .requestComplete:
                    answer(&parser, context, into: &output)
                    parser.next()
                }
            } catch {
                refuse(error, parser.partialRequest, context, into: &output)
            }
        }
        guard isClosing || parser.isAtStart else { return false }
        parser.makeReady()
        return true
    }

    /// Ends the connection with the answer to a request that took too long. Not to be called while an answer is held
    /// back: then it is our side that takes its time.
    package mutating func timeOut(_ context: Context, into output: inout [UInt8]) {
        // Answers keep their order: this one would overtake the one that is held back.
        assert(pause == nil, "a paused connection was timed out")
        let refusal = HTTPRefusal(.requestTimeout, "The request took too long to arrive.")
        refuse(refusal, box?.parser.partialRequest, context, into: &output)
        box = nil
    }

    /// - Parameter parser: not changed; `inout`, since it would be copied out of its box otherwise.
    private mutating func answer(
        _ parser: inout HTTP1RequestParser, _ context: Context, into output: inout [UInt8]
    ) {
        if parser.owesContinue { output.append(HTTP1ResponseEncoder.continueResponse) }
        parser.request.scheme = scheme
        parser.request.peer = context.carrier.peer
        let response = context.carrier.respond(to: parser.request)
        closes = !parser.keepsAlive || context.carrier.isDraining
        let framing = HTTP1ResponseEncoder.Framing(
            closes: closes, isVersion10: parser.isVersion10, isHead: parser.request.method == .head)
        guard response.deliveryFault == nil else { return fail(response, framing, context, into: &output) }
        HTTP1ResponseEncoder.encode(response, framing, date: context.carrier.date, into: &output)
    }

    /// Delivers an answer as late or badly as it asks for.
    private mutating func fail(
        _ response: HTTPResponse, _ framing: HTTP1ResponseEncoder.Framing, _ context: Context,
        into output: inout [UInt8]
    ) {
        if let delay = response.deliveryFault?.delay, delay > 0 {
            pause = .until(response, framing)
            return context.carrier.hold(HeldAnswer(token: 0, delay: delay))
        }
        var whole: [UInt8] = []
        HTTP1ResponseEncoder.encode(response, framing, date: context.carrier.date, into: &whole)
        let breakage = response.deliveryFault?.breakage
        closes = closes || breakage != nil && breakage != .stall
        switch breakage {
        case nil: dribble(whole, response, framing, context, into: &output)
        case .reset: isAborting = true
        case .close: break
        case .truncate:
            // Half of the content; an answer without any ends in its head.
            let missing = response.body.isEmpty ? whole.count / 2 : (response.body.count + 1) / 2
            output.append(copying: Array(whole.dropLast(missing)))
        case .garbage: output.append("\u{1}\u{2}this is no HTTP\r\n\r\n")
        case .stall: pause = .forever
        }
    }

    /// Sends an answer at once, or its head only where its content is to trickle.
    private mutating func dribble(
        _ whole: [UInt8], _ response: HTTPResponse, _ framing: HTTP1ResponseEncoder.Framing, _ context: Context,
        into output: inout [UInt8]
    ) {
        let contentBytes = framing.isHead || response.status.forbidsContent ? 0 : response.body.count
        guard let dribble = response.deliveryFault?.dribble, contentBytes > 0 else {
            return output.append(copying: whole)
        }
        output.append(contentsOf: whole.dropLast(contentBytes))
        hold(response.body, dribble, piece: 0, context)
    }

    private mutating func hold(
        _ content: [UInt8], _ dribble: DeliveryFault.Dribble, piece: Int, _ context: Context
    ) {
        pause = .dribbling(content, dribble, next: piece)
        let delay = dribble.delay(beforePiece: piece, of: content.count)
        context.carrier.hold(HeldAnswer(token: 0, delay: delay))
    }

    /// The time of an answer that was held back, or of the next piece of one, has come.
    package mutating func release(_ context: Context, into output: inout [UInt8]) {
        switch pause {
        case .until(let response, let framing):
            pause = nil
            fail(response.released(isLast: context.carrier.isDraining), framing, context, into: &output)
        case .dribbling(let content, let dribble, let piece):
            pause = nil
            let start = piece == 0 ? 0 : dribble.bytesDue(withPiece: piece - 1, of: content.count)
            let end = dribble.bytesDue(withPiece: piece, of: content.count)
            output.append(contentsOf: content[start..<end])
            if end < content.count { hold(content, dribble, piece: piece + 1, context) }
        case .forever, nil: break
        }
    }

    private mutating func refuse(
        _ refusal: HTTPRefusal, _ request: HTTPRequest?, _ context: Context, into output: inout [UInt8]
    ) {
        closes = true
        let response = context.carrier.respond(to: refusal, of: request)
        HTTP1ResponseEncoder.encode(
            response, .init(closes: true, isVersion10: false, isHead: false), date: context.carrier.date, into: &output)
    }
}
