import JSON
import Resources
import Tenancy

/// The objects of a tenant as the kinds of a deploy CLI's configuration.
///
/// It holds no ids but names, and neither users nor what they have: members, invitations, roles of users.
struct DeployExport {
    /// By kind, in the order of the kinds; lists are arrays.
    let kinds: [(kind: DeployKind, value: JSONTree)]
    /// What it has no place for, for people.
    let comment: [String]

    init(_ tenant: Tenant, _ forms: ObjectForms, showsSecrets: Bool) {
        var export = ObjectExport(tenant, forms, showsSecrets: showsSecrets, usesAliases: false)
        let all = export.sections()
        let sections = Dictionary(
            all.map { ($0.section.key, DeployExport.withoutIDs($0.value, $0.section)) },
            uniquingKeysWith: { first, _ in first })
        comment = DeployExport.rest(all, export.rest).lines
        kinds = DeployKind.all.compactMap { kind in
            let value = kind.split == nil ? DeployExport.plain(kind, sections) : DeployJoins.all[kind.key]?(sections)
            guard let value, value.items?.isEmpty != true, value.members?.isEmpty != true else { return nil }
            return (kind, value)
        }
    }

    private static func rest(_ sections: [(section: SeedSection, value: JSONTree)], _ rest: ObjectRest) -> ObjectRest {
        var rest = rest
        for (section, value) in sections where !held.contains(section.key) {
            rest.add(section.key, value.items?.count ?? 1)
        }
        let organizations = sections.first { $0.section.key == "organizations" }?.value.items ?? []
        for part in unheldParts {
            rest.add("organizations' \(part)", organizations.reduce(0) { $0 + ($1[part]?.items?.count ?? 0) })
        }
        rest.lacks("ids, so that of two objects of one name others find only the first")
        rest.lacks("new names for what every new tenant has")
        rest.lacks("of the client that stands for all more than its login page")
        return rest
    }

    /// Of organizations.
    static let unheldParts = ["members", "invitations"]
    /// Sections that some kind is made of.
    static let held = Set(DeployKind.all.compactMap(\.section)).union(
        """
        page_template branding prompts prompts_custom_text prompts_partials prompts_rendering bot_detection captcha \
        breached_password_detection brute_force_protection suspicious_ip_throttling phone_provider_protection \
        risk_assessments risk_assessments_new_device guardian_phone_twilio guardian_push_sns guardian_push_apns \
        guardian_push_fcm guardian_phone_templates guardian_policies organizations self_service_profiles
        """.split(separator: " ").map(String.init))

    /// An object's id is the tenant's own; a name that is an id stays.
    private static func withoutIDs(_ value: JSONTree, _ section: SeedSection) -> JSONTree {
        guard let items = value.items, !section.id.isEmpty, !section.names.contains(section.id) else { return value }
        return .array(items.map { $0.without([section.id]) })
    }

    private static func plain(_ kind: DeployKind, _ sections: [String: JSONTree]) -> JSONTree? {
        guard let section = kind.section, let value = sections[section] else { return nil }
        switch kind.key {
        case "tenant": return value.without(["change_password", "guardian_mfa_page", "error_page"])
        case "databases": return list(value) { $0["strategy"]?.string == "auth0" ? withSortedClients($0) : nil }
        case "roles": return list(value) { $0.without(["users"]) }
        default: break
        }
        guard !kind.renames.isEmpty else { return value }
        return list(value) { item in
            var item = item
            for (old, new) in kind.renames {
                item[old] = item[new]
                item[new] = nil
            }
            return item
        }
    }

    /// Clients by their names, as the CLI writes them: none, too, as a new tenant's own connection has one.
    static func withSortedClients(_ connection: JSONTree) -> JSONTree {
        var connection = connection
        let names = connection["enabled_clients"]?.strings ?? []
        connection["enabled_clients"] = .array(names.sorted().map { .string($0) })
        return connection
    }

    static func list(_ value: JSONTree, _ change: (JSONTree) -> JSONTree?) -> JSONTree {
        .array((value.items ?? []).compactMap(change))
    }
}

/// Kinds that are put together from sections in another way than one by one; see `DeploySplits`.
enum DeployJoins {
    typealias Join = @Sendable (_ sections: [String: JSONTree]) -> JSONTree?

    static let all: [String: Join] = [
        "pages": { sections in
            var pages: [JSONTree] = []
            let global = sections["clients"]?.items?.first { $0["name"]?.string == "All Applications" }
            if let global, global["custom_login_page"] != nil || global["custom_login_page_on"] != nil {
                var page: JSONTree = ["name": "login", "enabled": global["custom_login_page_on"] ?? true]
                page["html"] = global["custom_login_page"]
                pages.append(page)
            }
            let settings = [
                ("guardian_multifactor", "guardian_mfa_page"), ("password_reset", "change_password"),
                ("error_page", "error_page"),
            ]
            for (name, member) in settings {
                guard var page = sections["tenant"]?[member], page.isObject else { continue }
                page["name"] = .string(name)
                pages.append(page.ordered(["name"]))
            }
            return .array(pages)
        },
        "clients": { sections in sections["clients"].map { DeployExport.list($0, client) } },
        "connections": { sections in sections["connections"].map { DeployExport.list($0, connection) } },
        "hooks": { sections in sections["hooks"] },
        "phoneTemplates": { sections in sections["phone_templates"] },
        "branding": { sections in
            var branding = sections["branding"] ?? .emptyObject
            if let body = sections["page_template"]?["template"] {
                branding["templates"] = [["template": "universal_login", "body": body]]
            }
            return branding
        },
        "prompts": { sections in
            var prompts = sections["prompts"] ?? .emptyObject
            for item in sections["prompts_custom_text"]?.items ?? [] {
                let place = "\(item["language"]?.string ?? "").\(item["prompt"]?.string ?? "")"
                prompts[path: "customText.\(place)"] = item["text"]
            }
            for item in sections["prompts_partials"]?.items ?? [] {
                prompts[path: "partials.\(item["prompt"]?.string ?? "")"] = item["partials"]
            }
            // The CLI sends the mode of every screen.
            prompts["screenRenderers"] = sections["prompts_rendering"].map { screens in
                DeployExport.list(screens) { screen in
                    var screen = screen
                    if screen["rendering_mode"] == nil { screen["rendering_mode"] = "standard" }
                    return screen
                }
            }
            return prompts
        },
        "attackProtection": { together($0, DeploySplits.attackProtectionParts) },
        "riskAssessment": { together($0, DeploySplits.riskAssessmentParts) },
        "guardianFactorProviders": { sections in
            let providers = [
                ("sms", "twilio", "guardian_phone_twilio"), ("push-notification", "sns", "guardian_push_sns"),
                ("push-notification", "apns", "guardian_push_apns"),
                ("push-notification", "fcm", "guardian_push_fcm"),
            ]
            return .array(
                providers.compactMap { name, provider, section in
                    guard var value = sections[section] else { return nil }
                    value["name"] = .string(name)
                    value["provider"] = .string(provider)
                    return value.ordered(["name", "provider"])
                })
        },
        "guardianFactorTemplates": { sections in
            guard var value = sections["guardian_phone_templates"] else { return nil }
            value["name"] = "sms"
            return [value.ordered(["name"])]
        },
        "guardianPolicies": { sections in sections["guardian_policies"].map { ["policies": $0] } },
        "organizations": { sections in
            sections["organizations"].map { DeployExport.list($0, organization) }
        },
        "selfServiceProfiles": { sections in
            sections["self_service_profiles"].map { DeployExport.list($0, selfServiceProfile) }
        },
        "flows": { sections in sections["flows"] },
        "forms": { sections in sections["forms"] },
    ]

    private static func together(
        _ sections: [String: JSONTree], _ members: [(member: String, section: String)]
    ) -> JSONTree {
        .object(members.compactMap { member, section in sections[section].map { JSONTree.Member(member, $0) } })
    }

    /// The login page of all clients is a page; of keys the names stand where they are used.
    private static func client(_ value: JSONTree) -> JSONTree? {
        if value["name"]?.string == "All Applications" { return nil }
        let methods = [
            ("public_key", "private_key_jwt"), ("x509_cert", "self_signed_tls_client_auth"),
            ("cert_subject_dn", "tls_client_auth"),
        ]
        var client = value.without(["credentials"])
        let keys = (value["credentials"]?.items ?? []).filter { $0["name"] != nil }
        let used = methods.compactMap { type, method -> JSONTree.Member? in
            let own = keys.filter { $0["credential_type"]?.string == type }
            guard !own.isEmpty else { return nil }
            return JSONTree.Member(method, ["credentials": .array(own.map { $0.only(["name", "credential_type"]) })])
        }
        if !used.isEmpty { client["client_authentication_methods"] = .object(used) }
        return client
    }

    private static func connection(_ value: JSONTree) -> JSONTree? {
        if value["strategy"]?.string == "auth0" { return nil }
        var connection = DeployExport.withSortedClients(value)
            .without(["directory_provisioning", "synchronized_groups"])
        if var directory = value["directory_provisioning"] {
            directory["synchronized_groups"] = value["synchronized_groups"]
            connection["directory_provisioning_configuration"] = directory
        }
        return connection
    }

    private static func organization(_ value: JSONTree) -> JSONTree {
        var organization = value.without(DeployExport.unheldParts)
        if let connections = organization["connections"] {
            organization["connections"] = DeployExport.list(connections) { connection in
                var connection = connection
                connection["name"] = connection["connection_id"]
                return connection.without(["connection_id"]).ordered(["name"])
            }
        }
        for member in ["client_grants", "discovery_domains"] {
            guard let list = organization[member] else { continue }
            organization[member] = DeployExport.list(list) { $0.without(["id", "audience"]) }
        }
        return organization
    }

    private static func selfServiceProfile(_ value: JSONTree) -> JSONTree {
        var profile = value.without(["custom_text"])
        for text in value["custom_text"]?.items ?? [] {
            let place = "\(text["language"]?.string ?? "").\(text["page"]?.string ?? "")"
            profile[path: "customText.\(place)"] = text["text"]
        }
        return profile
    }
}
