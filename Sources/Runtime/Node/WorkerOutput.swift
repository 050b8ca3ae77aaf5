/// What came of one execution, as its process told it.
struct WorkerOutput: Sendable {
    enum End: Equatable, Sendable {
        /// It said all it had to say.
        case done
        case deadline
        case flood
        /// It ended before it was done.
        case ended(String)
        case notStarted(String)
    }

    /// Lines of JSON, in order.
    var lines: [[UInt8]] = []
    var end = End.done
    /// The version of Node; empty where none was started by us.
    var node = ""
    /// From the job's going out to the end.
    var milliseconds = 0.0
}
