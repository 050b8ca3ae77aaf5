import CLinux
import Glibc

/// An epoll set: descriptors and what they are watched for.
///
/// Safe: the buffer lives as long as the value and is read only up to the count the kernel reports.
@safe struct Poller: ~Copyable {
    private let descriptor: FileDescriptor
    private let events: UnsafeMutableBufferPointer<epoll_event>

    /// Opens a set that watches one descriptor for input; `init(owning:)` takes it over, on whatever thread.
    ///
    /// - Parameter first: what wakes whoever waits. A set without it would be one that nobody can be called back from.
    static func open(watching first: Int32, token: UInt64) throws(SystemError) -> Int32 {
        let raw = epoll_create1(Int32(EPOLL_CLOEXEC))
        guard raw >= 0 else { throw .current("epoll_create1") }
        do throws(SystemError) {
            try control(raw, EPOLL_CTL_ADD, first, .readable, token)
        } catch {
            _ = close(raw)
            throw error
        }
        return raw
    }

    init(owning rawDescriptor: Int32, eventsPerWait: Int = 256) {
        descriptor = FileDescriptor(owning: rawDescriptor)
        unsafe events = .allocate(capacity: eventsPerWait)
    }

    deinit {
        unsafe events.deallocate()
    }

    /// Watches `raw`; `token` comes back with its events.
    func add(_ raw: Int32, _ interest: Readiness, token: UInt64) throws(SystemError) {
        try Poller.control(descriptor.rawValue, EPOLL_CTL_ADD, raw, interest, token)
    }

    func modify(_ raw: Int32, _ interest: Readiness, token: UInt64) throws(SystemError) {
        try Poller.control(descriptor.rawValue, EPOLL_CTL_MOD, raw, interest, token)
    }

    func remove(_ raw: Int32) {
        var event = unsafe epoll_event()
        _ = unsafe epoll_ctl(descriptor.rawValue, EPOLL_CTL_DEL, raw, &event)
    }

    private static func control(
        _ set: Int32, _ operation: Int32, _ raw: Int32, _ interest: Readiness, _ token: UInt64
    ) throws(SystemError) {
        var event = unsafe epoll_event()
        unsafe event.events = interest.rawValue
        unsafe event.data.u64 = token
        guard unsafe epoll_ctl(set, operation, raw, &event) == 0 else { throw .current("epoll_ctl") }
    }

    /// Waits up to `timeoutMilliseconds` (-1: without end).
    ///
    /// - Returns: how many events there are; `event(_:)` tells each until the next wait.
    func wait(timeoutMilliseconds: Int32) -> Int {
        let count = unsafe epoll_wait(
            descriptor.rawValue, events.baseAddress, Int32(events.count), timeoutMilliseconds)
        return max(0, Int(count))
    }

    func event(_ index: Int) -> (token: UInt64, readiness: Readiness) {
        let event = unsafe events[index]
        return (unsafe event.data.u64, unsafe Readiness(rawValue: event.events))
    }
}

/// What a descriptor is watched for, or ready for.
package struct Readiness: OptionSet, Sendable {
    package let rawValue: UInt32

    package init(rawValue: UInt32) {
        self.rawValue = rawValue
    }

    package static let readable = Readiness(rawValue: EPOLLIN.rawValue)
    package static let writable = Readiness(rawValue: EPOLLOUT.rawValue)
    /// The peer sends nothing more.
    package static let ended = Readiness(rawValue: EPOLLRDHUP.rawValue)
    /// Reported whether asked for or not.
    package static let failed = Readiness(rawValue: EPOLLERR.rawValue | EPOLLHUP.rawValue)
}
