/// What a table holds: something with an id that stays and a name that only `rename(at:from:to:_:)` changes.
protocol TableEntity: Sendable {
    var uniqueID: UniqueID { get }
    var name: String { get }
}

/// A tenant's modules, or its actions: found by id and by name, listed in order of creation.
///
/// Each entity has a sequence number. Chunks of 64 numbers hold the entities at the place their number says; a deletion
/// leaves a hole, and an empty chunk goes. A look-up is one probe of an index, a page is found by adding up chunk
/// counts: nothing slows down as they grow in number.
struct EntityTable<Entity: TableEntity>: Sendable {
    private var chunks: [SequencedChunk<Entity>] = []
    private var byID = HashIndex()
    private var byName = HashIndex()
    private var nextSequence = 0
    private(set) var count = 0

    func contains(name: String) -> Bool {
        byName.sequence(of: name.exactHash) { self[$0]?.name.isExactly(name) ?? false } != nil
    }

    /// A place in the chunks, good until the next insertion or deletion.
    struct Place {
        fileprivate let chunk: Int
        fileprivate let index: Int
    }

    func place(of id: UniqueID) -> Place? {
        byID.sequence(of: id.exactHash) { self[$0]?.uniqueID == id }.flatMap { place(ofSequence: $0) }
    }

    /// The places of those of a name, which may be several, oldest first.
    func places(named name: String) -> [Place] {
        var sequences: [Int] = []
        _ = byName.sequence(of: name.exactHash) { sequence in
            if self[sequence]?.name.isExactly(name) ?? false { sequences.append(sequence) }
            return false
        }
        return sequences.sorted().compactMap { place(ofSequence: $0) }
    }

    /// The places of those that fit, oldest first. They are looked at where they stand: copies of all take long.
    func places(where fits: (borrowing Entity) -> Bool) -> [Place] {
        var found: [Place] = []
        walk(offset: 0, count: count) { if fits(self[$0]) { found.append($0) } }
        return found
    }

    /// The entity at a place. A place comes from a look-up, which finds no holes.
    subscript(place: Place) -> Entity {
        _read { yield chunks[place.chunk].items[place.index].unwrapped }
        _modify {
            // Taken out meanwhile, so that an entity that is a value is changed in place and not copied.
            var entity = chunks[place.chunk].items[place.index].unwrapped
            chunks[place.chunk].items[place.index] = nil
            defer { chunks[place.chunk].items[place.index] = entity }
            yield &entity
        }
    }

    /// Appends an entity whose id and name are new.
    mutating func append(_ entity: consuming Entity) {
        byID.insert(nextSequence, under: entity.uniqueID.exactHash)
        byName.insert(nextSequence, under: entity.name.exactHash)
        chunks.append(entity, at: nextSequence)
        nextSequence += 1
        count += 1
    }

    mutating func remove(at place: Place) {
        guard let entity = chunks[place.chunk].items[place.index] else { return }
        let sequence = chunks[place.chunk].firstSequence + place.index
        byID.remove(sequence, under: entity.uniqueID.exactHash)
        byName.remove(sequence, under: entity.name.exactHash)
        chunks[place.chunk].items[place.index] = nil
        chunks[place.chunk].count -= 1
        if chunks[place.chunk].count == 0 { chunks.remove(at: place.chunk) }
        count -= 1
    }

    /// Changes an entity's name; `change` does so.
    mutating func rename(at place: Place, from old: String, to new: String, _ change: (inout Entity) -> Void) {
        let sequence = chunks[place.chunk].firstSequence + place.index
        byName.remove(sequence, under: old.exactHash)
        byName.insert(sequence, under: new.exactHash)
        change(&self[place])
    }

    /// Up to `count` entities, oldest first, after the first `offset`.
    func slice(offset: Int, count wanted: Int) -> [Entity] {
        var found: [Entity] = []
        walk(offset: offset, count: wanted) { found.append(self[$0]) }
        return found
    }

    /// The places of up to `count` entities, oldest first, after the first `offset`.
    func places(offset: Int, count wanted: Int) -> [Place] {
        var found: [Place] = []
        walk(offset: offset, count: wanted) { found.append($0) }
        return found
    }

    /// What differs from an earlier state, or from any other; what both share of storage is passed over.
    func changes(since old: Self, areSame: @escaping (Entity, Entity) -> Bool) -> [Change<Entity>] {
        chunks.changes(since: old.chunks, by: { $0.uniqueID }, areSame: areSame)
    }

    @inline(__always)
    private func walk(offset: Int, count wanted: Int, _ body: (Place) -> Void) {
        var (skipped, found) = (0, 0)
        for chunk in chunks.indices where found < wanted {
            if found == 0, skipped + chunks[chunk].count <= offset {
                skipped += chunks[chunk].count
                continue
            }
            for index in chunks[chunk].items.indices where found < wanted {
                guard chunks[chunk].items[index] != nil else { continue }
                if skipped < offset {
                    skipped += 1
                } else {
                    found += 1
                    body(Place(chunk: chunk, index: index))
                }
            }
        }
    }

    private subscript(sequence: Int) -> Entity? {
        place(ofSequence: sequence).flatMap { chunks[$0.chunk].items[$0.index] }
    }

    private func place(ofSequence sequence: Int) -> Place? {
        chunks.place(of: sequence).map { Place(chunk: $0.chunk, index: $0.index) }
    }
}

extension Optional {
    /// What a place leads to.
    fileprivate var unwrapped: Wrapped {
        guard let self else {
            // Our bug if it comes to this: places do not outlive the call that looked them up.
            preconditionFailure("a place is stale")
        }
        return self
    }
}
