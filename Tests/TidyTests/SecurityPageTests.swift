import Foundation
import TestSupport
import Testing

/// `.github/SECURITY.md` says what is so.
@Suite struct SecurityPageTests {
    private let page: String

    init() throws {
        page = try SourceTree.text(".github/SECURITY.md")
    }

    /// The rows of the table below a heading, as cells; without the head of the table.
    private func rows(below heading: String) throws -> [[String]] {
        let start = try #require(page.range(of: "\n## \(heading)\n")).upperBound
        let section = page[start...].components(separatedBy: "\n## ")[0]
        let lines = section.split(separator: "\n").filter { $0.hasPrefix("|") }.dropFirst(2)
        return lines.map { line in
            line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
        }
    }

    @Test func `each threat has tests, and each of them exists`() throws {
        let sources = try SourceTree.files(below: "Tests", endings: [".swift"]).flatMap(\.lines)
        let names = Set(sources.compactMap { line in line.firstMatch(of: /func `([^`]+)`\(/).map { String($0.1) } })
        let threats = try rows(below: "Threats")
        #expect(threats.count > 20)
        for threat in threats {
            try #require(threat.count == 3, "\(threat)")
            let named = threat[2].matches(of: /`([^`]+)`/).map { String($0.1) }
            #expect(!named.isEmpty, "\(threat[0])")
            for name in named { #expect(names.contains(name), "no test is called: \(name)") }
        }
    }

    @Test func `the dependencies are those of the package, in these versions, each with its reason`() throws {
        let manifest = try SourceTree.text("Package.swift")
        let packages = manifest.matches(of: /\.package\(url: "[^"]*\/([^"\/]+)", exact: "([^"]+)"/).map {
            "\($0.1) \($0.2)"
        }
        let libraries = manifest.matches(of: /\.systemLibrary\([^\n]*\.apt\(\["([^"]+)"\]\)/).map { String($0.1) }
        #expect(packages.count == manifest.matches(of: /\.package\(/).count && libraries.count == 3)
        let listed = try rows(below: "Dependencies")
        let names = packages.map { String($0.split(separator: " ")[0]) } + libraries
        #expect(listed.map { $0[0] }.sorted() == names.sorted())
        for package in packages { #expect(listed.contains { "\($0[0]) \($0[1])" == package }, "\(package)") }
        #expect(listed.allSatisfy { $0.count == 3 && $0[2].count > 10 })
    }
}
