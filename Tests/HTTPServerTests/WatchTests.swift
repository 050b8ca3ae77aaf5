import Glibc
import HTTPCore
import Synchronization
import TestSupport
import Testing

@testable import HTTPServer
@testable import Transport

/// What cannot be watched is said, or ends; nothing waits for an event that never comes.
@Suite(.timeLimit(.minutes(1))) struct WatchTests {
    private final class Silence: HTTPResponder {
        func respond(to request: HTTPRequest) -> HTTPResponse { HTTPResponse(status: .ok) }
        func respond(to refusal: HTTPRefusal) -> HTTPResponse { HTTPResponse(status: refusal.status) }
    }

    @Test func `a loop that could not be woken is not started`() {
        let error = #expect(throws: SystemError.self) { try Poller.open(watching: -1, token: 0) }
        #expect(error == SystemError("epoll_ctl", code: EBADF))
    }

    private final class Notices: Sendable {
        private let texts = Mutex<[String]>([])

        func add(_ text: String) { texts.withLock { $0.append(text) } }

        var all: [String] { texts.withLock { $0 } }
    }

    /// epoll takes no file that cannot be waited for (epoll_ctl(2)).
    @Test func `a listener that cannot be watched is told of`() async throws {
        let address = try #require(SocketAddress(host: "127.0.0.1", port: 0))
        let notices = Notices()
        let shared = ServerState(
            ServerConfiguration(address: address, loopCount: 1), responder: Silence(), unixSeconds: { 0 },
            notify: { notices.add("\($0)") })
        let (ended, end) = AsyncStream.makeStream(of: Void.self)
        let handle = try EventLoopHandle.start(label: "test", sweepInterval: 1_000, didEnd: { end.finish() })
        let file = open("/dev/null", O_RDONLY | O_CLOEXEC)
        handle.submit { loop in
            shared.openWorker(on: loop)
            Server.listen(file, address: address, [handle], shared, on: loop)
            loop.stopWhenEmpty()
        }
        for await _ in ended {}
        #expect(notices.all == ["cannotListen(epoll_ctl: Operation not permitted)"])
    }
}
