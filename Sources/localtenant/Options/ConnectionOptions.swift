import ArgumentParser
import HTTPCore
import HTTPServer
import Transport

/// What a client may send, and how long it may take.
struct ConnectionOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Longest request line, in bytes (414).", valueName: "bytes"))
    var requestLineMax = 16_384
    @Option(help: ArgumentHelp("Largest header, in bytes (431).", valueName: "bytes"))
    var headerMax = 65_536
    @Option(help: ArgumentHelp("Most header fields (431).", valueName: "count"))
    var headerFieldsMax = 100
    @Option(help: ArgumentHelp("Largest body, in bytes (413).", valueName: "bytes"))
    var bodyMax = 1_048_576
    @Option(help: ArgumentHelp("Most connections at a time; more wait.", valueName: "count"))
    var connectionsMax = 10_000
    @Option(
        help: ArgumentHelp(
            "Most memory of requests and answers on their way; the connection with the most goes.", valueName: "bytes"))
    var heldBytes = 268_435_456
    @Option(help: ArgumentHelp("Close a connection without a request after this long.", valueName: "seconds"))
    var idleTimeout = 75.0
    @Option(help: ArgumentHelp("Longest time for a request's header (408).", valueName: "seconds"))
    var headerTimeout = 10.0
    @Option(help: ArgumentHelp("Longest time for 16 KiB of a body (408) or an answer.", valueName: "seconds"))
    var progressTimeout = 30.0
    @Option(help: ArgumentHelp("Longest wait for requests in flight at the end.", valueName: "seconds"))
    var drainTimeout = 10.0

    enum CodingKeys: String, CodingKey, CaseIterable {
        case requestLineMax, headerMax, headerFieldsMax, bodyMax, connectionsMax, heldBytes
        case idleTimeout, headerTimeout, progressTimeout, drainTimeout
    }

    func apply(to server: inout ServerConfiguration) throws {
        server.limits.requestLineBytesMax = try Bounds.within(
            64...Bounds.bytesMax, requestLineMax, "--request-line-max")
        server.limits.headerBytesMax = try Bounds.within(64...Bounds.bytesMax, headerMax, "--header-max")
        server.limits.fieldCountMax = try Bounds.atLeast(1, headerFieldsMax, "--header-fields-max")
        server.limits.bodyBytesMax = try Bounds.within(0...Bounds.bytesMax, bodyMax, "--body-max")
        server.connectionsMax = try Bounds.atLeast(1, connectionsMax, "--connections-max")
        server.heldBytesMax = try Bounds.atLeast(1, heldBytes, "--held-bytes")
        server.idleTimeout = try Bounds.milliseconds(idleTimeout, "--idle-timeout")
        server.headTimeout = try Bounds.milliseconds(headerTimeout, "--header-timeout")
        server.progressTimeout = try Bounds.milliseconds(progressTimeout, "--progress-timeout")
        server.drainTimeout = try Bounds.milliseconds(drainTimeout, "--drain-timeout")
    }
}
