import JSON
import Resources
import Tenancy

/// Credentials within a client: a create may bring them whole, and the client keeps their ids (RECORDED 46).
enum ClientCredentials {
    /// The members that list credentials.
    private static let lists = [
        "client_authentication_methods.private_key_jwt.credentials",
        "client_authentication_methods.tls_client_auth.credentials",
        "client_authentication_methods.self_signed_tls_client_auth.credentials",
        "signed_request_object.credentials", "token_vault_privileged_access.credentials",
    ]

    /// Leaves ids in the draft; those of new credentials are drawn here, and the credentials made by `make`.
    static func take(_ draft: inout JSONTree, _ write: Write, _ tenant: Tenant) throws(Refusal) {
        for list in lists {
            guard write.request[path: list] != nil, let items = draft[path: list]?.items else { continue }
            var kept: [JSONTree] = []
            for item in items {
                if let id = item["id"]?.string, write.kind != .seed, let client = write.old?.id {
                    guard tenant.table("clients/credentials").contains("\(client)/\(id)") else {
                        throw .body("Credential \(id) does not exist", .inferred)
                    }
                }
                if item["id"] == nil { _ = try CredentialRules.computed(item, write.call) }
                let id = item["id"] ?? write.call.ids.id(.base58(prefix: "cred_")).map { .string($0) } ?? .null
                kept.append(["id": id])
            }
            draft[path: list] = .array(kept)
        }
    }

    /// Makes those that the request brought, under the ids that the client has.
    static func make(_ client: JSONTree, _ clientID: String, _ write: Write, _ tenant: inout Tenant) {
        guard let credentials = write.call.catalogue.resource("clients/credentials") else { return }
        for list in lists {
            guard let sent = write.request[path: list]?.items, let kept = client[path: list]?.items,
                sent.count == kept.count
            else { continue }
            for (item, id) in zip(sent, kept) where item["id"] == nil {
                var body = item
                body["id"] = id["id"]
                _ = try? credentials.insert(write.call.with(parameters: [clientID], body: body), .seed, &tenant)
            }
        }
    }

    /// The answer to a create shows them whole.
    static func show(_ client: inout JSONTree, _ clientID: String, _ tenant: Tenant) {
        for list in lists {
            guard let items = client[path: list]?.items, !items.isEmpty else { continue }
            let table = tenant.table("clients/credentials")
            client[path: list] = .array(
                items.map { item in table.document("\(clientID)/\(item["id"]?.string ?? "")")?.tree ?? item })
        }
    }

    /// Whether a client's method names a credential.
    static func uses(_ client: JSONTree, _ id: String) -> Bool {
        lists.contains { list in client[path: list]?.items?.contains { $0["id"]?.string == id } ?? false }
    }
}

/// Reference clients-connections.md section 4: what a credential shows of its key or certificate.
struct CredentialRules: ResourceRules {
    static let missing = Refusal(404, "The credential does not exist", "inexistent_credential", .inferred)

    func prepare(_ draft: inout JSONTree, _ write: Write, _ tenant: Tenant) throws(Refusal) {
        if write.kind == .patch {
            if let text = draft["expires_at"]?.string { draft["expires_at"] = .string(CredentialRules.normal(text)) }
        } else {
            draft = try CredentialRules.computed(draft, write.call)
        }
    }

    /// - Throws: where the key cannot be read.
    static func computed(_ sent: JSONTree, _ call: ResourceCall) throws(Refusal) -> JSONTree {
        var tree = sent
        tree["parse_expiry_from_cert"] = nil
        let key = sent["pem"]?.string.flatMap { call.services.crypto.publicKey(pem: $0) }
        let notAfter = key?.certificate.map { JSONTree.string($0.notAfter.text(digits: 3)) }
        switch sent["credential_type"]?.string {
        case "cert_subject_dn":
            if sent["pem"] != nil {
                guard let certificate = key?.certificate else { throw unreadable }
                tree["subject_dn"] = .string(certificate.subject.joined(separator: "\n"))
            } else if sent["subject_dn"] == nil {
                throw .body("Either pem or subject_dn is required", .inferred)
            }
        case "x509_cert":
            guard let certificate = key?.certificate else { throw unreadable }
            tree["thumbprint_sha256"] = .string(base64URL(call.services.crypto.sha256(certificate.der)))
            tree["expires_at"] = notAfter
        default:
            guard let key else { throw unreadable }
            if tree["kid"] == nil { tree["kid"] = .string(key.thumbprint) }
            if tree["alg"] == nil { tree["alg"] = "RS256" }
            if sent["parse_expiry_from_cert"]?.bool == true, let notAfter {
                tree["expires_at"] = notAfter
            } else if let text = sent["expires_at"]?.string {
                tree["expires_at"] = .string(normal(text))
            }
        }
        return tree
    }

    private static let unreadable = Refusal.body("The PEM is not a valid public key or certificate", .inferred)

    /// In UTC, with milliseconds (RECORDED 33).
    private static func normal(_ instant: String) -> String {
        Instant(dateTime: instant)?.text(digits: 3) ?? instant
    }

    private static func base64URL(_ bytes: [UInt8]) -> String {
        let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)
        var (text, bits, count): ([UInt8], UInt32, UInt32) = ([], 0, 0)
        for byte in bytes {
            bits = bits << 8 | UInt32(byte)
            count += 8
            while count >= 6 {
                count -= 6
                text.append(alphabet[Int(bits >> count & 63)])
            }
        }
        if count > 0 { text.append(alphabet[Int(bits << (6 - count) & 63)]) }
        return String(decoding: text, as: UTF8.self)
    }

    /// Clients take them out of use first; what happens otherwise nobody recorded.
    func mayRemove(_ document: Document, _ call: ResourceCall, _ tenant: Tenant) throws(Refusal) {
        guard let client = call.parameters.first, let owner = tenant.table("clients").document(client) else { return }
        if ClientCredentials.uses(owner.tree, document.ownID) {
            throw Refusal(409, "The credential is in use by the client", "credential_in_use", .inferred)
        }
    }
}
