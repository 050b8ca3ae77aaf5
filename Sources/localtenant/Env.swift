import ArgumentParser
import ClientSetup
import Files
import Processes

/// `localtenant env`: what clients take from their environment to find a running server.
struct Env: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "env", abstract: "Print the variables that lead a client to a running server.",
        usage: "localtenant env <client> [<options>]",
        discussion: """
            AUTH0_DOMAIN, credentials, the server's URLs, and the variable by which this client learns of the CA. What \
            cannot be set so is told on standard error.

              eval "$(localtenant env python)"
              localtenant env terraform --format github >> "$GITHUB_ENV"

            SSL_CERT_FILE, REQUESTS_CA_BUNDLE and CURL_CA_BUNDLE take the place of the public authorities; Go and .NET \
            read SSL_CERT_FILE on Linux only. `localtenant exec` sets them to a file with both.
            """)

    @Argument(help: "What the variables are for.")
    var client: SDK
    @Option(help: "Form of the output.")
    var format = VariableFormat.sh
    @OptionGroup
    var server: ServerOptions
    @Option(
        help: ArgumentHelp(
            "AUTH0_CLIENT_ID; by default the one set where AUTH0_DOMAIN is this server's, as in exec, else "
                + "\(ClientEnvironment.anyClient.id): without --client of serve any will do.", valueName: "id"))
    var clientID: String?
    @Option(
        help: ArgumentHelp(
            "AUTH0_CLIENT_SECRET; by default the one that is set beside that client, else "
                + "\(ClientEnvironment.anyClient.secret).", valueName: "secret"))
    var clientSecret: String?

    func run() throws {
        let facts = try server.facts()
        if let file = facts.authorityFile, facts.httpsURL != nil, !SmallFile.exists(file) {
            StandardError.writeLine(
                "localtenant: there is no \(file) yet; `localtenant ca` or the first start makes it")
        }
        for note in ClientEnvironment.notes(for: client, facts, hasFile: { SmallFile.exists($0) }) {
            StandardError.writeLine("localtenant: \(note)")
        }
        let known = ClientEnvironment.credentials(for: facts, ProcessEnvironment.value)
        let id = clientID ?? known.id
        let secret = clientSecret ?? (id == known.id ? known.secret : ClientEnvironment.anyClient.secret)
        let variables =
            ClientEnvironment.all(for: client, facts, clientID: id, clientSecret: secret)
            + ClientEnvironment.audience(facts, ProcessEnvironment.value)
        print(format.text(variables), terminator: "")
    }
}

extension SDK: ExpressibleByArgument {}
extension VariableFormat: ExpressibleByArgument {}
