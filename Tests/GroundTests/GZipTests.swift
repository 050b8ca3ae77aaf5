import Testing

@testable import Ground

@Suite struct GZipTests {
    @Test func `the checksum is that of the standard's check value`() {
        #expect(GZip.checksum(Array("123456789".utf8)) == 0xCBF4_3926)
    }

    @Test(arguments: [0, 1, 65_535, 65_536, 200_000])
    func `content stands in blocks of which only the last says so`(count: Int) {
        let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 * 7) }
        var rest = GZip.file(of: bytes)[...]
        #expect(rest.prefix(3) == [0x1F, 0x8B, 8])
        rest = rest.dropFirst(10)
        var (content, isLast) = ([UInt8](), false)
        while !isLast, rest.count > 8 {
            let head = Array(rest.prefix(5))
            isLast = head[0] == 1
            let length = Int(head[1]) | Int(head[2]) << 8
            #expect(head[3] == ~head[1] && head[4] == ~head[2])
            content += rest.dropFirst(5).prefix(length)
            rest = rest.dropFirst(5 + length)
        }
        #expect(isLast && content == bytes && rest.count == 8)
    }
}
