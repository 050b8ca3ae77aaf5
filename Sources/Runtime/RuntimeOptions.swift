/// How the code of actions is run.
package struct RuntimeOptions: Sendable {
    /// Where code may connect to.
    package enum Network: String, CaseIterable, Sendable {
        case loopback, none, all
    }

    /// Paths of Node programs; empty: `node` of the path.
    package var nodes: [String] = []
    /// Where packages are; nil: code has none. Nothing is ever installed.
    package var packagesFolder: String?
    package var network = Network.loopback
    /// Milliseconds that one execution may take, all actions together (actions runtime reference 7).
    package var timeout: Int64 = 20_000
    /// What code may hold of objects, in megabytes; of buffers it may hold as much again, and what Node itself needs.
    package var heapMegabytes = 128
    /// Executions at once; more wait.
    package var countMax = 8
    /// Executions that wait; more are refused.
    package var waitingMax = 100

    package init() {}

    /// What a process may allocate (`RLIMIT_DATA`): Node's own needs, the heap, and as much of buffers.
    var dataBytes: UInt64 { UInt64(512 + 2 * heapMegabytes) * 1024 * 1024 }
    /// Bytes of the console that are kept of an execution (actions runtime reference 7).
    static let logBytesMax = 256 * 1024
    /// Bytes that a process may send: console, calls and outcome.
    static let answerBytesMax = 8 * 1024 * 1024
    /// Milliseconds from the start of a process to its readiness.
    static let startTime: Int64 = 10_000
    /// Seconds that a spare process waits for something to run.
    static let spareSeconds = 60
}
