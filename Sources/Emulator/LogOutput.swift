import Glibc
import Synchronization

/// Where log lines go: whole lines, one after the other, and no wait without an end.
///
/// A pipe that nobody reads would hold its writer for ever, and with it all connections of a loop. So a line waits for
/// room a moment only; then it is lost, and so is, without a wait, every one after it until there is room again. The
/// first line that is written then says how many are missing.
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

    /// - Parameters:
    ///   - descriptor: open for as long as this lives; it may block.
    ///   - patience: how long a line waits for a reader, milliseconds.
    package init(descriptor: Int32, patience: Int32 = 100) {
        self.descriptor = descriptor
        self.patience = patience
    }

    /// Writes one line, or counts it as lost.
    ///
    /// - Parameters:
    ///   - line: with its line feed.
    ///   - lossReport: the line that tells how many were lost.
    package func write(_ line: [UInt8], lossReport: (Int) -> [UInt8]) {
        state.withLock { state in
            if state.lost > 0 {
                // Only what can be written now: a reader that has been gone for long is not waited for at each line.
                if put(lossReport(state.lost), patience: 0, &state) { state.lost = 0 }
            }
            guard state.lost == 0, put(line, patience: patience, &state) else {
                state.lost += 1
                return
            }
        }
    }

    /// - Returns: whether all of it was written. What is refused, as by a full disk, is as lost as what is not read.
    private func put(_ line: [UInt8], patience: Int32, _ state: inout State) -> Bool {
        let line = state.isCut ? [0x0A] + line : line
        let written = unsafe line.withUnsafeBytes { bytes in
            var written = 0
            while written < bytes.count {
                let count = unsafe write(UnsafeRawBufferPointer(rebasing: bytes[written...]), patience: patience)
                guard count > 0 else { break }
                written += count
            }
            return written
        }
        if written > 0 { state.isCut = written < line.count }
        return written == line.count
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
