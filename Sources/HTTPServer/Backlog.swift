/// Answers waiting to be sent, and input that waits for them to go.
final class Backlog {
    var output: [UInt8]
    var sent: Int
    /// Bytes sent when the deadline was set.
    var milestone: Int
    var input: [UInt8]

    init(output: [UInt8], sent: Int, input: [UInt8]) {
        self.output = output
        self.sent = sent
        self.input = input
        milestone = sent
    }

    var byteCount: Int { output.count + input.count }
}
