import Foundation
import TestSupport
import Testing

/// What the pages tell people to type, typed.
extension Programs {
    @Suite(.serialized) struct ListingTests {
        /// Commands that cannot be had on every machine, and what runs them, or stands for them, instead.
        private static let elsewhere = [
            "make": "Makefile", "docker": "Tests/image.sh", "kubectl": "Tests/image.sh",
            "a0deploy": "Tests/Clients/calls_deploy_cli.mjs", "auth0": "Tests/Clients/calls_auth0_cli.py",
        ]

        /// Commands of the pages as they are typed here: curl fails where it is refused, and there need be no pytest.
        private static let stand = [
            "curl": "PATH=${PATH#*:} exec curl -sS --fail \"$@\"",
            "pytest": "exec curl \"$LOCALTENANT_URL/__admin/health\"",
        ]

        /// Tests/Clients/run.py has the code of these.
        private static func isRunWithTheClients(_ page: ManualPage) -> Bool { page.path.contains("/Clients/") }

        private static func commands(_ page: ManualPage) -> [String] {
            page.listings.filter { $0.language == "sh" }.map(\.text).filter {
                firstWords($0).isDisjoint(with: elsewhere.keys)
            }
        }

        private static func firstWords(_ listing: String) -> Set<String> {
            Set(listing.split(separator: "\n").compactMap { $0.split(separator: " ").first.map(String.init) })
        }

        @Test func `every listing is typed here, or by somebody who is named`() throws {
            let pages = try [ManualPage.readme()] + ManualPage.all()
            let clients = try PackageFolder.text(PackageFolder.root.appending(path: "Tests/Clients/run.py"))
            for page in pages {
                for listing in page.listings {
                    #expect(
                        ["", "sh", "json", "yaml", "python", "js", "go", "java", "hcl"].contains(listing.language),
                        "\(page)")
                    guard Self.isRunWithTheClients(page) || page.name == "README", listing.language != "" else {
                        continue
                    }
                    let runner = "{page} \(page.name) \(listing.language) "
                    let isElsewhere = !Self.firstWords(listing.text).isDisjoint(with: Self.elsewhere.keys)
                    #expect(
                        isElsewhere || clients.contains(runner) || (page.name == "README" && listing.language == "sh"),
                        "\(page), \(listing.language)")
                }
            }
            for file in Self.elsewhere.values {
                #expect(FileManager.default.fileExists(atPath: PackageFolder.root.appending(path: file).path))
            }
        }

        @Test func `make has every word that a page names`() throws {
            let makefile = try PackageFolder.text(PackageFolder.root.appending(path: "Makefile"))
            for page in try [ManualPage.readme()] + ManualPage.all() {
                for word in page.text.matches(of: #/(?:`|^)make ([a-z-]+)/#.anchorsMatchLineEndings()) {
                    #expect(makefile.contains("\n\(word.1):"), "make \(word.1) of \(page)")
                }
            }
        }

        /// In the order of each page, in one folder; what serves is started by itself.
        @Test func `what the pages tell to type does what it says`() throws {
            let folder = try TemporaryFolder()
            try prepare(folder.path)
            let environment = [
                "XDG_DATA_HOME": folder.path, "HOME": folder.path, "GITHUB_ENV": folder.path + "/github.env",
            ]
            let program = try RunningProgram(["--log-level", "warning"], environment: environment)
            let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
            let node = Node.path.map { URL(filePath: $0).deletingLastPathComponent().path } ?? ""
            let programs = ["PATH": "\(folder.path)/bin:\(PackageFolder.products.path):\(path):\(node)"]
            let pages = try ([ManualPage.readme()] + ManualPage.all()).filter { page in
                // Actions take a Node.
                !Self.isRunWithTheClients(page) && (page.name != "Actions" || Node.path != nil)
            }
            var count = 0
            for page in pages {
                for listing in Self.commands(page) {
                    count += 1
                    if listing.hasPrefix("localtenant --") {
                        for line in listing.split(separator: "\n") { try serve(line, environment) }
                        continue
                    }
                    let script = listing.replacing(":4664", with: ":\(program.port)")
                        // Nobody sends what the listing waits for.
                        .replacing("&wait=5", with: "&wait=0")
                    // What leads others to the server would have `exec` serve there, too.
                    let port = listing.contains("localtenant exec") ? [:] : ["LOCALTENANT_PORT": "\(program.port)"]
                    let result = try run(
                        ["bash", "-c", "cd \(folder.path)\nset -e\n\(script)"],
                        environment: environment.merging(programs) { $1 }.merging(port) { $1 })
                    #expect(result.status == 0, "\(page): \(listing): \(result.output)")
                }
                // The next page knows nothing of this one.
                _ = try run(["curl", "-sS", "-X", "POST", program.url + "/__admin/reset?tenant=*"])
            }
            #expect(count > 25)
        }

        private func prepare(_ folder: String) throws {
            let manager = FileManager.default
            for name in ["bin", ".zfunc", ".config/fish/completions"] {
                try manager.createDirectory(atPath: "\(folder)/\(name)", withIntermediateDirectories: true)
            }
            try manager.createSymbolicLink(
                atPath: "\(folder)/fixtures", withDestinationPath: PackageFolder.fixtures.path)
            for (name, text) in Self.stand {
                try "#!/bin/sh\n\(text)\n".write(toFile: "\(folder)/bin/\(name)", atomically: true, encoding: .utf8)
                try manager.setAttributes([.posixPermissions: 0o755], ofItemAtPath: "\(folder)/bin/\(name)")
            }
        }

        /// Starts what a line starts, waits until it serves, and stops it.
        private func serve(_ line: Substring, _ environment: [String: String]) throws {
            let words = line.split(separator: " ").prefix { $0 != "#" }.dropFirst()
            let arguments = words.map {
                $0.hasPrefix("fixtures/") ? PackageFolder.root.appending(path: String($0)).path : String($0)
            }
            #expect(try RunningProgram(arguments, environment: environment).stop() == 0, "\(line)")
        }
    }
}
