import ArgumentParser
import Emulator
import Tenancy

/// `localtenant seed`: what can be done with seeds without a server.
struct SeedCommands: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "seed", abstract: "Work with what tenants begin with.", subcommands: [SeedCheckCommand.self])
}

/// `localtenant seed check`: whether `serve --seed` would take these.
struct SeedCheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Read seeds as serve --seed would, and say what is wrong.",
        discussion: """
            Exit status 0 and one line with what there is; or 1, with a line for each seed on standard error: file, \
            line, field and reason. What is left out of a seed that is taken has a line there too. A seed may refer \
            to those before it.

              localtenant seed check fixtures/seeds tenant.yaml

            Keywords of the deploy CLI are replaced by AUTH0_KEYWORD_REPLACE_MAPPINGS, as by serve. Fields of \
            YAML are named without a line.
            """)

    @Argument(
        help: ArgumentHelp(
            "A JSON file, a folder of them, or a configuration of the deploy CLI (tenant.yaml, or its folder).",
            valueName: "path"), completion: .file())
    var paths: [String]

    func run() throws {
        let check: SeedCheck
        do throws(EmulatorError) {
            check = try SeedCheck(paths)
        } catch {
            throw Failure.exit(error)
        }
        for result in check.results {
            for note in result.notes { StandardError.writeLine("localtenant: \(result.file): \(note)") }
        }
        guard check.results.contains(where: { $0.error != nil }) else {
            return print(SeedCheckCommand.summary(check))
        }
        for result in check.results {
            StandardError.writeLine("localtenant: \(SeedCheckCommand.line(result))")
        }
        throw ExitCode.failure
    }

    private static func line(_ result: SeedCheck.Result) -> String {
        switch result.error {
        case nil: "\(result.file): ok"
        case .seed(let place, let reason)?: "\(place): \(reason)"
        case let error?: "\(error)"
        }
    }

    private static func summary(_ check: SeedCheck) -> String {
        let (tenant, content) = (check.tenant, check.tenant.content)
        let counts = [
            (check.results.count, "seed"), (content.modules.count, "module"),
            (content.modules.reduce(0) { $0 + $1.versions.count }, "module version"),
            (content.actions.count, "action"), (content.actions.count { $0.deployedVersion != nil }, "deployed action"),
            (content.bindings.values.joined().count, "binding"), (tenant.settings.clients.count, "registered client"),
            (check.objectCount, "object"),
        ]
        return "ok: " + counts.map { "\($0) \($1)\($0 == 1 ? "" : "s")" }.joined(separator: ", ")
    }
}
