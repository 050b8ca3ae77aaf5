import JSON
import Resources
import Synchronization
import Tenancy
import Testing

/// Pages, filters, fields and orders of lists.
@Suite struct ListTests {
    private var heaven = HeavenFixture()

    init() {
        for (index, kind) in ["rock", "gas", "ice", "rock", "gas", "ice", "dust"].enumerated() {
            let colours = index.isMultiple(of: 2) ? #"["red","blue"]"# : #"["red"]"#
            heaven.send(
                .create, "planets", body: #"{"name":"p\#(index)","kind":"\#(kind)","colours":\#(colours)}"#)
        }
    }

    private mutating func list(_ query: String) -> HeavenFixture.Reply {
        heaven.send(.list, "planets", query: query)
    }

    @Test mutating func `pages by number are bare, or in an envelope with totals`() {
        #expect(names(heaven.send(.list, "planets").body) == "p0 p1 p2")
        #expect(names(list(#"{"page":2}"#).body) == "p6")
        #expect(names(list(#"{"page":9}"#).body) == "")
        let page = list(#"{"page":1,"per_page":2,"include_totals":true}"#)
        #expect(page.names == ["start", "limit", "total", "planets"])
        #expect(page["start"] == 2 && page["limit"] == 2 && page["total"] == 7)
        #expect(names(page["planets"]) == "p2 p3")
        #expect(list(#"{"page":9223372036854775807,"per_page":100}"#).text == "[]")
    }

    @Test mutating func `pages by cursor follow each other and end`() {
        var (seen, from) = ("", "")
        for _ in 0..<10 {
            let page = list(#"{"take":2\#(from)}"#)
            seen += names(page["planets"]) + "; "
            guard let next = page["next"]?.string else { break }
            from = #","from":"\#(next)""#
        }
        #expect(seen == "p0 p1; p2 p3; p4 p5; p6; ")
        #expect(list(#"{"take":2,"from":"zz"}"#).status == 400)
    }

    /// Documents of one millisecond have ids in any order: the list's own counts.
    @Test func `a cursor that names the next item finds it among ids that do not grow`() throws {
        let form = ListForm("planets", cursor: "next planets", cursorForm: .nextItem)
        var (seen, from) = ("", "")
        for _ in 0..<4 {
            let call = heaven.call(query: #"{"take":1\#(from)}"#)
            let page = try form.answer(["p2", "p0", "p1"], call, id: { $0 }, body: { .string($0) })
            let body = JSONTree(bytes: page.body)
            seen += (body["planets"]?.strings ?? []).joined(separator: " ") + ";"
            guard let next = body["next"]?.string else { break }
            from = #","from":"\#(next)""#
        }
        #expect(seen == "p2;p0;p1;")
    }

    /// Where a client removes what it was shown, the next page still is the next one.
    @Test mutating func `a cursor holds although the document that it names has gone`() {
        for filter in ["", #""colour":"red","#] {
            let page = list(#"{\#(filter)"take":2}"#)
            let next = page["next"]?.string ?? ""
            let last = page["planets"]?.items?.last?["id"]?.string ?? ""
            heaven.send(.remove, "planets", last)
            let second = list(#"{\#(filter)"take":2,"from":"\#(next)"}"#)
            #expect(second["planets"]?.items?.first?["id"] != page["planets"]?.items?.first?["id"])
            #expect(names(second["planets"]) == (filter.isEmpty ? "p2 p3" : "p3 p4"))
        }
    }

    /// Nobody made these, so they name whatever they like: the ends of numbers, too.
    @Test(arguments: ["-9223372036854775808.x", "9223372036854775807.x", "-1.x", "99999999999999999999.x", "1", "."])
    mutating func `a cursor that was made up does no harm`(text: String) {
        let cursor = text.utf8.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
        for filter in ["", #""kind":"rock","#, #""part":"p","#] {
            let page = list(#"{\#(filter)"take":2,"from":"\#(cursor)"}"#)
            #expect(page.status == 400 || page["planets"]?.items != nil)
        }
    }

    @Test mutating func `filters leave what fits, each once and in order of creation`() {
        #expect(names(list(#"{"kind":"gas"}"#).body) == "p1 p4")
        #expect(names(list(#"{"kind":["ice","rock"],"per_page":9}"#).body) == "p0 p2 p3 p5")
        #expect(names(list(#"{"kind":"rock,rock"}"#).body) == "p0 p3")
        #expect(names(list(#"{"colour":["blue","red"],"per_page":9}"#).body) == "p0 p1 p2 p3 p4 p5 p6")
        #expect(names(list(#"{"part":"P3"}"#).body) == "p3")
        #expect(names(list(#"{"part":"p","kind":"ice"}"#).body) == "p2 p5")
        #expect(names(list(#"{"kind":"none"}"#).body) == "")
        #expect(list(#"{"kind":"gas","include_totals":true}"#)["total"] == 2)
    }

    @Test mutating func `fields pick members, or leave them out`() {
        #expect(list(#"{"fields":"name"}"#).body.items?.first?.members?.map(\.key) == ["id", "name"])
        let without = list(#"{"fields":"name,id,kind","include_fields":false}"#).body.items?.first
        #expect(without?["id"] != nil && without?["name"] == nil && without?["kind"] == nil)
        #expect(without?["rings"] != nil)
    }

    @Test mutating func `sort is by a member, up or down`() {
        #expect(names(list(#"{"sort":"kind:1","per_page":9}"#).body) == "p6 p1 p4 p2 p5 p0 p3")
        #expect(names(list(#"{"sort":"name:-1"}"#).body) == "p6 p5 p4")
    }

    @Test mutating func `lists have their own order`() {
        let id = heaven.send(.create, "planets", body: #"{"name":"x"}"#).id
        for name in ["b", "A", "c"] { heaven.send(.create, "planets/moons", id, body: #"{"name":"\#(name)"}"#) }
        #expect(names(heaven.send(.list, "planets/moons", id).body) == "A b c")
        let probes = (0..<3).map { _ in heaven.send(.create, "probes", body: #"{"planet":"\#(id)"}"#).id }
        let list = heaven.send(.list, "probes").body.items?.compactMap { $0["id"]?.string } ?? []
        #expect(list == probes.reversed())
    }

    /// What an answer is made of is looked at, and nothing else.
    @Test func `a page at the end of many documents shows no more than its own`() throws {
        let rules = CountingRules()
        let dust = Resource(
            "dust", .collection(.uuid), list: ListForm("dust", offset: "total dust", cursor: "dust next"), rules: rules)
        var heaven = HeavenFixture()
        let text = Array("{}".utf8)
        heaven.tenant.withTable("dust") { table in
            for number in 0..<100_000 {
                table.append(Document(id: "\(number)", text: text, createdAt: Instant(nanoseconds: 0)))
            }
        }
        let last = try dust.list(
            heaven.call(query: #"{"page":1999,"per_page":50,"include_totals":true}"#), &heaven.tenant)
        #expect(JSONTree(bytes: last.body)["total"] == 100_000)
        #expect(rules.looked.load(ordering: .relaxed) == 50)
        let cursor = ListRequest.cursor(99_949, "99949")
        let end = try dust.list(heaven.call(query: #"{"take":50,"from":"\#(cursor)"}"#), &heaven.tenant)
        #expect(JSONTree(bytes: end.body)["dust"]?.items?.count == 50)
        #expect(rules.looked.load(ordering: .relaxed) == 100)
        // One more for each page: the oldest, which may stand last.
        #expect(rules.asked.load(ordering: .relaxed) == 2)
    }
}

private func names(_ list: JSONTree?) -> String {
    list?.items?.compactMap { $0["name"]?.string }.joined(separator: " ") ?? "none"
}

private final class CountingRules: ResourceRules {
    let looked = Atomic(0)
    let asked = Atomic(0)

    var views: ViewKinds { [.item] }

    func isViewed(_ document: Document, _ kind: ViewKind, _ call: ResourceCall) -> Bool {
        looked.add(1, ordering: .relaxed)
        return false
    }

    func standsLast(_ document: Document) -> Bool {
        asked.add(1, ordering: .relaxed)
        return false
    }
}
