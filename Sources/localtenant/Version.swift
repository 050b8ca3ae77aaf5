import ArgumentParser
import Emulator

/// `localtenant version`: what `--version` says.
struct Version: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "version", abstract: "Print name and version.")

    static let text = "localtenant \(EmulatorApplication.version)"

    func run() {
        print(Version.text)
    }
}
