import Foundation

/// A case of `fixtures/http1`: bytes and the events they must give. The README there tells the form.
package struct WireCase: Sendable, CustomStringConvertible {
    package let title: String
    package let bytes: [UInt8]
    package let events: [String]

    package var description: String { title }

    package static let accepted = load("accepted.txt")
    package static let refused = load("refused.txt")
    /// Of both kinds, all of them ways to have two servers disagree about where a message ends.
    package static let smuggling = load("smuggling.txt")
    package static let all = accepted + refused + smuggling

    /// The status that the connection is refused with at the end.
    package var refusal: Int? { events.last.flatMap { Int($0) } }

    private static func load(_ file: String) -> [WireCase] {
        let url = PackageFolder.fixtures.appending(path: "http1").appending(path: file)
        let text = (try? PackageFolder.text(url)) ?? ""
        return text.split(separator: "\n").map { line in
            let columns = line.components(separatedBy: " | ")
            return WireCase(
                title: columns[0], bytes: unescape(columns[1]),
                events: columns[2].split(separator: " ").map(String.init))
        }
    }

    private static func unescape(_ text: String) -> [UInt8] {
        var bytes: [UInt8] = []
        var rest = Array(text.utf8)[...]
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "\\"), let kind = rest.popFirst() else {
                bytes.append(byte)
                continue
            }
            switch kind {
            case UInt8(ascii: "r"): bytes.append(13)
            case UInt8(ascii: "n"): bytes.append(10)
            case UInt8(ascii: "t"): bytes.append(9)
            case UInt8(ascii: "0"): bytes.append(0)
            case UInt8(ascii: "x"):
                bytes.append(UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16) ?? 0)
                rest = rest.dropFirst(2)
            default: bytes.append(kind)
            }
        }
        return bytes
    }
}
