/// Answers of one round of events, one behind the other in one buffer, to be sent in a row.
///
/// Sending each as it is made wakes its receiver each time; in a row, receivers are still awake from the one before.
/// Measured with 64 connections: a tenth less CPU per request, and a lower p99.
///
/// What it holds changes in short steps that nothing else happens in, so that the compiler need not have each of them
/// checked at run time for falling into another.
final class Outbox {
    private struct Letter {
        let connection: Connection
        /// Where its bytes begin; they end where the next letter's begin.
        let start: Int
        /// Input that may be looked at once the bytes are sent.
        let unreadInput: [UInt8]
    }

    private var bytes: [UInt8] = []
    private var letters: [Letter] = []
    /// Empty; they take turns with those that are being sent.
    private var spareBytes: [UInt8] = []
    private var spareLetters: [Letter] = []
    private var isSending = false
    private let willSend: () -> Void
    private static let lettersMax = 64

    /// - Parameter willSend: called before letters are sent.
    init(willSend: @escaping () -> Void) {
        self.willSend = willSend
    }

    /// Where the next letter begins.
    var byteCount: Int { bytes.count }

    /// Has `body` append to the bytes; it must not come back here.
    @inline(__always)
    func append(_ body: (inout [UInt8]) -> Void) {
        // Taken out while they change: see above.
        var output: [UInt8] = []
        swap(&output, &bytes)
        body(&output)
        // Our bug if it fails: what came in between would be lost.
        assert(bytes.isEmpty, "appended to the outbox within an append")
        swap(&output, &bytes)
    }

    /// Addresses everything that was appended from `start` on.
    func address(from start: Int, to connection: Connection, unreadInput: [UInt8]) {
        var all: [Letter] = []
        swap(&all, &letters)
        all.append(Letter(connection: connection, start: start, unreadInput: unreadInput))
        swap(&all, &letters)
        // It is better to send than to gather more.
        if letters.count >= Outbox.lettersMax || bytes.count >= ServerConfiguration.outputBytesMax { deliver() }
    }

    /// Hands each letter with its bytes to its connection, until there are none: input that waited for an answer to go
    /// may bring up new answers. What is addressed meanwhile is sent by the call that is at it, not on top of it.
    func deliver() {
        guard !isSending else { return }
        isSending = true
        while !letters.isEmpty {
            willSend()
            var (sentBytes, sentLetters): ([UInt8], [Letter]) = ([], [])
            swap(&sentBytes, &spareBytes)
            swap(&sentLetters, &spareLetters)
            swap(&sentBytes, &bytes)
            swap(&sentLetters, &letters)
            Outbox.send(sentBytes, sentLetters)
            sentLetters.removeAll(keepingCapacity: true)
            sentBytes.removeAll(keepingCapacity: sentBytes.capacity <= 2 * ServerConfiguration.outputBytesMax)
            swap(&sentBytes, &spareBytes)
            swap(&sentLetters, &spareLetters)
        }
        isSending = false
    }

    private static func send(_ bytes: [UInt8], _ letters: [Letter]) {
        bytes.withUnsafeBytes { bytes in
            for index in letters.indices {
                let end = index + 1 < letters.count ? letters[index + 1].start : bytes.count
                letters[index].connection.send(
                    UnsafeRawBufferPointer(rebasing: bytes[letters[index].start..<end]),
                    unreadInput: letters[index].unreadInput)
            }
        }
    }
}
