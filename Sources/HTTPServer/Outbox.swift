/// Answers of one round of events, one behind the other in one buffer, to be sent in a row.
///
/// Sending each as it is made wakes its receiver each time; in a row, receivers are still awake from the one before.
/// Measured with 64 connections: a tenth less CPU per request, and a lower p99.
struct Outbox {
    struct Letter {
        let connection: Connection
        /// Where its bytes begin; they end where the next letter's begin.
        let start: Int
        /// Input that may be looked at once the bytes are sent.
        let unreadInput: [UInt8]
    }

    var bytes: [UInt8] = []
    private var letters: [Letter] = []
    private static let lettersMax = 64

    var isEmpty: Bool { letters.isEmpty }

    /// True when it is better to send than to gather more.
    var isFull: Bool { letters.count >= Outbox.lettersMax || bytes.count >= ServerConfiguration.outputBytesMax }

    /// Hands out the bytes for somebody to append to, who sets them again.
    mutating func takeBytes() -> [UInt8] {
        defer { bytes = [] }
        return bytes
    }

    /// Addresses everything in `bytes` from `start` on.
    mutating func address(from start: Int, to connection: Connection, unreadInput: [UInt8]) {
        letters.append(Letter(connection: connection, start: start, unreadInput: unreadInput))
    }

    /// Hands each letter with its bytes to its connection.
    func deliver() {
        bytes.withUnsafeBytes { bytes in
            for (index, letter) in letters.enumerated() {
                let end = index + 1 < letters.count ? letters[index + 1].start : bytes.count
                letter.connection.send(
                    UnsafeRawBufferPointer(rebasing: bytes[letter.start..<end]), unreadInput: letter.unreadInput)
            }
        }
    }

    /// Keeps the buffer for the next round, unless it has become large.
    mutating func removeAll() {
        letters.removeAll(keepingCapacity: true)
        bytes.removeAll(keepingCapacity: bytes.capacity <= 2 * ServerConfiguration.outputBytesMax)
    }
}
