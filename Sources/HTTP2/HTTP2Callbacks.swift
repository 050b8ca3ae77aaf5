import CNghttp2
import HTTPCore

/// The C callbacks of nghttp2, all of them: they record what happened in the inbox and do nothing else.
///
/// Safe: nghttp2 passes valid pointers for the length of a call, and the connection keeps the inbox alive.
@safe enum HTTP2Callbacks {
    /// Made once and only read afterwards; nghttp2 copies it into each session.
    nonisolated(unsafe) static let table: OpaquePointer? = {
        var table: OpaquePointer?
        guard unsafe nghttp2_session_callbacks_new(&table) == 0, let table = unsafe table else { return nil }
        unsafe nghttp2_session_callbacks_set_on_begin_frame_callback(table, didBeginFrame)
        unsafe nghttp2_session_callbacks_set_on_begin_headers_callback(table, didBeginHeaders)
        unsafe nghttp2_session_callbacks_set_on_header_callback(table, didReceiveField)
        unsafe nghttp2_session_callbacks_set_on_frame_recv_callback(table, didReceiveFrame)
        unsafe nghttp2_session_callbacks_set_on_invalid_frame_recv_callback(table, didReceiveInvalidFrame)
        unsafe nghttp2_session_callbacks_set_on_data_chunk_recv_callback(table, didReceiveContent)
        unsafe nghttp2_session_callbacks_set_on_stream_close_callback(table, didCloseStream)
        unsafe nghttp2_session_callbacks_set_on_frame_send_callback(table, didSendFrame)
        return unsafe table
    }()

    /// Hands out the content of an answer; `nghttp2` asks for as much as flow control lets through.
    static let readContent: nghttp2_data_source_read_callback = { _, id, buffer, capacity, flags, _, userData in
        guard let buffer = unsafe buffer, let inbox = unsafe inbox(userData), let stream = inbox.stream(id) else {
            return Int(NGHTTP2_ERR_TEMPORAL_CALLBACK_FAILURE.rawValue)
        }
        let count = min(capacity, stream.responseDue - stream.responseSent)
        guard count > 0 else { return Int(NGHTTP2_ERR_DEFERRED.rawValue) }
        unsafe stream.responseBody.withUnsafeBytes { bytes in
            guard let source = bytes.baseAddress else { return }
            unsafe UnsafeMutableRawPointer(buffer).copyMemory(
                from: source + stream.responseSent, byteCount: count)
        }
        stream.responseSent += count
        inbox.unsentBytes -= count
        if stream.responseSent == stream.responseBody.count {
            unsafe flags?.pointee |= NGHTTP2_DATA_FLAG_EOF.rawValue
        }
        return count
    }
}

private func inbox(_ userData: UnsafeMutableRawPointer?) -> HTTP2Inbox? {
    guard let userData = unsafe userData else { return nil }
    return unsafe Unmanaged<HTTP2Inbox>.fromOpaque(userData).takeUnretainedValue()
}

private func isRequestHeader(_ frame: UnsafePointer<nghttp2_frame>) -> Bool {
    unsafe frame.pointee.hd.type == UInt8(NGHTTP2_HEADERS.rawValue)
        && frame.pointee.headers.cat == NGHTTP2_HCAT_REQUEST
}

private func didBeginFrame(
    _ session: OpaquePointer?, _ header: UnsafePointer<nghttp2_frame_hd>?, _ userData: UnsafeMutableRawPointer?
) -> Int32 {
    guard let header = unsafe header?.pointee, let inbox = unsafe inbox(userData) else { return 0 }
    switch UInt32(header.type) {
    case NGHTTP2_HEADERS.rawValue: break
    case NGHTTP2_DATA.rawValue where header.length > 0 || header.flags & UInt8(NGHTTP2_FLAG_END_STREAM.rawValue) != 0:
        break
    default: inbox.patience.spend()
    }
    return 0
}

private func didBeginHeaders(
    _ session: OpaquePointer?, _ frame: UnsafePointer<nghttp2_frame>?, _ userData: UnsafeMutableRawPointer?
) -> Int32 {
    guard let frame = unsafe frame, let inbox = unsafe inbox(userData) else { return 0 }
    inbox.isInsideHeader = true
    if unsafe isRequestHeader(frame) { unsafe inbox.requestDidBegin(frame.pointee.hd.stream_id) }
    return 0
}

private func didReceiveField(
    _ session: OpaquePointer?, _ frame: UnsafePointer<nghttp2_frame>?, _ name: UnsafePointer<UInt8>?,
    _ nameCount: Int, _ value: UnsafePointer<UInt8>?, _ valueCount: Int, _ flags: UInt8,
    _ userData: UnsafeMutableRawPointer?
) -> Int32 {
    // Trailers are dropped: no operation reads one (RFC 9110 section 6.5.1 allows it).
    guard let inbox = unsafe inbox(userData), let stream = inbox.headerStream else { return 0 }
    let name = unsafe UnsafeBufferPointer(start: name, count: nameCount)
    let value = unsafe UnsafeBufferPointer(start: value, count: valueCount)
    unsafe stream.takeField(name.span, value.span)
    guard stream.headerListBytes > 4 * inbox.limits.headerBytesMax else { return 0 }
    inbox.patience.lose()
    // A few bytes may say much: the rest of them is not even unpacked.
    return NGHTTP2_ERR_CALLBACK_FAILURE.rawValue
}

private func didReceiveFrame(
    _ session: OpaquePointer?, _ frame: UnsafePointer<nghttp2_frame>?, _ userData: UnsafeMutableRawPointer?
) -> Int32 {
    guard let frame = unsafe frame, let inbox = unsafe inbox(userData) else { return 0 }
    let header = unsafe frame.pointee.hd
    let endsStream = header.flags & UInt8(NGHTTP2_FLAG_END_STREAM.rawValue) != 0
    switch UInt32(header.type) {
    case NGHTTP2_HEADERS.rawValue: inbox.headerDidEnd(header.stream_id, endsStream: endsStream)
    case NGHTTP2_DATA.rawValue where endsStream: inbox.contentDidEnd(header.stream_id)
    default: break
    }
    return 0
}

/// Called instead for a frame that nghttp2 answers with a reset, such as a malformed header.
private func didReceiveInvalidFrame(
    _ session: OpaquePointer?, _ frame: UnsafePointer<nghttp2_frame>?, _ code: Int32,
    _ userData: UnsafeMutableRawPointer?
) -> Int32 {
    guard let inbox = unsafe inbox(userData) else { return 0 }
    inbox.isInsideHeader = false
    inbox.patience.spend()
    return 0
}

private func didReceiveContent(
    _ session: OpaquePointer?, _ flags: UInt8, _ id: Int32, _ bytes: UnsafePointer<UInt8>?, _ count: Int,
    _ userData: UnsafeMutableRawPointer?
) -> Int32 {
    let content = unsafe UnsafeBufferPointer(start: bytes, count: count)
    unsafe inbox(userData)?.contentDidCome(id, content.span)
    return 0
}

private func didCloseStream(
    _ session: OpaquePointer?, _ id: Int32, _ errorCode: UInt32, _ userData: UnsafeMutableRawPointer?
) -> Int32 {
    unsafe inbox(userData)?.streamDidClose(id)
    return 0
}

private func didSendFrame(
    _ session: OpaquePointer?, _ frame: UnsafePointer<nghttp2_frame>?, _ userData: UnsafeMutableRawPointer?
) -> Int32 {
    guard let header = unsafe frame?.pointee.hd, let inbox = unsafe inbox(userData) else { return 0 }
    if header.type == UInt8(NGHTTP2_DATA.rawValue) { inbox.sentBytes += header.length }
    if header.flags & UInt8(NGHTTP2_FLAG_END_STREAM.rawValue) != 0,
        header.type == UInt8(NGHTTP2_DATA.rawValue) || header.type == UInt8(NGHTTP2_HEADERS.rawValue)
    {
        inbox.answerDidEnd(header.stream_id)
    }
    return 0
}
