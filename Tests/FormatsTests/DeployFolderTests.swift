import JSON
import Tenancy
import TestSupport
import Testing

@testable import Formats

/// The deploy CLI's folder: what its files are called, and the archive around them.
@Suite struct DeployFolderTests {
    private static let names = [
        "greeter", "Greeter", "greeter-2", "../../etc/passwd", "/etc/passwd", "..", ".", "", ".hidden", "a.json", "a",
        "a b", " a b ", "-rf", "équipe", "e\u{301}quipe", "💥", "a\u{0}b", "a\nb", "CON:*?", "a\\b",
        String(repeating: "n", count: 300), String(repeating: "n", count: 301), String(repeating: "é", count: 300),
    ]

    @Test func `names of files are safe, and differ by more than case`() {
        var unique = UniqueNames(.file)
        let names = Self.names.map { unique.name(for: $0) }
        #expect(Set(names.map { $0.lowercased() }).count == names.count)
        for name in names {
            #expect(name.wholeMatch(of: /[A-Za-z0-9_][A-Za-z0-9_ -]{0,65}/) != nil && !name.hasSuffix(" "), "\(name)")
        }
        #expect(names[..<4] == ["greeter", "Greeter_2", "greeter-2", "etc-passwd"])
        #expect(names[11] == "a b" && names[6] == "unnamed_2")
    }

    @Test func `names of things in HCL are identifiers`() {
        var unique = UniqueNames(.identifier)
        let names = (Self.names + ["1st", "post-login"]).map { unique.name(for: $0) }
        #expect(Set(names).count == names.count)
        #expect(names.allSatisfy { $0.wholeMatch(of: /[A-Za-z_][A-Za-z0-9_]{0,66}/) != nil }, "\(names)")
        #expect(names.suffix(2) == ["_1st", "post_login"])
    }

    @Test func `the same name many times is found quickly`() {
        var unique = UniqueNames(.file)
        let names = (0..<20_000).map { _ in unique.name(for: "x") }
        #expect(names.last == "x_20000" && Set(names).count == 20_000)
    }

    /// The fields by POSIX's table; whether `tar` takes it is tried with the whole program.
    @Test func `an archive is made of blocks with their sums`() throws {
        var archive = TapeArchive(unixSeconds: 1_700_000_000)
        archive.addFolder("f")
        archive.addFile("f/x", [UInt8](repeating: 0x61, count: 513))
        let bytes = archive.finish()
        #expect(bytes.count == 512 * (1 + 1 + 2 + 2))
        func text(_ offset: Int, _ count: Int) -> String {
            String(decoding: bytes[offset..<offset + count].prefix { $0 != 0 }, as: UTF8.self)
        }
        #expect(text(0, 100) == "f/" && text(156, 1) == "5" && text(257, 6) == "ustar" && text(100, 8) == "0000755")
        #expect(text(512, 100) == "f/x" && text(512 + 156, 1) == "0" && text(512 + 124, 12) == "00000001001")
        #expect(text(512 + 136, 12) == "14524770400")
        for header in [0, 512] {
            var block = Array(bytes[header..<header + 512])
            let sum = text(header + 148, 6)
            block.replaceSubrange(148..<156, with: [UInt8](repeating: 0x20, count: 8))
            #expect(Int(sum, radix: 8) == block.reduce(0) { $0 + Int($1) })
        }
        #expect(bytes.suffix(1_024).allSatisfy { $0 == 0 })
    }
}
