/// An uncompressed archive in memory (IEEE Std 1003.1, pax, "ustar Interchange Format").
struct TapeArchive {
    private var bytes: [UInt8] = []
    private let unixSeconds: Int64
    private static let blockBytes = 512

    /// - Parameter unixSeconds: when everything in it was changed last.
    init(unixSeconds: Int64) {
        self.unixSeconds = unixSeconds
    }

    /// - Parameter path: up to 99 bytes, without a slash at its ends.
    mutating func addFolder(_ path: String) {
        addHeader("\(path)/", mode: 0o755, size: 0, type: "5")
    }

    /// - Parameter path: up to 100 bytes.
    mutating func addFile(_ path: String, _ content: [UInt8]) {
        addHeader(path, mode: 0o644, size: content.count, type: "0")
        bytes += content
        bytes += zeros((TapeArchive.blockBytes - content.count % TapeArchive.blockBytes) % TapeArchive.blockBytes)
    }

    consuming func finish() -> [UInt8] {
        bytes + zeros(2 * TapeArchive.blockBytes)
    }

    private mutating func addHeader(_ path: String, mode: Int, size: Int, type: String) {
        let (before, after) = (
            field(path, 100) + number(mode, 8) + number(0, 8) + number(0, 8) + number(size, 12)
                + number(Int(unixSeconds), 12),
            field(type, 1) + zeros(100) + field("ustar", 6) + field("00", 2) + zeros(64) + number(0, 8) + number(0, 8)
                + zeros(155 + 12)
        )
        // Summed up as if its own field were blank.
        let sum = (before + after).reduce(8 * 0x20) { $0 + Int($1) }
        bytes += before + number(sum, 7) + [0x20] + after
    }

    private func field(_ text: String, _ width: Int) -> [UInt8] {
        let bytes = Array(text.utf8.prefix(width))
        return bytes + zeros(width - bytes.count)
    }

    /// Octal digits and a NUL.
    private func number(_ value: Int, _ width: Int) -> [UInt8] {
        let digits = String(value, radix: 8)
        return field(String(repeating: "0", count: max(0, width - 1 - digits.utf8.count)) + digits, width)
    }

    private func zeros(_ count: Int) -> [UInt8] { [UInt8](repeating: 0, count: count) }
}
