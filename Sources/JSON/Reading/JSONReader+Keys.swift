/// Which keys an object has so far.
///
/// Among the first `walkedMax` they are found by walking over the nodes, which needs no memory; a table keeps more from
/// taking quadratic time.
struct KeyPlaces {
    /// Where the first key stands, once there is one.
    let first: Int
    /// Different keys.
    var count = 0
    /// All keys, repeated ones too: so many are walked over.
    var members = 0
    /// By a hash of their bytes, whose seed no client knows; where two have the same, the second stands at the next
    /// number. Hashing texts would let a client make any number of distinct keys with one hash, since Swift's text
    /// goes by canonical equivalence.
    var table: [Int: Int]?

    static let walkedMax = 16

    init(first: Int) {
        self.first = first
    }
}

// Nothing here changes the reader, and what is not marked as if it did would be handed a copy of it, once a member.
extension JSONReader {
    /// The place of the same key earlier in its object; nil for a new one, which is counted.
    ///
    /// - Parameters:
    ///   - key: about to be appended.
    ///   - mark: its mark.
    @inline(__always)
    mutating func firstPlace(
        of key: JSONText, _ mark: UInt64, _ bytes: Span<UInt8>, _ keys: inout KeyPlaces
    ) -> Int? {
        keys.members &+= 1
        if keys.members > KeyPlaces.walkedMax { return tablePlace(of: key, mark, bytes, &keys) }
        var place = keys.first
        while place < nodes.count {
            if nodes[place].mark == mark, nodes[place].kind == .key, isSameKey(place, key, mark, bytes) {
                return place
            }
            place = Int(nodes[place].end)
        }
        keys.count &+= 1
        return nil
    }

    @inline(never)
    private mutating func tablePlace(
        of key: JSONText, _ mark: UInt64, _ bytes: Span<UInt8>, _ keys: inout KeyPlaces
    ) -> Int? {
        if limits.hasDistinctKeys {
            keys.count &+= 1
            return nil
        }
        var table = keys.table ?? [:]
        keys.table = nil  // Else the two would be one that is shared, and copied at each change.
        defer { keys.table = table }
        if table.isEmpty {
            var place = keys.first
            while place < nodes.count {
                if nodes[place].kind == .key {
                    table[slot(of: nodes[place].text, nodes[place].mark, bytes, table)] = place
                }
                place = Int(nodes[place].end)
            }
        }
        let own = slot(of: key, mark, bytes, table)
        if let place = table[own] { return place }
        table[own] = nodes.count
        keys.count &+= 1
        return nil
    }

    /// Where the table has that key, or would have it.
    private mutating func slot(of key: JSONText, _ mark: UInt64, _ bytes: Span<UInt8>, _ table: [Int: Int]) -> Int {
        var hasher = Hasher()
        if JSONKey.isWhole(mark) {
            hasher.combine(mark)
        } else if key.traits.contains(.decoded) {
            decoded.withSpan(key.range) { $0.withUnsafeBytes { hasher.combine(bytes: $0) } }
        } else {
            bytes.extracting(key.range).withUnsafeBytes { hasher.combine(bytes: $0) }
        }
        var slot = hasher.finalize()
        while let place = table[slot], nodes[place].mark != mark || !isSameKey(place, key, mark, bytes) {
            slot &+= 1
        }
        return slot
    }

    @inline(never)  // The loop that asks would make ready for it, once a member; hardly any needs it.
    private mutating func isSameKey(_ place: Int, _ key: JSONText, _ mark: UInt64, _ bytes: Span<UInt8>) -> Bool {
        JSONKey.isWhole(mark) || keyBytes(nodes[place].text, bytes) == keyBytes(key, bytes)
    }

    private mutating func keyBytes(_ key: JSONText, _ bytes: Span<UInt8>) -> [UInt8] {
        key.traits.contains(.decoded)
            ? decoded.withSpan(key.range) { $0.array } : bytes.extracting(key.range).array
    }

    @inline(__always)
    mutating func mark(of text: JSONText, _ bytes: Span<UInt8>) -> UInt64 {
        text.traits.contains(.decoded)
            ? decoded.withSpan(text.range) { JSONKey.mark($0, 0..<$0.count) } : JSONKey.mark(bytes, text.range)
    }
}
