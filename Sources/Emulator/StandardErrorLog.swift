import Ground
import HTTPCore
import JSON
package import Logging
import Tenancy

/// Writes each log event as one line on standard error.
package struct StandardErrorLog: LogHandler {
    package var logLevel: Logger.Level
    package var metadata: Logger.Metadata = [:]
    private let format: LogFormat
    private let output: LogOutput

    /// Metadata keys in the order people read them; others follow by name.
    private static let keyOrder = ["method", "path", "status", "ms", "tenant"]

    package init(level: Logger.Level, format: LogFormat) {
        logLevel = level
        self.format = format
        output = LogOutput(descriptor: 2)
    }

    package subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    package func log(event: LogEvent) {
        let all = metadata.merging(event.metadata ?? [:]) { $1 }
        let ordered =
            StandardErrorLog.keyOrder.compactMap { key in all[key].map { (key, "\($0)") } }
            + all.filter { !StandardErrorLog.keyOrder.contains($0.key) }.sorted { $0.key < $1.key }
            .map { ($0.key, "\($0.value)") }
        output.write(line(event.level, "\(event.message)", ordered), lossReport: lossReport)
    }

    /// Keeps the line of a request for the next `flush`: there are many of them.
    func gather(_ request: RequestLine, _ level: Logger.Level) {
        guard level >= logLevel else { return }
        output.gather(lossReport: lossReport) { lines in
            if format == .text, request.isPlain {
                lines.append(request, level.rawValue, at: WallClock.now())
            } else {
                lines.append(line(level, "request", request.pairs))
            }
        }
    }

    /// Writes the lines that were gathered.
    func flush() { output.flush(lossReport: lossReport) }

    private func lossReport(_ lost: Int) -> [UInt8] {
        line(.warning, "log lines are missing: there was no room for them", [("lines", "\(lost)")])
    }

    private func line(_ level: Logger.Level, _ message: String, _ pairs: [(String, String)]) -> [UInt8] {
        format == .json
            ? StandardErrorLog.json(level, message, pairs) : StandardErrorLog.text(level, message, pairs)
    }

    private static func text(_ level: Logger.Level, _ message: String, _ pairs: [(String, String)]) -> [UInt8] {
        var line = "\(timestamp()) \(level) \(message)"
        for (key, value) in pairs {
            line += value.contains(" ") ? " \(key)=\"\(value)\"" : " \(key)=\(value)"
        }
        return Array((line + "\n").utf8)
    }

    private static func json(_ level: Logger.Level, _ message: String, _ pairs: [(String, String)]) -> [UInt8] {
        var writer = JSONWriter()
        writer.beginObject()
        for (key, value) in [("time", timestamp()), ("level", "\(level)"), ("message", message)] + pairs {
            writer.key(key)
            writer.string(value)
        }
        writer.endObject()
        return writer.finish() + [0x0A]
    }

    private static func timestamp() -> String {
        let bytes = [UInt8](capacity: OutputSpan<UInt8>.logTimeBytes) { $0.append(logTime: WallClock.now()) }
        return String(decoding: bytes, as: UTF8.self)
    }
}
