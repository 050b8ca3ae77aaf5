import Tenancy
import Testing

@Suite struct LinkTableTests {
    private let time = Instant(nanoseconds: 0)

    @Test func `what is untied leaves both ends, and nothing else`() {
        var links = LinkTable()
        for member in ["a", "b", "c"] {
            links.tie("one", member, at: time)
            links.tie("two", member, at: time)
        }
        links.tie("b", "one", at: time)
        links.untieAll("one")
        #expect(links.links(from: "one").isEmpty && links.links(to: "one").isEmpty)
        #expect(links.links(from: "b").isEmpty)
        #expect(links.links(to: "b").map(\.id) == ["two"])
        #expect(links.links(from: "two").map(\.id) == ["a", "b", "c"])
        links.untieAll("b")
        #expect(links.links(from: "two").map(\.id) == ["a", "c"])
        #expect(links.tie("one", "a", at: time) && !links.tie("two", "a", at: time))
    }

    @Test func `an id that is tied to itself is untied, too`() {
        var links = LinkTable()
        links.tie("a", "a", at: time)
        links.untieAll("a")
        #expect(!links.contains(from: "a", to: "a"))
    }
}
