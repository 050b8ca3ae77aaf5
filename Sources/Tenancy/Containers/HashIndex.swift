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
        var slots: [Slot] = []
        var count = 0
    }

    /// Empty, or an entry: bits of its hash, the tag, and the sequence number plus one, which is never 0.
    fileprivate struct Slot: Equatable {
        private let bits: UInt64

        private static let tagMask: UInt64 = 0xFF_FFFF
        private static let sequenceBits: UInt64 = 40

        static let empty = Slot(bits: 0)

        private init(bits: UInt64) {
            self.bits = bits
        }

        init(_ sequence: Int, under hash: UInt64) {
            bits = Slot.tag(of: hash) << Slot.sequenceBits | UInt64(sequence + 1)
        }

        static func tag(of hash: UInt64) -> UInt64 { hash >> partBits & tagMask }

        var isEmpty: Bool { bits == 0 }
        var tag: UInt64 { bits >> Slot.sequenceBits }
        var sequence: Int { Int(bits & (1 << Slot.sequenceBits - 1)) - 1 }
    }

    private var parts: [Part] = []
    private static let partBits: UInt64 = 6

    /// The sequence number entered under `hash` for which `isMeant` holds.
    func sequence(of hash: UInt64, where isMeant: (Int) -> Bool) -> Int? {
        guard !parts.isEmpty else { return nil }
        let part = HashIndex.part(of: hash)
        let tag = Slot.tag(of: hash)
        let mask = parts[part].slots.count - 1
        guard mask >= 0 else { return nil }
        var slot = Int(tag) & mask
        while !parts[part].slots[slot].isEmpty {
            let entry = parts[part].slots[slot]
            if entry.tag == tag, isMeant(entry.sequence) { return entry.sequence }
            slot = (slot + 1) & mask
        }
        return nil
    }

    /// Enters a sequence number from 0 to 2^40 - 2 that is not there yet.
    mutating func insert(_ sequence: Int, under hash: UInt64) {
        if parts.isEmpty { parts = Array(repeating: Part(), count: 1 << HashIndex.partBits) }
        let part = HashIndex.part(of: hash)
        parts[part].reserveOneMore()
        parts[part].place(Slot(sequence, under: hash))
        parts[part].count += 1
    }

    mutating func remove(_ sequence: Int, under hash: UInt64) {
        guard !parts.isEmpty else { return }
        parts[HashIndex.part(of: hash)].remove(Slot(sequence, under: hash))
    }

    private static func part(of hash: UInt64) -> Int { Int(hash & (1 << partBits - 1)) }
}

extension HashIndex.Part {
    /// The slot an entry belongs to, in a table of that mask.
    private static func home(of entry: HashIndex.Slot, _ mask: Int) -> Int { Int(entry.tag) & mask }

    fileprivate mutating func reserveOneMore() {
        guard (count + 1) * 4 > slots.count * 3 else { return }
        let old = slots
        let count = max(4, old.count * 2)
        // `Array(repeating:count:)` looks up the array's metadata at run time, at more than the growth itself costs.
        slots = []
        slots.append(addingCapacity: count) { $0.append(repeating: .empty, count: count) }
        for entry in old where !entry.isEmpty { place(entry) }
    }

    fileprivate mutating func place(_ entry: HashIndex.Slot) {
        let mask = slots.count - 1
        var slot = HashIndex.Part.home(of: entry, mask)
        while !slots[slot].isEmpty { slot = (slot + 1) & mask }
        slots[slot] = entry
    }

    /// Takes the entry out and moves back those behind it that its slot kept from their home (Knuth, 6.4, algorithm R).
    fileprivate mutating func remove(_ entry: HashIndex.Slot) {
        let mask = slots.count - 1
        guard mask >= 0 else { return }
        var gap = HashIndex.Part.home(of: entry, mask)
        while slots[gap] != entry {
            guard !slots[gap].isEmpty else { return }
            gap = (gap + 1) & mask
        }
        var next = (gap + 1) & mask
        while !slots[next].isEmpty {
            let distance = (next - HashIndex.Part.home(of: slots[next], mask)) & mask
            if distance >= (next - gap) & mask {
                slots[gap] = slots[next]
                gap = next
            }
            next = (next + 1) & mask
        }
        slots[gap] = .empty
        count -= 1
    }
}
