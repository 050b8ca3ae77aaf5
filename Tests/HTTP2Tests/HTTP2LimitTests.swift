import HTTP2
import HTTPCore
import Testing

/// Limits, violations and floods: an answer, a stream error or a connection error, and never more than its cost.
@Suite struct HTTP2LimitTests {
    private static let noError: UInt32 = 0
    private static let protocolError: UInt32 = 1
    private static let frameSizeError: UInt32 = 6
    private static let refusedStream: UInt32 = 7
    private static let compressionError: UInt32 = 9
    private static let enhanceYourCalm: UInt32 = 11

    private func limits(_ change: (inout HTTPLimits) -> Void) -> HTTPLimits {
        var limits = HTTPLimits()
        change(&limits)
        return limits
    }

    @Test func `a body over the limit is 413, and the stream is reset`() throws {
        let (peer, client) = (try Peer(limits: limits { $0.bodyBytesMax = 1_000 }), try HTTP2Client())
        let announced = client.request(
            "POST", "/a", [("content-length", "1001")], body: [UInt8](repeating: 0x61, count: 1_001))
        let sent = client.request("POST", "/a", body: [UInt8](repeating: 0x61, count: 1_001))
        let fits = client.request("POST", "/a", body: [UInt8](repeating: 0x61, count: 1_000))
        try peer.talk(with: client)
        #expect(client.inbox.answers[announced]?.status == "413")
        #expect(client.inbox.answers[sent]?.status == "413")
        #expect(client.inbox.answers[fits]?.status == "200")
        #expect(client.inbox.goAway == nil)
    }

    @Test func `whoever sends on long after the answer is reset without error`() throws {
        let peer = try Peer(limits: limits { $0.bodyBytesMax = 10 })
        let block: [UInt8] = [0x83, 0x86, 0x84, 0x41, 1, 0x68]
        let content = Frame.data(1, [UInt8](repeating: 0x61, count: 8))
        var output = peer.receive(
            Frame.preface + Frame.settings + Frame.headers(1, block, ends: false) + content + content)
        #expect(Frame.parse(output).filter { $0.stream == 1 }.map(\.type) == [1, 0])
        output += peer.receive(content)
        #expect(Frame.resetCode(output, 1) == nil)
        output += peer.receive(content)
        #expect(Frame.resetCode(output, 1) == Self.noError)
        #expect(peer.connection.progress == .betweenRequests)
    }

    /// Its window is shut, so the 408 of its other request cannot be sent: the second time-out must end it.
    @Test func `a peer that neither sends nor takes is cut off`() throws {
        let (peer, client) = (try Peer(), try HTTP2Client(windowBytes: 0))
        client.request("GET", "/big?600000")
        let id = client.request("POST", "/a", body: [])
        client.inbox.bodies[id] = nil
        try peer.talk(with: client)
        var output: [UInt8] = []
        peer.connection.timeOut(outputBytesMax: .max, into: &output)
        #expect(!peer.connection.isClosing)
        peer.connection.timeOut(outputBytesMax: .max, into: &output)
        #expect(peer.connection.isClosing)
    }

    @Test func `a malformed header leaves no header open, and many are a flood`() throws {
        let peer = try Peer()
        var output = peer.receive(Frame.preface + Frame.settings + Frame.headers(1, [0x86, 0x84]))
        #expect(peer.connection.progress == .betweenRequests)
        var stream: UInt32 = 3
        while !peer.connection.isClosing, stream < 10_000 {
            output += peer.receive(Frame.headers(stream, [0x86, 0x84]))
            stream += 2
        }
        #expect(Frame.goAway(output) == Self.enhanceYourCalm)
    }

    @Test func `a peer that does not take its answer is cut off`() throws {
        let (peer, client) = (try Peer(), try HTTP2Client(windowBytes: 10))
        client.request("GET", "/big?1000")
        try peer.talk(with: client)
        var output: [UInt8] = []
        peer.connection.timeOut(outputBytesMax: .max, into: &output)
        #expect(Frame.goAway(output) == Self.noError)
        #expect(peer.connection.isClosing)
    }

    @Test func `a long target is 414, a large header or many fields are 431`() throws {
        let limits = limits {
            $0.requestLineBytesMax = 100
            $0.headerBytesMax = 2_000
            $0.fieldCountMax = 10
        }
        let (peer, client) = (try Peer(limits: limits), try HTTP2Client())
        let long = client.request("GET", "/" + String(repeating: "a", count: 100))
        let large = client.request("GET", "/", [("x", String(repeating: "a", count: 2_000))])
        let many = client.request("GET", "/", (0..<11).map { ("x\($0)", "y") })
        try peer.talk(with: client)
        #expect(client.inbox.answers[long]?.status == "414")
        #expect(client.inbox.answers[large]?.status == "431")
        #expect(client.inbox.answers[many]?.status == "431")
    }

    @Test(arguments: ["/a#b", "/a\u{7F}", "/\u{E9}"])
    func `a target with a byte that none may have is 400`(path: String) throws {
        let (peer, client) = (try Peer(), try HTTP2Client())
        let id = client.request("GET", path)
        try peer.talk(with: client)
        let answer = client.inbox.answers[id]
        #expect(answer?.status == "400" || answer?.errorCode == Self.protocolError)
    }

    /// RFC 9113: section, bytes after preface and settings, error code of the connection (GOAWAY).
    @Test(
        arguments: [
            ("4.2", Frame.frame(0, stream: 1, [UInt8](repeating: 0, count: 16_385)), 6),
            ("5.1 idle", Frame.data(1, [1]), 1),
            ("5.1.1 even", Frame.headers(2), 1),
            ("6.1", Frame.data(0, [1]), 1),
            ("6.2", Frame.headers(0), 1),
            ("6.4", Frame.frame(3, stream: 0, Frame.bytes(8)), 1),
            ("6.5 stream", Frame.frame(4, stream: 1), 1),
            ("6.5 length", Frame.frame(4, stream: 0, [0]), 6),
            ("6.5 ack", Frame.frame(4, flags: 1, stream: 0, [0, 0, 0, 0, 0, 0]), 6),
            ("6.5.2 push", Frame.frame(4, stream: 0, [0, 2, 0, 0, 0, 2]), 1),
            ("6.6", Frame.frame(5, stream: 1, Frame.bytes(2)), 1),
            ("6.7 length", Frame.frame(6, stream: 0, [0]), 6),
            ("6.7 stream", Frame.frame(6, stream: 1, [UInt8](repeating: 0, count: 8)), 1),
            ("6.8", Frame.frame(7, stream: 1, [UInt8](repeating: 0, count: 8)), 1),
            ("6.9 zero", Frame.frame(8, stream: 0, Frame.bytes(0)), 1),
            ("6.9 length", Frame.frame(8, stream: 0, [1]), 6),
            ("6.10 alone", Frame.continuation(1, [0x82]), 1),
            ("6.10 between", Frame.headers(1, isWhole: false) + Frame.ping, 1),
            ("4.3 table", Frame.headers(1, [0xFF, 0xFF, 0xFF, 0xFF, 0x7F]), 9),
        ] as [(String, [UInt8], UInt32)])
    func `a violation ends the connection with its code`(_ section: String, bytes: [UInt8], code: UInt32) throws {
        for cut in [1, Int.max] {
            let peer = try Peer()
            var output = peer.receive(Frame.preface + Frame.settings)
            for start in stride(from: 0, to: bytes.count, by: min(cut, bytes.count)) {
                output += peer.receive(Array(bytes[start..<min(bytes.count, start + min(cut, bytes.count))]))
            }
            #expect(Frame.goAway(output) == code, "\(section)")
            #expect(peer.connection.isClosing, "\(section)")
        }
    }

    @Test func `a wrong preface ends the connection`() throws {
        let peer = try Peer()
        let output = peer.receive(Array("PRI * HTTP/2.0\r\n\r\nXX\r\n\r\n".utf8))
        #expect(Frame.goAway(output) == Self.protocolError)
        #expect(peer.connection.isClosing)
    }

    /// Malformed requests (RFC 9113 section 8.1.1): header blocks and the code of the stream's reset.
    @Test(
        arguments: [
            ("upper case", [0x82, 0x86, 0x84, 0x40, 1, 0x58, 1, 0x79]),
            ("connection field", [0x82, 0x86, 0x84, 0x40, 10] + Array("connection".utf8) + [1, 0x79]),
            ("no method", [0x86, 0x84]),
            ("two paths", [0x82, 0x86, 0x84, 0x84]),
            ("pseudo after field", [0x82, 0x86, 0x40, 1, 0x78, 1, 0x79, 0x84]),
            ("unknown pseudo", [0x82, 0x86, 0x84, 0x40, 2, 0x3A, 0x78, 1, 0x79]),
            ("response pseudo", [0x82, 0x86, 0x84, 0x88]),
        ] as [(String, [UInt8])])
    func `a malformed request is a stream error`(_ name: String, block: [UInt8]) throws {
        let peer = try Peer()
        let output = peer.receive(Frame.preface + Frame.settings + Frame.headers(1, block) + Frame.headers(3))
        #expect(Frame.resetCode(output, 1) == Self.protocolError, "\(name)")
        #expect(Frame.goAway(output) == nil, "\(name)")
        #expect(Frame.parse(output).contains { $0.stream == 3 && $0.type == 1 }, "\(name): the next is answered")
    }

    @Test func `more streams than allowed are refused`() throws {
        let peer = try Peer()
        var output = peer.receive(Frame.preface + Frame.settings + Frame.frame(4, flags: 1, stream: 0))
        for index in 0..<129 as Range<UInt32> { output += peer.receive(Frame.headers(1 + 2 * index, ends: false)) }
        #expect(Frame.resetCode(output, 257) == Self.refusedStream || Frame.goAway(output) == Self.protocolError)
        #expect(Frame.resetCode(output, 255) == nil)
    }

    enum Flood: CaseIterable {
        case resets, pings, settings, priorities, windowUpdates

        func frame(_ stream: UInt32) -> [UInt8] {
            switch self {
            case .resets: Frame.headers(stream, ends: false) + Frame.reset(stream)
            case .pings: Frame.ping
            case .settings: Frame.settings
            case .priorities: Frame.frame(2, stream: stream, [0, 0, 0, 0, 1])
            case .windowUpdates: Frame.frame(8, stream: 0, Frame.bytes(1))
            }
        }
    }

    /// Each of these costs its sender little and would cost us more, if it were let go on.
    @Test(arguments: Flood.allCases)
    func `a flood ends the connection`(_ flood: Flood) throws {
        let peer = try Peer()
        var output = peer.receive(Frame.preface + Frame.settings)
        var sent = 0
        while !peer.connection.isClosing, sent < 10_000 {
            output += peer.receive(flood.frame(UInt32(1 + 2 * sent)))
            sent += 1
        }
        #expect(Frame.goAway(output) == Self.enhanceYourCalm)
        #expect(sent > 500 && sent < 5_000, "\(sent)")
    }

    @Test func `empty frames of content are a flood`() throws {
        let peer = try Peer()
        var output = peer.receive(Frame.preface + Frame.settings + Frame.headers(1, ends: false))
        for _ in 0..<3_000 where !peer.connection.isClosing { output += peer.receive(Frame.data(1, [])) }
        #expect(Frame.goAway(output) == Self.enhanceYourCalm)
    }

    @Test func `continuations without end are a flood`() throws {
        let peer = try Peer()
        var output = peer.receive(Frame.preface + Frame.settings + Frame.headers(1, isWhole: false))
        var sent = 0
        while !peer.connection.isClosing, sent < 10_000 {
            output += peer.receive(Frame.continuation(1, [0x40, 1, 0x78, 1, 0x79]))
            sent += 1
        }
        #expect(Frame.goAway(output) != nil)
        #expect(sent < 5_000)
    }

    /// One entry of HPACK's table, 4,000 bytes long, named again and again by one byte each.
    @Test func `a header bomb ends the connection`() throws {
        let peer = try Peer()
        var output = peer.receive(Frame.preface + Frame.settings)
        let entry: [UInt8] = [0x40, 1, 0x78, 0x7F, 0xA1, 0x1E] + [UInt8](repeating: 0x61, count: 4_000)
        output += peer.receive(Frame.headers(1, Frame.get + entry + [UInt8](repeating: 0xBE, count: 12_000)))
        #expect(Frame.goAway(output) == Self.enhanceYourCalm)
        #expect(peer.connection.isClosing)
    }

    @Test func `a busy client is no flood`() throws {
        let (peer, client) = (try Peer(), try HTTP2Client())
        for round in 0..<300 {
            let ids = (0..<20).map { client.request("GET", "/\(round)-\($0)") }
            client.ping()
            client.reset(ids[0])
            try peer.talk(with: client)
            #expect(ids.dropFirst().allSatisfy { client.inbox.answers[$0]?.status == "200" })
        }
        #expect(client.inbox.goAway == nil)
    }

    @Test func `content held by many requests is bounded`() throws {
        let peer = try Peer(limits: limits { $0.bodyBytesMax = 10_000 })
        var output = peer.receive(Frame.preface + Frame.settings)
        let block: [UInt8] = [0x83, 0x86, 0x84, 0x41, 1, 0x68]
        for index in 0..<50 as Range<UInt32> where !peer.connection.isClosing {
            output += peer.receive(
                Frame.headers(1 + 2 * index, block, ends: false)
                    + Frame.data(1 + 2 * index, [UInt8](repeating: 0x61, count: 9_000)))
        }
        #expect(Frame.goAway(output) == Self.enhanceYourCalm)
    }
}
