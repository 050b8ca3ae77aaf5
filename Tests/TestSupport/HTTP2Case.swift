/// A case of `fixtures/http2`: what a client sends, and what must come of it.
package struct HTTP2Case: Sendable, CustomStringConvertible {
    package enum Event: Equatable, Sendable {
        case connectionError(UInt32)
        case streamError(UInt32, UInt32)
        case answer(UInt32, Int)
        case pingAcknowledged, settingsAcknowledged
        case end
    }

    package struct Failure: Error {
        let text: String
    }

    package let title: String
    /// Nil where the line cannot be read.
    package let bytes: [UInt8]?
    package let events: [Event]?

    package var description: String { title }

    package var connectionError: UInt32? {
        for case .connectionError(let code) in events ?? [] { return code }
        return nil
    }

    /// The connection ends, with an error or without.
    package var isOver: Bool { connectionError != nil || events?.contains(.end) ?? false }

    package static let preface = Array("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".utf8) + [0, 0, 0, 4, 0, 0, 0, 0, 0]

    /// A request on the stream 1001: `GET / http localhost`.
    package static let probe: [UInt8] =
        [0, 0, 14, 1, 5, 0, 0, 3, 0xE9] + [0x82, 0x86, 0x84, 0x41, 9] + Array("localhost".utf8)
    package static let probeStream: UInt32 = 1001

    package static let all: [HTTP2Case] = {
        let table = CaseTable("http2/cases.txt")
        return table.rows.map { HTTP2Case($0, table.notation) }
    }()

    private init(_ columns: [String], _ notation: ByteNotation) {
        title = columns[0]
        bytes = columns.count < 3 ? nil : try? HTTP2Case.frames(columns[1], notation)
        events = columns.count < 3 ? nil : try? columns[2].split(separator: " ").compactMap(HTTP2Case.event)
    }

    private static let types = [
        "DATA", "HEADERS", "PRIORITY", "RST_STREAM", "SETTINGS", "PUSH_PROMISE", "PING", "GOAWAY", "WINDOW_UPDATE",
        "CONTINUATION",
    ]
    private static let flags = ["es": 1, "ack": 1, "eh": 4, "padded": 8, "priority": 0x20] as [Substring: UInt8]
    package static let codes = [
        "NO_ERROR", "PROTOCOL_ERROR", "INTERNAL_ERROR", "FLOW_CONTROL_ERROR", "SETTINGS_TIMEOUT", "STREAM_CLOSED",
        "FRAME_SIZE_ERROR", "REFUSED_STREAM", "CANCEL", "COMPRESSION_ERROR", "CONNECT_ERROR", "ENHANCE_YOUR_CALM",
    ]

    /// Blanks part frames, but not within a text.
    private static func frames(_ text: String, _ notation: ByteNotation) throws -> [UInt8] {
        var isInText = false
        let words = text.split { character in
            if character == "'" { isInText.toggle() }
            return character == " " && !isInText
        }
        let bytes = try words.flatMap { try frame($0, notation) }
        return text.hasPrefix("RAW:") ? bytes : preface + bytes
    }

    private static func frame(_ word: Substring, _ notation: ByteNotation) throws -> [UInt8] {
        let parts = word.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        let payload = parts.count < 2 ? [] : try notation.bytes(String(parts[1]))
        if parts[0] == "RAW" { return payload }
        var head = parts[0]
        let length = try cut(&head, at: "#") ?? payload.count
        let stream = try cut(&head, at: "@") ?? 0
        let names = head.split(separator: "+")
        var flags: UInt8 = 0
        for name in names.dropFirst() {
            guard let flag = HTTP2Case.flags[name] ?? UInt8(name, radix: 16) else {
                throw Failure(text: "no flag \(name)")
            }
            flags |= flag
        }
        let type = types.firstIndex(of: String(names[0])) ?? Int(names[0].dropFirst(2), radix: 16)
        guard let type else { throw Failure(text: "no type \(names[0])") }
        return big(length, 3) + [UInt8(type), flags] + big(stream, 4) + payload
    }

    /// Takes a number off the end of `head`.
    private static func cut(_ head: inout Substring, at mark: Character) throws -> Int? {
        guard let place = head.firstIndex(of: mark) else { return nil }
        let digits = head[head.index(after: place)...]
        head = head[..<place]
        guard let number = digits.hasPrefix("0x") ? Int(digits.dropFirst(2), radix: 16) : Int(digits) else {
            throw Failure(text: "\(digits) is no number")
        }
        return number
    }

    private static func big(_ number: Int, _ width: Int) -> [UInt8] {
        (0..<width).reversed().map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
    }

    private static func event(_ word: Substring) throws -> Event? {
        let parts = word.split(separator: "=")
        let code = parts.count < 2 ? nil : codes.firstIndex(of: String(parts[1])).map(UInt32.init)
        var head = parts[0]
        let stream = try cut(&head, at: "@").map(UInt32.init) ?? 0
        switch (head, code) {
        case ("on", _): return nil
        case ("END", _): return .end
        case ("PING", _): return .pingAcknowledged
        case ("SETTINGS", _): return .settingsAcknowledged
        case ("GOAWAY", let code?): return .connectionError(code)
        case ("RST", let code?): return .streamError(stream, code)
        case ("", _):
            guard let status = Int(parts[1]) else { throw Failure(text: "no status in \(word)") }
            return .answer(stream, status)
        default: throw Failure(text: "what is \(word)?")
        }
    }
}
