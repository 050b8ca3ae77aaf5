import JSON
import Resources
import Tenancy

/// Clients that a document at their id's address describes (reference clients-connections.md 3.7; the draft
/// draft-ietf-oauth-client-id-metadata-document). The service fetches it; here it is one of those that the tenant was
/// given, or, where it was given none, one that the address alone tells.
enum ClientMetadataActs {
    @Sendable
    static func preview(_ call: ResourceCall, _ tenant: inout Tenant) throws(Refusal) -> Answer {
        let url = address(call)
        var answer: JSONTree = ["errors": [.string(unreachable(url))]]
        if let description = description(url, call) { answer = description.answer }
        if let known = registered(url, call, &tenant) { answer["client_id"] = .string(known.id) }
        return Answer(200, answer)
    }

    /// Makes a client of the document, or renews the one that is there.
    @Sendable
    static func register(_ call: ResourceCall, _ tenant: inout Tenant) throws(Refusal) -> Answer {
        guard let clients = call.catalogue.resource("clients") else { throw .notFound }
        let url = address(call)
        guard let description = description(url, call) else { throw .body(unreachable(url), .specified) }
        guard description.violations.isEmpty else {
            throw .body("The Client Metadata document at \(url) cannot be applied.", .specified)
        }
        let known = registered(url, call, &tenant)
        var body = description.fields
        let client: MadeDocument
        if let known {
            body["external_client_id"] = nil
            client = try clients.update(call.with(parameters: [known.id], body: body), .patch, &tenant)
        } else {
            body.fill(from: [
                "is_first_party": false, "external_metadata_type": "cimd", "external_metadata_created_by": "admin",
            ])
            client = try clients.insert(call.with(parameters: [], body: body), .create, &tenant)
        }
        var whole: JSONTree = ["client_id": .string(client.id)]
        whole.fill(from: description.answer)
        return Answer(known == nil ? 201 : 200, whole)
    }

    private static func address(_ call: ResourceCall) -> String { call.body?["external_client_id"]?.string ?? "" }

    private static func registered(_ url: String, _ call: ResourceCall, _ tenant: inout Tenant) -> Document? {
        guard let clients = call.catalogue.resource("clients") else { return nil }
        tenant.fillTable("clients")
        return clients.documents(where: "external_client_id", is: url, in: tenant).first
    }

    private static func unreachable(_ url: String) -> String { "The Client Metadata at \(url) could not be retrieved." }

    /// Nil where the tenant was given documents, and none for this address.
    private static func description(_ url: String, _ call: ResourceCall) -> ClientDescription? {
        guard let documents = call.settings.clientDocuments else { return ClientDescription(guessedFrom: url) }
        guard let document = documents[url] else { return nil }
        var description = ClientDescription(JSONTree(bytes: document), at: url)
        if let schema = call.catalogue.family("clients")?.operation("POST", "/clients")?.body {
            description.check(schema)
        }
        return description
    }
}

/// What a metadata document says of a client, in the service's form (RECORDED 11, all of one document).
struct ClientDescription {
    /// As members of a client.
    let fields: JSONTree
    /// What makes the document useless.
    private(set) var violations: [String] = []
    private(set) var warnings: [String] = []

    var answer: JSONTree {
        [
            "mapped_fields": fields,
            "validation": [
                "valid": .bool(violations.isEmpty), "violations": .array(violations.map { .string($0) }),
                "warnings": .array(warnings.map { .string($0) }),
            ],
        ]
    }

    init(guessedFrom url: String) {
        let parts = url.split(separator: "/")
        let folder = url.utf8.lastIndex(of: 0x2F).map { String(url[...$0]) } ?? url
        fields = [
            "external_client_id": .string(url), "name": .string(parts.count > 1 ? String(parts[1]) : url),
            "callbacks": [.string(folder + "callback")], "grant_types": ["authorization_code"],
            "app_type": "regular_web", "token_endpoint_auth_method": "none",
        ]
        warnings = ["The emulator fetches no documents: these fields are told by the address alone."]
    }

    /// Members of a document that count for something; the others are named in a warning.
    private static let supported: Set = [
        "client_id", "client_name", "redirect_uris", "logo_uri", "grant_types", "response_types", "application_type",
        "token_endpoint_auth_method", "jwks_uri",
    ]

    /// - Parameter document: its values are taken where they are of the kind that they should be; what is missing is as
    ///   RFC 7591 section 2 has it, but that such a client has no secret.
    init(_ document: JSONTree, at url: String) {
        let method = document["token_endpoint_auth_method"]?.string ?? "none"
        var fields: JSONTree = ["external_client_id": .string(url)]
        fields["name"] = document["client_name"]?.string.map { .string($0) } ?? .string(url)
        fields["callbacks"] = .array((document["redirect_uris"]?.strings ?? []).map { .string($0) })
        fields["logo_uri"] = document["logo_uri"]?.string.map { .string($0) }
        let grants = document["grant_types"]?.strings ?? ["authorization_code"]
        fields["grant_types"] = .array(grants.map { .string($0) })
        fields["app_type"] = document["application_type"]?.string == "native" ? "native" : "regular_web"
        fields["token_endpoint_auth_method"] = .string(method)
        fields["jwks_uri"] = document["jwks_uri"]?.string.map { .string($0) }
        self.fields = fields
        violations = ClientDescription.violations(document, method, at: url)
        let foreign = (document.members ?? []).map(\.key).filter { !ClientDescription.supported.contains($0) }
        if !foreign.isEmpty {
            warnings = [
                "Ignoring unsupported properties: \(foreign.joined(separator: ", ")). These properties are not "
                    + "validated or mapped to the Auth0 client configuration."
            ]
        }
    }

    /// What no client may be is not made of a document either.
    ///
    /// - Parameter schema: of a client that is made. It does not have members that only documents bring, nor methods
    ///   that only such clients have.
    mutating func check(_ schema: Schema) {
        let client = fields.without(["external_client_id", "jwks_uri", "token_endpoint_auth_method"])
        guard let value = try? JSONParser.parse(client.bytes) else { return }
        violations += schema.problems(of: value).map { "\($0.path): \($0.reason)" }
    }

    /// The draft's rules; their words are ours.
    private static func violations(_ document: JSONTree, _ method: String, at url: String) -> [String] {
        guard document.isObject else { return ["The document is no JSON object."] }
        var violations: [String] = []
        if document["client_id"]?.string != url { violations.append("client_id must be the address of the document.") }
        if document["redirect_uris"]?.strings?.isEmpty ?? true { violations.append("redirect_uris are missing.") }
        if document["client_secret"] != nil || method.hasPrefix("client_secret") {
            violations.append("The client must not have a shared secret.")
        }
        return violations
    }
}
