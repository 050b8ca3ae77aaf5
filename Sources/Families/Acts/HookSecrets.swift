import JSON
import Resources
import Tenancy

/// The secrets of a hook, of which only names are shown (reference extensibility-and-conventions.md section 6).
enum HookSecrets {
    private static let table = "hooks/secrets"
    private static let hidden = JSONTree.string("_VALUE_NOT_SHOWN_")

    static func add(_ call: ResourceCall, _ tenant: inout Tenant) throws(Refusal) -> Answer {
        var (shown, values) = try secrets(call, &tenant)
        for member in call.body?.members ?? [] {
            guard shown[member.key] == nil else {
                throw Refusal(409, "Secret with the same name already exists.", .specified)
            }
            shown[member.key] = hidden
            values[member.key] = member.value
        }
        store(shown, values, call, &tenant)
        return Answer(201, .emptyObject)
    }

    static func change(_ call: ResourceCall, _ tenant: inout Tenant) throws(Refusal) -> Answer {
        let (shown, old) = try secrets(call, &tenant)
        var values = old
        for member in call.body?.members ?? [] {
            guard shown[member.key] != nil else { throw Refusal(404, "Hook or secret not found.", .specified) }
            values[member.key] = member.value
        }
        store(shown, values, call, &tenant)
        return Answer(201, .emptyObject)
    }

    static func remove(_ call: ResourceCall, _ tenant: inout Tenant) throws(Refusal) -> Answer {
        let (shown, values) = try secrets(call, &tenant)
        let names = call.body?.strings ?? []
        store(shown.without(names), values.without(names), call, &tenant)
        return Answer(204)
    }

    private static func secrets(
        _ call: ResourceCall, _ tenant: inout Tenant
    ) throws(Refusal) -> (shown: JSONTree, values: JSONTree) {
        guard let resource = call.catalogue.resource(table) else { throw .notFound }
        try resource.checkParent(call, &tenant)
        guard let document = tenant.table(table).document(call.parameters[0]) else {
            return (.emptyObject, .emptyObject)
        }
        return (document.tree, document.sealedTree)
    }

    private static func store(_ shown: JSONTree, _ values: JSONTree, _ call: ResourceCall, _ tenant: inout Tenant) {
        let id = call.parameters[0]
        let made = Document(
            id: id, text: shown.bytes, sealed: values.bytes, keys: [Resource.parentKey(id)], createdAt: call.now)
        tenant.withTable(table) { table in
            if table.replace(made) == nil { table.append(made) }
        }
    }
}
