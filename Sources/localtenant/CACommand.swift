import ArgumentParser
import ClientSetup
import Emulator
import Files

/// `localtenant ca`: the authority that clients are to trust.
struct CACommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ca", abstract: "Print where the CA's certificate is, or the certificate.",
        discussion: """
            The CA is made where there is none yet, as serve would make it.

              curl --cacert "$(localtenant ca)" https://localhost:4664/__admin/health
            """)

    @Flag(name: .customLong("print"), help: "Print the certificate as PEM instead of its path.")
    var printsCertificate = false
    @Flag(help: "Print how to have systems and programs trust it.")
    var installHint = false
    @Option(
        help: ArgumentHelp(
            "Folder that keeps the CA, as of serve; by default the user's data directory, or LOCALTENANT_CA_DIR.",
            valueName: "path"), completion: .directory)
    var caDir: String?

    func validate() throws {
        guard !printsCertificate || !installHint else { throw ValidationError("--print or --install-hint, not both.") }
    }

    func run() throws {
        let folder = TLSConfiguration.AuthorityFolder(option: caDir)
        guard let file = folder.certificateFile else {
            throw Failure.exit("a CA in memory is its server's alone: fetch it from /__admin/ca.pem there")
        }
        do throws(EmulatorError) {
            let certificate = try folder.certificatePEM()
            if printsCertificate {
                print(String(decoding: certificate, as: UTF8.self), terminator: "")
            } else {
                print(installHint ? TrustHints.text(file) : file, terminator: installHint ? "" : "\n")
            }
        } catch {
            throw Failure.exit(error)
        }
    }
}
