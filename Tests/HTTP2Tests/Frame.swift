import HTTP2
import TestSupport

/// Frames by hand (RFC 9113 section 4.1), for what no decent client sends.
enum Frame {
    static let preface = Array("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".utf8)
    static let settings = frame(4, stream: 0)
    static let ping = frame(6, stream: 0, [UInt8](repeating: 1, count: 8))

    static func frame(_ type: UInt8, flags: UInt8 = 0, stream: UInt32, _ payload: [UInt8] = []) -> [UInt8] {
        [UInt8(payload.count >> 16), UInt8(payload.count >> 8 & 0xFF), UInt8(payload.count & 0xFF), type, flags]
            + bytes(stream) + payload
    }

    static func bytes(_ word: UInt32) -> [UInt8] {
        [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: word >> UInt32($0)) }
    }

    /// `GET / http localhost` from HPACK's static table (RFC 7541 appendix A), the authority as a literal.
    static let get: [UInt8] = [0x82, 0x86, 0x84, 0x41, 9] + Array("localhost".utf8)

    static func headers(_ stream: UInt32, _ block: [UInt8] = get, ends: Bool = true, isWhole: Bool = true) -> [UInt8] {
        frame(1, flags: (ends ? 1 : 0) | (isWhole ? 4 : 0), stream: stream, block)
    }

    static func continuation(_ stream: UInt32, _ block: [UInt8], isWhole: Bool = false) -> [UInt8] {
        frame(9, flags: isWhole ? 4 : 0, stream: stream, block)
    }

    static func data(_ stream: UInt32, _ bytes: [UInt8], ends: Bool = false) -> [UInt8] {
        frame(0, flags: ends ? 1 : 0, stream: stream, bytes)
    }

    static func reset(_ stream: UInt32) -> [UInt8] { frame(3, stream: stream, bytes(8)) }

    /// The frames that a server sent.
    static func parse(_ bytes: [UInt8]) -> [HTTP2Frame] { HTTP2Frame.parse(bytes) }

    /// The error code of the first GOAWAY.
    static func goAway(_ bytes: [UInt8]) -> UInt32? {
        parse(bytes).first { $0.type == 7 }?.errorCode
    }

    /// The error code of the first RST_STREAM of a stream.
    static func resetCode(_ bytes: [UInt8], _ stream: UInt32) -> UInt32? {
        parse(bytes).first { $0.type == 3 && $0.stream == stream }?.errorCode
    }
}
