import Glibc
import Synchronization

/// Where log lines go: whole lines, one after the other, and no wait without an end.
///
/// A pipe that nobody reads would hold its writer for ever, and with it all connections of a loop. So a line waits for
/// room a moment only; then it is lost, and so is, without a wait, every one after it until there is room again. The
/// first line that is written then says how many are missing.
///
/// Lines may be gathered, since each write is a system call, or two: those that wait go out together, before any other.
package final class LogOutput: Sendable {
    private struct State {
        /// Lines that could not be written since one could.
        var lost = 0
        /// The last line was written in part; the next one must not go on in it.
        var isCut = false
    }

    private let descriptor: Int32
    private let patience: Int32
    private let state = Mutex(State())
    /// Has a lock of its own, so that a slow reader holds only who writes. It is taken within that of the state, never
    /// around it.
    private let gathered = Mutex(LogLines())

    /// - Parameters:
    ///   - descriptor: open for as long as this lives; it may block.
    ///   - patience: how long a line waits for a reader, milliseconds.
    package init(descriptor: Int32, patience: Int32 = 100) {
        self.descriptor = descriptor
        self.patience = patience
    }

    /// Writes what was gathered and one line more, or counts them as lost.
    ///
    /// - Parameters:
    ///   - line: with its line feed.
    ///   - lossReport: the line that tells how many were lost.
    package func write(_ line: [UInt8], lossReport: (Int) -> [UInt8]) {
        state.withLock { state in
            putGathered(&state, lossReport)
            put(line, &state, lossReport)
        }
    }

    /// Keeps a line for the next `flush`, which comes by itself when they get many.
    ///
    /// - Parameter append: appends one line, with its line feed.
    func gather(lossReport: (Int) -> [UInt8], _ append: (inout LogLines) -> Void) {
        let isEnough = gathered.withLock { lines in
            append(&lines)
            return lines.bytes.count >= LogOutput.gatheredBytesMax
        }
        if isEnough { flush(lossReport: lossReport) }
    }

    /// Writes what was gathered. When it returns, no line that was gathered before still waits.
    func flush(lossReport: (Int) -> [UInt8]) {
        state.withLock { putGathered(&$0, lossReport) }
    }

    /// One line more is still written at once.
    private static let gatheredBytesMax = Int(PIPE_BUF) - 512

    private func putGathered(_ state: inout State, _ lossReport: (Int) -> [UInt8]) {
        let lines = gathered.withLock { $0.take() }
        guard !lines.isEmpty else { return }
        put(lines, &state, lossReport)
        gathered.withLock { $0.giveBack(lines) }
    }

    /// Writes lines, or counts them as lost.
    private func put(_ lines: [UInt8], _ state: inout State, _ lossReport: (Int) -> [UInt8]) {
        if state.lost > 0 {
            let report = lossReport(state.lost)
            // Only what can be written now: a reader that has been gone for long is not waited for at each line.
            if put(report, patience: 0, &state) == report.count { state.lost = 0 }
        }
        let written = state.lost == 0 ? put(lines, patience: patience, &state) : 0
        for byte in lines[written...] where byte == 0x0A { state.lost += 1 }
    }

    /// - Returns: how much of it was written. What is refused, as by a full disk, is as lost as what is not read.
    private func put(_ lines: [UInt8], patience: Int32, _ state: inout State) -> Int {
        let cut = state.isCut ? 1 : 0
        let bytes = state.isCut ? [0x0A] + lines : lines
        let written = unsafe bytes.withUnsafeBytes { bytes in
            var written = 0
            while written < bytes.count {
                let count = unsafe write(UnsafeRawBufferPointer(rebasing: bytes[written...]), patience: patience)
                guard count > 0 else { break }
                written += count
            }
            return written
        }
        if written > 0 { state.isCut = bytes[written - 1] != 0x0A }
        return max(0, written - cut)
    }

    /// Writes what there is room for.
    ///
    /// A pipe is ready once it takes `PIPE_BUF` bytes (POSIX write, poll), so that this much never blocks but for
    /// another process that writes into the same pipe and takes the room in between.
    ///
    /// - Returns: bytes written; 0 when there is no room, or no way to write.
    private func write(_ bytes: UnsafeRawBufferPointer, patience: Int32) -> Int {
        var entry = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        var ready: Int32
        repeat { ready = unsafe poll(&entry, 1, patience) } while ready < 0 && errno == EINTR
        guard ready > 0 else { return 0 }
        return unsafe max(0, Glibc.write(descriptor, bytes.baseAddress, min(bytes.count, Int(PIPE_BUF))))
    }
}
