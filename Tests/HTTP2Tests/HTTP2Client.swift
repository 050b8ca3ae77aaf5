import CNghttp2
import HTTPCore

/// An HTTP/2 client over memory, as nghttp2 has it; the other end of the connection under test.
final class HTTP2Client {
    struct Answer: Equatable {
        var fields: [String: String] = [:]
        var body: [UInt8] = []
        /// How the stream ended, once it has.
        var errorCode: UInt32?

        var status: String? { fields[":status"] }
    }

    /// What the callbacks record.
    final class Inbox {
        var answers: [Int32: Answer] = [:]
        var informational: [Int32: [String]] = [:]
        var goAway: UInt32?
        var bodies: [Int32: [UInt8]] = [:]
    }

    let inbox = Inbox()
    private let session: OpaquePointer

    struct Failure: Error {
        let code: Int
    }

    /// - Parameter windowBytes: how much of an answer may come before the client reads on.
    init(windowBytes: UInt32 = 65_535) throws {
        var callbacks: OpaquePointer?
        nghttp2_session_callbacks_new(&callbacks)
        nghttp2_session_callbacks_set_on_header_callback(callbacks) {
            _, frame, name, nameCount, value, count, _, user in
            guard let frame, let inbox = HTTP2Client.inbox(user) else { return 0 }
            let name = String(decoding: UnsafeBufferPointer(start: name, count: nameCount), as: UTF8.self)
            let value = String(decoding: UnsafeBufferPointer(start: value, count: count), as: UTF8.self)
            let id = frame.pointee.hd.stream_id
            if name == ":status", value.hasPrefix("1") {
                inbox.informational[id, default: []].append(value)
            } else {
                inbox.answers[id, default: Answer()].fields[name] = value
            }
            return 0
        }
        nghttp2_session_callbacks_set_on_data_chunk_recv_callback(callbacks) { _, _, id, bytes, count, user in
            HTTP2Client.inbox(user)?.answers[id, default: Answer()].body += UnsafeBufferPointer(
                start: bytes, count: count)
            return 0
        }
        nghttp2_session_callbacks_set_on_stream_close_callback(callbacks) { _, id, code, user in
            HTTP2Client.inbox(user)?.answers[id, default: Answer()].errorCode = code
            return 0
        }
        nghttp2_session_callbacks_set_on_frame_recv_callback(callbacks) { _, frame, user in
            if let frame, frame.pointee.hd.type == UInt8(NGHTTP2_GOAWAY.rawValue) {
                HTTP2Client.inbox(user)?.goAway = frame.pointee.goaway.error_code
            }
            return 0
        }
        var session: OpaquePointer?
        var option: OpaquePointer?
        nghttp2_option_new(&option)
        nghttp2_option_set_no_auto_window_update(option, windowBytes < 65_535 ? 1 : 0)
        let code = nghttp2_session_client_new2(
            &session, callbacks, Unmanaged.passUnretained(inbox).toOpaque(), option)
        nghttp2_session_callbacks_del(callbacks)
        nghttp2_option_del(option)
        guard let session else { throw Failure(code: Int(code)) }
        self.session = session
        var settings = [
            nghttp2_settings_entry(
                settings_id: Int32(NGHTTP2_SETTINGS_INITIAL_WINDOW_SIZE.rawValue), value: windowBytes)
        ]
        nghttp2_submit_settings(session, UInt8(NGHTTP2_FLAG_NONE.rawValue), &settings, 1)
    }

    deinit {
        nghttp2_session_del(session)
    }

    private static func inbox(_ user: UnsafeMutableRawPointer?) -> Inbox? {
        user.map { Unmanaged<Inbox>.fromOpaque($0).takeUnretainedValue() }
    }

    /// Opens a stream; returns its id.
    @discardableResult
    func request(
        _ method: String = "GET", _ path: String = "/", _ fields: [(String, String)] = [], body: [UInt8]? = nil,
        authority: String? = "localhost"
    ) -> Int32 {
        var all = [(":method", method), (":scheme", "http"), (":path", path)]
        if let authority { all.append((":authority", authority)) }
        all += fields
        let storage = all.map { (Array($0.0.utf8), Array($0.1.utf8)) }
        var pointers: [UnsafeMutablePointer<UInt8>] = []
        defer { pointers.forEach { $0.deallocate() } }
        func pointer(_ bytes: [UInt8]) -> UnsafeMutablePointer<UInt8> {
            let pointer = UnsafeMutablePointer<UInt8>.allocate(capacity: max(1, bytes.count))
            pointer.initialize(from: bytes, count: bytes.count)
            pointers.append(pointer)
            return pointer
        }
        let values = storage.map { name, value in
            nghttp2_nv(
                name: pointer(name), value: pointer(value), namelen: name.count, valuelen: value.count,
                flags: UInt8(NGHTTP2_NV_FLAG_NONE.rawValue))
        }
        guard let body else { return nghttp2_submit_request(session, nil, values, values.count, nil, nil) }
        var content = nghttp2_data_provider(source: nghttp2_data_source(fd: 0)) {
            _, id, buffer, capacity, flags, _, user in
            guard let inbox = HTTP2Client.inbox(user), let body = inbox.bodies[id] else {
                return Int(NGHTTP2_ERR_DEFERRED.rawValue)
            }
            let count = min(capacity, body.count)
            buffer?.update(from: body, count: count)
            inbox.bodies[id] = Array(body[count...])
            if count == body.count { flags?.pointee |= NGHTTP2_DATA_FLAG_EOF.rawValue }
            return count
        }
        let id = nghttp2_submit_request(session, nil, values, values.count, &content, nil)
        inbox.bodies[id] = body
        return id
    }

    func reset(_ id: Int32) {
        nghttp2_submit_rst_stream(session, UInt8(NGHTTP2_FLAG_NONE.rawValue), id, UInt32(NGHTTP2_CANCEL.rawValue))
    }

    func ping() {
        nghttp2_submit_ping(session, UInt8(NGHTTP2_FLAG_NONE.rawValue), nil)
    }

    /// Lets so many more bytes of a stream and of the connection come.
    func read(_ id: Int32, bytes: Int32) {
        nghttp2_submit_window_update(session, UInt8(NGHTTP2_FLAG_NONE.rawValue), id, bytes)
    }

    /// What there is to be sent to the server.
    func takeOutput() -> [UInt8] {
        var output: [UInt8] = []
        while true {
            var bytes: UnsafePointer<UInt8>?
            let count = nghttp2_session_mem_send(session, &bytes)
            guard count > 0 else { return output }
            output += UnsafeBufferPointer(start: bytes, count: count)
        }
    }

    func receive(_ bytes: [UInt8]) throws {
        let count = nghttp2_session_mem_recv(session, bytes, bytes.count)
        guard count >= 0 else { throw Failure(code: count) }
    }
}
