import JSON
import Resources
import Tenancy

/// Reference clients-connections.md section 3.
struct ClientRules: ResourceRules {
    static let missing = Refusal(404, "The client does not exist", "inexistent_client", .recorded)
    static let head = [
        "tenant", "global", "is_token_endpoint_ip_header_trusted", "async_approval_notification_channels", "name",
    ]
    static let tail = [
        "signing_keys", "allowed_origins", "client_id", "callback_url_template", "client_secret", "jwt_configuration",
        "client_aliases", "token_endpoint_auth_method", "app_type", "grant_types", "web_origins",
        "custom_login_page_on",
    ]
    /// The client for all has fewer members, and another order (RECORDED 1).
    private static let globalOrder = [
        "tenant", "global", "callbacks", "is_first_party", "name", "refresh_token", "owners", "custom_login_page",
        "cross_origin_authentication", "signing_keys", "client_id", "client_secret", "custom_login_page_on",
    ]
    /// Where the secret is while the client authenticates by keys.
    static let hiddenSecret = "hidden_client_secret"

    func prepare(_ draft: inout JSONTree, _ write: Write, _ tenant: Tenant) throws(Refusal) {
        switch write.kind {
        case .patch: change(&draft, write)
        default: ClientDefaults.complete(&draft, on: write.call.settings.asOf, write.facts)
        }
        ClientRules.mirrorLogout(&draft, write)
        try ClientRules.check(draft, write, tenant)
        try ClientCredentials.take(&draft, write, tenant)
        ClientRules.placeSecret(&draft, write)
        if draft["signing_keys"] == nil, let keys = ClientRules.signingKeys(write.call, write.facts) {
            draft["signing_keys"] = keys
        }
    }

    /// What a PATCH does beyond merging.
    private func change(_ draft: inout JSONTree, _ write: Write) {
        let request = write.request
        for member in request.members ?? [] where member.value.isObject {
            // A null within means to remove, also where nothing is.
            if write.oldTree?[member.key]?.isObject != true { draft[member.key] = member.value.withoutNulls }
        }
        if let methods = request["client_authentication_methods"], methods.isObject {
            draft["client_authentication_methods"] = methods
        }
        if let transfer = draft["session_transfer"], write.oldTree?["session_transfer"] == nil {
            draft["session_transfer"] = transfer.filled(from: ClientDefaults.sessionTransfer)
        }
        if request["initiate_login_uri"]?.string == "" { draft["initiate_login_uri"] = nil }
        guard let crossOrigin = request["cross_origin_authentication"] ?? request["cross_origin_auth"] else { return }
        for name in ["cross_origin_authentication", "cross_origin_auth"] where draft[name] != nil {
            draft[name] = crossOrigin
        }
    }

    /// The deprecated name shows the list of the new one, and goes with it. A PATCH to nothing removes both
    /// (RECORDED 1).
    private static func mirrorLogout(_ draft: inout JSONTree, _ write: Write) {
        let (new, old, request) = ("oidc_logout", "oidc_backchannel_logout", write.request)
        let isEmptied = write.kind == .patch && request[new]?.members?.isEmpty == true
        if request[new]?.isNull == true || request[old]?.isNull == true || isEmptied {
            draft[new] = nil
            draft[old] = nil
        } else if request[new]?.isObject == true, let logout = draft[new] {
            draft[new] = logout.filled(from: [
                "backchannel_logout_initiators": [
                    "mode": "custom", "selected_initiators": ["rp-logout", "idp-logout"],
                ]
            ])
            draft[old] = logout.only(["backchannel_logout_urls"])
        }
    }

    private static func check(_ draft: JSONTree, _ write: Write, _ tenant: Tenant) throws(Refusal) {
        let grants = write.request["grant_types"]?.strings ?? []
        if draft["token_endpoint_auth_method"]?.string == "none", grants.contains("client_credentials") {
            throw .body("Invalid grant types: client_credentials", .issue)
        }
        if draft["app_type"]?.string == "resource_server", draft["resource_server_identifier"]?.string == nil {
            throw .body("resource_server_identifier is required for clients of type resource_server", .inferred)
        }
        try checkOrganizationConfiguration(write, tenant)
        for alias in write.request["client_aliases"]?.strings ?? [] {
            let others = write.call.catalogue.resource("clients")?.documents(
                where: "client_aliases", is: alias, in: tenant)
            if others?.contains(where: { $0.id != write.old?.id }) ?? false {
                throw Refusal(409, "Another client exists with the same alias.", "client_conflict", .specified)
            }
        }
    }

    /// What a client says of the My Organization API names other objects.
    private static func checkOrganizationConfiguration(_ write: Write, _ tenant: Tenant) throws(Refusal) {
        guard let configuration = write.request["my_organization_configuration"] else { return }
        if let client = configuration["invitation_landing_client_id"]?.string,
            !tenant.table("clients").contains(client)
        {
            throw Refusal(404, "The Client ID for Invitations could not be found.", "inexistent_client", .issue)
        }
        let profiles = [
            ("connection_profile_id", "connection-profiles"), ("user_attribute_profile_id", "user-attribute-profiles"),
        ]
        for (member, table) in profiles {
            guard let id = configuration[member]?.string, write.call.catalogue.resource(table) != nil else { continue }
            // RECORDED 1; its words are lost.
            if !tenant.table(table).contains(id) { throw .body("The \(member) \(id) does not exist", .inferred) }
        }
    }

    /// The secret is shown unless the client authenticates by keys; it comes back when it no longer does (RECORDED 51).
    private static func placeSecret(_ draft: inout JSONTree, _ write: Write) {
        let secret = draft["client_secret"] ?? write.old?.sealedTree[hiddenSecret] ?? .string(write.call.ids.secret(64))
        let isHidden = draft["client_authentication_methods"]?.isObject == true
        draft["client_secret"] = isHidden ? nil : secret
        if isHidden { draft[hiddenSecret] = secret }
    }

    private static func signingKeys(_ call: ResourceCall, _ facts: TenantFacts) -> JSONTree? {
        call.services.signingCertificate(facts.name)?.clientKeys
    }

    /// Third parties that are held strictly have ids of their own form (RECORDED 3).
    func id(_ draft: JSONTree, _ write: Write, _ tenant: Tenant) -> String? {
        let isStrict = draft["third_party_security_mode"]?.string == "strict"
        guard isStrict || ClientDefaults.isRegistered(draft) else { return nil }
        return write.call.ids.id(.base58(prefix: "tpc_"))
    }

    func order(_ draft: inout JSONTree, _ write: Write) {
        if draft["global"]?.bool == true { draft = draft.ordered(ClientRules.globalOrder) }
    }
}

// MARK: - Effects

extension ClientRules {
    func stored(_ new: MadeDocument, insteadOf old: Document?, _ write: Write, _ tenant: inout Tenant) {
        let (tree, call) = (new.tree, write.call)
        ClientCredentials.make(tree, new.id, write, &tenant)
        let (api, oldAPI) = (ClientRules.api(of: tree), write.oldTree.flatMap { ClientRules.api(of: $0) })
        if api != oldAPI {
            if let oldAPI { ClientRules.tie(oldAPI, to: nil, call, &tenant) }
            if let api { ClientRules.tie(api, to: new.id, call, &tenant) }
        }
        guard old == nil, tree["app_type"]?.string == "express_configuration" else { return }
        // Made by the service itself, hence not by the rules for others.
        let grant: JSONTree = [
            "client_id": .string(new.id), "audience": .string(tenant.facts.managementAudience),
            "scope": ClientRules.expressScopes, "is_system": true,
        ]
        _ = try? call.catalogue.resource("client-grants")?.insert(
            call.with(parameters: [], body: grant), .seed, &tenant)
    }

    func mayRemove(_ document: Document, _ call: ResourceCall, _ tenant: Tenant) throws(Refusal) {
        if standsLast(document) {
            throw Refusal(400, "The global client cannot be deleted", "invalid_uri", .inferred)
        }
    }

    func removed(_ document: Document, _ call: ResourceCall, _ tenant: inout Tenant) {
        if let api = ClientRules.api(of: document.tree) { ClientRules.tie(api, to: nil, call, &tenant) }
    }

    private static func api(of client: JSONTree) -> String? {
        client["app_type"]?.string == "resource_server" ? client["resource_server_identifier"]?.string : nil
    }

    /// An API shows the client that stands for it (RECORDED 4).
    private static func tie(_ identifier: String, to client: String?, _ call: ResourceCall, _ tenant: inout Tenant) {
        guard let apis = call.catalogue.resource("resource-servers") else { return }
        tenant.fillTable(apis.name)
        let id = apis.rules.resolved(identifier, call, tenant)
        guard let api = tenant.table(apis.name).document(id) else { return }
        var tree = api.tree
        tree["client_id"] = client.map { .string($0) }
        let changed = Document(
            id: api.id, text: apis.arranged(tree).bytes, sealed: api.sealed, keys: api.keys, createdAt: api.createdAt)
        tenant.withTable(apis.name) { _ = $0.replace(changed) }
    }

    private static let expressScopes: JSONTree = [
        "read:clients", "read:user_attribute_profiles", "read:connection_profiles", "read:organizations_summary",
        "read:connections", "create:connections", "update:connections", "read:connections_options",
        "update:connections_options", "read:organization_connections", "create:organization_connections",
        "update:organization_connections", "create:scim_config", "read:scim_token", "create:scim_token",
        "delete:scim_token",
    ]
}

// MARK: - Views

extension ClientRules {
    var views: ViewKinds { [.created, .changed, .read, .item] }

    /// The stored text is what a GET with all scopes answers; only what no request made lacks its keys.
    func isViewed(_ document: Document, _ kind: ViewKind, _ call: ResourceCall) -> Bool {
        switch kind {
        case .created, .changed: true
        case .read, .item: document.createdAt.nanoseconds == 0 || !call.allows("read:client_keys")
        }
    }

    func view(_ tree: inout JSONTree, _ kind: ViewKind, _ document: Document, _ call: ResourceCall, _ tenant: Tenant) {
        if tree["signing_keys"] == nil, let keys = ClientRules.signingKeys(call, tenant.facts) {
            tree.insert("signing_keys", keys, before: ["allowed_origins", "client_id"])
        }
        switch kind {
        case .created:
            tree.insert("encrypted", true, before: ["signing_keys", "allowed_origins", "client_id"])
            tree["signing_keys"] = tree["signing_keys"].map { named($0, withKey: true, call, tenant) }
            ClientCredentials.show(&tree, document.id, tenant)
        case .changed:
            tree["signing_keys"] = tree["signing_keys"].map { named($0, withKey: false, call, tenant) }
            tree = tree.without(["external_client_id", "external_metadata_type", "external_metadata_created_by"])
        case .read, .item: ClientRules.hide(&tree, from: call)
        }
    }

    private func named(_ keys: JSONTree, withKey: Bool, _ call: ResourceCall, _ tenant: Tenant) -> JSONTree {
        // The name that the certificate is made out to.
        let subject = JSONTree.string("/CN=\(tenant.facts.name).localhost")
        let certificate = withKey ? call.services.signingCertificate(tenant.facts.name) : nil
        return .array(
            (keys.items ?? []).map { item in
                var item = item
                item["subject"] = subject
                if let certificate { item.insert("key", certificate.privateKey, before: ["pkcs7"]) }
                return item
            })
    }

    /// What each scope shows (SPEC).
    private static func hide(_ tree: inout JSONTree, from call: ResourceCall) {
        guard !call.allows("read:client_keys") else { return }
        if !call.allows("read:client_credentials") {
            tree = tree.without(["client_secret", "client_authentication_methods", "encryption_key", "signing_keys"])
        }
        if !call.allows("read:clients") { tree = tree.only(["client_id", "app_type", "name", "description"]) }
    }

    func standsLast(_ document: Document) -> Bool {
        document.createdAt.nanoseconds == 0 && document.tree["global"]?.bool == true
    }
}

// MARK: - A new tenant

extension ClientRules {
    /// The global client is the oldest: lists have it last.
    func owned(_ facts: TenantFacts) -> [JSONTree] {
        let (id, secret) = ClientRules.startKeys("global", facts)
        return [
            [
                "tenant": .string(facts.name), "global": true, "callbacks": [], "is_first_party": true,
                "name": "All Applications", "refresh_token": ClientDefaults.startTokens, "owners": [],
                "cross_origin_authentication": true, "client_id": id, "client_secret": secret,
                "custom_login_page_on": true,
            ]
        ]
    }

    func initial(_ facts: TenantFacts) -> [JSONTree] {
        let (id, secret) = ClientRules.startKeys("default", facts)
        return [
            [
                "tenant": .string(facts.name), "global": false, "is_token_endpoint_ip_header_trusted": false,
                "name": "Default App", "callbacks": [], "cross_origin_authentication": false, "is_first_party": true,
                "oidc_conformant": true, "refresh_token": ClientDefaults.startTokens, "sso_disabled": false,
                "cross_origin_auth": false, "client_id": id, "callback_url_template": false,
                "client_secret": secret,
                "jwt_configuration": ["alg": "RS256", "lifetime_in_seconds": 36_000, "secret_encoded": false],
                "grant_types": ["authorization_code", "implicit", "refresh_token", "client_credentials"],
                "custom_login_page_on": true,
            ]
        ]
    }

    /// Id and secret of a client that nobody made.
    private static func startKeys(_ name: String, _ facts: TenantFacts) -> (id: JSONTree, secret: JSONTree) {
        let id = StableText.make(32, of: StableText.letters, for: "\(facts.name) client \(name)")
        return (.string(id), .string(StableText.make(64, of: StableText.letters, for: "secret of \(id)")))
    }
}

extension JSONTree {
    /// Puts a member before the first of those named that is there, or last.
    mutating func insert(_ key: String, _ value: JSONTree, before names: [String]) {
        var members = members ?? []
        if self[key] != nil { members.removeAll { $0.key == key } }
        let place = members.firstIndex { names.contains($0.key) } ?? members.count
        members.insert(Member(key, value), at: place)
        self = .object(members)
    }
}
