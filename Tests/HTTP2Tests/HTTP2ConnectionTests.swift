import HTTPCore
import TestSupport
import Testing

@testable import HTTP2

/// A client session of nghttp2 against ours, in memory.
@Suite struct HTTP2ConnectionTests {
    private func text(_ answer: HTTP2Client.Answer?) -> String {
        String(decoding: answer?.body ?? [], as: UTF8.self)
    }

    @Test(arguments: [1, 2, 9, 100, Int.max])
    func `requests are answered on their streams, however the bytes are cut`(cut: Int) throws {
        let (peer, client) = (try Peer(), try HTTP2Client())
        let first = client.request("GET", "/a?b=c")
        let second = client.request("POST", "/d", body: Array("hello".utf8))
        try peer.talk(with: client, cut: cut)
        let answer = try #require(client.inbox.answers[first])
        #expect(answer.fields["x-common"] == "1" && answer.fields["x-own"] == "2")
        #expect(
            answer.fields["date"] == "Sun, 06 Nov 1994 08:49:37 GMT"
                && answer.fields["content-length"] == "\(answer.body.count)")
        #expect(answer.status == "200" && answer.errorCode == 0)
        #expect(text(answer) == "GET http localhost /a b=c ")
        #expect(text(client.inbox.answers[second]) == "POST http localhost /d  hello")
        #expect(peer.connection.standing.progress == .betweenRequests)
        #expect(!peer.connection.standing.isClosing)
    }

    @Test func `an answer that has not come is asked again when its time is over, and others do not wait`() throws {
        let (peer, client) = (try Peer(), try HTTP2Client())
        let late = client.request("GET", "/ask")
        let other = client.request("GET", "/a")
        try peer.talk(with: client)
        #expect(client.inbox.answers[late] == nil && client.inbox.answers[other]?.status == "200")
        #expect(peer.context.takeHeld() == [HeldAnswer(token: late, delay: 70)])
        #expect(peer.connection.standing.progress == .withheld)
        var output: [UInt8] = []
        peer.connection.release(late, outputBytesMax: .max, into: &output)
        try client.receive(output)
        #expect(text(client.inbox.answers[late]) == "there")
        #expect(peer.connection.standing.progress == .betweenRequests)
    }

    /// All are answered before the first answer is sent, and of so many blocks the pool lets the first ones go.
    @Test func `each answer has the fields of its own block, however many blocks there are`() throws {
        let (peer, client) = (try Peer(), try HTTP2Client())
        let values = (0..<4 * HTTP2Pool.blocksMax).map { "value-\($0)-of-many" }
        let ids = values.map { client.request("GET", "/common?\($0)") }
        try peer.talk(with: client)
        #expect(ids.map { client.inbox.answers[$0]?.fields["x-common"] } == values)
    }

    /// One of the blocks is a new one each second, for as long as the program runs.
    @Test func `fields are prepared once for each block, also after many blocks`() {
        let pool = HTTP2Pool()
        var latest: [HTTPFieldBlock] = []
        for number in 0..<4 * HTTP2Pool.blocksMax {
            latest.append(HTTPFieldBlock([HTTPField("x", "\(number)")]))
            latest = latest.suffix(HTTP2Pool.blocksMax)
            let prepared = latest.reversed().map { pool.prepared($0) }
            #expect(zip(latest.reversed(), prepared).allSatisfy { pool.prepared($0) === $1 }, "\(number)")
        }
    }

    @Test func `HEAD and 204 have no content`() throws {
        let (peer, client) = (try Peer(), try HTTP2Client())
        let head = client.request("HEAD", "/a")
        let empty = client.request("GET", "/empty")
        try peer.talk(with: client)
        #expect(client.inbox.answers[head]?.body.isEmpty == true)
        #expect(client.inbox.answers[head]?.fields["content-length"] == "24")
        #expect(client.inbox.answers[empty]?.status == "204")
        #expect(client.inbox.answers[empty]?.fields["content-length"] == nil)
    }

    @Test func `Host stands in for the authority, must not differ from it, and cookies are joined`() throws {
        let (peer, client) = (try Peer(), try HTTP2Client())
        let host = client.request("GET", "/a", [("host", "acme.localhost")], authority: nil)
        let same = client.request("GET", "/a", [("host", "LOCALHOST")])
        let other = client.request("GET", "/a", [("host", "other")])
        let cookies = client.request("GET", "/fields", [("cookie", "a=1"), ("x", "y"), ("cookie", "b=2")])
        try peer.talk(with: client)
        #expect(text(client.inbox.answers[host]) == "GET http acme.localhost /a  ")
        #expect(client.inbox.answers[same]?.status == "200")
        #expect(client.inbox.answers[other]?.status == "400")
        #expect(text(client.inbox.answers[cookies]) == "cookie: a=1; b=2|x: y")
    }

    /// A stream's object serves one request after another; nothing of the one before is left in it.
    @Test func `requests one after another have what is their own alone`() throws {
        let (peer, client) = (try Peer(), try HTTP2Client())
        for (authority, answer) in [
            ("one", "PUT http one /a b "), ("one", "PUT http one /a b "), ("two", "PUT http two /a b "),
            ("one:x", "The Host is malformed."), ("one:x", "The Host is malformed."), ("two", "PUT http two /a b "),
            ("one", "PUT http one /a b "),
        ] {
            let id = client.request("PUT", "/a?b", [("host", authority)], authority: nil)
            try peer.talk(with: client)
            #expect(text(client.inbox.answers[id]) == answer)
            let named = client.request("GET", "/c", body: Array("x".utf8), authority: authority)
            try peer.talk(with: client)
            let isRefused = answer.hasPrefix("The")
            #expect(text(client.inbox.answers[named]) == (isRefused ? answer : "GET http \(authority) /c  x"))
        }
        let fields = client.request("GET", "/fields", [("expect", "100-continue"), ("x", "y")])
        try peer.talk(with: client)
        #expect(text(client.inbox.answers[fields]) == "expect: 100-continue|x: y")
    }

    @Test func `fields are counted anew for each request`() throws {
        var limits = HTTPLimits()
        limits.fieldCountMax = 10
        let (peer, client) = (try Peer(limits: limits), try HTTP2Client())
        for count in [8, 8, 10, 11, 8] {
            let id = client.request("GET", "/a", (0..<count).map { ("x-\($0)", "y") })
            try peer.talk(with: client)
            #expect(client.inbox.answers[id]?.status == (count > 10 ? "431" : "200"))
        }
    }

    /// A queue that lets go of what has left it loses nothing.
    @Test func `a hundred large answers at once all come`() throws {
        let (peer, client) = (try Peer(), try HTTP2Client(windowBytes: 1_000_000))
        client.read(0, bytes: 100_000_000)
        for round in 0..<2 {
            let ids = (0..<120).map { client.request("GET", "/big?\(20_000 + round * 120 + $0)") }
            try peer.talk(with: client)
            for (number, id) in ids.enumerated() {
                #expect(client.inbox.answers[id]?.body.count == 20_000 + round * 120 + number)
                #expect(client.inbox.answers[id]?.errorCode == 0)
            }
        }
    }

    @Test(arguments: [70_000, 3_000_000])
    func `a large answer waits for the client's window`(count: Int) throws {
        let (peer, client) = (try Peer(), try HTTP2Client(windowBytes: 1_000))
        let id = client.request("GET", "/big?\(count)")
        try peer.talk(with: client)
        #expect(client.inbox.answers[id]?.body.count == 1_000)
        #expect(peer.connection.standing.progress == .sending(byteCount: 1_000))
        client.read(id, bytes: Int32(count))
        client.read(0, bytes: Int32(count))
        try peer.talk(with: client)
        #expect(client.inbox.answers[id]?.body.count == count)
        #expect(peer.connection.standing.progress == .betweenRequests)
    }

    @Test func `output stops at its limit and goes on`() throws {
        let (peer, client) = (try Peer(outputBytesMax: 10_000), try HTTP2Client())
        let id = client.request("GET", "/big?60000")
        let output = peer.receive(client.takeOutput())
        #expect(output.count < 30_000)
        #expect(peer.connection.standing.wantsToSend)
        try client.receive(output)
        try peer.talk(with: client)
        #expect(client.inbox.answers[id]?.body.count == 60_000)
    }

    @Test func `answers wait while much is unsent, and none is lost`() throws {
        let (peer, client) = (try Peer(), try HTTP2Client(windowBytes: 0))
        let ids = (0..<100).map { _ in client.request("GET", "/big?100000") }
        try peer.talk(with: client)
        for id in ids { client.read(id, bytes: 100_000) }
        client.read(0, bytes: 20_000_000)
        try peer.talk(with: client)
        #expect(ids.allSatisfy { client.inbox.answers[$0]?.body.count == 100_000 })
    }

    @Test func `a body of 64 KiB needs no window update`() throws {
        let peer = try Peer()
        _ = peer.receive(Frame.preface + Frame.settings)
        let block: [UInt8] = [0x83, 0x86, 0x44, 6] + Array("/empty".utf8) + [0x41, 1, 0x68]
        var output = peer.receive(Frame.headers(1, block, ends: false))
        for _ in 0..<4 { output += peer.receive(Frame.data(1, [UInt8](repeating: 0x61, count: 16_384))) }
        #expect(Frame.goAway(output) == nil && Frame.resetCode(output, 1) == nil)
        output += peer.receive(Frame.data(1, [], ends: true))
        #expect(Frame.parse(output).contains { $0.stream == 1 && $0.type == 1 })
    }

    @Test func `a request that waits is told to go on`() throws {
        let (peer, client) = (try Peer(), try HTTP2Client())
        let id = client.request("POST", "/a", [("expect", "100-continue")], body: Array("x".utf8))
        let wrong = client.request("POST", "/a", [("expect", "200-ok")], body: Array("x".utf8))
        try peer.talk(with: client, cut: 1)
        #expect(client.inbox.informational[id] == ["100"])
        #expect(client.inbox.answers[id]?.status == "200")
        #expect(client.inbox.answers[wrong]?.status == "417")
    }

    @Test func `draining refuses new streams and finishes those open`() throws {
        let (peer, client) = (try Peer(), try HTTP2Client(windowBytes: 10))
        let id = client.request("GET", "/big?1000")
        try peer.talk(with: client)
        var output: [UInt8] = []
        peer.connection.finish(outputBytesMax: .max, into: &output)
        try client.receive(output)
        #expect(client.inbox.goAway == 0)
        #expect(!peer.connection.standing.isClosing)
        client.read(id, bytes: 990)
        try peer.talk(with: client)
        #expect(client.inbox.answers[id]?.body.count == 1_000)
        #expect(peer.connection.standing.isClosing)
    }

    @Test func `requests that take too long are answered 408`() throws {
        let (peer, client) = (try Peer(), try HTTP2Client())
        let id = client.request("POST", "/a", body: [])
        client.inbox.bodies[id] = nil
        try peer.talk(with: client)
        #expect(peer.connection.standing.progress == .readingBody(byteCount: 0))
        var output: [UInt8] = []
        peer.connection.timeOut(outputBytesMax: .max, into: &output)
        try client.receive(output)
        #expect(client.inbox.answers[id]?.status == "408")
        #expect(client.inbox.goAway == 0)
        #expect(peer.connection.standing.isClosing)
    }
}
