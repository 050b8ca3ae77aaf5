import Ground
import JSON
import Resources
import Tenancy

/// Reference clients-connections.md section 6.
struct ResourceServerRules: ResourceRules {
    static let missing = Refusal(404, "The resource server does not exist", "inexistent_resource_server", .recorded)
    static let taken = Refusal(
        409, "A resource server with the same identifier already exists.", "resource_server_conflict", .specified)

    func prepare(_ draft: inout JSONTree, _ write: Write, _ tenant: Tenant) throws(Refusal) {
        try ResourceServerRules.checkScopes(write.request)
        if write.kind == .patch {
            try ResourceServerRules.checkSystem(write)
        } else {
            ResourceServerRules.completeSystem(&draft, write.facts)
            if let sent = draft["subject_type_authorization"] {
                draft["subject_type_authorization"] = sent.filled(from: ResourceServerRules.subjects)
            }
            let identifier = draft["identifier"]?.string ?? ""
            let clients = write.call.catalogue.resource("clients")?.documents(
                where: "resource_server_identifier", is: identifier, in: tenant)
            if let client = clients?.first(where: { $0.tree["app_type"]?.string == "resource_server" }) {
                draft["client_id"] = .string(client.id)
            }
        }
        if draft["signing_alg"]?.string == "HS256", draft["signing_secret"] == nil {
            draft["signing_secret"] = .string(write.call.ids.letters(32))
        }
        try ResourceServerRules.completeEncryption(&draft, write.call)
    }

    private static let subjects: JSONTree = [
        "client": ["policy": "require_client_grant"], "user": ["policy": "allow_all"],
    ]

    private static func checkScopes(_ request: JSONTree) throws(Refusal) {
        var seen: Set<String> = []
        for scope in request["scopes"]?.items ?? [] {
            guard let value = scope["value"]?.string, !seen.insert(value).inserted else { continue }
            throw .body("Duplicate scope value: \(value)", .inferred)
        }
    }

    /// A key without a name of its own is shown by its thumbprint.
    private static func completeEncryption(_ draft: inout JSONTree, _ call: ResourceCall) throws(Refusal) {
        let path = "token_encryption.encryption_key"
        guard let pem = draft[path: path + ".pem"]?.string else { return }
        guard let key = call.services.crypto.publicKey(pem: pem) else {
            throw .body("The PEM of the encryption key is not a valid public key or certificate", .inferred)
        }
        guard draft[path: path + ".kid"] == nil else { return }
        draft[path: path + ".thumbprint_sha256"] = .string(key.thumbprint)
    }

    // MARK: - Names

    /// An API answers to its identifier, too, encoded once or twice (RECORDED 222).
    func resolved(_ id: String, _ call: ResourceCall, _ tenant: Tenant) -> String {
        let table = tenant.table("resource-servers")
        guard !table.contains(id), let apis = call.catalogue.resource("resource-servers") else { return id }
        for name in [id, PercentEncoding.decode(id.utf8.span) ?? id] {
            if let found = apis.documents(where: "identifier", is: name, in: tenant).first { return found.id }
        }
        return id
    }

    // MARK: - System APIs

    func owned(_ facts: TenantFacts) -> [JSONTree] {
        [
            [
                "id": .string(StableText.make(24, of: StableText.hexDigits, for: "\(facts.name) management api")),
                "name": "Auth0 Management API", "identifier": .string(facts.managementAudience),
                "allow_offline_access": false, "skip_consent_for_verifiable_first_party_clients": false,
                "subject_type_authorization": ResourceServerRules.subjects, "token_lifetime": 86_400,
                "token_lifetime_for_web": 7_200, "signing_alg": "RS256", "scopes": ManagementScopes.tree,
                "is_system": true,
            ]
        ]
    }

    /// A system API is switched on by its identifier, and is what it is whatever else was sent (RECORDED 6).
    private static func completeSystem(_ draft: inout JSONTree, _ facts: TenantFacts) {
        let identifier = draft["identifier"]?.string ?? ""
        let fixed: JSONTree
        switch identifier {
        case "https://\(facts.domain)/me/": fixed = accountAPI
        case "urn:auth0:express-configure": fixed = expressAPI
        default: return
        }
        draft = draft.only(["identifier", "authorization_policy"])
        draft.fill(from: fixed)
    }

    private static func checkSystem(_ write: Write) throws(Refusal) {
        guard write.oldTree?["is_system"]?.bool == true else { return }
        for name in ["name", "scopes", "signing_alg"] where write.request[name] != nil {
            throw Refusal(
                400, "Payload validation error: 'Additional properties not allowed: \(name)'.", "invalid_body", .issue)
        }
    }

    func mayRemove(_ document: Document, _ call: ResourceCall, _ tenant: Tenant) throws(Refusal) {
        guard document.createdAt.nanoseconds == 0, document.tree["is_system"]?.bool == true else { return }
        throw Refusal(400, "The Management API cannot be deleted", "invalid_uri", .inferred)
    }

    /// The grants for it go with it (INFERRED).
    func removed(_ document: Document, _ call: ResourceCall, _ tenant: inout Tenant) {
        guard let grants = call.catalogue.resource("client-grants"),
            let identifier = document.tree["identifier"]?.string
        else { return }
        tenant.fillTable(grants.name)
        for grant in grants.documents(where: "audience", is: identifier, in: tenant) {
            grants.drop(grant, call, &tenant)
        }
    }

    // MARK: - Views

    var views: ViewKinds { [.created] }

    /// The account API has its other scopes a moment later (RECORDED 2).
    func view(_ tree: inout JSONTree, _ kind: ViewKind, _ document: Document, _ call: ResourceCall, _ tenant: Tenant) {
        guard tree["identifier"]?.string == "https://\(tenant.facts.domain)/me/" else { return }
        tree["scopes"] = .array(Array((tree["scopes"]?.items ?? []).prefix(3)))
    }

    private static let accountAPI: JSONTree = [
        "name": "Auth0 My Account API", "allow_offline_access": true,
        "skip_consent_for_verifiable_first_party_clients": true,
        "subject_type_authorization": ["client": ["policy": "deny_all"], "user": ["policy": "require_client_grant"]],
        "token_lifetime": 600, "token_lifetime_for_web": 600, "signing_alg": "RS256",
        "scopes": [
            scope("create:me:connected_accounts", "Create Connected Accounts"),
            scope("read:me:connected_accounts", "Read Connected Accounts"),
            scope("delete:me:connected_accounts", "Delete Connected Accounts"),
            scope("read:me:authentication_methods", "Read Authentication Methods"),
            scope("delete:me:authentication_methods", "Delete Authentication Methods"),
            scope("update:me:authentication_methods", "Update Authentication Methods"),
            scope("read:me:factors", "Read Factors"),
            scope("create:me:authentication_methods", "Create Authentication Methods"),
        ],
        "is_system": true, "proof_of_possession": ["mechanism": "dpop", "required": false],
    ]

    private static let expressAPI: JSONTree = [
        "name": "Okta OIN Express Configuration API", "allow_offline_access": false,
        "skip_consent_for_verifiable_first_party_clients": false,
        "subject_type_authorization": ["client": ["policy": "deny_all"], "user": ["policy": "allow_all"]],
        "token_lifetime": 300, "token_lifetime_for_web": 7_200, "signing_alg": "RS256",
        "scopes": [
            ["description": "Ability to create SSO configurations", "value": "express_configure:sso"],
            ["description": "Ability to create scim configurations", "value": "express_configure:scim"],
        ],
        "is_system": true, "enforce_policies": true,
    ]

    private static func scope(_ value: String, _ description: String) -> JSONTree {
        ["value": .string(value), "description": .string(description)]
    }
}
