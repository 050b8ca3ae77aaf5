import JSON
import Resources
import Tenancy
import TestSupport
import Testing

/// A seeded walk over the tests' families beside the naive model, with copies of the tenant that it goes back to.
@Suite struct HeavenWalkTests {
    @Test(arguments: 1...4 as ClosedRange<UInt64>)
    func `every answer is the model's, and a copy stays as it was`(seed: UInt64) {
        var walk = HeavenWalk(seed: seed)
        for step in 0..<1_500 {
            let done = walk.advance()
            guard done.isEqual else {
                Issue.record("seed \(seed), step \(step): \(done.label)")
                return
            }
        }
        #expect(walk.statuses.isSuperset(of: [200, 201, 202, 204, 400, 403, 404, 409]))
    }
}

struct HeavenWalk {
    private var random: SeededGenerator
    private var heaven = HeavenFixture()
    private var model = HeavenModel()
    /// The tenant's copy and the model's, with all that the copy answers.
    private var copies: [(tenant: Tenant, model: HeavenModel)] = []
    private(set) var statuses: Set<Int> = []

    init(seed: UInt64) {
        random = SeededGenerator(seed: seed)
    }

    private mutating func number(_ count: Int) -> Int { Int.random(in: 0..<count, using: &random) }

    private mutating func some(_ entities: [HeavenModel.Entity]) -> String {
        number(20) == 0 ? "nobody" : entities.randomElement(using: &random)?.id ?? "nobody"
    }

    private mutating func body(isWhole: Bool) -> Plain {
        var members: [String: Plain] = [:]
        if isWhole || number(4) == 0 { members["name"] = .text("n\(number(12))") }
        if number(3) == 0 { members["kind"] = .text(["gas", "ice"][number(2)]) }
        if number(4) == 0 { members["code"] = .text(["x", "X", "y", "Y"][number(4)]) }
        for name in ["tags", "orbit", "other"] where number(3) == 0 { members[name] = object(2) }
        if number(4) == 0 { members["note"] = number(2) == 0 ? .null : .text("n") }
        if !isWhole, number(4) == 0 { members[["kind", "tags", "orbit", "code"][number(4)]] = .null }
        return .object(members)
    }

    private mutating func object(_ depth: Int) -> Plain {
        var members: [String: Plain] = [:]
        for name in ["a", "b", "c"] where number(2) == 0 {
            members[name] = depth > 0 && number(2) == 0 ? object(depth - 1) : .text("\(number(3))")
        }
        return .object(members)
    }

    /// One step.
    mutating func advance() -> (label: String, isEqual: Bool) {
        switch number(16) {
        case 0: return keep()
        case 1 where number(3) == 0: return goBack()
        case 2...5: return planetWrite()
        case 6, 7: return planetRemoval()
        case 8...11: return moonOrProbe()
        default: return reading()
        }
    }

    private mutating func equal(_ label: String, _ reply: HeavenFixture.Reply, _ outcome: HeavenModel.Outcome)
        -> (String, Bool)
    {
        statuses.insert(reply.status)
        let isEqual = reply.status == outcome.status && (outcome.body.map { $0 == Self.plain(reply.body) } ?? true)
        return ("\(label): \(reply.status) \(reply.text), not \(outcome.status) \(outcome.body?.json ?? "")", isEqual)
    }

    private static func plain(_ tree: JSONTree) -> Plain {
        if let items = tree.items { return .list(items.map { plain($0) }) }
        guard case .object(let members) = Plain(tree) else { return Plain(tree) }
        return .object(members.filter { !HeavenModel.ignored.contains($0.key) })
    }

    private mutating func planetWrite() -> (String, Bool) {
        let id = some(model.planets)
        switch number(3) {
        case 0:
            let body = body(isWhole: true)
            let reply = heaven.send(.create, "planets", body: body.json)
            return equal("create \(body.json)", reply, model.create(body, id: reply.id))
        case 1:
            let body = body(isWhole: false)
            return equal(
                "patch \(body.json)", heaven.send(.patch, "planets", id, body: body.json), model.patch(id, body))
        default:
            let body = body(isWhole: true)
            return equal("put \(body.json)", heaven.send(.put, "planets", id, body: body.json), model.put(id, body))
        }
    }

    private mutating func planetRemoval() -> (String, Bool) {
        let id = some(model.planets)
        return equal("remove \(id)", heaven.send(.remove, "planets", id), model.remove(id))
    }

    private mutating func moonOrProbe() -> (String, Bool) {
        let planet = some(model.planets)
        switch number(5) {
        case 0, 1:
            let body = Plain.object(["name": .text("m\(number(4))")])
            let reply = heaven.send(.create, "planets/moons", planet, body: body.json)
            return equal("moon", reply, model.createMoon(planet, body, id: reply.id))
        case 2:
            let moon = model.moons.randomElement(using: &random)
            let (parent, id) = (moon?.parent ?? "nobody", moon?.id ?? "nobody")
            return equal(
                "remove moon", heaven.send(.remove, "planets/moons", parent, id), model.removeMoon(parent, id))
        case 3:
            let reply = heaven.send(.create, "probes", body: #"{"planet":"\#(planet)"}"#)
            return equal("probe", reply, model.createProbe(planet, id: reply.id))
        default:
            let id = some(model.probes)
            return equal("remove probe", heaven.send(.remove, "probes", id), model.removeProbe(id))
        }
    }

    private mutating func reading() -> (String, Bool) {
        let id = some(model.planets)
        switch number(3) {
        case 0: return equal("read", heaven.send(.read, "planets", id), model.read(id))
        case 1: return equal("moons", heaven.send(.list, "planets/moons", id), model.listMoons(id))
        default:
            let kind = number(2) == 0 ? ["gas", "ice", "rock"][number(3)] : nil
            let (page, size) = (number(3), 1 + number(5))
            let filter = kind.map { #","kind":"\#($0)""# } ?? ""
            let query = #"{"page":\#(page),"per_page":\#(size)\#(filter)}"#
            return equal(
                "list \(query)", heaven.send(.list, "planets", query: query),
                model.list(kind: kind, page: page, size: size))
        }
    }

    private mutating func keep() -> (String, Bool) {
        if copies.count == 4 { copies.remove(at: number(4)) }
        copies.append((heaven.tenant, model))
        return ("keep", true)
    }

    private mutating func goBack() -> (String, Bool) {
        guard let copy = copies.randomElement(using: &random) else { return ("back", true) }
        (heaven.tenant, model) = copy
        let query = #"{"per_page":1000}"#
        let planets = equal(
            "back", heaven.send(.list, "planets", query: query), model.list(kind: nil, page: 0, size: 1_000))
        guard planets.1 else { return planets }
        for planet in model.planets {
            let moons = equal("back", heaven.send(.list, "planets/moons", planet.id), model.listMoons(planet.id))
            guard moons.1 else { return moons }
        }
        return ("back", heaven.tenant.table("probes").count == model.probes.count)
    }
}
