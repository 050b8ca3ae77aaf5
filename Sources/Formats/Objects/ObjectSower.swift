import JSON
import Resources
import Tenancy

/// Makes the objects of a seed in a tenant, by the API's own operations: first all objects, each when what it names is
/// there, then what hangs on them.
struct ObjectSower {
    private let forms: ObjectForms
    private let world: TenantWorld
    /// Whether bodies are held against their schemas, and what is refused ends it all; else it is passed over.
    private let checks: Bool
    private var names: ObjectNames
    private var operations: [String: FamilyOperation] = [:]
    private var references: [ObjectIdentifier: [SeedSection.Reference]] = [:]

    private struct Step {
        let section: SeedSection
        let item: ObjectItem
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
        while !steps.isEmpty {
            var later: [Step] = []
            for step in steps {
                if waits(step, &tenant) { later.append(step) } else { try take(step, &made, &tenant) }
            }
            if later.count == steps.count {
                // They wait for each other: whoever comes first is told what is not there.
                for step in later { try take(step, &made, &tenant) }
                later = []
            }
            steps = later
        }
        for object in made { try takeParts(object, &tenant) }
    }

    private mutating func take(_ step: Step, _ made: inout [Made], _ tenant: inout Tenant) throws(SeedError) {
        let section = step.section
        names.arrived(step.item.value, section)
        let id = try passingOver { (sower: inout ObjectSower) throws(SeedError) in
            try sower.apply(section, step.item, [], &tenant)
        }
        guard let id, section.parts.contains(where: { step.item.value[$0.key] != nil }) else { return }
        made.append(Made(parts: section.parts, item: step.item, parameters: id.isEmpty ? [] : [id]))
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
    /// Whether it names something that comes later.
    private mutating func waits(_ step: Step, _ tenant: inout Tenant) -> Bool {
        for reference in references(step.section) {
            for text in reference.texts(of: step.item.value)
            where names.id(text, in: reference.target, &tenant) == nil
                && names.isAwaited(text, in: reference.target)
            {
                return true
            }
        }
        return false
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
        if let id = try existing(section, whole, parents, &tenant) {
            return try change(id, section, item, resolved(whole, section, &tenant), parents, &tenant)
        }
        return try make(section, item, resolved(whole, section, &tenant), parents, &tenant)
    }

    /// The refusal of an operation that a member names nothing for, with that member and its text.
    private mutating func naming(
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
        guard section.change != nil else { return nil }
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
        return parents.isEmpty ? names.existing(value, section, &tenant) : nil
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
        var pinned: String?
        if !section.id.isEmpty, operation.body.property(section.id) == nil, section.content == nil {
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
        try check(body, operation, part, path)
        _ = try perform(operation, forms.call(tenant, world, parents, body), part, path, &tenant)
        for object in nested { try takeParts(object, &tenant) }
    }
}

/// Operations.
extension ObjectSower {
    private mutating func operation(
        _ operation: SeedSection.Operation, _ path: String
    ) throws(SeedError) -> FamilyOperation {
        let key = operation.method + operation.path
        if let known = operations[key] { return known }
        guard let found = forms.operation(operation) else {
            throw SeedError(path, "there is no operation \(operation.method) \(operation.path)")
        }
        operations[key] = found
        return found
    }

    private func check(
        _ body: JSONTree, _ operation: FamilyOperation, _ section: SeedSection, _ path: String
    ) throws(SeedError) {
        guard checks, let value = try? JSONParser.parse(body.bytes), !operation.body.fits(value) else { return }
        let problem = operation.body.problems(of: value).first
        let inner = (section.content.map { [$0] } ?? []) + [problem?.path ?? ""].filter { !$0.isEmpty }
        throw SeedError(([path] + inner).joined(separator: "."), problem?.reason ?? "does not fit its schema")
    }

    private mutating func perform(
        _ operation: FamilyOperation, _ call: ResourceCall, _ section: SeedSection, _ path: String,
        _ tenant: inout Tenant
    ) throws(SeedError) -> Answer {
        do throws(Refusal) {
            return try operation.perform(call, &tenant)
        } catch {
            let plain = SeedError(path, error.message)
            guard checks, error.status == 404 else { throw plain }
            throw naming(plain, call.body ?? .emptyObject, section, &tenant)
        }
    }
}
