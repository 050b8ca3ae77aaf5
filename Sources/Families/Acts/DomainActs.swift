import JSON
import Resources
import Tenancy

/// Custom domains (reference tenant-settings.md 8). No name is looked up and no certificate fetched: the tenant's
/// settings say whether a verification goes through.
enum DomainActs {
    static let domains = Resource(
        "custom-domains", .collection(.member("custom_domain_id"), member: "custom_domain_id"),
        order: .members(
            "custom_domain_id domain primary is_default status type origin_domain_name cname_api_key verification "
                + "tls_policy custom_client_ip_header domain_metadata certificate created_at relying_party_identifier"),
        nested: ["verification": "methods status last_verified_at error_msg"],
        stamps: .init(updated: nil),
        // The text is INFERRED.
        keys: [.init("domain", folded: true, taken: Refusal(409, "Custom domain already exists.", .inferred))],
        patch: .init(shallow: "domain_metadata", keepsNull: "custom_client_ip_header"),
        list: ListForm(
            "custom_domains", offset: "custom_domains", cursor: "custom_domains next",
            order: .member("domain", folded: false)),
        missing: Refusal(404, "The custom domain {id} does not exist", "inexistent_custom_domain", .recorded),
        secrets: ["cname_api_key"], rules: DomainRules())

    /// What a page template and partials need; one that is pending is enough (ISSUE).
    static let needed = Refusal(
        400, "This feature requires at least one custom domain to be configured for the tenant.", .issue)

    static func checkAny(_ tenant: inout Tenant) throws(Refusal) {
        tenant.fillTable(domains.name)
        guard tenant.table(domains.name).count > 0 else { throw needed }
    }

    static func readDefault(_ call: ResourceCall, _ tenant: inout Tenant) throws(Refusal) -> Answer {
        tenant.fillTable(domains.name)
        let chosen = tenant.table(domains.name).all.first { $0.tree["is_default"]?.bool ?? false }
        return chosen.map { Answer(200, $0.text) } ?? Answer(200, ["domain": .string(host(call))])
    }

    /// The tenant's own host takes the place of all.
    static func patchDefault(_ call: ResourceCall, _ tenant: inout Tenant) throws(Refusal) -> Answer {
        tenant.fillTable(domains.name)
        let name = call.body?["domain"]?.string ?? ""
        let all = tenant.table(domains.name).all
        let chosen = all.first { $0.tree["domain"]?.string == name }
        if name != host(call) {
            guard chosen?.tree["status"]?.string == "ready" else {
                throw .body("The domain must be verified before it can be set as default.", .recorded)
            }
        }
        for domain in all {
            domains.amend(domain.id, call, &tenant) { $0["is_default"] = .bool(domain.id == chosen?.id) }
        }
        return try readDefault(call, &tenant)
    }

    /// Without scheme and port.
    private static func host(_ call: ResourceCall) -> String {
        let authority = call.origin.split(separator: "/").last ?? ""
        return String(authority.split(separator: ":").first ?? "")
    }

    /// The answer lacks `is_default` (RECORDED 1).
    static func verify(_ call: ResourceCall, _ tenant: inout Tenant) throws(Refusal) -> Answer {
        let domain = try domains.document(call, &tenant)
        if call.settings.domainVerification == .ready, domain.tree["status"]?.string != "ready" {
            let key = call.ids.hex(128)
            let target = target(domain.id, tenant.facts.name)
            domains.amend(domain.id, call, &tenant) { makeReady(&$0, target, key, call) }
        }
        return Answer(200, try domains.document(call, &tenant).tree.without(["is_default"]))
    }

    private static func makeReady(
        _ tree: inout JSONTree, _ target: String, _ key: String, _ call: ResourceCall
    ) {
        tree["status"] = "ready"
        tree[path: "verification.status"] = "verified"
        tree[path: "verification.last_verified_at"] = .string(seconds(call.now))
        if tree["type"]?.string == "self_managed_certs" {
            tree["origin_domain_name"] = .string(target)
            tree["cname_api_key"] = .string(key)
        } else {
            // Certificates of that authority last ninety days, and are renewed in the last thirty.
            let renewal = call.now.adding(seconds: 60 * 86_400)
            tree["certificate"] = [
                "certificate_authority": "letsencrypt", "renews_before": .string(seconds(renewal)),
                "status": "provisioned",
            ]
        }
    }

    /// Where the domain's name is to point to.
    static func target(_ id: String, _ tenant: String) -> String {
        "\(tenant)-cd-\(id.dropFirst(3).lowercased()).edge.tenants.us.auth0.com"
    }

    /// As `2026-03-12T09:23:36Z`.
    private static func seconds(_ time: Instant) -> String {
        String(time.text(digits: 3).dropLast(5)) + "Z"
    }

    /// SPEC has the statuses; the texts are INFERRED.
    static func test(_ call: ResourceCall, _ tenant: inout Tenant) throws(Refusal) -> Answer {
        let domain = try domains.document(call, &tenant)
        guard domain.tree["status"]?.string == "ready" else {
            throw Refusal(409, "The custom domain is not ready.", .specified)
        }
        return Answer(200, ["success": true])
    }
}

struct DomainRules: ResourceRules {
    func prepare(_ draft: inout JSONTree, _ write: Write, _ tenant: Tenant) throws(Refusal) {
        guard write.kind != .patch else { return }
        var id = write.call.seed?.id ?? ""
        while id.isEmpty || tenant.table(DomainActs.domains.name).contains(id) {
            id = "cd_" + write.call.ids.letters(16)
        }
        let name = draft["domain"]?.string ?? ""
        draft["custom_domain_id"] = .string(id)
        draft["primary"] = .bool(tenant.table(DomainActs.domains.name).count == 0)
        // Since January 2026 (RECORDED).
        if write.call.settings.asOf.map({ $0.rawValue >= "2026-01-01" }) ?? true { draft["is_default"] = false }
        draft["status"] = "pending_verification"
        draft["verification_method"] = nil
        var method: JSONTree
        if draft["type"]?.string == "self_managed_certs" {
            method = [
                "name": "TXT", "record": .string(write.call.ids.id(.uuid) ?? ""),
                "domain": .string("_cf-custom-hostname." + name),
            ]
            draft["tls_policy"] = nil
            if draft["custom_client_ip_header"] == nil { draft["custom_client_ip_header"] = .null }
        } else {
            method = [
                "name": "CNAME", "record": .string(DomainActs.target(id, tenant.facts.name)), "domain": .string(name),
            ]
            draft["tls_policy"] = "recommended"
        }
        // Until 2024 names were in lower case, and a target had no name beside it (RECORDED).
        if let day = write.call.settings.asOf?.rawValue, day < "2025-01-01" {
            method["name"] = .string(method["name"]?.string?.lowercased() ?? "")
            if method["name"] == "cname" { method["domain"] = nil }
        }
        draft["verification"] = ["methods": [method]]
    }

    func mayRemove(_ document: Document, _ call: ResourceCall, _ tenant: Tenant) throws(Refusal) {
        guard document.tree["is_default"]?.bool ?? false else { return }
        throw Refusal(
            409,
            "Cannot delete the default custom domain. Please set another domain as default before deleting this one.",
            .specified)
    }

    func selects(_ call: ResourceCall) -> Bool { call.queryText("q") != nil }

    /// `q`: conditions on members, joined by AND; a value may begin and end with a star (RECORDED: `domain:abc*`).
    func lists(_ document: Document, _ call: ResourceCall, _ tenant: Tenant) -> Bool {
        guard let query = call.queryText("q") else { return true }
        let tree = document.tree
        let conditions = query.split(separator: " ").filter { $0 != "AND" }
        return conditions.allSatisfy { condition in
            let parts = condition.split(separator: ":", maxSplits: 1).map(String.init)
            guard parts.count == 2 else { return false }
            let value = tree[path: parts[0]]
            let text = value?.string ?? value?.bool.map { String($0) } ?? ""
            return DomainRules.matches(text.lowercased(), parts[1].lowercased())
        }
    }

    private static func matches(_ text: String, _ pattern: String) -> Bool {
        var plain = pattern[...]
        if plain.count > 1, plain.first == "\"", plain.last == "\"" { plain = plain.dropFirst().dropLast() }
        switch (plain.first == "*", plain.count > 1 && plain.last == "*") {
        case (false, false): return text == plain
        case (false, true): return text.hasPrefix(plain.dropLast())
        case (true, false): return text.hasSuffix(plain.dropFirst())
        case (true, true): return text.contains(plain.dropFirst().dropLast())
        }
    }
}
