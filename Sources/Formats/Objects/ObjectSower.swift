import JSON
import Resources
import Tenancy

/// Makes the objects of a seed in a tenant, by the API's own operations: first all objects, each when what it names is
/// there, then what hangs on them.
struct ObjectSower {
    let forms: ObjectForms
    private let world: TenantWorld
    /// Whether bodies are held against their schemas, and what is refused ends it all; else it is passed over.
    let checks: Bool
    private var names: ObjectNames
    var operations: [String: FamilyOperation] = [:]
    private var references: [ObjectIdentifier: [SeedSection.Reference]] = [:]
    /// Ids that items have given themselves.
    private var pinned: Set<String> = []
    /// Members that name nothing, and were taken all the same.
    private var strays: [String] = []

    private struct Step {
        let section: SeedSection
        let item: ObjectItem
    }

    /// What a step waits for.
    private struct Name: Hashable {
        let resource, text: String
    }

    /// An object that is there, and what hangs on it.
    private struct Made {
        let parts: [SeedSection]
        let item: ObjectItem
        let parameters: [String]
    }

    init(_ forms: ObjectForms, _ world: TenantWorld, checks: Bool) {
        self.forms = forms
        self.world = world
        self.checks = checks
        names = ObjectNames(forms)
    }

    /// What was taken although it names nothing, for people.
    var note: String? {
        guard !strays.isEmpty else { return nil }
        return "kept as they are, being names of nothing that is here: \(strays.joined(separator: ", "))"
    }

    mutating func sow(_ items: [ObjectItem], _ tenant: inout Tenant) throws(SeedError) {
        let bySection = Dictionary(grouping: items, by: \.section)
        var steps: [Step] = []
        for section in forms.sections where bySection[section.key] != nil {
            names.load(section.resource, &tenant)
            for item in bySection[section.key] ?? [] {
                steps.append(Step(section: section, item: item))
                names.await(item.value, section)
            }
        }
        var made: [Made] = []
        // Those that wait are looked at again when what they wait for is there, and not before.
        var (ready, waiting) = (Array(steps.indices), [Name: [Int]]())
        while !ready.isEmpty {
            var next: [Int] = []
            for index in ready {
                let step = steps[index]
                if let name = awaited(by: step, &tenant) {
                    waiting[name, default: []].append(index)
                    continue
                }
                try take(step, &made, &tenant)
                for text in ObjectNames.texts(step.item.value, step.section) where !waiting.isEmpty {
                    next += waiting.removeValue(forKey: Name(resource: step.section.resource, text: text)) ?? []
                }
            }
            ready = next.sorted()
        }
        // They wait for each other: whoever comes first is changed when what it names is there.
        var early: [(step: Step, id: String)] = []
        for index in waiting.values.joined().sorted() {
            let (step, known) = (steps[index], strays.count)
            let isEarly = awaited(by: step, &tenant) != nil
            guard let id = try take(step, &made, &tenant), isEarly else { continue }
            strays.removeSubrange(known...)
            early.append((step, id))
        }
        for (step, id) in early { try name(step, id, &tenant) }
        for object in made { try takeParts(object, &tenant) }
    }

    /// - Returns: the id of what it made or changed; nil for nothing.
    @discardableResult
    private mutating func take(
        _ step: Step, _ made: inout [Made], _ tenant: inout Tenant
    ) throws(SeedError) -> String? {
        let section = step.section
        names.arrived(step.item.value, section)
        let id = try passingOver { (sower: inout ObjectSower) throws(SeedError) in
            try sower.apply(section, step.item, [], &tenant)
        }
        guard let id, section.parts.contains(where: { step.item.value[$0.key] != nil }) else { return id }
        made.append(Made(parts: section.parts, item: step.item, parameters: id.isEmpty ? [] : [id]))
        return id
    }

    /// Gives what was made too early what it names.
    private mutating func name(_ step: Step, _ id: String, _ tenant: inout Tenant) throws(SeedError) {
        let section = step.section
        let whole = step.item.value.without(section.parts.map(\.key))
        let value = resolved(whole, section, &tenant)
        _ = try passingOver { (sower: inout ObjectSower) throws(SeedError) in
            try sower.change(id, section, step.item, value, [], &tenant)
        }
        if checks { noteStrays(section, whole, step.item.path, &tenant) }
    }

    private mutating func takeParts(_ object: Made, _ tenant: inout Tenant) throws(SeedError) {
        for part in object.parts {
            guard let value = object.item.value[part.key], !value.isNull else { continue }
            let path = "\(object.item.path).\(part.key)"
            switch part.form {
            case .single:
                try takePart(part, ObjectItem(part.key, value, path), object.parameters, &tenant)
            case .list:
                for (index, item) in try list(value, path).enumerated() {
                    try takePart(part, ObjectItem(part.key, item, "\(path)[\(index)]"), object.parameters, &tenant)
                }
            case .batch(let member, let max):
                let list = try list(value, path)
                for start in stride(from: 0, to: list.count, by: max) {
                    let items = list[start..<min(start + max, list.count)]
                    _ = try passingOver { (sower: inout ObjectSower) throws(SeedError) in
                        try sower.applyBatch(
                            part, in: member, Array(items), from: start, path, object.parameters, &tenant)
                        return ""
                    }
                }
            }
        }
    }

    private mutating func takePart(
        _ part: SeedSection, _ item: ObjectItem, _ parameters: [String], _ tenant: inout Tenant
    ) throws(SeedError) {
        let id = try passingOver { (sower: inout ObjectSower) throws(SeedError) in
            try sower.apply(part, item, parameters, &tenant)
        }
        guard let id, !part.parts.isEmpty else { return }
        try takeParts(Made(parts: part.parts, item: item, parameters: parameters + [id]), &tenant)
    }

    private func list(_ value: JSONTree, _ path: String) throws(SeedError) -> [JSONTree] {
        guard let items = value.items else { throw SeedError(path, "must be an array") }
        return items
    }

    /// Nil where something is refused that need not be said any more.
    private mutating func passingOver(
        _ body: (inout ObjectSower) throws(SeedError) -> String?
    ) throws(SeedError) -> String? {
        do throws(SeedError) {
            return try body(&self)
        } catch {
            if checks { throw error }
            return nil
        }
    }
}

/// One item.
extension ObjectSower {
    /// The first that it names and that comes later.
    private mutating func awaited(by step: Step, _ tenant: inout Tenant) -> Name? {
        for reference in references(step.section) {
            for text in reference.texts(of: step.item.value)
            where names.id(text, in: reference.target, &tenant) == nil
                && names.isAwaited(text, in: reference.target)
            {
                return Name(resource: reference.target, text: text)
            }
        }
        return nil
    }

    /// Those that the section says, and those that its resource does.
    private mutating func references(_ section: SeedSection) -> [SeedSection.Reference] {
        if let found = references[ObjectIdentifier(section)] { return found }
        let known = Set(section.references.map(\.member))
        let others = (forms.catalogue.resource(section.resource)?.references ?? []).filter {
            !known.contains($0.member) && !known.contains("*" + $0.member)
        }
        let all = section.references + others.map { .init($0.member, to: $0.target) }
        references[ObjectIdentifier(section)] = all
        return all
    }

    /// The value with ids in place of names.
    private mutating func resolved(
        _ value: JSONTree, _ section: SeedSection, _ tenant: inout Tenant
    ) -> JSONTree {
        var value = value
        for reference in references(section) {
            if let joined = section.joined, joined.member == reference.member, value[joined.member] == nil {
                let texts = joined.of.compactMap { value[$0]?.string }
                if !texts.isEmpty { value[joined.member] = .string(texts.joined(separator: " ")) }
                value = value.without(joined.of)
            }
            guard !reference.texts(of: value).isEmpty else { continue }
            value = reference.replaced(in: value) { text in
                guard let id = names.id(text, in: reference.target, &tenant) else { return text }
                guard let member = reference.yields else { return id }
                return tenant.filledTable(reference.target) { $0.document(id) }?.tree[member]?.string ?? text
            }
        }
        return value
    }

    /// Makes or changes what an item stands for.
    ///
    /// - Returns: its id; empty where it has none.
    private mutating func apply(
        _ section: SeedSection, _ item: ObjectItem, _ parents: [String], _ tenant: inout Tenant
    ) throws(SeedError) -> String {
        if case .list = section.form, !item.value.isObject { throw SeedError(item.path, "must be an object") }
        let partKeys = section.parts.map(\.key)
        let whole = partKeys.isEmpty ? item.value : item.value.without(partKeys)
        let value = resolved(whole, section, &tenant)
        if checks { try checkPin(section, value, parents, item.path) }
        var id = try existing(section, whole, parents, &tenant)
        // What is there has ids where the item has names: a grant's client.
        if id == nil { id = try existing(section, value, parents, &tenant) }
        if let known = id {
            id = try change(known, section, item, value, parents, &tenant)
        } else {
            id = try make(section, item, value, parents, &tenant)
        }
        if checks { noteStrays(section, whole, item.path, &tenant) }
        return id ?? ""
    }

    /// An id is a part of paths, and of one object.
    private mutating func checkPin(
        _ section: SeedSection, _ value: JSONTree, _ parents: [String], _ path: String
    ) throws(SeedError) {
        let operation = try operation(section.make, path)
        guard operation.leavesID(to: section), let id = value[section.id]?.string else { return }
        let place = "\(path).\(section.id)"
        guard !id.isEmpty, !id.contains("/") else { throw SeedError(place, "must not be empty or have a /") }
        guard pinned.insert(([section.resource] + parents + [id]).joined(separator: "/")).inserted else {
            throw SeedError(place, "the id \(id) stands more than once")
        }
    }

    /// Members that name nothing are no error: configurations are often parts of a tenant.
    private mutating func noteStrays(
        _ section: SeedSection, _ value: JSONTree, _ path: String, _ tenant: inout Tenant
    ) {
        for reference in section.references where section.joined == nil && !reference.member.isEmpty {
            let member = reference.member.first == "*" ? "" : ".\(reference.member)"
            for text in reference.texts(of: value) where names.id(text, in: reference.target, &tenant) == nil {
                strays.append("\(path)\(member) (\(text))")
            }
        }
    }

    /// The refusal of an operation that a member names nothing for, with that member and its text.
    mutating func naming(
        _ error: SeedError, _ value: JSONTree, _ section: SeedSection, _ tenant: inout Tenant
    ) -> SeedError {
        for reference in references(section) where !reference.member.isEmpty && section.joined == nil {
            for text in reference.texts(of: value) where names.id(text, in: reference.target, &tenant) == nil {
                let member = reference.member.first == "*" ? "" : ".\(reference.member)"
                return SeedError(error.path + member, "\(error.reason): \(text)")
            }
        }
        return error
    }

    /// The id of what is there already: by the item's id, or by its name among what was there before the seed.
    private mutating func existing(
        _ section: SeedSection, _ value: JSONTree, _ parents: [String], _ tenant: inout Tenant
    ) throws(SeedError) -> String? {
        guard let change = section.change else { return nil }
        tenant.fillTable(section.resource)
        if case .single = section.form {
            let id = parents.joined(separator: "/")
            return tenant.table(section.resource).contains(id) ? "" : nil
        }
        if section.id.isEmpty { return nil }
        if let id = value[section.id]?.string {
            let whole = (parents + [id]).joined(separator: "/")
            if tenant.table(section.resource).contains(whole) { return id }
        }
        guard parents.isEmpty, let id = names.existing(value, section, &tenant) else { return nil }
        let operation = try operation(change, section.key)
        let old = tenant.table(section.resource).document(id)?.tree ?? .emptyObject
        return section.isOther(value, than: old, by: operation) ? nil : id
    }

    private mutating func make(
        _ section: SeedSection, _ item: ObjectItem, _ resolved: JSONTree, _ parents: [String],
        _ tenant: inout Tenant
    ) throws(SeedError) -> String {
        let operation = try operation(section.make, item.path)
        var value = resolved
        var (parameters, taken) = (parents, section.extras)
        for name in section.make.parameters.dropFirst(parents.count) {
            guard let text = value[name]?.string else { throw SeedError("\(item.path).\(name)", "must be there") }
            parameters.append(text)
            if operation.body.property(name) == nil { taken.append(name) }
        }
        if checks, let problem = operation.problem(of: parameters, after: parents.count) {
            throw SeedError("\(item.path).\(section.make.parameters[problem.index])", problem.reason)
        }
        var pinned: String?
        if operation.leavesID(to: section) {
            pinned = value[section.id]?.string
            taken.append(section.id)
        }
        let extras = resolved.only(section.extras)
        if let content = section.content {
            value = value[content] ?? .emptyObject
        } else {
            value = value.without(taken)
        }
        if value.isObject { value.fill(from: section.defaults) }
        try check(value, operation, section, item.path)
        if value.isObject { value.fill(from: extras) }
        var call = forms.call(tenant, world, parameters, value)
        call.seed = SeedMark(id: pinned, createdAt: section.createdAt)
        let answer = try perform(operation, call, section, item.path, &tenant)
        guard !section.id.isEmpty else { return parameters.last ?? "" }
        let body = JSONTree(bytes: answer.body)
        let id = body[section.id]?.string ?? pinned ?? ""
        if parents.isEmpty { names.add(section.id == "user_id" ? body : resolved, id, section) }
        return id
    }

    /// Of an item only what is another than what is there, and can be changed.
    private mutating func change(
        _ id: String, _ section: SeedSection, _ item: ObjectItem, _ value: JSONTree, _ parents: [String],
        _ tenant: inout Tenant
    ) throws(SeedError) -> String {
        guard let change = section.change else { return id }
        let operation = try operation(change, item.path)
        let key = (parents + (id.isEmpty ? [] : [id])).joined(separator: "/")
        let old = tenant.table(section.resource).document(key)?.tree ?? .emptyObject
        let allowed = operation.bodyMembers
        let body = JSONTree.object(
            (value.members ?? []).filter { member in
                (allowed?.contains(member.key) ?? (member.key != section.id)) && old[member.key] != member.value
            })
        if parents.isEmpty, !id.isEmpty { names.add(value, id, section) }
        guard body.members?.isEmpty == false else { return id }
        try check(body, operation, section, item.path)
        let parameters = parents + (id.isEmpty ? [] : [id])
        _ = try perform(operation, forms.call(tenant, world, parameters, body), section, item.path, &tenant)
        return id
    }

    private mutating func applyBatch(
        _ part: SeedSection, in member: String, _ items: [JSONTree], from start: Int, _ path: String,
        _ parents: [String], _ tenant: inout Tenant
    ) throws(SeedError) {
        let operation = try operation(part.make, path)
        var batch: [JSONTree] = []
        var nested: [Made] = []
        for (index, item) in items.enumerated() {
            let name = part.id.isEmpty ? nil : item[part.id]
            let value = resolved(name ?? item, part, &tenant)
            batch.append(value)
            if let id = value.string, !part.parts.isEmpty, item.isObject {
                nested.append(
                    Made(
                        parts: part.parts, item: ObjectItem(part.key, item, "\(path)[\(start + index)]"),
                        parameters: parents + [id]))
            }
        }
        let body = JSONTree.object([.init(member, .array(batch))])
        try check(body, operation, part, path, from: start)
        _ = try perform(operation, forms.call(tenant, world, parents, body), part, path, &tenant)
        for object in nested { try takeParts(object, &tenant) }
    }
}
