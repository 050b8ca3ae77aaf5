import Ground
import Testing

/// Bytes that are looked at sixteen at a time, held against the same looked at one by one.
@Suite struct BlockTests {
    @Test func `a control byte is found wherever it stands, and none before the start`() {
        for count in 0...40 {
            for start in 0...count {
                let none = [UInt8](repeating: 0x61, count: count).span.hasControl(from: start)
                #expect(!none, "\(count) bytes from \(start)")
                for place in 0..<count {
                    var bytes = [UInt8](repeating: 0x7E, count: count)
                    bytes[place] = place % 2 == 0 ? 0x1F : 0x7F
                    let isFound = bytes.span.hasControl(from: start)
                    #expect(isFound == (place >= start), "byte \(place) of \(count), from \(start)")
                }
            }
        }
    }

    @Test func `bytes are the same unless one of them differs`() {
        for count in 0...40 {
            let bytes = (0..<count).map { UInt8($0) }
            let isSame = bytes.span.hasSameBytes(as: Array(bytes).span)
            #expect(isSame)
            for other in [bytes + [0], bytes.dropLast() + []] where other.count != count {
                let isSame = bytes.span.hasSameBytes(as: Array(other).span)
                #expect(!isSame)
            }
            for place in 0..<count {
                var other = bytes
                other[place] ^= 0x80
                let isSame = bytes.span.hasSameBytes(as: other.span)
                #expect(!isSame, "byte \(place) of \(count)")
            }
        }
    }

    @Test func `bytes in common end where the first differs, or the shorter ends`() {
        for count in 0...40 {
            let bytes = (0..<count).map { UInt8($0) }
            for before in [0, 1, 7, 16] {
                let longer = [UInt8](repeating: 0xFF, count: before) + bytes + [1, 2, 3]
                for known in [bytes, bytes + [9], bytes + Array(200..<220)] {
                    let common = longer.span.commonPrefixCount(with: known.span, from: before)
                    #expect(common == count, "\(count) of \(known.count) from \(before)")
                }
                let cut = Array(longer[..<(before + count / 2)])
                #expect(cut.span.commonPrefixCount(with: bytes.span, from: before) == count / 2)
                for place in 0..<count {
                    var other = longer
                    other[before + place] ^= 0x80
                    let common = other.span.commonPrefixCount(with: bytes.span, from: before)
                    #expect(common == place, "byte \(place) of \(count) from \(before)")
                }
            }
        }
    }

    @Test func `numbers are written in decimal, padded on demand`() {
        for value in [0, 1, 9, 10, 99, 100, 201, 999, 65_536, Int(Int32.max), Int.max] {
            var bytes: [UInt8] = []
            bytes.append(decimal: value)
            #expect(String(decoding: bytes, as: UTF8.self) == "\(value)")
        }
        for (value, digits, text) in [(7, 3, "007"), (0, 2, "00"), (1_234, 3, "1234")] {
            var bytes: [UInt8] = []
            bytes.append(decimal: value, digits: digits)
            #expect(String(decoding: bytes, as: UTF8.self) == text)
        }
    }
}
