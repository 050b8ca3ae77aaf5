import JSON

/// A JSON value in the plainest form: no text, no order of members.
indirect enum Plain: Equatable {
    case null
    case text(String)
    case list([Plain])
    case object([String: Plain])

    init(_ tree: JSONTree) {
        if let members = tree.members {
            self = .object(Dictionary(members.map { ($0.key, Plain($0.value)) }, uniquingKeysWith: { $1 }))
        } else if let items = tree.items {
            self = .list(items.map(Plain.init))
        } else {
            self = tree.string.map { .text($0) } ?? .null
        }
    }

    var members: [String: Plain] {
        get { if case .object(let members) = self { members } else { [:] } }
        set { self = .object(newValue) }
    }

    var json: String {
        switch self {
        case .null: "null"
        case .text(let text): #""\#(text)""#
        case .list(let items): "[\(items.map(\.json).joined(separator: ","))]"
        case .object(let members):
            "{\(members.sorted { $0.key < $1.key }.map { #""\#($0.key)":\#($0.value.json)"# }.joined(separator: ","))}"
        }
    }

    func merged(_ change: Plain, isDeep: Bool) -> Plain {
        guard case .object(var own) = self, case .object(let changes) = change else { return change }
        for (name, value) in changes {
            if value == .null {
                own[name] = nil
            } else if isDeep, case .object? = own[name], case .object = value {
                own[name] = own[name]?.merged(value, isDeep: true)
            } else {
                own[name] = value
            }
        }
        return .object(own)
    }
}

/// What the tests' families hold, in arrays and dictionaries: slow, and plain enough to be seen to be right.
struct HeavenModel: Equatable {
    struct Entity: Equatable {
        let id: String
        /// Of the planet that it lies below.
        var parent = ""
        var members: [String: Plain]
    }

    typealias Outcome = (status: Int, body: Plain?)

    var planets: [Entity] = []
    var moons: [Entity] = []
    var probes: [Entity] = []

    private static let defaults: [String: Plain] = ["kind": .text("rock")]
    /// What the walk does not look at.
    static let ignored: Set = ["created_at", "updated_at", "rings", "age"]

    private func isTaken(_ members: [String: Plain], except id: String?) -> Bool {
        func text(_ entity: [String: Plain], _ name: String) -> String? {
            if case .text(let text)? = entity[name] { text } else { nil }
        }
        return planets.contains { other in
            guard other.id != id else { return false }
            if let name = text(members, "name"), name == text(other.members, "name") { return true }
            guard let code = text(members, "code"), let others = text(other.members, "code") else { return false }
            return code.lowercased() == others.lowercased()
        }
    }

    /// - Parameter id: what the engine called it, where it made one.
    mutating func create(_ body: Plain, id: String) -> Outcome {
        var members = body.members.filter { $0.value != .null || $0.key == "note" }
        members.merge(Self.defaults) { own, _ in own }
        if isTaken(members, except: nil) { return (409, nil) }
        members["id"] = .text(id)
        planets.append(Entity(id: id, members: members))
        return (201, .object(members))
    }

    func read(_ id: String) -> Outcome {
        guard let planet = planets.first(where: { $0.id == id }) else { return (404, nil) }
        return (200, .object(planet.members))
    }

    mutating func patch(_ id: String, _ body: Plain) -> Outcome {
        guard let index = planets.firstIndex(where: { $0.id == id }) else { return (404, nil) }
        var members = planets[index].members
        for (name, value) in body.members {
            switch (name, value) {
            case ("note", .null): members[name] = .null
            case (_, .null): members[name] = nil
            case ("tags", _), ("orbit", _):
                members[name] = members[name]?.merged(value, isDeep: name == "orbit") ?? value
            default: members[name] = value
            }
        }
        if isTaken(members, except: id) { return (409, nil) }
        planets[index].members = members
        return (202, .object(members))
    }

    mutating func put(_ id: String, _ body: Plain) -> Outcome {
        guard let index = planets.firstIndex(where: { $0.id == id }) else { return (404, nil) }
        var members = body.members
        members.merge(Self.defaults) { own, _ in own }
        if isTaken(members, except: id) { return (409, nil) }
        members["id"] = .text(id)
        planets[index].members = members
        return (202, .object(members))
    }

    mutating func remove(_ id: String) -> Outcome {
        guard planets.contains(where: { $0.id == id }) else { return (404, nil) }
        if probes.contains(where: { $0.members["planet"] == .text(id) }) { return (409, nil) }
        planets.removeAll { $0.id == id }
        moons.removeAll { $0.parent == id }
        return (200, .object([:]))
    }

    func list(kind: String?, page: Int, size: Int) -> Outcome {
        let found = planets.filter { kind == nil || $0.members["kind"] == kind.map(Plain.text) }
        return (200, .list(found.dropFirst(page * size).prefix(size).map { .object($0.members) }))
    }

    mutating func createMoon(_ planet: String, _ body: Plain, id: String) -> Outcome {
        guard planets.contains(where: { $0.id == planet }) else { return (404, nil) }
        if moons.contains(where: { $0.parent == planet && $0.members["name"] == body.members["name"] }) {
            return (409, nil)
        }
        let members = body.members.merging(["id": .text(id)]) { own, _ in own }
        moons.append(Entity(id: id, parent: planet, members: members))
        return (201, .object(members))
    }

    func listMoons(_ planet: String) -> Outcome {
        guard planets.contains(where: { $0.id == planet }) else { return (404, nil) }
        let own = moons.filter { $0.parent == planet }.sorted { left, right in
            left.members["name"]?.json ?? "" < right.members["name"]?.json ?? ""
        }
        return (200, .list(own.map { .object($0.members) }))
    }

    mutating func removeMoon(_ planet: String, _ id: String) -> Outcome {
        moons.removeAll { $0.id == id && $0.parent == planet }
        return (204, nil)
    }

    mutating func createProbe(_ planet: String, id: String) -> Outcome {
        guard planets.contains(where: { $0.id == planet }) else { return (400, nil) }
        if probes.count >= 3 { return (403, nil) }
        let members: [String: Plain] = ["planet": .text(planet), "id": .text(id)]
        probes.append(Entity(id: id, members: members))
        return (201, .object(members))
    }

    mutating func removeProbe(_ id: String) -> Outcome {
        probes.removeAll { $0.id == id }
        return (204, nil)
    }
}
