import JSON
import Resources
import Tenancy

/// Permissions of users: their own, and those of their roles.
extension UserActs {
    /// One permission, and where a user has it from.
    struct Held {
        let api: APIFacts
        let name: String
        var isDirect = false
        var roles: [Document] = []

        var item: JSONTree {
            [
                "permission_name": .string(name), "description": .string(api.scopes[name] ?? ""),
                "resource_server_name": .string(api.name), "resource_server_identifier": .string(api.identifier),
            ]
        }
    }

    static func permissions(_ call: ResourceCall, _ tenant: inout Tenant) throws(Refusal) -> Answer {
        let user = try user(call, &tenant)
        let held = permissions(of: user.id, roles(of: user.id, &tenant), call, &tenant)
        let form = ListForm("permissions", offset: "permissions start limit total")
        return try form.answer(held, call, id: \.name) { permission in
            var item = permission.item
            let direct = permission.isDirect ? [source("", "", "DIRECT")] : []
            item["sources"] = .array(
                direct + permission.roles.map { source($0.id, $0.tree["name"]?.string ?? "", "ROLE") })
            return item
        }
    }

    private static func source(_ id: String, _ name: String, _ type: String) -> JSONTree {
        ["source_id": .string(id), "source_name": .string(name), "source_type": .string(type)]
    }

    /// By permission name; what its API has no more is not there any more (reference section 17).
    private static func permissions(
        of user: String, _ roles: [Document], _ call: ResourceCall, _ tenant: inout Tenant
    ) -> [Held] {
        var held: [String: Held] = [:]
        var apis: [String: APIFacts] = [:]
        func add(_ document: Document, of role: Document?) {
            let tree = document.tree
            guard let identifier = tree["resource_server_identifier"]?.string,
                let name = tree["permission_name"]?.string
            else { return }
            guard let api = apis[identifier] ?? APIFacts(identifier, call, tenant), api.scopes[name] != nil else {
                return
            }
            apis[identifier] = api
            var permission = held[name + "\n" + identifier] ?? Held(api: api, name: name)
            if let role { permission.roles.append(role) } else { permission.isDirect = true }
            held[name + "\n" + identifier] = permission
        }
        for document in call.catalogue.resource("users/permissions")?.documents(below: user, in: tenant) ?? [] {
            add(document, of: nil)
        }
        for role in roles {
            for document in call.catalogue.resource("roles/permissions")?.documents(below: role.id, in: tenant) ?? [] {
                add(document, of: role)
            }
        }
        return held.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }.map(\.value)
    }

    static func addPermissions(_ call: ResourceCall, _ tenant: inout Tenant) throws(Refusal) -> Answer {
        let user = try user(call, &tenant)
        guard let resource = call.catalogue.resource("users/permissions") else { throw .notFound }
        tenant.fillTable("resource-servers")
        let wanted = call.body?["permissions"]?.items ?? []
        for permission in wanted {
            let (identifier, name) = names(permission)
            guard APIFacts(identifier, call, tenant)?.scopes[name] != nil else {
                throw Refusal(
                    404, "This permission does not exist: '\(identifier) - \(name)'",
                    "inexistent_resource_server_permission", .recorded)
            }
        }
        for permission in wanted {
            let one = call.with(parameters: [user.id], body: permission)
            guard !tenant.table(resource.name).contains("\(user.id)/\(PermissionRules.id(permission))") else {
                continue
            }
            _ = try resource.insert(one, .create, &tenant)
        }
        return Answer(201, .emptyObject)
    }

    static func removePermissions(_ call: ResourceCall, _ tenant: inout Tenant) throws(Refusal) -> Answer {
        let user = try user(call, &tenant)
        for permission in call.body?["permissions"]?.items ?? [] {
            tenant.withTable("users/permissions") { _ = $0.remove("\(user.id)/\(PermissionRules.id(permission))") }
        }
        return Answer(204)
    }

    private static func names(_ permission: JSONTree) -> (api: String, name: String) {
        (permission["resource_server_identifier"]?.string ?? "", permission["permission_name"]?.string ?? "")
    }

    // MARK: - Effective

    static func effectivePermissions(_ call: ResourceCall, _ tenant: inout Tenant) throws(Refusal) -> Answer {
        let user = try user(call, &tenant)
        guard let api = call.queryText("resource_server_identifier") else {
            throw .missingParameter("resource_server_identifier")
        }
        let roles = effectiveRoles(of: user.id, call, &tenant).map(\.role)
        let held = permissions(of: user.id, roles, call, &tenant).filter { $0.api.identifier == api }
        let form = ListForm("permissions", cursor: "permissions next")
        return try form.answer(held, call, id: \.name) { permission in
            var item = permission.item.ordered([
                "resource_server_identifier", "permission_name", "resource_server_name",
            ])
            let sources = (permission.isDirect ? ["direct"] : []) + (permission.roles.isEmpty ? [] : ["roles"])
            item["sources"] = .array(sources.map { .string($0) })
            return item
        }
    }

    static func permissionRoles(_ call: ResourceCall, _ tenant: inout Tenant) throws(Refusal) -> Answer {
        let user = try user(call, &tenant)
        for name in ["resource_server_identifier", "permission_name"] where call.queryText(name) == nil {
            throw .missingParameter(name)
        }
        let roles = effectiveRoles(of: user.id, call, &tenant)
        let held = permissions(of: user.id, roles.map(\.role), call, &tenant).first {
            $0.api.identifier == call.queryText("resource_server_identifier")
                && $0.name == call.queryText("permission_name")
        }
        let having = roles.filter { role in held?.roles.contains { $0.id == role.role.id } ?? false }
        let form = ListForm("roles", cursor: "roles next")
        return try form.answer(having, call, id: \.role.id) { item in
            roleItem(item.role, sources: .array(item.sources.map { .string($0) }))
        }
    }
}

/// A user's permission is one of an API's scopes; its id is both names.
struct PermissionRules: ResourceRules {
    static func id(_ permission: JSONTree) -> String {
        "\(permission["permission_name"]?.string ?? "") \(permission["resource_server_identifier"]?.string ?? "")"
    }

    func id(_ draft: JSONTree, _ write: Write, _ tenant: Tenant) -> String? { PermissionRules.id(draft) }
}

/// What others need to know of an API.
struct APIFacts {
    let identifier: String
    let name: String
    /// Descriptions by scope; empty ones where there is none.
    let scopes: [String: String]

    /// - Returns: nil where no API has the identifier.
    init?(_ identifier: String, _ call: ResourceCall, _ tenant: Tenant) {
        guard let resource = call.catalogue.resource("resource-servers") else { return nil }
        let id = resource.rules.resolved(identifier, call, tenant)
        guard let tree = tenant.table("resource-servers").document(id)?.tree,
            tree["identifier"]?.string == identifier
        else { return nil }
        self.identifier = identifier
        name = tree["name"]?.string ?? ""
        let scopes = (tree["scopes"]?.items ?? []).compactMap { scope in
            scope["value"]?.string.map { ($0, scope["description"]?.string ?? "") }
        }
        self.scopes = Dictionary(scopes, uniquingKeysWith: { first, _ in first })
    }
}
