import JSON
import Resources
import Tenancy
import Testing

/// The shapes that families are made of.
@Suite struct ShapeTests {
    private var heaven = HeavenFixture()

    private mutating func planet(_ name: String, _ more: String = "") -> String {
        heaven.send(.create, "planets", body: #"{"name":"\#(name)"\#(more)}"#).id
    }

    @Test(arguments: Heaven.forms.map(\.name))
    mutating func `a collection makes ids of its form, and finds what it made by them`(name: String) throws {
        let pattern = try Regex(Heaven.forms.first { $0.name == name }?.pattern ?? "")
        var ids: Set<String> = []
        for number in 1...3 {
            let made = heaven.send(.create, "forms/\(name)", body: #"{"name":"form \#(number)"}"#)
            #expect(made.status == 201)
            #expect(made.id.wholeMatch(of: pattern) != nil, "\(made.id)")
            #expect(heaven.send(.read, "forms/\(name)", made.id).text == made.text)
            ids.insert(made.id)
        }
        #expect(ids.count == 3)
    }

    @Test mutating func `an id of the path is the last part of it`() {
        // A keyed document is there once it was put, under the name that the path gives it.
        #expect(heaven.send(.read, "weather", "Rome").status == 404)
        #expect(heaven.send(.patch, "weather", "Rome", body: #"{"sun":1}"#).status == 404)
        #expect(heaven.send(.put, "weather", "Rome", body: #"{"sun":1}"#).status == 200)
        #expect(heaven.send(.patch, "weather", "Rome", body: #"{"wind":2}"#)["sun"] == 1)
        let text = heaven.send(.read, "weather", "Rome")
        #expect(text.names == ["sun", "updated_at", "wind"])
        #expect(text["updated_at"]?.string?.utf8.count == "2026-01-01T00:00:00.000000Z".utf8.count)
        #expect(heaven.send(.read, "weather", "Oslo").status == 404)
        #expect(heaven.send(.remove, "weather", "Rome").status == 204)
        #expect(heaven.send(.read, "weather", "Rome").status == 404)
    }

    @Test mutating func `a document's members have the declared order, its defaults, and stamps`() {
        let made = heaven.send(.create, "planets", body: #"{"orbit":{"days":2,"axis":1},"name":"a","x":null}"#)
        #expect(
            made.names == ["id", "name", "kind", "orbit", "rings", "age", "created_at", "updated_at"])
        #expect(made["orbit"]?.members?.map(\.key) == ["axis", "days"])
        #expect(made["created_at"] == made["updated_at"])
        let changed = heaven.send(.patch, "planets", made.id, body: #"{"kind":"gas"}"#)
        #expect(changed.status == 202)
        #expect(changed["created_at"] == made["created_at"])
        #expect(changed["updated_at"] != made["updated_at"])
    }

    @Test(
        arguments: [("2025-12-31", nil, nil), ("2026-01-01", false, nil), ("2026-02-01", true, 1)]
            as [(String, Bool?, Int?)])
    mutating func `defaults are those of the day`(day: String, rings: Bool?, age: Int?) {
        heaven.settings.asOf = Day(rawValue: day)
        let made = heaven.send(.create, "planets", body: #"{"name":"a"}"#)
        #expect(made["kind"] == "rock")
        #expect(made["rings"]?.bool == rings)
        #expect(made["age"]?.int == age)
    }

    @Test mutating func `sealed members are stored and never shown`() {
        let made = heaven.send(
            .create, "planets", body: #"{"name":"a","core":"canary","shell":{"code":"canary","hue":1}}"#)
        let texts = [
            made.text, heaven.send(.read, "planets", made.id).text, heaven.send(.list, "planets").text,
            heaven.send(.patch, "planets", made.id, body: #"{"core":"canary2","kind":"gas"}"#).text,
            heaven.send(.put, "planets", made.id, body: #"{"core":"canary3","name":"a"}"#).text,
            heaven.send(.read, "planets", made.id, query: #"{"fields":"core,shell"}"#).text,
        ]
        for text in texts { #expect(!text.contains("canary")) }
        #expect(made["shell"]?.members?.map(\.key) == ["hue"])
        func sealed() -> JSONTree { heaven.tenant.table("planets").document(made.id)?.sealedTree ?? .null }
        #expect(sealed() == ["core": "canary3", "shell.code": "canary"])
        // A null removes what nobody sees, too.
        heaven.send(.patch, "planets", made.id, body: #"{"core":null}"#)
        #expect(sealed() == ["shell.code": "canary"])
    }

    @Test mutating func `a document is found by what is sealed in it, after changes that do not name it, too`() throws {
        let id = planet("a", #","core":"iron""#)
        heaven.send(.patch, "planets", id, body: #"{"kind":"gas"}"#)
        let planets = try #require(Heaven.catalogue.resource("planets"))
        #expect(planets.documents(where: "core", is: "iron", in: heaven.tenant).map(\.id) == [id])
        heaven.send(.patch, "planets", id, body: #"{"core":null}"#)
        #expect(planets.documents(where: "core", is: "iron", in: heaven.tenant).isEmpty)
    }

    @Test mutating func `PATCH replaces, merges, merges at every depth, and removes as each member wants it`() {
        let id = planet(
            "a",
            #","tags":{"a":{"x":1},"b":1},"orbit":{"axis":{"a":1,"b":2},"days":1},"whole":{"a":1},"note":"n","gone":1"#)
        let text = heaven.send(
            .patch, "planets", id,
            body: """
                {"tags":{"a":{"y":2},"b":null},"orbit":{"axis":{"a":null,"c":3}},\
                "whole":{"b":2},"note":null,"gone":null}
                """)
        #expect(text["tags"] == ["a": ["y": 2]])
        #expect(text["orbit"] == ["axis": ["b": 2, "c": 3], "days": 1])
        #expect(text["whole"] == ["b": 2])
        #expect(text["note"]?.isNull == true)
        #expect(text["gone"] == nil)
        #expect(text["name"] == "a")
    }

    @Test mutating func `PUT leaves of the old document its id and its creation`() {
        let made = heaven.send(.create, "planets", body: #"{"name":"a","kind":"gas","x":1}"#)
        let put = heaven.send(.put, "planets", made.id, body: #"{"name":"b"}"#)
        #expect(put.id == made.id && put["created_at"] == made["created_at"])
        #expect(put["x"] == nil && put["kind"] == "rock")
        #expect(heaven.send(.put, "planets", "pla_x", body: #"{"name":"c"}"#).status == 404)
    }

    @Test mutating func `DELETE refuses or passes over what is not there, as declared`() {
        let id = planet("a")
        #expect(heaven.send(.remove, "planets", id).text == "{}")
        let again = heaven.send(.remove, "planets", id)
        #expect(again.status == 404 && again.text == "no planet \(id)")
        #expect(heaven.send(.remove, "stars", "nothing").status == 204)
    }

    @Test mutating func `a singleton is there before anybody writes it, and again after it was removed`() {
        let initial = #"{"colour":"blue","wind":{"a":{"b":1}}}"#
        #expect(heaven.send(.read, "sky").text == initial)
        let patched = heaven.send(.patch, "sky", body: #"{"wind":{"a":{"c":2}},"key":"canary"}"#)
        #expect(patched.text == #"{"colour":"blue","wind":{"a":{"b":1,"c":2}}}"#)
        #expect(heaven.send(.put, "sky", body: #"{"colour":"red"}"#).text == #"{"colour":"red"}"#)
        heaven.send(.remove, "sky")
        #expect(heaven.send(.read, "sky").text == initial)
    }

    @Test mutating func `a keyed singleton shows something before it is there, and goes with its parent`() {
        let id = planet("a")
        #expect(heaven.send(.read, "planets/flag", id).text == "{}")
        #expect(heaven.send(.patch, "planets/flag", id, body: #"{"hue":1}"#).text == #"{"hue":1,"up":true}"#)
        #expect(heaven.send(.patch, "planets/flag", id, body: #"{"up":false}"#).text == #"{"hue":1,"up":false}"#)
        #expect(heaven.send(.put, "planets/flag", "x", body: "{}").text == "no planet x")
        heaven.send(.remove, "planets", id)
        #expect(heaven.tenant.table("planets/flag").count == 0)
    }

    @Test mutating func `documents below a parent are its own, and go with it`() {
        let (first, second) = (planet("a"), planet("b"))
        let moon = heaven.send(.create, "planets/moons", first, body: #"{"name":"m"}"#)
        #expect(moon.status == 201)
        #expect(heaven.send(.create, "planets/moons", second, body: #"{"name":"m"}"#).status == 201)
        #expect(heaven.send(.create, "planets/moons", first, body: #"{"name":"M"}"#).status == 409)
        #expect(heaven.send(.create, "planets/moons", "x", body: #"{"name":"m"}"#).text == "no planet x")
        #expect(heaven.send(.read, "planets/moons", first, moon.id).text == moon.text)
        #expect(heaven.send(.read, "planets/moons", second, moon.id).status == 404)
        #expect(heaven.send(.list, "planets/moons", first).text == "[\(moon.text)]")
        heaven.send(.remove, "planets", first)
        #expect(heaven.tenant.table("planets/moons").count == 1)
        #expect(heaven.send(.list, "planets/moons", first).status == 404)
    }

    @Test mutating func `keys are unique, as they are written or folded`() {
        let id = planet("a", #","code":"Xy""#)
        #expect(heaven.send(.create, "planets", body: #"{"name":"a"}"#).text == "a is taken")
        #expect(heaven.send(.create, "planets", body: #"{"name":"A"}"#).status == 201)
        #expect(heaven.send(.create, "planets", body: #"{"name":"b","code":"xY"}"#).status == 409)
        let other = planet("b", #","code":"z""#)
        #expect(heaven.send(.patch, "planets", other, body: #"{"code":"XY"}"#).status == 409)
        #expect(heaven.send(.patch, "planets", other, body: #"{"code":"Z"}"#).status == 202)
        #expect(heaven.send(.patch, "planets", id, body: #"{"code":null}"#).status == 202)
        #expect(heaven.send(.patch, "planets", other, body: #"{"code":"XY"}"#).status == 202)
    }

    @Test mutating func `a folded key does not fold the parent's id`() {
        for id in ["pla_A", "pla_a"] {
            let text = Array(#"{"id":"\#(id)"}"#.utf8)
            heaven.tenant.withTable("planets") {
                $0.append(Document(id: id, text: text, createdAt: Instant(nanoseconds: 0)))
            }
            #expect(heaven.send(.create, "planets/moons", id, body: #"{"name":"m"}"#).status == 201)
        }
    }

    @Test mutating func `a limit is a limit`() {
        let id = planet("a")
        for _ in 0..<3 { heaven.send(.create, "probes", body: #"{"planet":"\#(id)"}"#) }
        #expect(heaven.send(.create, "probes", body: #"{"planet":"\#(id)"}"#).text == "too many")
    }

    @Test mutating func `a counter passes over what a seed brought`() {
        let text = Array(#"{"id":"c_0002"}"#.utf8)
        heaven.tenant.withTable("forms/counter") {
            $0.append(Document(id: "c_0002", text: text, createdAt: Instant(nanoseconds: 0)))
        }
        let ids = (0..<3).map { _ in heaven.send(.create, "forms/counter", body: "{}").id }
        #expect(ids == ["c_0001", "c_0003", "c_0004"])
    }
}
