/// The documents of one resource in one tenant: found by id and by the keys of its indexes, listed in the order of
/// their creation.
///
/// Built as `EntityTable` is: chunks of 64 sequence numbers, holes where documents were removed. Other orders are kept
/// from when they are first asked for. Nothing slows down as documents grow in number.
package struct DocumentTable: Sendable {
    fileprivate typealias Chunk = SequencedChunk<Document>

    private var chunks: [Chunk] = []
    private var byID = PartedIndex<Int>()
    /// By index number: the sequence numbers of the documents that have a key, ascending.
    private var indexes: [PartedIndex<SequenceSet>] = []
    /// Where documents stood that went lately, for cursors that name them.
    private var gone: [String: Int] = [:]
    private static let goneMax = 1_000
    /// By name.
    private var orders: [String: Order] = [:]
    private var nextSequence = 0
    package private(set) var count = 0

    /// What documents are sorted by; the same for the same document always.
    package typealias SortKey = @Sendable (Document) -> [UInt8]

    private struct Order: Sendable {
        let key: SortKey
        var index: OrderedIndex

        mutating func add(_ document: Document, _ sequence: Int) { index.insert(entry(document, sequence)) }
        mutating func remove(_ document: Document, _ sequence: Int) { index.remove(entry(document, sequence)) }

        mutating func move(_ old: Document, _ new: Document, _ sequence: Int) {
            let (before, after) = (entry(old, sequence), entry(new, sequence))
            guard before.key != after.key else { return }
            index.remove(before)
            index.insert(after)
        }

        func entry(_ document: Document, _ sequence: Int) -> OrderedIndex.Entry {
            OrderedIndex.Entry(key: key(document), sequence: sequence)
        }
    }

    package init() {}

    package init(_ documents: [Document]) {
        for document in documents { append(document) }
    }

    package func document(_ id: String) -> Document? {
        byID[id].flatMap { document(sequence: $0) }
    }

    package func contains(_ id: String) -> Bool { byID[id] != nil }

    /// Documents that have a key, in order of creation.
    package func documents(_ index: Int, _ key: String) -> [Document] {
        sequences(index, key)?.slice().compactMap { document(sequence: $0) } ?? []
    }

    /// How many have a key.
    package func count(_ index: Int, _ key: String) -> Int { sequences(index, key)?.count ?? 0 }

    /// A part of those that have a key.
    package func documents(_ index: Int, _ key: String, offset: Int, count: Int) -> [Document] {
        sequences(index, key)?.slice(offset: offset, count: count).compactMap { document(sequence: $0) } ?? []
    }

    private func sequences(_ index: Int, _ key: String) -> SequenceSet? {
        index < indexes.count ? indexes[index][key] : nil
    }

    /// The place of a document in the order of creation, for cursors.
    package func sequence(of id: String) -> Int? { byID[id] }

    /// The same, of a document that went lately, too.
    package func lastSequence(of id: String) -> Int? { byID[id] ?? gone[id] }

    /// Appends a document whose id is new.
    package mutating func append(_ document: Document) {
        chunks.append(document, at: nextSequence)
        byID[document.id] = nextSequence
        enter(document, nextSequence)
        for name in orders.keys { orders[name]?.add(document, nextSequence) }
        nextSequence += 1
        count += 1
    }

    /// Appends a document, and removes the oldest ones beyond a number.
    package mutating func append(_ document: Document, keeping countMax: Int) {
        append(document)
        while count > countMax, let oldest = slice(offset: 0, count: 1).first { remove(oldest.id) }
    }

    /// Puts a document in the place of the one with its id.
    ///
    /// - Returns: the one that was there; nil, and nothing is done, where there was none.
    @discardableResult
    package mutating func replace(_ document: Document) -> Document? {
        guard let sequence = byID[document.id], let place = chunks.place(of: sequence),
            let old = chunks[place.chunk].items[place.index]
        else { return nil }
        chunks[place.chunk].items[place.index] = document
        if old.keys != document.keys {
            leave(old, sequence)
            enter(document, sequence)
        }
        for name in orders.keys { orders[name]?.move(old, document, sequence) }
        return old
    }

    /// - Returns: the document that was removed; nil where there was none.
    @discardableResult
    package mutating func remove(_ id: String) -> Document? {
        guard let sequence = byID[id], let place = chunks.place(of: sequence),
            let document = chunks[place.chunk].items[place.index]
        else { return nil }
        chunks[place.chunk].items[place.index] = nil
        chunks[place.chunk].count -= 1
        if chunks[place.chunk].count == 0 { chunks.remove(at: place.chunk) }
        byID[id] = nil
        if gone.count >= Self.goneMax { gone.removeAll() }
        gone[id] = sequence
        leave(document, sequence)
        for name in orders.keys { orders[name]?.remove(document, sequence) }
        count -= 1
        return document
    }

    private mutating func enter(_ document: Document, _ sequence: Int) {
        for key in document.keys {
            while indexes.count <= key.index { indexes.append(PartedIndex()) }
            // A document that takes on a key later stands where its creation puts it.
            indexes[key.index].change(key.text, default: SequenceSet()) { $0.insert(sequence) }
        }
    }

    private mutating func leave(_ document: Document, _ sequence: Int) {
        for key in document.keys where key.index < indexes.count {
            let isEmpty = indexes[key.index].change(key.text, default: SequenceSet()) { sequences in
                sequences.remove(sequence)
                return sequences.isEmpty
            }
            if isEmpty { indexes[key.index][key.text] = nil }
        }
    }

    /// Up to `count` documents, oldest first, after the first `offset`.
    package func slice(offset: Int, count wanted: Int) -> [Document] {
        var skipped = 0
        var found: [Document] = []
        for chunk in chunks where found.count < wanted {
            if found.isEmpty, skipped + chunk.count <= offset {
                skipped += chunk.count
                continue
            }
            for case let document? in chunk.items where found.count < wanted {
                if skipped < offset { skipped += 1 } else { found.append(document) }
            }
        }
        return found
    }

    /// Up to `count` documents, oldest first, that were made after a sequence number.
    package func slice(after sequence: Int, count wanted: Int) -> [Document] {
        var found: [Document] = []
        for chunk in chunks where found.count < wanted && chunk.firstSequence + Chunk.sequencesMax - 1 > sequence {
            for (index, document) in chunk.items.enumerated() where found.count < wanted {
                if let document, chunk.firstSequence + index > sequence { found.append(document) }
            }
        }
        return found
    }

    // MARK: - Other orders

    /// Keeps the documents in one more order from now on.
    package mutating func keepOrder(_ name: String, by key: @escaping SortKey) {
        guard orders[name] == nil else { return }
        var order = Order(key: key, index: OrderedIndex([]))
        let entries = chunks.flatMap { chunk in
            chunk.items.enumerated().compactMap { index, document in
                document.map { order.entry($0, chunk.firstSequence + index) }
            }
        }
        order.index = OrderedIndex(entries)
        orders[name] = order
    }

    /// Up to `count` documents after the first `offset` of an order that is kept; nil where it is not.
    package func slice(in order: String, offset: Int, count: Int) -> [Document]? {
        orders[order]?.index.slice(offset: offset, count: count).compactMap { document(sequence: $0) }
    }

    /// How many stand before a document in an order that is kept; nil where there is none of that id.
    package func rank(of id: String, in order: String) -> Int? {
        guard let order = orders[order], let sequence = byID[id], let document = document(sequence: sequence) else {
            return nil
        }
        return order.index.rank(of: order.entry(document, sequence))
    }

    /// The same documents in order of creation, each once.
    package func inOrder(_ documents: [Document]) -> [Document] {
        Set(documents.compactMap { byID[$0.id] }).sorted().compactMap { document(sequence: $0) }
    }

    /// Some of the documents, oldest first.
    package struct Part: Sendable {
        fileprivate let chunks: ArraySlice<Chunk>

        /// Hands them over as long as the body says to go on.
        package func forEach(while body: (Document) -> Bool) {
            for chunk in chunks {
                // A loop over the array would count a reference to each document, which waits for memory.
                let documents = chunk.items.span
                for index in documents.indices {
                    if let goesOn = documents[index].map(body), !goesOn { return }
                }
            }
        }
    }

    /// All of them, oldest first.
    package var whole: Part { Part(chunks: chunks[...]) }

    /// All documents in parts of about a size, oldest first.
    package func parts(of size: Int) -> [Part] {
        let step = max(1, size / Chunk.sequencesMax)
        return stride(from: 0, to: chunks.count, by: step).map { start in
            Part(chunks: chunks[start..<min(start + step, chunks.count)])
        }
    }

    /// What differs from an earlier state, or from any other; what both share of storage is passed over.
    package func changes(since old: DocumentTable) -> [Change<Document>] {
        chunks.changes(
            since: old.chunks, by: { ExactText($0.id) },
            areSame: { $0 === $1 || $0.text == $1.text && $0.sealed == $1.sealed })
    }

    /// All of them, oldest first.
    package var all: [Document] { slice(offset: 0, count: count) }

    private func document(sequence: Int) -> Document? {
        chunks.place(of: sequence).flatMap { chunks[$0.chunk].items[$0.index] }
    }
}
