import JSON
import Resources

/// The objects of a deploy CLI's configuration, as items of sections.
struct DeployObjects {
    private let forms: ObjectForms
    private let readFile: (CodePath) throws(SeedError) -> String

    init(_ forms: ObjectForms, readFile: @escaping (CodePath) throws(SeedError) -> String) {
        self.forms = forms
        self.readFile = readFile
    }

    func items(_ document: JSONValue) throws(SeedError) -> [ObjectItem] {
        guard !forms.isNone else { return [] }
        var items: [ObjectItem] = []
        for member in document.members.map(Array.init) ?? [] as [JSONMembers.Member] {
            guard let kind = DeployKind.kind(member.key), !member.value.isNull else { continue }
            guard isList(kind) else {
                items += try taken(kind, .source(member.value), member.key)
                continue
            }
            guard let list = member.value.items else { throw SeedError(member.key, "must be an array") }
            for (index, item) in list.enumerated() {
                items += try taken(kind, .source(item), "\(member.key)[\(index)]")
            }
        }
        return items
    }

    /// Whether the kind is many objects.
    private func isList(_ kind: DeployKind) -> Bool {
        if let section = kind.section.flatMap({ forms.section($0) }) {
            if case .single = section.form { return false }
            return true
        }
        if case .items = kind.place { return true }
        return false
    }

    private func taken(_ kind: DeployKind, _ value: JSONTree, _ path: String) throws(SeedError) -> [ObjectItem] {
        guard let members = value.members else { throw SeedError(path, "must be an object") }
        // So the CLI writes what is not there.
        if members.isEmpty { return [] }
        let read: (String) throws(SeedError) -> String = { (text) throws(SeedError) in
            try readFile(CodePath(text, of: kind.whereabouts ?? ""))
        }
        var value = DeployObjects.withoutKeywords(value)
        for member in kind.files { value = try loaded(value, member, path, read) }
        for (old, new) in kind.renames {
            if let inner = value[old], value[new] == nil { value[new] = inner }
            value[old] = nil
        }
        for member in kind.adds.members ?? [] { value[member.key] = member.value }
        let items = try kind.split?(value, path, read) ?? [ObjectItem(kind.section ?? "", value, path)]
        return items.map { ObjectItem($0.section, withoutAnswers($0), $0.path) }
            .filter { $0.value.members?.isEmpty != true }
    }

    /// The value with what stands in files in place of their names.
    private func loaded(
        _ value: JSONTree, _ member: String, _ path: String, _ readFile: (String) throws(SeedError) -> String
    ) throws(SeedError) -> JSONTree {
        var value = value
        guard member.hasSuffix(".*") else {
            guard let text = value[path: member]?.string else { return value }
            value[path: member] = .string(try DeployFiles.content(text, "\(path).\(member)", readFile))
            return value
        }
        let whole = String(member.dropLast(2))
        guard let members = value[path: whole]?.members else { return value }
        var read: [JSONTree.Member] = []
        for script in members {
            let text = try script.value.string.map { (text) throws(SeedError) in
                try DeployFiles.content(text, "\(path).\(whole).\(script.key)", readFile)
            }
            read.append(.init(script.key, text.map { .string($0) } ?? script.value))
        }
        value[path: whole] = .object(read)
        return value
    }

    /// Without members that a keyword stands for which has no value: it would be no text, and is named elsewhere. What
    /// is called `value` is a text in any case.
    private static func withoutKeywords(_ value: JSONTree) -> JSONTree {
        func isKeyword(_ value: JSONTree) -> Bool {
            guard let text = value.string, text.utf8.count > 4 else { return false }
            return text.hasPrefix("@@") && text.hasSuffix("@@")
        }
        if let members = value.members {
            return .object(
                members.filter { $0.key == "value" || !isKeyword($0.value) }
                    .map { .init($0.key, withoutKeywords($0.value)) })
        }
        if let items = value.items { return .array(items.filter { !isKeyword($0) }.map(withoutKeywords)) }
        return value
    }

    /// An export has members that answers show and requests may not say; the CLI leaves them out, too.
    private func withoutAnswers(_ item: ObjectItem) -> JSONTree {
        guard let section = forms.section(item.section), let make = forms.operation(section.make),
            let allowed = make.bodyMembers, section.content == nil
        else { return item.value }
        let ours = allowed.union(section.extras + section.make.parameters + section.parts.map(\.key) + [section.id])
        let shown = (forms.catalogue.resource(section.resource)?.shownNames ?? []) + DeployObjects.stamps
        let value = item.value.without(shown.filter { !ours.contains($0) })
        guard item.section == "tenant", let flags = value["flags"]?.members else { return value }
        let foreign = Set(DeployObjects.foreignFlags(flags.map(\.key), forms))
        let own = flags.filter { !foreign.contains($0.key) }
        var tenant = value
        tenant["flags"] = own.isEmpty ? nil : .object(own)
        return tenant
    }

    /// Flags that no request may set; exports of older versions of the CLI have them, and it leaves them out.
    static func foreignFlags(_ names: [String], _ forms: ObjectForms) -> [String] {
        let known =
            forms.operation(SeedSection.Operation("PATCH /tenants/settings"))?.body.property("flags")?.schema
            .propertyNames ?? []
        return known.isEmpty ? [] : names.filter { !known.contains($0) }
    }

    /// What answers of many families have.
    private static let stamps = [
        "id", "created_at", "updated_at", "tenant", "trial_expired", "is_system", "executed_at", "embedded_at",
        "submitted_at", "callback_url_template", "signing_keys", "global", "owners", "sandbox_versions_available",
        "identifiers", "theme",
    ]
}
