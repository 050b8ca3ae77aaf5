import Foundation
import Testing

/// One line of `fixtures/json/cases.tsv`; the header of that file says how it is written.
struct Case: CustomTestStringConvertible, Sendable {
    var name: String
    var text: [UInt8]
    /// What the writer makes of the value; nil if the text is refused.
    var written: [UInt8]?

    var testDescription: String { name }

    static let all: [Case] = {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../fixtures/json")
        guard let file = try? Data(contentsOf: folder.appending(path: "cases.tsv")) else { return [] }
        return file.split(separator: UInt8(ascii: "\n")).compactMap { Case(line: Array($0)) }
    }()

    /// Nil for a comment.
    private init?(line: [UInt8]) {
        let fields = line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false).map(Self.decoded)
        guard line.first != UInt8(ascii: "#"), fields.count >= 3 else { return nil }
        name = String(decoding: fields[0] + Array(" ".utf8) + fields[1], as: UTF8.self)
        text = fields[2]
        written = fields.count > 3 ? fields[3] : nil
    }

    private static func decoded(_ field: ArraySlice<UInt8>) -> [UInt8] {
        var bytes: [UInt8] = []
        var rest = field
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "%"), let code = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16) {
                bytes.append(code)
                rest = rest.dropFirst(2)
            } else {
                bytes.append(byte)
            }
        }
        return bytes
    }
}
