import TestSupport
import Testing

@testable import Tenancy

/// Tables of documents, indexes and links beside arrays and dictionaries that do the same slowly.
@Suite struct DocumentTableTests {
    private static func document(_ id: String, _ keys: [Document.Key] = [], _ text: String = "{}") -> Document {
        Document(id: id, text: Array(text.utf8), keys: keys, createdAt: Instant(nanoseconds: 0))
    }

    @Test(arguments: 1...4 as ClosedRange<UInt64>)
    func `a table finds and lists what an array would`(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        var (table, model) = (DocumentTable(), [Document]())
        table.keepOrder("key", by: Self.sortKey)
        var copies: [(DocumentTable, [Document])] = []
        func keys() -> [Document.Key] {
            (0..<3).flatMap { index in
                (0..<Int.random(in: 0..<3, using: &random)).map { _ in
                    Document.Key(index, "k\(Int.random(in: 0..<4, using: &random))")
                }
            }
        }
        for step in 0..<3_000 {
            // Now it grows, now it shrinks to almost nothing.
            let isGrowing = step / 500 % 2 == 0
            switch Int.random(in: 0..<10, using: &random) {
            case 0 where model.isEmpty == false:
                let new = Self.document(model.randomElement(using: &random)?.id ?? "", keys())
                let index = model.firstIndex { $0.id == new.id } ?? 0
                #expect(table.replace(new) === model[index])
                model[index] = new
            case 1...7:
                if isGrowing {
                    let new = Self.document("d\(step)", keys())
                    table.append(new)
                    model.append(new)
                } else if let index = model.indices.randomElement(using: &random) {
                    #expect(table.remove(model[index].id) === model[index])
                    model.remove(at: index)
                }
            case 8: copies.append((table, model))
            default: #expect(table.remove("nobody") == nil && table.replace(Self.document("nobody")) == nil)
            }
            if step.isMultiple(of: 25) { Self.check(table, model, &random) }
        }
        for (table, model) in copies.suffix(20) { Self.check(table, model, &random) }
    }

    @Sendable private static func sortKey(_ document: Document) -> [UInt8] {
        Array((document.keys.first?.text ?? "").utf8)
    }

    /// Enough that chunks are cut in two, and emptied again.
    @Test func `an order that is kept is that of the sorted documents, whenever it began`() {
        var random = SeededGenerator(seed: 7)
        var table = DocumentTable()
        func key() -> [Document.Key] { [Document.Key(0, "k\(Int.random(in: 0..<900, using: &random))")] }
        for number in 0..<1_500 { table.append(Self.document("d\(number)", key())) }
        table.keepOrder("key", by: Self.sortKey)
        for number in 1_500..<4_000 { table.append(Self.document("d\(number)", key())) }
        for number in stride(from: 0, to: 4_000, by: 7) { table.replace(Self.document("d\(number)", key())) }
        Self.checkOrder(table)
        for number in 0..<4_000 where !number.isMultiple(of: 50) { table.remove("d\(number)") }
        Self.checkOrder(table)
        #expect(table.slice(in: "no such order", offset: 0, count: 1) == nil)
    }

    private static func checkOrder(_ table: DocumentTable) {
        let wanted = table.all.enumerated().sorted { left, right in
            let (one, other) = (sortKey(left.element), sortKey(right.element))
            return one == other ? left.offset < right.offset : one.lexicographicallyPrecedes(other)
        }.map(\.element.id)
        #expect(table.slice(in: "key", offset: 0, count: table.count)?.map(\.id) == wanted)
        let part = table.slice(in: "key", offset: wanted.count / 3, count: 5)?.map(\.id)
        #expect(part == Array(wanted.dropFirst(wanted.count / 3).prefix(5)))
        for (rank, id) in wanted.enumerated().prefix(20) { #expect(table.rank(of: id, in: "key") == rank) }
        #expect(table.rank(of: "nobody", in: "key") == nil)
    }

    private static func check(_ table: DocumentTable, _ model: [Document], _ random: inout SeededGenerator) {
        let ids = model.map(\.id)
        #expect(table.count == model.count && table.all.map(\.id) == ids)
        checkOrder(table)
        let (offset, count) = (
            Int.random(in: 0...model.count + 2, using: &random), Int.random(in: 0...70, using: &random)
        )
        #expect(table.slice(offset: offset, count: count).map(\.id) == Array(ids.dropFirst(offset).prefix(count)))
        if let place = ids.indices.randomElement(using: &random) {
            #expect(table.document(ids[place]) === model[place])
            let sequence = table.sequence(of: ids[place]) ?? -1
            #expect(
                table.slice(after: sequence, count: count).map(\.id) == Array(ids.dropFirst(place + 1).prefix(count)))
        }
        #expect(table.slice(after: -1, count: count).map(\.id) == Array(ids.prefix(count)))
        #expect(table.slice(after: .max, count: count).isEmpty)
        for index in 0..<3 {
            for text in ["k0", "k1", "k2", "k3"] {
                let own = model.filter { $0.keys.contains(Document.Key(index, text)) }.map(\.id)
                #expect(table.documents(index, text).map(\.id) == own)
                #expect(table.count(index, text) == own.count)
                #expect(
                    table.documents(index, text, offset: offset, count: count).map(\.id)
                        == Array(own.dropFirst(offset).prefix(count)))
            }
        }
        let some = model.shuffled(using: &random).prefix(5)
        #expect(table.inOrder(Array(some + some)).map(\.id) == ids.filter { id in some.contains { $0.id == id } })
    }

    @Test func `of many documents few remain, and are where they were`() {
        var table = DocumentTable((0..<100_000).map { Self.document("\($0)", [Document.Key(0, "all")]) })
        #expect(table.slice(offset: 99_950, count: 50).map(\.id) == (99_950..<100_000).map { "\($0)" })
        #expect(table.slice(after: 99_949, count: 51).count == 50)
        for number in (0..<100_000).reversed() where !number.isMultiple(of: 5_000) { table.remove("\(number)") }
        let left = stride(from: 0, to: 100_000, by: 5_000).map { "\($0)" }
        #expect(table.count == 20 && table.all.map(\.id) == left)
        #expect(table.documents(0, "all").map(\.id) == left)
        #expect(table.slice(offset: 18, count: 5).map(\.id) == ["90000", "95000"])
        #expect(table.document("45000")?.id == "45000" && table.document("45001") == nil)
        table.append(Self.document("new"))
        #expect(table.sequence(of: "new") == 100_000)
        #expect(table.slice(after: 95_000, count: 5).map(\.id) == ["new"])
    }

    @Test(arguments: 1...3 as ClosedRange<UInt64>)
    func `an index in parts is a dictionary by exact text`(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        var (index, model) = (PartedIndex<Int>(), [[UInt8]: Int]())
        // The last two are the same to Swift, and not to the service.
        let keys = (0..<200).map { "key \($0)" } + ["", "\u{E9}", "e\u{301}"]
        var copy: (PartedIndex<Int>, [[UInt8]: Int])?
        for step in 0..<5_000 {
            let key = keys.randomElement(using: &random) ?? ""
            let bytes = Array(key.utf8)
            #expect(index[key] == model[bytes])
            switch Int.random(in: 0..<4, using: &random) {
            case 0: (index[key], model[bytes]) = (nil, nil)
            case 1: (index[key], model[bytes]) = (step, step)
            default:
                index.change(key, default: 0) { $0 += 1 }
                model[bytes, default: 0] += 1
            }
            if step == 2_500 { copy = (index, model) }
        }
        for (index, model) in [(index, model), copy].compactMap({ $0 }) {
            let sorted = model.sorted { $0.key.lexicographicallyPrecedes($1.key) }
            #expect(index.sorted.map { Array($0.key.utf8) } == sorted.map(\.key))
            #expect(index.sorted.map(\.value) == sorted.map(\.value))
        }
    }

    @Test(arguments: 1...4 as ClosedRange<UInt64>)
    func `links are pairs in the order of their tying, from either end`(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        var (links, model) = (LinkTable(), [(from: String, to: String)]())
        for step in 0..<2_000 {
            // Some ids stand at both ends, and some pairs tie one to itself.
            let from = "i\(Int.random(in: 0..<8, using: &random))"
            let to = "i\(Int.random(in: 5..<15, using: &random))"
            let isTied = model.contains { $0 == (from, to) }
            #expect(links.contains(from: from, to: to) == isTied)
            switch Int.random(in: 0..<20, using: &random) {
            case 0...11:
                #expect(links.tie(from, to, at: Instant(nanoseconds: Int64(step))) == !isTied)
                if !isTied { model.append((from, to)) }
            case 12...18:
                #expect(links.untie(from, to) == isTied)
                model.removeAll { $0 == (from, to) }
            default:
                links.untieAll(to)
                model.removeAll { $0.from == to || $0.to == to }
            }
            #expect(links.links(from: from).map(\.id) == model.filter { $0.from == from }.map(\.to))
            #expect(links.links(to: to).map(\.id) == model.filter { $0.to == to }.map(\.from))
        }
        #expect(links.pairs.map { [$0.from, $0.to] } == model.map { [$0.from, $0.to] })
    }
}
