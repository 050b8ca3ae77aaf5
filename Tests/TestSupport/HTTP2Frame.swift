/// A frame of HTTP/2 (RFC 9113 section 4.1), as a server sends it.
package struct HTTP2Frame {
    package let type: UInt8
    package let flags: UInt8
    package let stream: UInt32
    package let payload: [UInt8]

    /// That of RST_STREAM and GOAWAY.
    package var errorCode: UInt32? {
        switch type {
        case 3 where payload.count == 4: HTTP2Frame.word(payload[...])
        case 7 where payload.count >= 8: HTTP2Frame.word(payload[4..<8])
        default: nil
        }
    }

    private static func word(_ bytes: ArraySlice<UInt8>) -> UInt32 {
        bytes.reduce(0) { $0 << 8 | UInt32($1) }
    }

    /// The whole frames at the beginning of `bytes`.
    package static func parse(_ bytes: [UInt8]) -> [HTTP2Frame] {
        var frames: [HTTP2Frame] = []
        var start = 0
        while start + 9 <= bytes.count {
            let length = Int(word(bytes[start..<start + 3]))
            guard start + 9 + length <= bytes.count else { break }
            frames.append(
                HTTP2Frame(
                    type: bytes[start + 3], flags: bytes[start + 4],
                    stream: word(bytes[start + 5..<start + 9]) & 0x7FFF_FFFF,
                    payload: Array(bytes[start + 9..<start + 9 + length])))
            start += 9 + length
        }
        return frames
    }
}
