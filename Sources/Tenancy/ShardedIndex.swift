/// A dictionary in 64 parts, each growing on its own.
///
/// A dictionary that grows moves all its entries at once; with 100,000 modules that is a pause of tens of
/// milliseconds for every client of the tenant. A part moves a sixty-fourth of that.
struct ShardedIndex<Key: Hashable & Sendable, Value: Sendable>: Sendable {
    private var shards: [[Key: Value]] = []
    private static var shardCount: Int { 64 }

    private(set) var count = 0

    /// - Parameter spread: any function of the key that spreads keys evenly; the same for the same key.
    func value(of key: Key, spread: UInt64) -> Value? {
        shards.isEmpty ? nil : shards[Int(spread % 64)][key]
    }

    /// Adds a key that is not there yet.
    mutating func insert(_ value: Value, for key: Key, spread: UInt64) {
        if shards.isEmpty { shards = Array(repeating: [:], count: ShardedIndex.shardCount) }
        shards[Int(spread % 64)][key] = value
        count += 1
    }

    mutating func remove(_ key: Key, spread: UInt64) {
        guard !shards.isEmpty, shards[Int(spread % 64)].removeValue(forKey: key) != nil else { return }
        count -= 1
    }
}

extension UniqueID {
    /// The random bits behind the version and variant.
    var spread: UInt64 { low }
}

extension ExactText {
    /// FNV-1a of the bytes, its halves folded.
    var spread: UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        return hash ^ hash >> 32
    }
}
