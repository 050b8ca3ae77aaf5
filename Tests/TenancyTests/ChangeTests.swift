import TestSupport
import Testing

@testable import Tenancy

/// Differences of tables beside those that are found by comparing all with all.
@Suite struct ChangeTests {
    private static func document(_ id: String, _ text: String) -> Document {
        Document(id: id, text: Array(text.utf8), createdAt: Instant(nanoseconds: 0))
    }

    private static func described(_ change: Change<Document>) -> String {
        let texts = [change.from, change.to].map { $0.map { "\($0.id)=\(String(decoding: $0.text, as: UTF8.self))" } }
        return "\(texts[0] ?? "-") > \(texts[1] ?? "-")"
    }

    private static func naive(_ new: DocumentTable, _ old: DocumentTable) -> [String] {
        let was = old.all.compactMap { before -> String? in
            let after = new.document(before.id)
            return after?.text == before.text ? nil : described(Change(from: before, to: after))
        }
        return was + new.all.filter { !old.contains($0.id) }.map { described(Change(from: nil, to: $0)) }
    }

    @Test(arguments: 1...6 as ClosedRange<UInt64>)
    func `of any two states what differs is found, in order`(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        var table = DocumentTable()
        var states: [DocumentTable] = [table]
        for step in 0..<1_200 {
            let id = "d\(Int.random(in: 0..<300, using: &random))"
            let document = Self.document(id, "\(Int.random(in: 0..<3, using: &random))")
            switch Int.random(in: 0..<(step / 200 % 2 == 0 ? 6 : 12), using: &random) {
            case 0...3: if table.replace(document) == nil { table.append(document) }
            case 4, 5: table.replace(document)
            default: table.remove(id)
            }
            if step % 100 == 0 { states.append(table) }
            // Back to a state whose next numbers then go to other documents.
            if step % 350 == 349, let state = states.randomElement(using: &random) { table = state }
        }
        // The same documents at other places.
        states.append(DocumentTable(table.all.reversed()))
        for new in states {
            for old in states { #expect(new.changes(since: old).map(Self.described) == Self.naive(new, old)) }
        }
    }

    @Test func `of many that are shared nearly none is looked at`() {
        var table = DocumentTable((0..<10_000).map { Self.document("d\($0)", "x") })
        let old = table
        table.replace(Self.document("d5000", "y"))
        table.append(Self.document("new", "z"))
        var compared = 0
        #expect(table.changes(since: old).map(Self.described) == ["d5000=x > d5000=y", "- > new=z"])
        #expect(table.changes(since: table).isEmpty)
        let chunks = (0..<100).map { (number: Int) -> SequencedChunk<Int> in
            SequencedChunk(firstSequence: number * 64, items: Array(repeating: number, count: 64), count: 64)
        }
        var changed = chunks
        changed[50].items[3] = 7
        let changes = changed.changes(
            since: chunks, by: { (number: Int) in number },
            areSame: { (one: Int, other: Int) in
                compared += 1
                return one == other
            })
        #expect(changes.map(\.to) == [nil, 7] && compared < 64)
    }

    @Test func `links differ where their first of the pair says so`() {
        var links = LinkTable()
        for number in 0..<500 { links.tie("f\(number % 50)", "t\(number)", at: Instant(nanoseconds: 0)) }
        let old = links
        #expect(links.firsts(changedSince: old).isEmpty)
        links.untie("f7", "t7")
        links.tie("new", "t1", at: Instant(nanoseconds: 1))
        links.untieAll("f9")
        #expect(links.firsts(changedSince: old) == ["f7", "f9", "new"])
        #expect(old.firsts(changedSince: links) == ["f7", "f9", "new"])
        #expect(
            LinkTable().firsts(changedSince: links).count == 50 && links.firsts(changedSince: LinkTable()).count == 50)
        #expect(LinkTable().firsts(changedSince: LinkTable()).isEmpty && LinkTable().isEmpty && !links.isEmpty)
    }
}
