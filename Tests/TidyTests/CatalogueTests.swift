import Foundation
import TestSupport
import Testing

/// The pages hold together: links lead somewhere, and no page grows into a book.
@Suite struct CatalogueTests {
    private static let readmeBytesMax = 8_000
    private static let pageBytesMax = 15_000
    private let readme: ManualPage
    private let index: ManualPage
    private let pages: [ManualPage]

    init() throws {
        readme = try ManualPage.readme()
        index = try ManualPage.named("Documentation")
        pages = try ManualPage.all()
    }

    @Test func `README is read in five minutes, and each page has one subject`() {
        #expect(readme.text.utf8.count <= Self.readmeBytesMax)
        for page in pages { #expect(page.text.utf8.count <= Self.pageBytesMax, "\(page)") }
    }

    /// DocC takes the first as the title, the second as what lists say of the page.
    @Test func `each page begins with its title and one paragraph of what it is for`() {
        for page in pages {
            let start = page.text.split(separator: "\n", maxSplits: 3, omittingEmptySubsequences: false)
            #expect(start.count == 4 && start[0].hasPrefix("# ") && start[1].isEmpty, "\(page)")
            #expect(start[2].first?.isLetter == true && start[3].hasPrefix("\n"), "\(page)")
            #expect(Self.headings(page).filter { $0.level == 1 }.count == 1, "\(page)")
        }
        #expect(Set(pages.map(\.name)).count == pages.count, "DocC knows a page by its name alone")
    }

    @Test func `the index has every page, by its title`() {
        let listed = index.prose.matches(of: #/^- \[([^\]]+)\]\(([^)]+)\)/#.anchorsMatchLineEndings())
            .map { "\($0.2) \($0.1)" }
        let folder = index.path.dropLast("Documentation.md".count)
        let titles = pages.filter { $0.path != index.path }
            .map { "\($0.path.dropFirst(folder.count)) \(Self.headings($0)[0].text)" }
        #expect(listed.sorted() == titles.sorted())
    }

    @Test func `every link leads to a file, and to a heading of it`() throws {
        let others =
            [".github/SECURITY.md"] + (try SourceTree.paths(below: "Tests", endings: [".md"]))
            + (try SourceTree.paths(below: "fixtures", endings: [".md"]))
        let count = try (([readme] + pages).map(\.path) + others).map { try check(linksIn: try ManualPage(path: $0)) }
            .reduce(0, +)
        #expect(count > 100)
    }

    /// - Returns: how many there are.
    private func check(linksIn page: ManualPage) throws -> Int {
        let links = page.prose.matches(of: #/\]\(([^)\s]+)\)|^\[[^\]]+\]: (\S+)$/#.anchorsMatchLineEndings())
            .compactMap { $0.1 ?? $0.2 }
        let folder = SourceTree.root.appending(path: page.path).deletingLastPathComponent()
        for link in links where !link.hasPrefix("https://") {
            let parts = link.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
            let file =
                parts[0].isEmpty
                ? SourceTree.root.appending(path: page.path) : folder.appending(path: String(parts[0])).standardized
            #expect(FileManager.default.fileExists(atPath: file.path), "\(link) of \(page)")
            guard parts.count == 2 else { continue }
            let path = String(file.path.dropFirst(SourceTree.root.path.count + 1))
            let anchors = Self.headings(try ManualPage(path: path)).map { Self.anchor(of: $0.text) }
            #expect(anchors.contains(String(parts[1])), "\(link) of \(page)")
        }
        return links.count
    }

    @Test func `every path that a page names is there`() throws {
        let top = HouseRules.topLevel.union([".github", ".ci"]).joined(separator: "|")
        let path = try Regex("`((?:\(top))/[^`\\s…*]+)`", as: (Substring, Substring).self)
        for page in [readme] + pages {
            // X stands for a name that is to be made.
            for name in page.text.matches(of: path).map(\.output.1) where !name.contains("/X") {
                let file = SourceTree.root.appending(path: String(name))
                #expect(FileManager.default.fileExists(atPath: file.path), "\(name) of \(page)")
            }
        }
    }

    @Test func `the map has every target, and no other`() throws {
        let rows = try ManualPage.named("Design/Architecture").text
            .matches(of: #/^\| [0-9]? ?\| ([^|]+) \| [^|]+ \|$/#.anchorsMatchLineEndings())
        let names = rows.flatMap { $0.1.matches(of: #/`(\w+)`/#).map { String($0.1) } }
        let rooms = Manifest(try SourceTree.text("Package.swift")).rooms
        #expect(names.sorted() == rooms.map(\.name).sorted())
    }

    private static func headings(_ page: ManualPage) -> [(level: Int, text: String)] {
        let shown = page.text.replacing(#/(?s)^```.*?^```$/#.anchorsMatchLineEndings(), with: "")
        return shown.matches(of: #/^(#+) (.+)$/#.anchorsMatchLineEndings()).map { ($0.1.count, String($0.2)) }
    }

    /// As GitHub and most others make it of a heading.
    private static func anchor(of heading: String) -> String {
        let characters = heading.lowercased().compactMap { character -> Character? in
            if character == " " { return "-" }
            return character.isLetter || character.isNumber || "-_".contains(character) ? character : nil
        }
        return String(characters)
    }
}
