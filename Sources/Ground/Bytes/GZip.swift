/// The format of gzip files (RFC 1952), content as it is: whoever fetches one from this machine unpacks it right away.
package enum GZip {
    /// A file with these bytes, in blocks that are not compressed (RFC 1951 section 3.2.4).
    package static func file(of bytes: [UInt8]) -> [UInt8] {
        // Magic, deflate, no name, no time, no more flags, system unknown.
        var file: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 0xFF]
        file.reserveCapacity(bytes.count + 64 + bytes.count / blockMax * 5)
        var start = 0
        repeat {
            let end = min(start + blockMax, bytes.count)
            let length = UInt16(end - start)
            file.append(end == bytes.count ? 1 : 0)
            append(length, to: &file)
            append(~length, to: &file)
            file += bytes[start..<end]
            start = end
        } while start < bytes.count
        append(checksum(bytes), to: &file)
        append(UInt32(truncatingIfNeeded: bytes.count), to: &file)
        return file
    }

    private static let blockMax = Int(UInt16.max)

    private static func append<Number: FixedWidthInteger>(_ number: Number, to file: inout [UInt8]) {
        for shift in stride(from: 0, to: Number.bitWidth, by: 8) {
            file.append(UInt8(truncatingIfNeeded: number >> Number(shift)))
        }
    }

    /// CRC-32 (RFC 1952 section 8).
    static func checksum(_ bytes: [UInt8]) -> UInt32 {
        ~bytes.reduce(UInt32.max) { crc, byte in table[Int(UInt8(truncatingIfNeeded: crc) ^ byte)] ^ crc >> 8 }
    }

    private static let table: [UInt32] = (0..<256).map { number in
        (0..<8).reduce(UInt32(number)) { crc, _ in crc & 1 == 1 ? 0xEDB8_8320 ^ crc >> 1 : crc >> 1 }
    }
}
