import Foundation
import TestSupport
import Testing

/// What `make sbom` writes: a bill of materials as CycloneDX 1.5 has it.
extension Programs {
    @Suite(
        .serialized, .enabled(if: FileManager.default.fileExists(atPath: "/usr/bin/dpkg-query"), "this is no Debian"))
    struct SBOMTests {
        private struct Bill: Decodable, Equatable {
            struct Component: Decodable, Equatable {
                let type: String
                let reference: String
                let name: String
                let version: String
                let purl: String

                enum CodingKeys: String, CodingKey {
                    case type, name, version, purl
                    case reference = "bom-ref"
                }
            }

            struct Metadata: Decodable, Equatable {
                let component: Component
                let timestamp: String?
            }

            struct Dependency: Decodable, Equatable {
                let ref: String
                let dependsOn: [String]
            }

            let bomFormat: String
            let specVersion: String
            let version: Int
            let metadata: Metadata
            let components: [Component]
            let dependencies: [Dependency]
        }

        /// Without the package manager, which waits for the run of the tests to end.
        private static let tree = """
            {"name":"localtenant","url":"/","version":"unspecified","dependencies":[
              {"identity":"b","name":"b","url":"https://example.com/b.git","version":"2.0.0","dependencies":[
                {"identity":"a","name":"a","url":"https://example.com/a","version":"1.0.0+x","dependencies":[]}]}]}
            """

        /// Made once: it takes seconds.
        private static let first = Result { try bill() }

        private static func bill(_ environment: [String: String] = [:]) throws -> String {
            let folder = try TemporaryFolder()
            try Data(tree.utf8).write(to: URL(filePath: "\(folder.path)/tree.json"))
            let result = try run(
                [
                    "python3", PackageFolder.root.appending(path: "Tests/sbom.py").path, RunningProgram.executable.path,
                    "--tree", "\(folder.path)/tree.json",
                ], environment: environment)
            try #require(result.status == 0, "\(result.output)")
            return result.output
        }

        @Test func `the bill of materials is whole and well-formed`() throws {
            let bill = try JSONDecoder().decode(Bill.self, from: Data(Self.first.get().utf8))
            #expect(bill.bomFormat == "CycloneDX" && bill.specVersion == "1.5" && bill.version == 1)
            #expect(bill.metadata.timestamp == nil)
            let all = bill.components + [bill.metadata.component]
            for component in all {
                #expect(["application", "library"].contains(component.type))
                #expect(!component.name.isEmpty && !component.version.isEmpty && component.version != "unknown")
                #expect(
                    component.purl.contains(/^pkg:[a-z]+\/[\w.%\/-]+@[\w.%~-]+(\?[\w=&.-]+)?$/), "\(component.purl)")
            }
            let references = all.map(\.reference)
            #expect(Set(references).count == references.count)
            // Everything is part of the graph, and everything in the graph is there.
            #expect(Set(bill.dependencies.map(\.ref)) == Set(references))
            #expect(bill.dependencies.flatMap(\.dependsOn).allSatisfy(references.contains))
            let edge = bill.dependencies.first { $0.ref == "pkg:swift/example.com/b@2.0.0" }
            #expect(edge?.dependsOn == ["pkg:swift/example.com/a@1.0.0%2Bx"])
            let version = try run([RunningProgram.executable.path, "--version"]).output
            #expect(version == "\(bill.metadata.component.name) \(bill.metadata.component.version)\n")
        }

        /// What the package's targets link is told with the version of its package.
        @Test func `the libraries of C are in it`() throws {
            let names = try JSONDecoder().decode(Bill.self, from: Data(Self.first.get().utf8)).components.map(\.name)
            for library in ["libssl", "libnghttp2", "libyaml", "libc6"] {
                #expect(names.contains { $0.hasPrefix(library) }, "\(library) in \(names)")
            }
        }

        @Test func `it is the same each time, and has a time only if one is given`() throws {
            #expect(try Self.bill() == Self.first.get())
            let dated = try JSONDecoder().decode(
                Bill.self, from: Data(Self.bill(["SOURCE_DATE_EPOCH": "1767225600"]).utf8))
            #expect(dated.metadata.timestamp == "2026-01-01T00:00:00Z")
        }
    }
}
