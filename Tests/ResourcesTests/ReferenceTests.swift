import JSON
import Resources
import Tenancy
import Testing

/// What documents have to do with each other.
@Suite struct ReferenceTests {
    private var heaven = HeavenFixture()

    private mutating func planet(_ name: String) -> String {
        heaven.send(.create, "planets", body: #"{"name":"\#(name)"}"#).id
    }

    private mutating func star(_ name: String) {
        heaven.send(.create, "stars", body: #"{"name":"\#(name)"}"#)
    }

    @Test mutating func `a name of nothing is refused, where a reference wants something`() {
        let id = planet("a")
        star("Sol")
        #expect(heaven.send(.create, "planets/moons", id, body: #"{"star":"X"}"#).text == "no star X")
        let moon = heaven.send(.create, "planets/moons", id, body: #"{"star":"Sol","seen_from":["X"]}"#)
        #expect(moon.status == 201)
        #expect(heaven.send(.patch, "planets/moons", id, moon.id, body: #"{"star":"Y"}"#).status == 400)
        #expect(heaven.send(.read, "planets/moons", id, moon.id).text == moon.text)
    }

    @Test mutating func `what goes takes along, is forgotten, or stays, as its references say`() {
        let id = planet("a")
        for name in ["Sol", "Vega", "Deneb"] { star(name) }
        let bound = heaven.send(.create, "planets/moons", id, body: #"{"name":"1","star":"Sol"}"#).id
        let seen = heaven.send(
            .create, "planets/moons", id, body: #"{"name":"2","star":"Vega","seen_from":["Sol","Deneb"]}"#
        ).id
        let one = heaven.send(.create, "planets/moons", id, body: #"{"name":"3","seen_from":"Sol"}"#).id
        heaven.send(.remove, "stars", "Sol")
        #expect(heaven.send(.read, "planets/moons", id, bound).status == 404)
        #expect(heaven.send(.read, "planets/moons", id, seen)["seen_from"] == ["Deneb"])
        #expect(heaven.send(.read, "planets/moons", id, one)["seen_from"] == nil)
        // Those that were forgotten are no longer found by the name, the others still are.
        heaven.send(.remove, "stars", "Deneb")
        #expect(heaven.send(.read, "planets/moons", id, seen)["seen_from"] == [])

        let probe = heaven.send(.create, "probes", body: #"{"planet":"\#(id)"}"#).id
        #expect(heaven.send(.remove, "planets", id).text == "\(id) is watched")
        #expect(heaven.send(.read, "planets", id).status == 200)
        heaven.send(.remove, "probes", probe)
        #expect(heaven.send(.remove, "planets", id).status == 200)
        #expect(heaven.tenant.table("planets/moons").count == 0)
    }

    @Test mutating func `a relation is untied by either end`() throws {
        let (first, second) = (planet("a"), planet("b"))
        star("Sol")
        for id in [first, second] {
            let operation = try #require(Heaven.planets.operations.first { $0.id == "visit" })
            guard case .act(let act)? = operation.binding else { throw Refusal.notFound }
            for _ in 0..<2 {
                let answer = try act(heaven.call([id]), &heaven.tenant)
                #expect(answer.status == 202)
            }
        }
        #expect(heaven.tenant.links("planets/stars").links(to: "Sol").map(\.id) == [first, second])
        heaven.send(.remove, "planets", first)
        #expect(heaven.tenant.links("planets/stars").links(to: "Sol").map(\.id) == [second])
        heaven.send(.remove, "stars", "Sol")
        #expect(heaven.tenant.links("planets/stars").links(from: second).isEmpty)
    }

    @Test func `operations are bound by their paths' form, acts by their ids, and the rest by nothing`() {
        let operations = Heaven.planets.operations
        #expect(operations.map(\.number) == Array(0..<6))
        let bound = operations.map { operation in
            switch operation.binding {
            case .verb(let verb, let resource)?: "\(verb) \(resource.name)"
            case .act?: "act"
            case nil: "none"
            }
        }
        #expect(bound == ["list planets", "create planets", "read planets", "remove planets", "act", "none"])
        #expect(Heaven.planets.strayActs == ["nobody"])
        #expect(operations[3].scopes == ["delete:planets", "delete:all"] && operations[4].scopes.isEmpty)
        #expect(operations[0].query != nil && operations[1].query == nil)
        #expect(!operations[1].body.fits(JSONValue.parsed("{}")) && operations[4].body.fits(JSONValue.parsed("{}")))
    }

    @Test func `a gate refuses every operation of its family`() {
        let gated = Family(
            GeneratedFamily(name: "g", firstNumber: 0, operations: "GET /g get_g - - - document", schemas: "{}"),
            [Resource("g", .singleton("{}"))], gate: { $0.isReadOnly ? .featureNotEnabled : nil })
        var heaven = HeavenFixture()
        func status() -> Int {
            guard case .act(let act)? = gated.operations[0].binding else { return 0 }
            do throws(Refusal) {
                return try act(heaven.call(), &heaven.tenant).status
            } catch {
                return error.status
            }
        }
        #expect(status() == 200)
        heaven.settings.isReadOnly = true
        #expect(status() == 403)
    }

    @Test func `secrets of names that users choose are those of their resource alone`() {
        let family = Family(
            GeneratedFamily(
                name: "g", firstNumber: 7,
                operations: """
                    GET /g/{id} get_g - - - document
                    GET /g/{x}/keys get_keys - - - document
                    """, schemas: "{}"),
            [
                Resource("g", .collection(.uuid), secrets: ["a.b"]),
                Resource("g/keys", path: "g/{id}/keys", .keyed(unset: "{}"), secrets: ["*"]),
            ], secrets: ["c"])
        #expect(family.secretPaths(ofOperation: 7) == [["a", "b"], ["c"]])
        #expect(family.secretPaths(ofOperation: 8) == [["a", "b"], ["*"], ["c"]])
    }
}

extension JSONValue {
    /// `null` where the text is no JSON.
    static func parsed(_ text: String) -> JSONValue { (try? JSONParser.parse(Array(text.utf8))) ?? .null }
}
