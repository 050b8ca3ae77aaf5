import ArgumentParser
import ClientSetup
import Dispatch
import Emulator
import Files
import Formats
import HTTPClient
import HTTPCore
import HTTPServer
import JSON
import Logging
import Processes
import Runtime
import Transport

/// `localtenant run`: a trigger's actions, once, from a shell.
struct Run: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run", abstract: "Run the actions of a trigger and print what they did.",
        usage: "localtenant run <trigger> [<options>]",
        discussion: """
            Runs them in the order of their bindings, with a sample event that --event is laid over, and prints the \
            calls they made and what came of them as JSON. With --seed no server is needed.

              localtenant run post-login --seed tenant.yaml --event login.json --expect outcome.json
              localtenant run post-login --action "Add roles" --draft

            Exit status 0 when all ran without an error, or when the result is what --expect holds; 1 when not, with a \
            line for each difference; 2 when nothing was run.
            """)

    @Argument(help: ArgumentHelp("Such as post-login.", valueName: "trigger"))
    var trigger: String
    @Option(
        help: ArgumentHelp("A JSON file with what differs from the sample event.", valueName: "path"),
        completion: .file())
    var event: String?
    @Flag(help: "Drafts rather than what is deployed.")
    var draft = false
    @Option(
        help: ArgumentHelp(
            "Name or id of an action in the place of those that are bound; repeatable.",
            valueName: "action"))
    var action: [String] = []
    @Option(
        help: ArgumentHelp(
            "A JSON file with what the result must hold: members that it does not name may be anything.",
            valueName: "path"), completion: .file())
    var expect: String?
    @Option(
        help: ArgumentHelp(
            "What the tenant holds, as serve --seed takes it, in the place of a server; repeatable.",
            valueName: "path"), completion: .file())
    var seed: [String] = []
    @OptionGroup(title: "The server")
    var server: ServerOptions
    @Option(help: ArgumentHelp("The token that the server's own calls ask for.", valueName: "token"))
    var adminToken: String?
    @OptionGroup(title: "Actions, with --seed")
    var actions: ActionOptions

    /// What keeps anything from being run.
    private static let nothingRun: Int32 = 2
    private static let bytesMax = 64 * 1024 * 1024

    func run() throws {
        let request = try self.request()
        let expected = try expect.map { try Run.document($0) }
        let result: JSONTree
        if seed.isEmpty {
            result = try answer(to: request, by: try server.facts())
        } else {
            result = try withServer { try answer(to: request, by: $0) }
        }
        if case .source(let value) = result { print(IndentedJSON.text(value), terminator: "") }
        guard let expected else { return try Run.tell(result) }
        let differences = RunExpectation.differences(result, from: expected)
        for line in differences { StandardError.writeLine("localtenant: \(line)") }
        if !differences.isEmpty { throw ExitCode.failure }
    }

    private func request() throws -> JSONTree {
        var request: JSONTree = ["trigger": .string(trigger)]
        if let event { request["event"] = try Run.document(event) }
        if draft { request["draft"] = true }
        if !action.isEmpty { request["actions"] = .array(action.map { .string($0) }) }
        return request
    }

    private static func document(_ path: String) throws -> JSONTree {
        do {
            guard let bytes = try SmallFile.contents(path, bytesMax: bytesMax) else {
                throw Failure.exit("there is no file \(path)", status: nothingRun)
            }
            return .source(try JSONParser.parse(bytes))
        } catch let error as ExitCode {
            throw error
        } catch {
            throw Failure.exit("\(path): \(error)", status: nothingRun)
        }
    }

    /// A server for this one call, on a port that nobody knows.
    private func withServer<Result>(_ body: (ServerFacts) throws -> Result) throws -> Result {
        guard let address = SocketAddress(host: "127.0.0.1", port: 0) else { throw ExitCode(Run.nothingRun) }
        var configuration = EmulatorConfiguration(server: ServerConfiguration(address: address, loopCount: 1))
        configuration.tls = .off
        configuration.logLevel = .warning
        configuration.seeds = seed
        configuration.runtime = try actions.options()
        let application: EmulatorApplication
        do throws(EmulatorError) {
            application = try EmulatorApplication(configuration)
        } catch {
            throw Failure.exit(error, status: Run.nothingRun)
        }
        defer {
            let finished = DispatchSemaphore(value: 0)
            application.whenFinished { finished.signal() }
            application.drain()
            finished.wait()
        }
        guard let url = HTTPURL(application.url) else { throw ExitCode(Run.nothingRun) }
        return try body(ServerFacts(url: url, authorityFile: nil))
    }

    private func answer(to request: JSONTree, by facts: ServerFacts) throws -> JSONTree {
        let place = facts.url
        let target = HTTPURL(isSecure: place.isSecure, host: place.host, port: place.port, path: "/__admin/runs")
        var fields = [(name: "content-type", value: "application/json")]
        if let token = adminToken ?? ProcessEnvironment.value("LOCALTENANT_ADMIN_TOKEN") {
            fields.append((name: "authorization", value: "Bearer \(token)"))
        }
        // The server knows better when a run has taken too long.
        let deadline = Deadline(after: 24 * 3_600 * 1_000)
        do throws(HTTPClientError) {
            let answer = try HTTPClient.post(
                target, fields, request.bytes, trust: HTTPClient.Trust(pem: try Whereabouts.authority(of: facts)),
                upTo: Run.bytesMax, until: deadline)
            let tree = JSONTree(bytes: answer.body)
            guard answer.status.code == 200, tree["status"] != nil else {
                throw HTTPClientError(
                    tree["message"]?.string ?? "\(target.path) is answered with \(answer.status.code)")
            }
            return tree
        } catch {
            throw Failure.exit(error, status: Run.nothingRun)
        }
    }

    /// Errors of actions, a line each.
    private static func tell(_ result: JSONTree) throws {
        let failed = (result["actions"]?.items ?? []).filter { $0["error"] != nil }
        for action in failed {
            let error = action["error"]
            StandardError.writeLine(
                "localtenant: \(action["name"]?.string ?? ""): \(error?["name"]?.string ?? "Error"): "
                    + "\(error?["message"]?.string ?? "")")
        }
        for warning in result["warnings"]?.strings ?? [] { StandardError.writeLine("localtenant: \(warning)") }
        if !failed.isEmpty { throw ExitCode.failure }
    }
}
