import ArgumentParser
import ClientSetup

/// Which running server a command is about.
struct ServerOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The server; by default that of LOCALTENANT_URL, or of LOCALTENANT_HOST and LOCALTENANT_PORT, or "
                + "http://127.0.0.1:4664.", valueName: "url"))
    var url: String?
    @Option(
        help: ArgumentHelp("The CA to trust; by default the one serve keeps.", valueName: "path"), completion: .file())
    var caFile: String?
    @Option(
        help: ArgumentHelp("Take URL and CA from this ready file of serve.", valueName: "path"), completion: .file())
    var readyFile: String?

    func facts() throws -> ServerFacts {
        try Whereabouts.facts(url: url, authorityFile: caFile, readyFile: readyFile)
    }
}
