import CNghttp2
import HTTPCore

/// From complete requests to answers on their streams.
extension HTTP2Connection {
    /// Answers what is due, as far as the peer takes what it was answered before.
    func answerDueRequests() {
        if !inbox.continueDue.isEmpty {
            for id in inbox.continueDue { submitContinue(id) }
            inbox.continueDue.removeAll(keepingCapacity: true)
        }
        while inbox.unsentBytes < HTTP2Connection.unsentBytesMax, let id = inbox.due.popFirst() { answer(id) }
    }

    /// A request is due, and the peer has taken enough of what it was answered before.
    var canAnswer: Bool { !inbox.due.isEmpty && inbox.unsentBytes < HTTP2Connection.unsentBytesMax }

    /// Answers incomplete requests, which took too long, and serves no further ones; where it is the peer that does
    /// not take its answers, nothing more is said.
    package func timeOut(outputBytesMax: Int, into output: inout [UInt8]) {
        var hasAnswers = false
        for (id, stream) in inbox.streams where !stream.isComplete && !stream.isAnswered && !stream.isOverdue {
            stream.refuse(.requestTimeout, "The request took too long to arrive.")
            stream.isOverdue = true
            inbox.due.append(id)
            hasAnswers = true
        }
        if hasAnswers {
            finish(outputBytesMax: outputBytesMax, into: &output)
        } else {
            unsafe nghttp2_session_terminate_session(session, UInt32(NGHTTP2_NO_ERROR.rawValue))
            send(outputBytesMax: outputBytesMax, into: &output)
        }
    }

    /// Announces that streams opened from now on are not served (RFC 9113 section 6.8); those open are finished.
    package func finish(outputBytesMax: Int, into output: inout [UInt8]) {
        let last = unsafe nghttp2_session_get_last_proc_stream_id(session)
        unsafe nghttp2_submit_goaway(
            session, UInt8(NGHTTP2_FLAG_NONE.rawValue), last, UInt32(NGHTTP2_NO_ERROR.rawValue), nil, 0)
        send(outputBytesMax: outputBytesMax, into: &output)
    }

    private func answer(_ id: Int32) {
        // It may have been reset meanwhile.
        guard let stream = inbox.stream(id), !stream.isAnswered else { return }
        stream.came(from: carrier.peer)
        let response =
            stream.refusal.map { carrier.respond(to: $0, of: stream.request) } ?? carrier.respond(to: stream.request)
        stream.isAnswered = true
        guard response.deliveryFault == nil else { return fail(response, id) }
        submit(response, id, stream)
    }

    private func submit(_ response: HTTPResponse, _ id: Int32, _ stream: HTTP2Stream) {
        let isHead = stream.refusal == nil && stream.request.method == .head
        stream.forgetContent()
        if response.body.isEmpty || isHead || response.status.forbidsContent {
            unsafe submitHeaders(of: response, id, stream, content: nil)
        } else {
            stream.responseBody = response.body
            stream.responseDue = response.body.count
            if let dribble = response.deliveryFault?.dribble { begin(dribble, id, stream) }
            inbox.unsentBytes += response.body.count
            var content = unsafe nghttp2_data_provider(
                source: nghttp2_data_source(fd: id), read_callback: HTTP2Callbacks.readContent)
            unsafe submitHeaders(of: response, id, stream, content: &content)
        }
        inbox.patience.earn(answerBytes: response.body.count)
    }

    /// Delivers an answer as late or badly as it asks for.
    private func fail(_ response: HTTPResponse, _ id: Int32) {
        guard let stream = inbox.stream(id) else { return }
        guard let fault = response.deliveryFault else { return submit(response, id, stream) }
        if fault.delay > 0 {
            held[id] = response
            inbox.withheld.insert(id)
            return carrier.hold(HeldAnswer(token: id, delay: fault.delay))
        }
        switch fault.breakage {
        case nil: submit(response, id, stream)
        case .stall: inbox.withheld.insert(id)
        case .reset, .close, .truncate, .garbage:
            unsafe nghttp2_submit_rst_stream(
                session, UInt8(NGHTTP2_FLAG_NONE.rawValue), id, UInt32(NGHTTP2_INTERNAL_ERROR.rawValue))
        }
    }

    /// Lets nothing of the content go yet.
    private func begin(_ dribble: DeliveryFault.Dribble, _ id: Int32, _ stream: HTTP2Stream) {
        stream.dribble = dribble
        stream.responseDue = 0
        inbox.withheld.insert(id)
        let delay = dribble.delay(beforePiece: 0, of: stream.responseBody.count)
        carrier.hold(HeldAnswer(token: id, delay: delay))
    }

    /// Lets the next piece of the content go.
    private func continueDribble(_ id: Int32) {
        guard let stream = inbox.stream(id), let dribble = stream.dribble else { return }
        let contentBytes = stream.responseBody.count
        stream.responseDue = dribble.bytesDue(withPiece: stream.piecesDue, of: contentBytes)
        stream.piecesDue += 1
        if stream.responseDue < contentBytes {
            let delay = dribble.delay(beforePiece: stream.piecesDue, of: contentBytes)
            carrier.hold(HeldAnswer(token: id, delay: delay))
        } else {
            inbox.withheld.remove(id)
        }
        _ = unsafe nghttp2_session_resume_data(session, id)
    }

    /// Some of the withheld streams are not withheld for ever.
    var holdsBack: Bool { inbox.withheld.contains { held[$0] != nil || inbox.stream($0)?.dribble != nil } }

    /// The time of an answer that was held back, or of the next piece of one, has come.
    package func release(_ id: Int32, outputBytesMax: Int, into output: inout [UInt8]) {
        // The stream may have been reset meanwhile, and then its id is not used again.
        if let response = held.removeValue(forKey: id) {
            inbox.withheld.remove(id)
            fail(response.released(isLast: carrier.isDraining), id)
        } else {
            continueDribble(id)
        }
        send(outputBytesMax: outputBytesMax, into: &output)
    }

    private func submitHeaders(
        of response: HTTPResponse, _ id: Int32, _ stream: HTTP2Stream,
        content: UnsafeMutablePointer<nghttp2_data_provider>?
    ) {
        // Taken out meanwhile, so that it is not checked at each step whether somebody else looks at it.
        var headers = HTTP2HeaderList()
        swap(&headers, &self.headers)
        prepare(&headers, response)
        stream.responseFields = headers.block
        let session = unsafe session
        unsafe headers.withNameValues { fields in
            // It fails without memory, or when the stream is gone; then there is nobody to answer.
            _ = unsafe nghttp2_submit_response(session, id, fields.baseAddress, fields.count, content)
        }
        self.headers = headers
    }

    /// The header of an answer; framing is HTTP/2's own, Content-Length stands for those who look at it.
    private func prepare(_ headers: inout HTTP2HeaderList, _ response: HTTPResponse) {
        headers.removeAll()
        headers.append(":status", decimal: response.status.code)
        if let block = response.commonFields { headers.append(inbox.pool.prepared(block)) }
        for field in response.fields { headers.append(field) }
        if !response.status.forbidsContent { headers.append("content-length", decimal: response.body.count) }
        headers.append("date", carrier.date.bytes.span)
    }

    private func submitContinue(_ id: Int32) {
        guard let stream = inbox.stream(id), !stream.isAnswered else { return }
        headers.removeAll()
        headers.append(":status", decimal: 100)
        let session = unsafe session
        unsafe headers.withNameValues { fields in
            _ = unsafe nghttp2_submit_headers(
                session, UInt8(NGHTTP2_FLAG_NONE.rawValue), id, nil, fields.baseAddress, fields.count, nil)
        }
    }
}
