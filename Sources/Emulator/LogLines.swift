import Ground
import HTTPCore
import Tenancy

/// Lines that wait to be written together.
struct LogLines {
    private(set) var bytes: [UInt8] = []
    /// Empty; takes turns with the lines that are being written.
    private var spare: [UInt8] = []

    /// What there is; it is here no longer.
    mutating func take() -> [UInt8] {
        guard !bytes.isEmpty else { return [] }
        var lines: [UInt8] = []
        swap(&lines, &spare)
        swap(&lines, &bytes)
        return lines
    }

    /// Serves the next lines with the memory of those that were taken.
    mutating func giveBack(_ lines: consuming [UInt8]) {
        lines.removeAll(keepingCapacity: true)
        spare = lines
    }

    mutating func append(_ line: [UInt8]) { bytes.append(copying: line) }

    /// Appends the line of a request, as text.
    mutating func append(_ request: RequestLine, _ level: String, at time: Instant) {
        let known = 96 + request.method.utf8.count + request.path.count + request.tenant.utf8.count + level.utf8.count
        bytes.append(addingCapacity: known) { output in
            output.append(logTime: time)
            output.append(" ")
            output.append(utf8: level)
            output.append(" request method=")
            output.append(utf8: request.method)
            output.append(" path=")
            output.append(copying: request.path)
            output.append(" status=")
            output.append(decimal: request.status)
            output.append(" ms=")
            output.append(decimal: request.microseconds / 1_000)
            output.append(".")
            output.append(decimal: request.microseconds % 1_000, digits: 3)
            output.append(" tenant=")
            output.append(utf8: request.tenant)
            output.append("\n")
        }
    }
}

/// What the log tells of a request.
struct RequestLine {
    let method: String
    /// Without the query, which may hold what nobody wants in a log.
    let path: [UInt8]
    let status: Int
    let microseconds: Int
    let tenant: String

    init(_ request: HTTPRequest, _ response: HTTPResponse, tenant: String, nanoseconds: Int64) {
        method = request.method.description
        path = request.path
        status = response.status.code
        microseconds = Int(max(0, nanoseconds / 1_000))
        self.tenant = tenant
    }

    /// Whether it can be written as it is: of nothing but visible ASCII.
    var isPlain: Bool { !path.span.hasNoTargetByte() }

    /// Keys in the order people read them.
    var pairs: [(String, String)] {
        let fraction = "\(1_000 + microseconds % 1_000)".dropFirst()
        return [
            ("method", method), ("path", String(decoding: path, as: UTF8.self)), ("status", "\(status)"),
            ("ms", "\(microseconds / 1_000).\(fraction)"), ("tenant", tenant),
        ]
    }
}

extension OutputSpan<UInt8> {
    static var logTimeBytes: Int { InternetTime.bytesMax }

    /// Appends `2026-02-16T16:36:00.438Z`; there must be room for `logTimeBytes`.
    mutating func append(logTime time: Instant) {
        InternetTime.append(nanoseconds: time.nanoseconds, isExact: false, to: &self)
        removeLast(4)
        append(0x5A)
    }
}
