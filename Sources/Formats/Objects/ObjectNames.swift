import JSON
import Resources
import Tenancy

/// By which names the objects of each resource are known.
struct ObjectNames {
    private let forms: ObjectForms
    /// By resource and name: the id.
    private var ids: [String: [String: String]] = [:]
    /// Of what was there before anything was made.
    private var first: [String: [String: String]] = [:]
    /// Names of objects to come.
    private var awaited: [String: [String: Int]] = [:]

    init(_ forms: ObjectForms) {
        self.forms = forms
    }

    /// The names of an object, those of most weight first.
    static func names(_ value: JSONTree, _ section: SeedSection) -> [String] {
        section.names.compactMap { name in
            guard name.contains("+") else { return value[name]?.string }
            let texts = name.split(separator: "+").compactMap { value[String($0)]?.string }
            return texts.isEmpty ? nil : texts.joined(separator: " ")
        }
    }

    /// All texts that others may name an object by: its names, and the id that it gives itself.
    static func texts(_ value: JSONTree, _ section: SeedSection) -> [String] {
        names(value, section) + [value[section.id]?.string].compactMap(\.self)
    }

    /// The id of the object that a text names; nil for the name of nothing.
    mutating func id(_ text: String, in resource: String, _ tenant: inout Tenant) -> String? {
        if resource == "actions" {
            load(resource, &tenant)
        } else {
            tenant.fillTable(resource)
            if tenant.filledTable(resource, { $0.contains(text) }) { return text }
            load(resource, &tenant)
        }
        if let id = ids[resource]?[text] { return id }
        if resource == "users", let id = ids[resource]?[text.lowercased()] { return id }
        return forms.section(of: resource)?.alias?(text).flatMap { ids[resource]?[$0] }
    }

    /// The object that an item stands for, which was there before; by the first of its names that one has.
    mutating func existing(_ value: JSONTree, _ section: SeedSection, _ tenant: inout Tenant) -> String? {
        load(section.resource, &tenant)
        let names = ObjectNames.names(value, section)
        // Of a joined name the parts alone are names of many: a client has a grant for each API.
        let isJoined = section.names.first?.contains("+") ?? false
        for name in isJoined ? Array(names.prefix(1)) : names {
            if let id = first[section.resource]?[name] { return id }
            if let id = section.alias?(name).flatMap({ first[section.resource]?[$0] }) { return id }
        }
        return nil
    }

    mutating func add(_ value: JSONTree, _ id: String, _ section: SeedSection) {
        for name in ObjectNames.names(value, section) where ids[section.resource]?[name] == nil {
            ids[section.resource, default: [:]][name] = id
        }
    }

    mutating func await(_ value: JSONTree, _ section: SeedSection) {
        for name in ObjectNames.texts(value, section) {
            awaited[section.resource, default: [:]][name, default: 0] += 1
        }
    }

    mutating func arrived(_ value: JSONTree, _ section: SeedSection) {
        for name in ObjectNames.texts(value, section) { awaited[section.resource]?[name]? -= 1 }
    }

    func isAwaited(_ text: String, in resource: String) -> Bool { (awaited[resource]?[text] ?? 0) > 0 }

    /// Looks once at what is there.
    mutating func load(_ resource: String, _ tenant: inout Tenant) {
        guard ids[resource] == nil else { return }
        var names: [String: String] = [:]
        if resource == "actions" {
            for action in tenant.content.actions {
                names["\(action.id.value)"] = "\(action.id.value)"
                if names[action.name] == nil { names[action.name] = "\(action.id.value)" }
            }
        } else if let section = forms.section(of: resource), !section.names.isEmpty {
            tenant.fillTable(resource)
            for document in tenant.table(resource).all {
                for name in ObjectNames.names(document.tree, section) where names[name] == nil {
                    names[name] = document.id
                }
            }
        }
        ids[resource] = names
        first[resource] = names
    }
}
