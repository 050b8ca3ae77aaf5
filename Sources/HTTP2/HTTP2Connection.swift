import Ground
import CNghttp2
package import HTTPCore

/// One HTTP/2 connection (RFC 9113) as a core without I/O, on libnghttp2: received bytes go in, bytes to send come out.
///
/// nghttp2 keeps frames, streams and flow control; its callbacks record what happened, and after each call requests
/// that are complete are answered in the order they became so. Answers wait in line while many bytes are unsent, so
/// that a peer that does not read costs no more than `unsentBytesMax` and its windows. Confined to one event loop.
@safe package final class HTTP2Connection {
    let carrier: CarrierContext
    let inbox: HTTP2Inbox
    let session: OpaquePointer
    var headers = HTTP2HeaderList()
    /// Answers that are held back, by stream.
    var held: [Int32: HTTPResponse] = [:]
    private var hasFailed = false

    private static let streamsMax: UInt32 = 128
    /// A body of 64 KiB needs no window update, and a few of them at once neither.
    private static let streamWindowBytes: UInt32 = 256 * 1024
    private static let connectionWindowBytes: Int32 = 1024 * 1024
    static let unsentBytesMax = 512 * 1024
    /// Content that all incomplete requests of a connection may hold together, as a multiple of one request's limit.
    private static let heldBodiesMax = 32

    /// - Returns: nil when memory runs out.
    package init?(_ carrier: CarrierContext, scheme: HTTPScheme, pool: HTTP2Pool = HTTP2Pool()) {
        self.carrier = carrier
        inbox = HTTP2Inbox(limits: carrier.limits, scheme: scheme, pool: pool)
        var session: OpaquePointer?
        var option: OpaquePointer?
        guard unsafe nghttp2_option_new(&option) == 0 else { return nil }
        defer { unsafe nghttp2_option_del(option) }
        // Closed streams were kept for a scheme of priorities that is no more (RFC 9113 section 5.3.2).
        unsafe nghttp2_option_set_no_closed_streams(option, 1)
        let userData = unsafe Unmanaged.passUnretained(inbox).toOpaque()
        guard unsafe nghttp2_session_server_new2(&session, HTTP2Callbacks.table, userData, option) == 0,
            let session = unsafe session
        else { return nil }
        unsafe self.session = session
        submitSettings()
    }

    deinit {
        unsafe nghttp2_session_del(session)
    }

    private func submitSettings() {
        let values = [
            (NGHTTP2_SETTINGS_MAX_CONCURRENT_STREAMS, HTTP2Connection.streamsMax),
            (NGHTTP2_SETTINGS_INITIAL_WINDOW_SIZE, HTTP2Connection.streamWindowBytes),
            (NGHTTP2_SETTINGS_MAX_HEADER_LIST_SIZE, UInt32(clamping: carrier.limits.headerBytesMax)),
        ]
        var settings = values.map { nghttp2_settings_entry(settings_id: Int32($0.rawValue), value: $1) }
        unsafe nghttp2_submit_settings(session, UInt8(NGHTTP2_FLAG_NONE.rawValue), &settings, settings.count)
        unsafe nghttp2_session_set_local_window_size(
            session, UInt8(NGHTTP2_FLAG_NONE.rawValue), 0, HTTP2Connection.connectionWindowBytes)
    }

    package var standing: CarrierStanding {
        var standing = CarrierStanding(progress)
        standing.heldBytes = heldBytes
        standing.saysGoodbye = true
        standing.holdsBack = !inbox.withheld.isEmpty && holdsBack
        unsafe standing.wantsToSend = !hasFailed && nghttp2_session_want_write(session) != 0
        unsafe standing.isClosing =
            hasFailed || !standing.wantsToSend && nghttp2_session_want_read(session) == 0
        return standing
    }

    private var progress: CarrierProgress {
        if inbox.isInsideHeader { return .readingHead }
        if inbox.streams.isEmpty { return .betweenRequests }
        if inbox.withheld.count == inbox.streams.count { return .withheld }
        if inbox.hasIncompleteRequest { return .readingBody(byteCount: inbox.receivedBytes) }
        return .sending(byteCount: inbox.sentBytes)
    }

    private var heldBytes: Int { inbox.streams.isEmpty ? 0 : inbox.heldBytes + inbox.unsentBytes }

    /// Takes in what was received, answers every request it completes, and appends what can be sent.
    ///
    /// - Parameter outputBytesMax: nothing is added to an output of that size; call again once it is sent.
    package func receive(_ input: Span<UInt8>, outputBytesMax: Int, into output: inout [UInt8]) {
        guard !hasFailed else { return }
        // Within a header block nghttp2 counts calls as if each brought a CONTINUATION frame, and soon gives up.
        guard !input.isEmpty else { return send(outputBytesMax: outputBytesMax, into: &output) }
        let taken = unsafe input.withUnsafeBufferPointer { bytes in
            unsafe nghttp2_session_mem_recv(session, bytes.baseAddress, bytes.count)
        }
        if taken < 0 { return fail(Int32(taken), into: &output) }
        let usualBytesMax = HTTP2Connection.heldBodiesMax * carrier.limits.bodyBytesMax
        if inbox.heldBytes > usualBytesMax, inbox.heldBytes > usualBytesMax + inbox.longContentBytesMax {
            inbox.patience.lose()
        }
        if inbox.patience.isExhausted {
            unsafe nghttp2_session_terminate_session(session, UInt32(NGHTTP2_ENHANCE_YOUR_CALM.rawValue))
        }
        send(outputBytesMax: outputBytesMax, into: &output)
    }

    /// Answers what is due and appends frames until the output is full or there is nothing more to send.
    func send(outputBytesMax: Int, into output: inout [UInt8]) {
        repeat {
            answerDueRequests()
            while output.count < outputBytesMax, !hasFailed {
                var frame: UnsafePointer<UInt8>?
                let count = unsafe nghttp2_session_mem_send(session, &frame)
                if count < 0 { return fail(Int32(count), into: &output) }
                if count == 0 { break }
                output.append(copying: unsafe UnsafeBufferPointer(start: frame, count: count).span)
            }
            if !submitResets(), !canAnswer { return }
        } while output.count < outputBytesMax
    }

    /// Resets the streams that are due to be.
    ///
    /// - Returns: false when there was none.
    private func submitResets() -> Bool {
        guard !inbox.resetDue.isEmpty else { return false }
        for id in inbox.resetDue {
            unsafe nghttp2_submit_rst_stream(
                session, UInt8(NGHTTP2_FLAG_NONE.rawValue), id, UInt32(NGHTTP2_NO_ERROR.rawValue))
        }
        inbox.resetDue.removeAll(keepingCapacity: true)
        return true
    }

    /// nghttp2 cannot go on; what it would have said is written by hand.
    private func fail(_ code: Int32, into output: inout [UInt8]) {
        let isFlood = code == NGHTTP2_ERR_FLOODED.rawValue || inbox.patience.isExhausted
        let error = isFlood ? NGHTTP2_ENHANCE_YOUR_CALM : NGHTTP2_PROTOCOL_ERROR
        let last = unsafe nghttp2_session_get_last_proc_stream_id(session)
        // GOAWAY (RFC 9113 section 6.8): 8 bytes on stream 0, the last stream and the error code.
        output.append(contentsOf: [0, 0, 8, UInt8(NGHTTP2_GOAWAY.rawValue), 0, 0, 0, 0, 0])
        for word in [UInt32(bitPattern: last), UInt32(error.rawValue)] {
            for shift in [24, 16, 8, 0] as [UInt32] { output.append(UInt8(truncatingIfNeeded: word >> shift)) }
        }
        hasFailed = true
    }
}
