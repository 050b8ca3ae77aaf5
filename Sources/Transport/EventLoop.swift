import CLinux
import Dispatch
import Glibc

/// One thread's share of the sockets: an epoll loop parked on a serial Dispatch queue.
///
/// A channel lives and dies on its loop, so nothing here is locked but the mailbox other threads leave jobs in.
/// The loop ends when it is asked to and its last channel is gone.
/// Safe: the scratch buffer lives as long as the loop, and only its own thread touches it.
@safe package final class EventLoop {
    private struct Slot {
        var channel: (any Channel)?
        /// Rises with each use of the descriptor, so that an event of a closed predecessor is told apart.
        var generation: UInt32 = 0
    }

    /// Reads land here; one buffer serves every connection of the loop.
    package let scratch: UnsafeMutableRawBufferPointer
    package let handle: EventLoopHandle
    /// The monotonic clock as of the current round of events.
    package var now: Milliseconds { currentTime }
    // Out of other modules' reach, so that no look at it has to be checked at run time for falling into a change.
    private var currentTime: Milliseconds
    package private(set) var channelCount = 0
    package private(set) var isStopping = false

    private let poller: Poller
    private var slots: [Slot] = []
    private let sweepInterval: Milliseconds
    private var nextSweep: Milliseconds
    /// What is to be done later, the next one last.
    private var timers: [(due: Milliseconds, job: (EventLoop) -> Void)] = []
    private static let scratchBytes = 64 * 1024
    static let mailboxToken = UInt64.max

    /// What the loop's owner keeps with it; let go once the loop has ended.
    package var resident: AnyObject?

    /// Called after each round of events, before the next wait.
    package var roundDidEnd: (() -> Void)?

    /// - Parameter pollDescriptor: a set that watches the handle's wake descriptor.
    init(handle: EventLoopHandle, pollDescriptor: Int32, sweepInterval: Milliseconds) {
        self.handle = handle
        self.sweepInterval = sweepInterval
        unsafe scratch = .allocate(byteCount: EventLoop.scratchBytes, alignment: 64)
        currentTime = MonotonicClock.milliseconds()
        nextSweep = currentTime + sweepInterval
        poller = Poller(owning: pollDescriptor)
    }

    deinit {
        unsafe scratch.deallocate()
    }

    /// Starts watching; the loop keeps the channel until `remove`.
    package func add(_ channel: any Channel, _ interest: Readiness) throws(SystemError) {
        let index = Int(channel.rawDescriptor)
        while slots.count <= index { slots.append(Slot()) }
        slots[index].generation &+= 1
        try poller.add(channel.rawDescriptor, interest, token: token(index))
        slots[index].channel = channel
        channelCount += 1
    }

    /// Changes what the channel is watched for. When it fails, the channel may never hear of anything again.
    package func update(_ channel: any Channel, _ interest: Readiness) throws(SystemError) {
        try poller.modify(channel.rawDescriptor, interest, token: token(Int(channel.rawDescriptor)))
    }

    /// Forgets the channel; its descriptor closes when its last owner lets go.
    package func remove(_ channel: any Channel) {
        let index = Int(channel.rawDescriptor)
        guard index < slots.count, slots[index].channel === channel else { return }
        slots[index].channel = nil
        channelCount -= 1
        poller.remove(channel.rawDescriptor)
    }

    /// Has `job` run on this loop, once, after that time or a little later, never before.
    package func schedule(after delay: Milliseconds, _ job: @escaping (EventLoop) -> Void) {
        // The clock shows whole milliseconds that have begun.
        let due = MonotonicClock.milliseconds() + delay + 1
        let place = timers.firstIndex { $0.due <= due } ?? timers.endIndex
        timers.insert((due, job), at: place)
    }

    private func runTimers() {
        while let next = timers.last, next.due <= now {
            timers.removeLast()
            next.job(self)
        }
    }

    /// Ends `run()` once the last channel is gone.
    package func stopWhenEmpty() {
        isStopping = true
    }

    /// Every channel registered now, for a walk that may remove them.
    package var channels: [any Channel] { slots.compactMap(\.channel) }

    /// Serves events until told to stop.
    func run() {
        while !(isStopping && channelCount == 0) {
            let next = min(nextSweep, timers.last?.due ?? nextSweep)
            let timeout = channelCount == 0 ? -1 : Int32(clamping: max(0, next - now))
            let count = poller.wait(timeoutMilliseconds: timeout)
            // Before events are served: the wait may have been long, and deadlines are counted from here.
            currentTime = MonotonicClock.milliseconds()
            for index in 0..<count {
                let event = poller.event(index)
                dispatch(event.token, event.readiness)
            }
            if !timers.isEmpty { runTimers() }
            if now >= nextSweep { sweep() }
            roundDidEnd?()
        }
        roundDidEnd = nil
        resident = nil
    }

    private func dispatch(_ token: UInt64, _ readiness: Readiness) {
        if token == EventLoop.mailboxToken {
            for job in handle.takeJobs() { job(self) }
            return
        }
        let index = Int(token & 0xFFFF_FFFF)
        let slot = slots[index]
        guard slot.generation == UInt32(token >> 32), let channel = slot.channel else { return }
        channel.isReady(readiness, on: self)
    }

    private func sweep() {
        nextSweep = now + sweepInterval
        for index in slots.indices {
            let channel = slots[index].channel
            channel?.sweep(now: now, on: self)
        }
    }

    private func token(_ index: Int) -> UInt64 {
        UInt64(slots[index].generation) << 32 | UInt64(index)
    }
}

/// The clock that never goes back; deadlines are made of it.
package enum MonotonicClock {
    package static func milliseconds() -> Milliseconds {
        var time = timespec()
        _ = unsafe clock_gettime(CLOCK_MONOTONIC, &time)
        return Int64(time.tv_sec) * 1_000 + Int64(time.tv_nsec) / 1_000_000
    }
}
