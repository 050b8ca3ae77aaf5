import JSON
import Resources

/// The members of a seed, told apart: what has a form of its own here, objects of families, and what nobody knows.
struct SeedSections {
    private(set) var objects: [ObjectItem] = []
    /// Clients that may fetch tokens, and are no objects: those without a name.
    private(set) var registered: [JSONValue] = []
    private(set) var unknown: [DeployCount] = []

    /// - Throws: where a member is not what its schema says, or none is known.
    init(_ document: JSONValue, _ forms: ObjectForms) throws(SeedError) {
        if document.kind != .object { try SeedSections.check(document, SeedSchemas.root, "") }
        var knownCount = 0
        for member in document.members.map(Array.init) ?? [] where member.key != "\(Seed.commentKey)" {
            if let section = forms.section(member.key) {
                try take(section, member.value, forms)
            } else if let property = SeedSchemas.root.property(member.key) {
                try SeedSections.check(member.value, property.schema, member.key)
                if member.key == "clients" { registered = member.value.items.map(Array.init) ?? [] }
            } else {
                unknown.append(DeployCount(kind: member.key, of: member.value))
                continue
            }
            knownCount += 1
        }
        guard knownCount > 0 || unknown.isEmpty else {
            let names = unknown.map(\.kind).joined(separator: ", ")
            throw SeedError("", "it has none of the keys of a seed: \(names)")
        }
    }

    private mutating func take(
        _ section: SeedSection, _ value: JSONValue, _ forms: ObjectForms
    ) throws(SeedError) {
        for item in try forms.items(section, value, section.key) {
            guard section.key == "clients", item.value["name"] == nil, case .source(let value) = item.value else {
                objects.append(item)
                continue
            }
            try SeedSections.check(value, SeedSchemas.client, item.path)
            registered.append(value)
        }
    }

    private static func check(_ value: JSONValue, _ schema: Schema, _ path: String) throws(SeedError) {
        do throws(SchemaProblem) {
            try schema.check(value)
        } catch {
            let isItem = error.path.isEmpty || error.path.hasPrefix("[")
            throw SeedError(isItem ? path + error.path : "\(path).\(error.path)", error.reason)
        }
    }
}

extension DeployCount {
    /// The items of a list, or one.
    init(kind: String, of value: JSONValue) {
        let isNothing = value.isNull || value.members?.count == 0
        self.init(kind: kind, count: value.items?.count ?? (isNothing ? 0 : 1))
    }
}
