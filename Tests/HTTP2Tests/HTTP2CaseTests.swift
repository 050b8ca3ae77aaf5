import CNghttp2
import HTTP2
import HTTPCore
import TestSupport
import Testing

/// The cases of `fixtures/http2`, in memory.
@Suite struct HTTP2CaseTests {
    @Test func `the table is read`() {
        #expect(HTTP2Case.all.count >= 185)
        for item in HTTP2Case.all {
            #expect(item.bytes != nil && item.events != nil, "\(item.title)")
        }
        #expect(Set(HTTP2Case.all.map(\.title)).count == HTTP2Case.all.count)
    }

    /// nghttp2 allows eight reads between the frames of one header block, hence not byte by byte.
    @Test(arguments: HTTP2Case.all, [4, Int.max])
    func `a case gives the error that its section demands, however it is cut`(item: HTTP2Case, cut: Int) throws {
        let bytes = try #require(item.bytes)
        let peer = try Peer()
        var output: [UInt8] = []
        for start in stride(from: 0, to: bytes.count, by: min(cut, bytes.count)) {
            output += peer.receive(Array(bytes[start..<min(bytes.count, start + min(cut, bytes.count))]))
        }
        #expect(peer.connection.standing.isClosing == item.isOver)
        output += peer.receive(HTTP2Case.probe)
        let seen = try Seen(output)
        // Each word of the table, and nothing that it does not tell of.
        for event in try #require(item.events) where event != .end { #expect(seen.events.contains(event), "\(event)") }
        let errors = seen.events.filter(\.isError)
        #expect(errors == (item.events ?? []).filter(\.isError))
        #expect(seen.events.contains(.answer(HTTP2Case.probeStream, 200)) == !item.isOver)
    }

    /// What a server's frames tell.
    private struct Seen {
        var events: [HTTP2Case.Event] = []

        init(_ bytes: [UInt8]) throws {
            var inflater: OpaquePointer?
            try #require(nghttp2_hd_inflate_new(&inflater) == 0)
            defer { nghttp2_hd_inflate_del(inflater) }
            for frame in Frame.parse(bytes) {
                switch frame.type {
                case 1: events.append(.answer(frame.stream, try Self.status(frame.payload, inflater)))
                case 3: events.append(.streamError(frame.stream, try #require(frame.errorCode)))
                case 4 where frame.flags & 1 == 1: events.append(.settingsAcknowledged)
                case 6 where frame.flags & 1 == 1: events.append(.pingAcknowledged)
                case 7: events.append(.connectionError(try #require(frame.errorCode)))
                default: break
                }
            }
        }

        private static func status(_ block: [UInt8], _ inflater: OpaquePointer?) throws -> Int {
            var (rest, status) = (block[...], 0)
            while true {
                var field = nghttp2_nv()
                var flags: Int32 = 0
                let count = rest.withUnsafeBufferPointer {
                    nghttp2_hd_inflate_hd2(inflater, &field, &flags, $0.baseAddress, $0.count, 1)
                }
                try #require(count >= 0)
                rest = rest.dropFirst(count)
                if flags & Int32(NGHTTP2_HD_INFLATE_EMIT.rawValue) != 0 {
                    let name = UnsafeBufferPointer(start: field.name, count: field.namelen)
                    let value = UnsafeBufferPointer(start: field.value, count: field.valuelen)
                    if name.elementsEqual(":status".utf8) { status = Int(String(decoding: value, as: UTF8.self)) ?? 0 }
                }
                if flags & Int32(NGHTTP2_HD_INFLATE_FINAL.rawValue) != 0 {
                    nghttp2_hd_inflate_end_headers(inflater)
                    return status
                }
            }
        }
    }
}

extension HTTP2Case.Event {
    fileprivate var isError: Bool {
        switch self {
        case .connectionError, .streamError: true
        default: false
        }
    }
}
