/// An address of the Internet Protocol. One of version 4 is kept as the address of version 6 that it is mapped to
/// (RFC 4291 section 2.5.5.2), which is how a socket for both versions shows it.
package struct IPAddress: Hashable, Sendable {
    package let high: UInt64
    package let low: UInt64

    package init(high: UInt64, low: UInt64) {
        self.high = high
        self.low = low
    }

    /// An address of version 4.
    package init(version4 bits: UInt32) {
        self.init(high: 0, low: IPAddress.mapping | UInt64(bits))
    }

    private static let mapping: UInt64 = 0xFFFF_0000_0000

    /// 127.0.0.1.
    package static let loopback = IPAddress(version4: 0x7F00_0001)

    package var isVersion4: Bool { high == 0 && low >> 32 == 0xFFFF }

    /// Of this machine.
    package var isLoopback: Bool { isVersion4 ? low >> 24 & 0xFF == 0x7F : high == 0 && low == 1 }

    /// - Parameter text: `192.0.2.1` or `2001:db8::1`, without brackets, zone or port.
    package init?(_ text: some StringProtocol) {
        if let bits = IPAddress.version4(text) {
            self.init(version4: bits)
            return
        }
        guard let groups = IPAddress.groups(Substring(text)) else { return nil }
        self.init(high: IPAddress.joined(groups[..<4]), low: IPAddress.joined(groups[4...]))
    }

    private static func joined(_ groups: ArraySlice<UInt16>) -> UInt64 {
        groups.reduce(0) { $0 << 16 | UInt64($1) }
    }

    private static func version4(_ text: some StringProtocol) -> UInt32? {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 4 else { return nil }
        var bits: UInt32 = 0
        for part in parts {
            // What begins with 0 some read as octal: it is none.
            guard let byte = UInt8(part), "\(byte)" == part else { return nil }
            bits = bits << 8 | UInt32(byte)
        }
        return bits
    }

    /// RFC 4291 section 2.2: eight groups, or fewer around one `::`, which stands for one at least.
    private static func groups(_ text: Substring) -> [UInt16]? {
        let halves = text.split(separator: "::", maxSplits: 1, omittingEmptySubsequences: false)
        guard let head = written(halves[0], isEnd: halves.count == 1) else { return nil }
        guard halves.count == 2 else { return head.count == 8 ? head : nil }
        guard let tail = written(halves[1], isEnd: true), head.count + tail.count <= 7 else { return nil }
        return head + Array(repeating: 0, count: 8 - head.count - tail.count) + tail
    }

    /// Groups one after the other; the last of an address may be one of version 4.
    private static func written(_ text: Substring, isEnd: Bool) -> [UInt16]? {
        guard !text.isEmpty else { return [] }
        var groups: [UInt16] = []
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        for (index, part) in parts.enumerated() {
            if isEnd, index == parts.count - 1, let bits = version4(part) {
                groups += [UInt16(bits >> 16), UInt16(bits & 0xFFFF)]
            } else if (1...4).contains(part.utf8.count), part.first != "+", let group = UInt16(part, radix: 16) {
                groups.append(group)
            } else {
                return nil
            }
        }
        return groups
    }
}

extension IPAddress: CustomStringConvertible {
    /// As RFC 5952 has it.
    package var description: String {
        if isVersion4 {
            return [24, 16, 8, 0].map { String(low >> $0 & 0xFF) }.joined(separator: ".")
        }
        let groups = [high, low].flatMap { half in [48, 32, 16, 0].map { half >> $0 & 0xFFFF } }
        let gap = IPAddress.longestRunOfZeros(groups)
        func text(_ part: ArraySlice<UInt64>) -> String {
            part.map { String($0, radix: 16) }.joined(separator: ":")
        }
        return gap.count < 2
            ? text(groups[...]) : "\(text(groups[..<gap.lowerBound]))::\(text(groups[gap.upperBound...]))"
    }

    /// The first of the longest.
    private static func longestRunOfZeros(_ groups: [UInt64]) -> Range<Int> {
        var longest = 0..<0
        var start = 0
        for index in groups.indices {
            if groups[index] != 0 { start = index + 1 }
            if index + 1 - start > longest.count { longest = start..<index + 1 }
        }
        return longest
    }
}

/// A block of addresses (RFC 4632), or one.
package struct IPNetwork: Hashable, Sendable {
    private let address: IPAddress
    /// How many bits of an address of version 6 count.
    private let length: Int

    /// - Parameter text: `192.0.2.0/24`, `2001:db8::/32`, or an address alone.
    package init?(_ text: String) {
        let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
        guard let first = parts.first, let address = IPAddress(first) else { return nil }
        let bits = first.contains(":") ? 128 : 32
        guard parts.count == 2 else {
            (self.address, length) = (address, 128)
            return
        }
        // Digits, and no sign.
        guard parts[1].utf8.allSatisfy({ (0x30...0x39).contains($0) }), let length = Int(parts[1]), length <= bits
        else { return nil }
        self.address = address
        self.length = length + 128 - bits
    }

    /// Never an address of the other version: no block of version 6 means all of version 4.
    package func contains(_ other: IPAddress) -> Bool {
        guard address.isVersion4 == other.isVersion4 else { return false }
        let (high, low) = (address.high ^ other.high, address.low ^ other.low)
        return length > 64 ? high == 0 && low >> (128 - length) == 0 : high >> (64 - length) == 0
    }
}
