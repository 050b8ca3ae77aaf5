/// A tenant's modules: found by id and by name, listed in order of creation.
///
/// Each module has a sequence number. Chunks of 64 numbers hold the modules at the place their number says; a deletion
/// leaves a hole, and an empty chunk goes. A look-up is one probe of an index, a page is found by adding up chunk
/// counts: nothing slows down as modules grow in number.
struct ModuleTable: Sendable {
    private struct Chunk {
        /// The number of the first module; a multiple of 64.
        let firstSequence: Int
        /// `modules[i]` has the number `firstSequence + i`; nil once deleted.
        var modules: [Module?] = []
        /// Modules that are there.
        var count = 0
    }

    private var chunks: [Chunk] = []
    private var byID = HashIndex()
    private var byName = HashIndex()
    private var nextSequence = 0
    private(set) var count = 0
    private static let chunkSize = 64

    func contains(name: String) -> Bool {
        byName.sequence(of: name.exactHash) { self[$0]?.name.isExactly(name) ?? false } != nil
    }

    /// A place in the chunks, good until the next insertion or deletion.
    struct Place {
        fileprivate let chunk: Int
        fileprivate let index: Int
    }

    func place(of id: ModuleID) -> Place? {
        byID.sequence(of: id.value.exactHash) { self[$0]?.id == id }.flatMap { place(ofSequence: $0) }
    }

    /// The module at a place. A place comes from a look-up, which finds no holes.
    subscript(place: Place) -> Module {
        _read {
            // Our bug if it fails: places do not outlive the call that looked them up.
            guard let module = chunks[place.chunk].modules[place.index] else { preconditionFailure("a place is stale") }
            yield module
        }
        _modify {
            // As above.
            guard var module = chunks[place.chunk].modules[place.index] else { preconditionFailure("a place is stale") }
            // Taken out meanwhile, so that it is changed in place and not copied.
            chunks[place.chunk].modules[place.index] = nil
            defer { chunks[place.chunk].modules[place.index] = module }
            yield &module
        }
    }

    /// Appends a module whose id and name are new.
    mutating func append(_ module: Module) {
        let offset = nextSequence % ModuleTable.chunkSize
        if chunks.last.map({ $0.firstSequence + ModuleTable.chunkSize <= nextSequence }) ?? true {
            var chunk = Chunk(firstSequence: nextSequence - offset)
            chunk.modules = Array(repeating: nil, count: offset)
            if nextSequence > 0 { chunk.modules.reserveCapacity(ModuleTable.chunkSize) }
            chunks.append(chunk)
        }
        chunks[chunks.count - 1].modules.append(module)
        chunks[chunks.count - 1].count += 1
        byID.insert(nextSequence, under: module.id.value.exactHash)
        byName.insert(nextSequence, under: module.name.exactHash)
        nextSequence += 1
        count += 1
    }

    mutating func remove(at place: Place) {
        guard let module = chunks[place.chunk].modules[place.index] else { return }
        let sequence = chunks[place.chunk].firstSequence + place.index
        byID.remove(sequence, under: module.id.value.exactHash)
        byName.remove(sequence, under: module.name.exactHash)
        chunks[place.chunk].modules[place.index] = nil
        chunks[place.chunk].count -= 1
        if chunks[place.chunk].count == 0 { chunks.remove(at: place.chunk) }
        count -= 1
    }

    /// Up to `count` modules, oldest first, after the first `offset`.
    func slice(offset: Int, count wanted: Int) -> [Module] {
        var skipped = 0
        var found: [Module] = []
        for chunk in chunks where found.count < wanted {
            if found.isEmpty, skipped + chunk.count <= offset {
                skipped += chunk.count
                continue
            }
            for case let module? in chunk.modules where found.count < wanted {
                if skipped < offset { skipped += 1 } else { found.append(module) }
            }
        }
        return found
    }

    private subscript(sequence: Int) -> Module? {
        place(ofSequence: sequence).flatMap { chunks[$0.chunk].modules[$0.index] }
    }

    /// A chunk stands where its number says unless chunks before it are gone; then it is to the left of there.
    private func place(ofSequence sequence: Int) -> Place? {
        guard let first = chunks.first?.firstSequence else { return nil }
        let firstSequence = sequence - sequence % ModuleTable.chunkSize
        var high = min((firstSequence - first) / ModuleTable.chunkSize, chunks.count - 1)
        guard high >= 0 else { return nil }
        if chunks[high].firstSequence != firstSequence {
            var low = 0
            while low < high {
                let middle = (low + high) / 2
                if chunks[middle].firstSequence < firstSequence { low = middle + 1 } else { high = middle }
            }
        }
        guard chunks[high].firstSequence == firstSequence else { return nil }
        return Place(chunk: high, index: sequence - firstSequence)
    }
}
