import JSON
import Resources
package import Tenancy

/// What the token endpoint asks of a tenant's objects.
package enum TokenFacts {
    /// A client of the tenant.
    package struct Application: Sendable {
        package let id: String
        /// Nil for a client that comes with assertions.
        package let secret: String?
        /// PEM texts of the keys that may sign its assertions.
        package let keys: [[UInt8]]
        package let grantTypes: [String]
        /// It has no secret to tell.
        package let isPublic: Bool
    }

    /// An API of the tenant.
    package struct API: Sendable {
        package let audience: String
        package let scopes: [String]
        package let lifetimeSeconds: Int64
        /// Thirty days (SPEC).
        static let lifetimeMax = 2_592_000
    }

    package static func application(_ id: String, in tenant: inout Tenant) -> Application? {
        tenant.fillTable("clients")
        guard let document = tenant.table("clients").document(id) else { return nil }
        let tree = document.tree
        let named = tree[path: "client_authentication_methods.private_key_jwt.credentials"]?.items ?? []
        tenant.fillTable("clients/credentials")
        let credentials = tenant.table("clients/credentials")
        let keys = named.compactMap { $0["id"]?.string }.compactMap { credentials.document("\(id)/\($0)") }
            .compactMap { $0.sealedTree["pem"]?.string }
        return Application(
            id: id, secret: tree["client_secret"]?.string, keys: keys.map { Array($0.utf8) },
            grantTypes: tree["grant_types"]?.strings ?? [],
            isPublic: tree["token_endpoint_auth_method"]?.string == "none")
    }

    /// The Management API itself, whatever names the server has.
    package static func management(_ tenant: Tenant) -> API {
        API(audience: tenant.facts.origin + "/api/v2/", scopes: managementScopes, lifetimeSeconds: 86_400)
    }

    /// - Returns: nil where no API has that identifier.
    package static func api(_ audience: String, in tenant: inout Tenant) -> API? {
        tenant.fillTable("resource-servers")
        guard let resource = Families.catalogue.resource("resource-servers"),
            let document = resource.documents(where: "identifier", is: audience, in: tenant).first
        else { return nil }
        let tree = document.tree
        return API(
            audience: audience, scopes: (tree["scopes"]?.items ?? []).compactMap { $0["value"]?.string },
            lifetimeSeconds: Int64(min(max(0, tree["token_lifetime"]?.int ?? 86_400), API.lifetimeMax)))
    }

    /// The scopes that a client is granted for an API; nil without a grant.
    package static func grantedScopes(_ client: String, _ api: API, in tenant: inout Tenant) -> [String]? {
        tenant.fillTable("client-grants")
        guard let resource = Families.catalogue.resource("client-grants") else { return nil }
        let grants = resource.documents(where: "client_id", is: client, in: tenant).map(\.tree)
        // The Management API's identifier begins with https, however it is reached.
        let isManagement = api.audience == tenant.facts.origin + "/api/v2/"
        let names = isManagement ? [api.audience, tenant.facts.managementAudience] : [api.audience]
        let own = grants.first { grant in
            names.contains(grant["audience"]?.string ?? "") && grant["subject_type"]?.string ?? "client" == "client"
        }
        guard let own else { return nil }
        return own["allow_all_scopes"]?.bool == true ? api.scopes : own["scope"]?.strings ?? []
    }

    /// Every scope that an operation of the Management API asks for.
    package static let managementScopes: [String] = {
        var seen: Set<String> = []
        return GeneratedFamily.all.flatMap { $0.lines().flatMap(\.scopes) }.filter { seen.insert($0).inserted }
    }()
}
