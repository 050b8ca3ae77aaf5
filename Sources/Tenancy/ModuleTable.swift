/// A tenant's modules: found by id and by name, listed in order of creation.
///
/// Modules stand in chunks of at most 64, each knowing the sequence number of its modules. A look-up is one hash and
/// two binary searches, a page is found by adding up chunk sizes, a deletion moves at most one chunk: nothing slows
/// down as modules grow in number.
struct ModuleTable: Sendable {
    private struct Chunk {
        /// Ascending; `modules[i]` was the `sequences[i]`-th created.
        var sequences: [Int] = []
        var modules: [Module] = []
    }

    private var chunks: [Chunk] = []
    private var sequenceByID = ShardedIndex<ModuleID, Int>()
    private var idByName = ShardedIndex<ExactText, ModuleID>()
    private var nextSequence = 0
    private static let chunkSize = 64

    var count: Int { sequenceByID.count }

    func contains(name: String) -> Bool {
        let key = ExactText(name)
        return idByName.value(of: key, spread: key.spread) != nil
    }

    /// A place in the chunks, good until the next insertion or deletion.
    struct Place {
        fileprivate let chunk: Int
        fileprivate let index: Int
    }

    func place(of id: ModuleID) -> Place? {
        guard let sequence = sequenceByID.value(of: id, spread: id.value.spread) else { return nil }
        let chunk = ModuleTable.partition(chunks.count) { chunks[$0].sequences[0] <= sequence } - 1
        let index = ModuleTable.partition(chunks[chunk].sequences.count) { chunks[chunk].sequences[$0] < sequence }
        return Place(chunk: chunk, index: index)
    }

    subscript(place: Place) -> Module {
        _read { yield chunks[place.chunk].modules[place.index] }
        _modify { yield &chunks[place.chunk].modules[place.index] }
    }

    /// Appends a module whose id and name are new.
    mutating func append(_ module: Module) {
        if chunks.last.map({ $0.modules.count >= ModuleTable.chunkSize }) ?? true {
            chunks.append(Chunk())
            chunks[chunks.count - 1].sequences.reserveCapacity(ModuleTable.chunkSize)
            if chunks.count > 1 { chunks[chunks.count - 1].modules.reserveCapacity(ModuleTable.chunkSize) }
        }
        chunks[chunks.count - 1].sequences.append(nextSequence)
        chunks[chunks.count - 1].modules.append(module)
        sequenceByID.insert(nextSequence, for: module.id, spread: module.id.value.spread)
        let name = ExactText(module.name)
        idByName.insert(module.id, for: name, spread: name.spread)
        nextSequence += 1
    }

    mutating func remove(at place: Place) {
        let module = chunks[place.chunk].modules.remove(at: place.index)
        chunks[place.chunk].sequences.remove(at: place.index)
        if chunks[place.chunk].modules.isEmpty { chunks.remove(at: place.chunk) }
        sequenceByID.remove(module.id, spread: module.id.value.spread)
        let name = ExactText(module.name)
        idByName.remove(name, spread: name.spread)
    }

    /// Up to `count` modules, oldest first, after the first `offset`.
    func slice(offset: Int, count wanted: Int) -> [Module] {
        var skipped = 0
        var found: [Module] = []
        for chunk in chunks where found.count < wanted {
            if skipped + chunk.modules.count <= offset, found.isEmpty {
                skipped += chunk.modules.count
                continue
            }
            let start = found.isEmpty ? offset - skipped : 0
            found.append(contentsOf: chunk.modules.dropFirst(start).prefix(wanted - found.count))
        }
        return found
    }

    /// How many of `0..<count` satisfy a predicate that holds for a prefix only.
    private static func partition(_ count: Int, _ holds: (Int) -> Bool) -> Int {
        var low = 0
        var high = count
        while low < high {
            let middle = low + (high - low) / 2
            if holds(middle) { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
