/// Where things stand, found by a hash of their key; the keys themselves stay with the things.
///
/// An entry is eight bytes: 24 bits of the hash and a 40-bit sequence number, so an index costs a fifth of a dictionary
/// that holds the keys once more. Whoever looks up says which of the candidates is the one it means; the 24 bits
/// leave hardly ever more than one.
///
/// The table is cut in 64 parts, each growing on its own: a table that grows moves all its entries at once, which with
/// 100,000 of them is a pause that every client of the tenant would feel.
struct HashIndex: Sendable {
    /// One open-addressing table with linear probing; its capacity is a power of two, at most three quarters are used.
    fileprivate struct Part {
        /// 0 is an empty slot; otherwise the hash bits above, and the sequence number plus one below.
        var slots: [UInt64] = []
        var count = 0
    }

    private var parts: [Part] = []
    private static let partBits: UInt64 = 6
    private static let tagMask: UInt64 = 0xFF_FFFF
    private static let sequenceBits: UInt64 = 40
    private static let sequenceMask: UInt64 = 1 << sequenceBits - 1

    /// The sequence number entered under `hash` for which `isMeant` holds.
    func sequence(of hash: UInt64, where isMeant: (Int) -> Bool) -> Int? {
        guard !parts.isEmpty else { return nil }
        let part = HashIndex.part(of: hash)
        let tag = HashIndex.tag(of: hash)
        let mask = parts[part].slots.count - 1
        guard mask >= 0 else { return nil }
        var slot = Int(tag) & mask
        while parts[part].slots[slot] != 0 {
            let entry = parts[part].slots[slot]
            let sequence = Int(entry & HashIndex.sequenceMask) - 1
            if entry >> HashIndex.sequenceBits == tag, isMeant(sequence) { return sequence }
            slot = (slot + 1) & mask
        }
        return nil
    }

    /// Enters a sequence number from 0 to 2^40 - 2 that is not there yet.
    mutating func insert(_ sequence: Int, under hash: UInt64) {
        if parts.isEmpty { parts = Array(repeating: Part(), count: 1 << HashIndex.partBits) }
        let part = HashIndex.part(of: hash)
        parts[part].reserveOneMore()
        parts[part].place(HashIndex.tag(of: hash) << HashIndex.sequenceBits | UInt64(sequence + 1))
        parts[part].count += 1
    }

    mutating func remove(_ sequence: Int, under hash: UInt64) {
        guard !parts.isEmpty else { return }
        parts[HashIndex.part(of: hash)].remove(
            HashIndex.tag(of: hash) << HashIndex.sequenceBits | UInt64(sequence + 1))
    }

    private static func part(of hash: UInt64) -> Int { Int(hash & (1 << partBits - 1)) }

    private static func tag(of hash: UInt64) -> UInt64 { hash >> partBits & tagMask }
}

extension HashIndex.Part {
    /// The slot an entry belongs to, in a table of that mask.
    private static func home(of entry: UInt64, _ mask: Int) -> Int { Int(entry >> 40) & mask }

    fileprivate mutating func reserveOneMore() {
        guard (count + 1) * 4 > slots.count * 3 else { return }
        let old = slots
        slots = [UInt64](repeating: 0, count: max(4, old.count * 2))
        for entry in old where entry != 0 { place(entry) }
    }

    fileprivate mutating func place(_ entry: UInt64) {
        let mask = slots.count - 1
        var slot = HashIndex.Part.home(of: entry, mask)
        while slots[slot] != 0 { slot = (slot + 1) & mask }
        slots[slot] = entry
    }

    /// Takes the entry out and moves back those behind it that its slot kept from their home (Knuth, 6.4, algorithm R).
    fileprivate mutating func remove(_ entry: UInt64) {
        let mask = slots.count - 1
        guard mask >= 0 else { return }
        var gap = HashIndex.Part.home(of: entry, mask)
        while slots[gap] != entry {
            guard slots[gap] != 0 else { return }
            gap = (gap + 1) & mask
        }
        var next = (gap + 1) & mask
        while slots[next] != 0 {
            let distance = (next - HashIndex.Part.home(of: slots[next], mask)) & mask
            if distance >= (next - gap) & mask {
                slots[gap] = slots[next]
                gap = next
            }
            next = (next + 1) & mask
        }
        slots[gap] = 0
        count -= 1
    }
}
