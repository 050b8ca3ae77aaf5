import HTTP2
import HTTPCore
import TestSupport
import Testing

/// Limits, violations and floods: an answer, a stream error or a connection error, and never more than its cost.
@Suite struct HTTP2LimitTests {
    private static let noError: UInt32 = 0
    private static let protocolError: UInt32 = 1
    private static let refusedStream: UInt32 = 7
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

    @Test func `a surface of its own may have a limit of its own for content`() throws {
        let limits = limits { limits in
            limits.bodyBytesMax = 100
            limits.longContent = .init(pathPrefix: Array("/own".utf8), bytesMax: 40_000)
        }
        let (peer, client) = (try Peer(limits: limits), try HTTP2Client())
        func post(_ path: String, _ count: Int, announces: Bool) -> Int32 {
            client.request(
                "POST", path, announces ? [("content-length", "\(count)")] : [],
                body: [UInt8](repeating: 0x61, count: count))
        }
        for announces in [true, false] {
            let long = post("/own/a", 40_000, announces: announces)
            try peer.talk(with: client)
            let refused = [post("/own/a", 40_001, announces: announces), post("/other", 101, announces: announces)]
            try peer.talk(with: client)
            #expect(client.inbox.answers[long]?.status == "200")
            for id in refused { #expect(client.inbox.answers[id]?.status == "413") }
        }
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
        #expect(peer.connection.standing.progress == .betweenRequests)
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
        #expect(!peer.connection.standing.isClosing)
        peer.connection.timeOut(outputBytesMax: .max, into: &output)
        #expect(peer.connection.standing.isClosing)
    }

    @Test func `a malformed header leaves no header open, and many are a flood`() throws {
        let peer = try Peer()
        var output = peer.receive(Frame.preface + Frame.settings + Frame.headers(1, [0x86, 0x84]))
        #expect(peer.connection.standing.progress == .betweenRequests)
        var stream: UInt32 = 3
        while !peer.connection.standing.isClosing, stream < 10_000 {
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
        #expect(peer.connection.standing.isClosing)
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
        while !peer.connection.standing.isClosing, sent < 10_000 {
            output += peer.receive(flood.frame(UInt32(1 + 2 * sent)))
            sent += 1
        }
        #expect(Frame.goAway(output) == Self.enhanceYourCalm)
        #expect(sent > 500 && sent < 5_000, "\(sent)")
    }

    @Test func `empty frames of content are a flood`() throws {
        let peer = try Peer()
        var output = peer.receive(Frame.preface + Frame.settings + Frame.headers(1, ends: false))
        for _ in 0..<3_000 where !peer.connection.standing.isClosing { output += peer.receive(Frame.data(1, [])) }
        #expect(Frame.goAway(output) == Self.enhanceYourCalm)
    }

    @Test func `continuations without end are a flood`() throws {
        let peer = try Peer()
        var output = peer.receive(Frame.preface + Frame.settings + Frame.headers(1, isWhole: false))
        var sent = 0
        while !peer.connection.standing.isClosing, sent < 10_000 {
            output += peer.receive(Frame.continuation(1, [0x40, 1, 0x78, 1, 0x79]))
            sent += 1
        }
        #expect(Frame.goAway(output) != nil)
        #expect(sent < 5_000)
    }

    /// Its server is called again whenever the peer has taken a part of an answer.
    @Test func `a header block may go on after a large answer has gone out`() throws {
        let peer = try Peer()
        _ = peer.receive(Frame.preface + Frame.settings + Frame.headers(1, isWhole: false))
        for _ in 0..<100 { _ = peer.receive([]) }
        let output = peer.receive(Frame.continuation(1, [], isWhole: true))
        #expect(Frame.goAway(output) == nil)
        #expect(Frame.parse(output).contains { $0.stream == 1 && $0.type == 1 })
    }

    /// One entry of HPACK's table, 4,000 bytes long, named again and again by one byte each.
    @Test func `a header bomb ends the connection`() throws {
        let peer = try Peer()
        var output = peer.receive(Frame.preface + Frame.settings)
        let entry: [UInt8] = [0x40, 1, 0x78, 0x7F, 0xA1, 0x1E] + [UInt8](repeating: 0x61, count: 4_000)
        output += peer.receive(Frame.headers(1, Frame.get + entry + [UInt8](repeating: 0xBE, count: 12_000)))
        #expect(Frame.goAway(output) == Self.enhanceYourCalm)
        #expect(peer.connection.standing.isClosing)
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

    @Test(arguments: [nil, "/own", "/"])
    func `content held by many requests is bounded`(prefix: String?) throws {
        let peer = try Peer(
            limits: limits { limits in
                limits.bodyBytesMax = 10_000
                limits.longContent = prefix.map { .init(pathPrefix: Array($0.utf8), bytesMax: 20_000) }
            })
        var output = peer.receive(Frame.preface + Frame.settings)
        let block: [UInt8] = [0x83, 0x86, 0x84, 0x41, 1, 0x68]
        for index in 0..<50 as Range<UInt32> where !peer.connection.standing.isClosing {
            output += peer.receive(
                Frame.headers(1 + 2 * index, block, ends: false)
                    + Frame.data(1 + 2 * index, [UInt8](repeating: 0x61, count: 9_000)))
        }
        #expect(Frame.goAway(output) == Self.enhanceYourCalm)
    }
}
