/// A case of `fixtures/tls`: what a client begins with, and what must come of it.
package struct TLSCase: Sendable, CustomStringConvertible {
    package enum Outcome: Equatable, Sendable {
        case hello, waits, ends
        case alert(String)
        case http(Int)
    }

    package let description: String
    /// Nil where the line cannot be read.
    package let bytes: [UInt8]?
    package let outcome: Outcome?

    package static let all: [TLSCase] = {
        let table = CaseTable("tls/cases.txt")
        return table.rows.map { TLSCase($0, table.notation) }
    }()

    private init(_ columns: [String], _ notation: ByteNotation) {
        description = columns[0]
        bytes = columns.count < 3 ? nil : try? notation.bytes(columns[1])
        outcome = columns.count < 3 ? nil : TLSCase.outcome(columns[2].split(separator: " ").map(String.init))
    }

    private static func outcome(_ words: [String]) -> Outcome? {
        switch (words[0], words.count > 1 ? words[1] : "") {
        case ("hello", ""): .hello
        case ("waits", ""): .waits
        case ("ends", ""): .ends
        case ("alert", let name) where alerts.values.contains(name): .alert(name)
        case ("http", let status): Int(status).map { .http($0) }
        default: nil
        }
    }

    /// RFC 8446 section 6.2, and 86 of RFC 7507.
    private static let alerts: [UInt8: String] = [
        10: "unexpected_message", 22: "record_overflow", 40: "handshake_failure", 47: "illegal_parameter",
        50: "decode_error", 51: "decrypt_error", 70: "protocol_version", 80: "internal_error",
        86: "inappropriate_fallback", 109: "missing_extension", 112: "unrecognized_name",
        120: "no_application_protocol",
    ]

    /// What a server's first record tells; nil where it is none of these.
    ///
    /// - Parameter isOver: the server has ended the connection.
    package static func outcome(of output: [UInt8], isOver: Bool) -> Outcome? {
        switch output.first {
        case nil: return isOver ? .ends : .waits
        case 0x16: return .hello
        case 0x15 where output.count == 7 && output[5] == 2: return .alert(alerts[output[6]] ?? "\(output[6])")
        default:
            let text = String(decoding: output, as: UTF8.self)
            return text.hasPrefix("HTTP/1.1 ") ? Int(text.dropFirst(9).prefix(3)).map { .http($0) } : nil
        }
    }
}
