import JSON
import Resources
import Tenancy

/// Scopes of APIs that roles and users have (reference users-organizations.md 5.2): a document below the holder keeps
/// the names of both and the API's id, what else is printed comes from the API.
enum Permissions {
    /// Identifies a permission among those of its holder.
    static func id(_ permission: JSONTree) -> String {
        "\(permission["resource_server_identifier"]?.string ?? "")\u{1F}\(permission["permission_name"]?.string ?? "")"
    }

    /// What is to be stored of the permissions that a request names.
    ///
    /// - Throws: where an API or its scope does not exist (RECORDED+ 1).
    static func found(_ call: ResourceCall, _ tenant: inout Tenant) throws(Refusal) -> [JSONTree] {
        tenant.fillTable("resource-servers")
        var found: [JSONTree] = []
        for permission in call.body?["permissions"]?.items ?? [] {
            let identifier = permission["resource_server_identifier"]?.string ?? ""
            let name = permission["permission_name"]?.string ?? ""
            guard let api = api(identifier, call, tenant), scope(name, of: api.tree) != nil else {
                throw Refusal(
                    404, "This permission does not exist: '\(identifier) - \(name)'",
                    "inexistent_resource_server_permission", .recorded)
            }
            found.append([
                "permission_name": .string(name), "resource_server_identifier": .string(identifier),
                "resource_server_id": .string(api.id),
            ])
        }
        return found
    }

    /// Gives a holder the permissions of the request; those that it has stay as they are.
    static func add(_ resource: String, _ call: ResourceCall, _ tenant: inout Tenant) throws(Refusal) {
        guard let resource = call.catalogue.resource(resource) else { return }
        try resource.checkParent(call, &tenant)
        for permission in try found(call, &tenant) {
            try resource.insert(call.with(parameters: call.parameters, body: permission), .create, &tenant)
        }
    }

    /// Takes the permissions of the request from a holder; what it does not have is no fault (RECORDED 7).
    static func remove(_ resource: String, _ call: ResourceCall, _ tenant: inout Tenant) throws(Refusal) {
        guard let resource = call.catalogue.resource(resource) else { return }
        try resource.checkParent(call, &tenant)
        tenant.fillTable(resource.name)
        let parent = resource.parentKey(call, tenant)
        for permission in call.body?["permissions"]?.items ?? [] {
            guard let document = tenant.table(resource.name).document("\(parent)/\(id(permission))") else { continue }
            resource.drop(document, call, &tenant)
        }
    }

    /// The permissions below a holder as they are printed, by name: with the API's current texts, without the scopes
    /// that the API has no longer.
    static func items(_ resource: String, below parent: String, _ call: ResourceCall, _ tenant: Tenant) -> [JSONTree] {
        let documents = call.catalogue.resource(resource)?.documents(below: parent, in: tenant) ?? []
        let apis = tenant.table("resource-servers")
        var trees: [String: JSONTree] = [:]
        let items = documents.compactMap { document -> JSONTree? in
            let tree = document.tree
            let id = tree["resource_server_id"]?.string ?? ""
            guard let api = trees[id] ?? apis.document(id)?.tree else { return nil }
            trees[id] = api
            let name = tree["permission_name"] ?? ""
            guard let scope = scope(name.string ?? "", of: api) else { return nil }
            return [
                "permission_name": name, "description": scope["description"] ?? "",
                "resource_server_name": api["name"] ?? "",
                "resource_server_identifier": api["identifier"] ?? tree["resource_server_identifier"] ?? "",
            ]
        }
        return items.collated { $0["permission_name"]?.string ?? "" }
    }

    private static func api(_ identifier: String, _ call: ResourceCall, _ tenant: Tenant) -> Document? {
        guard let resource = call.catalogue.resource("resource-servers") else { return nil }
        let table = tenant.table("resource-servers")
        if let found = table.document(resource.rules.resolved(identifier, call, tenant)) { return found }
        if let found = resource.documents(where: "identifier", is: identifier, in: tenant).first { return found }
        return table.all.first { $0.tree["identifier"]?.string == identifier }
    }

    private static func scope(_ name: String, of api: JSONTree) -> JSONTree? {
        api["scopes"]?.items?.first { $0["value"]?.string == name }
    }
}
