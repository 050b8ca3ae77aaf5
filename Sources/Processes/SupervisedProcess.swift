import CLinux
import Glibc
package import Transport

/// A program that runs for us, in a session of its own, and with which we exchange lines: its descriptor 3 is one end
/// of a channel, and we hold the other. It has no environment, no other descriptors, and `/` as its folder.
///
/// Made, used and let go by one thread: the kernel kills the program when that thread ends, and so when this process
/// does, however it ends.
package struct SupervisedProcess: ~Copyable {
    /// How it ended.
    package enum End: Equatable, Sendable {
        case exited(Int32)
        case signalled(Int32)
        /// Somebody else took note of it.
        case unknown
    }

    /// Why there is no line.
    package enum Failure: Error, Equatable {
        case deadline
        /// A line, or all of them, are longer than allowed.
        case flood
        /// The program closed its end, or ended.
        case closed
    }

    private let number: pid_t
    private let channel: Int32
    private var unread: [UInt8] = []
    private var searched = 0
    private var bytesLeft: Int
    private var isOver = false

    /// Whoever asks for something else of the machine comes first.
    private static let niceness: Int32 = 5

    /// Starts it.
    ///
    /// - Parameters:
    ///   - program: its path.
    ///   - arguments: of the program, without its name.
    ///   - dataBytes: what it may allocate (`RLIMIT_DATA`, getrlimit(2)).
    ///   - bytesMax: what it may send in all.
    /// - Throws: when it cannot be started.
    package init(
        _ program: String, _ arguments: [String], dataBytes: UInt64, bytesMax: Int
    ) throws(CommandError) {
        var ends: [Int32] = [-1, -1]
        let type = Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue)
        guard unsafe socketpair(AF_UNIX, type, 0, &ends) == 0 else { throw CommandError(program, code: errno) }
        let child = unsafe CStrings.with([program] + arguments) { arguments in
            unsafe CStrings.with([]) { environment in
                unsafe localtenant_spawn(
                    program, arguments, environment, ends[1], dataBytes, SupervisedProcess.niceness)
            }
        }
        close(ends[1])
        guard child > 0 else {
            close(ends[0])
            throw CommandError(program, code: -child)
        }
        channel = ends[0]
        number = child
        bytesLeft = bytesMax
    }

    deinit {
        _ = close(channel)
        if !isOver { _ = SupervisedProcess.end(number) }
    }

    /// Sends all of `bytes`.
    package func send(_ bytes: [UInt8], until deadline: Deadline) throws(Failure) {
        var sent = 0
        while sent < bytes.count {
            try wait(for: POLLOUT, until: deadline)
            let count = unsafe bytes.withUnsafeBytes { bytes in
                let flags = Int32(MSG_NOSIGNAL) | Int32(MSG_DONTWAIT)
                return unsafe Glibc.send(channel, bytes.baseAddress.map { unsafe $0 + sent }, bytes.count - sent, flags)
            }
            if count > 0 { sent += count }
            if count < 0, errno != EAGAIN, errno != EINTR { throw .closed }
        }
    }

    /// The next line, without its end.
    package mutating func line(until deadline: Deadline) throws(Failure) -> [UInt8] {
        while true {
            if let end = unread[searched...].firstIndex(of: UInt8(ascii: "\n")) {
                let line = Array(unread[..<end])
                unread.removeSubrange(...end)
                searched = 0
                return line
            }
            searched = unread.count
            try receive(until: deadline)
        }
    }

    private mutating func receive(until deadline: Deadline) throws(Failure) {
        try wait(for: POLLIN, until: deadline)
        let count = unsafe withUnsafeTemporaryAllocation(byteCount: 64 * 1024, alignment: 1) { buffer in
            let count = unsafe recv(channel, buffer.baseAddress, buffer.count, Int32(MSG_DONTWAIT))
            if count > 0 { unsafe unread.append(contentsOf: buffer[..<count]) }
            return count
        }
        guard count != 0 else { throw .closed }
        if count < 0 {
            guard errno == EAGAIN || errno == EINTR else { throw .closed }
            return
        }
        bytesLeft -= count
        if bytesLeft < 0 { throw .flood }
    }

    private func wait(for events: Int32, until deadline: Deadline) throws(Failure) {
        while true {
            var entry = pollfd(fd: channel, events: Int16(events), revents: 0)
            let count = unsafe poll(&entry, 1, Int32(clamping: deadline.millisecondsLeft))
            if count > 0 { return }
            if count == 0 { throw .deadline }
            guard errno == EINTR else { throw .closed }
        }
    }

    /// How it ended, of its own: for one whose channel is closed. It is killed if it goes on.
    package mutating func end(within milliseconds: Int64) -> End {
        let descriptor = localtenant_watch_process(number)
        if descriptor >= 0 {
            var entry = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
            _ = unsafe poll(&entry, 1, Int32(clamping: milliseconds))
            close(descriptor)
        }
        let end = SupervisedProcess.reaped(number, WNOHANG) ?? SupervisedProcess.end(number)
        isOver = true
        return end
    }

    /// Kills it with all that it started, and waits for its end.
    private static func end(_ number: pid_t) -> End {
        kill(-number, SIGKILL)
        kill(number, SIGKILL)
        return reaped(number, 0) ?? .unknown
    }

    private static func reaped(_ number: pid_t, _ options: Int32) -> End? {
        while true {
            var status: Int32 = 0
            let ended = unsafe waitpid(number, &status, options)
            if ended == 0 { return nil }
            if ended < 0 {
                if errno == EINTR { continue }
                return .unknown
            }
            let signal = status & 0x7F
            return signal == 0 ? .exited(status >> 8 & 0xFF) : .signalled(signal)
        }
    }
}
