import AdminPage
import Foundation
import HTTPCore
import TestSupport
import Testing

/// The page's files as they go to browsers.
@Suite struct PageAssetTests {
    private static let folder = PackageFolder.root.appending(path: "Sources/AdminPage/Assets")
    private static let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()) ?? []

    private func get(_ name: String, _ fields: [(String, String)] = []) throws -> HTTPResponse {
        try #require(PageAssets.named(name)).response(to: TestRequest.make(.get, "/", fields: fields))
    }

    @Test(arguments: names)
    func `every file is served as it is, with its type`(name: String) throws {
        let answer = try get(name)
        #expect(answer.status == .ok)
        #expect(answer.text == (try PackageFolder.text(Self.folder.appending(path: name))))
        let types = ["html": "text/html", "css": "text/css", "js": "text/javascript"]
        let type = try #require(types[String(name.split(separator: ".").last ?? "")])
        #expect(answer.value(of: "content-type") == "\(type); charset=utf-8")
    }

    @Test func `what is no file of the page is nothing`() {
        #expect(Self.names.count > 10)
        for name in ["", "nothing.js", "../PageAsset.swift", "index", "INDEX.HTML"] {
            #expect(PageAssets.named(name) == nil)
        }
    }

    @Test(arguments: names)
    func `browsers are told to trust nothing but these files`(name: String) throws {
        let answer = try get(name)
        let policy = try #require(answer.value(of: "content-security-policy")).split(separator: "; ")
        for rule in [
            "default-src 'none'", "script-src 'self'", "style-src 'self'", "connect-src 'self'", "base-uri 'none'",
            "form-action 'none'", "frame-ancestors 'none'", "require-trusted-types-for 'script'",
        ] {
            #expect(policy.contains { $0 == rule })
        }
        #expect(!policy.contains { $0.contains("unsafe") || $0.contains("*") })
        #expect(answer.value(of: "x-content-type-options") == "nosniff")
        #expect(answer.value(of: "referrer-policy") == "no-referrer")
        #expect(answer.value(of: "cross-origin-opener-policy") == "same-origin")
    }

    @Test func `what a browser has already is not sent again`() throws {
        let tags = try Self.names.map { try #require(try get($0).value(of: "etag")) }
        #expect(Set(tags).count == Self.names.count)
        let tag = try #require(try get("main.js").value(of: "etag"))
        for known in [tag, "W/\(tag)", "\"x\", \(tag)", "*"] {
            let answer = try get("main.js", [("If-None-Match", known)])
            #expect(answer.status == .notModified && answer.body.isEmpty)
            #expect(answer.value(of: "etag") == tag && answer.value(of: "content-security-policy") != nil)
        }
        for other in ["\"x\"", "", String(tag.dropLast())] {
            #expect(try get("main.js", [("If-None-Match", other)]).status == .ok)
        }
    }

    @Test func `README and its guide show pictures of it, which are small too`() throws {
        func pictures(_ page: ManualPage) -> [String] {
            page.text.matches(of: #/!\[[^\]]+\]\(([^)]+\.png)\)/#).map { String($0.1.trimmingPrefix(#/(\.\.\/)*/#)) }
        }
        let paths = pictures(try ManualPage.named("Guides/Page"))
        #expect(paths == [".github/page.png", ".github/objects.png"])
        #expect(pictures(try ManualPage.readme()) == [".github/page.png"])
        for path in paths {
            let picture = try Data(contentsOf: PackageFolder.root.appending(path: path))
            #expect(picture.starts(with: [0x89, 0x50, 0x4E, 0x47]) && picture.count < 60_000)
        }
    }

    @Test func `it is small, whole, and holds nothing in line`() throws {
        let texts = try Self.names.map { try get($0).text }
        #expect(texts.reduce(0) { $0 + $1.utf8.count } <= 150_000)
        for (name, text) in zip(Self.names, texts) {
            for word in [
                "innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "style=", "onclick=",
            ] {
                #expect(!text.contains(word), "\(word) in \(name)")
            }
            let references = text.matches(of: #/(?:from "\.|href="page|src="page)\/([a-z.]+)"/#).map { String($0.1) }
            #expect(Set(references).isSubset(of: Self.names), "\(name) refers to what is not there")
        }
    }
}
