import CLinux
import Dispatch
import Glibc
import Synchronization

/// The way to a loop from other threads: a mailbox, and a descriptor that wakes the loop.
package final class EventLoopHandle: Sendable {
    package typealias Job = @Sendable (EventLoop) -> Void

    let wakeDescriptor: Int32
    private let jobs = Mutex<[Job]>([])

    private init(wakeDescriptor: Int32) {
        self.wakeDescriptor = wakeDescriptor
    }

    deinit {
        _ = close(wakeDescriptor)
    }

    /// Makes a loop and starts it on a queue of its own.
    ///
    /// - Parameters:
    ///   - sweepInterval: how often channels look at their deadlines.
    ///   - didEnd: called on the loop's thread after its last event.
    package static func start(
        label: String, sweepInterval: Milliseconds, didEnd: @escaping @Sendable () -> Void
    ) throws(SystemError) -> EventLoopHandle {
        let raw = eventfd(0, Int32(EFD_NONBLOCK) | Int32(EFD_CLOEXEC))
        guard raw >= 0 else { throw .current("eventfd") }
        let handle = EventLoopHandle(wakeDescriptor: raw)
        let pollDescriptor = try Poller.open(watching: raw, token: EventLoop.mailboxToken)
        DispatchQueue(label: label).async {
            SignalStack.with {
                EventLoop(handle: handle, pollDescriptor: pollDescriptor, sweepInterval: sweepInterval).run()
            }
            didEnd()
        }
        return handle
    }

    /// Has `job` run on the loop soon, after those given before it.
    package func submit(_ job: @escaping Job) {
        let isFirst = jobs.withLock { jobs in
            jobs.append(job)
            return jobs.count == 1
        }
        if isFirst {
            var one: UInt64 = 1
            _ = unsafe write(wakeDescriptor, &one, 8)
        }
    }

    func takeJobs() -> [Job] {
        var count: UInt64 = 0
        _ = unsafe read(wakeDescriptor, &count, 8)
        return jobs.withLock { jobs in
            let taken = jobs
            jobs = []
            return taken
        }
    }
}
