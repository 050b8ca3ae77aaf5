import ArgumentParser
import ClientSetup
import Files
import HTTPClient
import HTTPCore
import Transport

/// `localtenant health`: for probes.
struct Health: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "health", abstract: "Ask a running server whether it is healthy.",
        usage: "localtenant health [<url>] [<options>]",
        discussion: """
            Exit status 0 when it is, 1 when not, with one line that says so. Without a URL it asks the server of \
            LOCALTENANT_URL, or of LOCALTENANT_HOST and LOCALTENANT_PORT, or http://127.0.0.1:4664. Over https it \
            trusts the CA and nobody else.

              HEALTHCHECK --interval=2s CMD ["localtenant", "health"]
            """)

    @Argument(help: ArgumentHelp("Such as http://127.0.0.1:4664.", valueName: "url"))
    var url: String?
    @Option(help: ArgumentHelp("For the whole exchange.", valueName: "seconds"))
    var timeout = 3.0
    @Option(
        help: ArgumentHelp("The CA to trust over https; by default the one serve keeps.", valueName: "path"),
        completion: .file())
    var caFile: String?
    @Option(help: ArgumentHelp("Ask the server that wrote this ready file.", valueName: "path"), completion: .file())
    var readyFile: String?

    private static let path = "/__admin/health"

    func run() throws {
        let deadline = Deadline(after: Int64(try Bounds.milliseconds(timeout, "--timeout")))
        let facts = try Whereabouts.facts(url: url, authorityFile: caFile, readyFile: readyFile)
        let place = facts.url
        let target = HTTPURL(isSecure: place.isSecure, host: place.host, port: place.port, path: Health.path)
        do throws(HTTPClientError) {
            let trusted = try Whereabouts.authority(of: facts)
            let answer = try HTTPClient.get(target, trustedPEM: trusted, until: deadline)
            guard answer.status.code == 200 else {
                throw HTTPClientError("\(Health.path) is answered with \(answer.status.code)")
            }
            guard String(decoding: answer.body, as: UTF8.self).contains(#""status":"healthy""#) else {
                throw HTTPClientError("what answers there is no server of ours")
            }
            print("healthy: \(place.origin)")
        } catch {
            throw Failure.exit("unhealthy: \(place.origin): \(error)")
        }
    }
}
