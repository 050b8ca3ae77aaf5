import JSON
import TestSupport
import Testing

struct RoundTripTests {
    private static let numbers = ["0", "-0", "1.50", "-12e3", "1E+2", "9007199254740993", "1e400", "0.1e-7"]

    private static func string(using generator: inout SeededGenerator) -> String {
        var text = ""
        for _ in 0..<Int.random(in: 0...20, using: &generator) {
            let ranges: [ClosedRange<UInt32>] = [0...0x1F, 0x20...0x7F, 0x22...0x22, 0x5C...0x5C, 0x80...0x10FFFF]
            let range = ranges[Int.random(in: 0..<ranges.count, using: &generator)]
            if let scalar = Unicode.Scalar(UInt32.random(in: range, using: &generator)) {
                text.unicodeScalars.append(scalar)
            }
        }
        return text
    }

    /// Writes some value; keys are distinct within their object.
    private static func write(depth: Int, to writer: inout JSONWriter, using generator: inout SeededGenerator) throws {
        switch Int.random(in: 0...(depth > 0 ? 6 : 4), using: &generator) {
        case 0: writer.null()
        case 1: writer.bool(Bool.random(using: &generator))
        case 2: writer.integer(Int.random(in: Int.min...Int.max, using: &generator))
        case 3:
            let number = numbers[Int.random(in: 0..<numbers.count, using: &generator)]
            writer.value(try JSONParser.parse(Array(number.utf8)))
        case 4: writer.string(string(using: &generator))
        case 5:
            writer.beginArray()
            for _ in 0..<Int.random(in: 0...6, using: &generator) {
                try write(depth: depth - 1, to: &writer, using: &generator)
            }
            writer.endArray()
        default:
            writer.beginObject()
            for index in 0..<Int.random(in: 0...20, using: &generator) {
                writer.key("\(index)" + string(using: &generator))
                try write(depth: depth - 1, to: &writer, using: &generator)
            }
            writer.endObject()
        }
    }

    /// The parsed value is written as it was, byte by byte, and both are one value.
    @Test(arguments: (1...200).map { UInt64($0) })
    func `what is written parses, and is written as it was`(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        var first = JSONWriter(capacity: 16)
        try Self.write(depth: 4, to: &first, using: &generator)
        let text = first.finish()
        let value = try JSONParser.parse(text)
        var second = JSONWriter(capacity: 16)
        second.value(value)
        let again = second.finish()
        #expect(again == text, "seed \(seed)")
        #expect(try JSONParser.parse(again) == value, "seed \(seed)")
    }

    /// Never a trap: a value or an error; and what is taken can be written and taken again.
    @Test(arguments: (1...200).map { UInt64($0) })
    func `a damaged text parses or is refused`(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        var writer = JSONWriter()
        try Self.write(depth: 3, to: &writer, using: &generator)
        let text = writer.finish()
        let marks = Array("{}[]:,\"\\u0-.e nt".utf8) + [0x00, 0x1F, 0x80, 0xC3, 0xE2, 0xF0, 0xFF]
        for _ in 0..<20 {
            var damaged = text
            for _ in 0...Int.random(in: 0...2, using: &generator) {
                let place = Int.random(in: 0..<damaged.count, using: &generator)
                damaged[place] = marks[Int.random(in: 0..<marks.count, using: &generator)]
            }
            guard let value = try? JSONParser.parse(damaged) else { continue }
            var second = JSONWriter()
            second.value(value)
            #expect(try JSONParser.parse(second.finish()) == value, "seed \(seed)")
        }
    }
}
