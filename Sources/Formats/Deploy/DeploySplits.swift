import JSON

/// Kinds of the deploy CLI that are not one item of one section each.
enum DeploySplits {
    private typealias ReadFile = (String) throws(SeedError) -> String

    /// The login page is one of the client for all, others are settings of the tenant (the CLI's `pages` handler).
    static let page: DeployKind.Split = { (value, path, _) throws(SeedError) in
        let settings = ["guardian_multifactor": "guardian_mfa_page", "password_reset": "change_password"]
        let name = value["name"]?.string ?? ""
        guard name == "login" else {
            guard let member = settings[name] ?? (name == "error_page" ? name : nil) else {
                throw SeedError("\(path).name", "there is no page \(name)")
            }
            return [ObjectItem("tenant", .object([.init(member, value.without(["name"]))]), path)]
        }
        var client: JSONTree = ["name": "All Applications"]
        client["custom_login_page"] = value["html"]
        client["custom_login_page_on"] = value["enabled"]
        return [ObjectItem("clients", client, path)]
    }

    static let branding: DeployKind.Split = { (value, path, readFile) throws(SeedError) in
        var items: [ObjectItem] = []
        let own = value.without(["templates"])
        if own.members?.isEmpty == false { items.append(ObjectItem("branding", own, path)) }
        for (index, template) in (value["templates"]?.items ?? []).enumerated() {
            let place = "\(path).templates[\(index)]"
            guard template["template"]?.string == "universal_login" else { continue }
            let body = try DeployFiles.content(template["body"]?.string ?? "", "\(place).body", readFile)
            items.append(ObjectItem("page_template", ["template": .string(body)], place))
        }
        return items
    }

    static let prompts: DeployKind.Split = { (value, path, readFile) throws(SeedError) in
        var items: [ObjectItem] = []
        let own = value.without(["customText", "partials", "screenRenderers"])
        if own.members?.isEmpty == false { items.append(ObjectItem("prompts", own, path)) }
        for language in value["customText"]?.members ?? [] {
            for prompt in language.value.members ?? [] {
                items.append(
                    ObjectItem(
                        "prompts_custom_text",
                        ["prompt": .string(prompt.key), "language": .string(language.key), "text": prompt.value],
                        "\(path).customText.\(language.key).\(prompt.key)"))
            }
        }
        for prompt in value["partials"]?.members ?? [] {
            let place = "\(path).partials.\(prompt.key)"
            items.append(
                ObjectItem(
                    "prompts_partials",
                    ["prompt": .string(prompt.key), "partials": try partials(prompt.value, place, readFile)], place))
        }
        for (index, screen) in (value["screenRenderers"]?.items ?? []).enumerated() {
            items += try screens(screen, "\(path).screenRenderers[\(index)]", readFile)
        }
        return items
    }

    /// `{screen: {place: text}}`, or in the folder form `[{screen: [{name, template}]}]` with files.
    private static func partials(
        _ value: JSONTree, _ path: String, _ readFile: ReadFile
    ) throws(SeedError) -> JSONTree {
        guard let first = value.items?.first else { return value }
        var screens: [JSONTree.Member] = []
        for screen in first.members ?? [] {
            var places: [JSONTree.Member] = []
            for item in screen.value.items ?? [] {
                let text = try DeployFiles.content(item["template"]?.string ?? "", path, readFile)
                places.append(.init(item["name"]?.string ?? "", .string(text)))
            }
            screens.append(.init(screen.key, .object(places)))
        }
        return .object(screens)
    }

    /// A screen's settings, or in `tenant.yaml` `{prompt: {screen: file}}`.
    private static func screens(
        _ value: JSONTree, _ path: String, _ readFile: ReadFile
    ) throws(SeedError) -> [ObjectItem] {
        if value["prompt"]?.string != nil {
            return [ObjectItem("prompts_rendering", value.without(["tenant"]), path)]
        }
        var items: [ObjectItem] = []
        for prompt in value.members ?? [] {
            for screen in prompt.value.members ?? [] {
                let settings = try DeployFiles.document(screen.value.string ?? "", "\(path).\(prompt.key)", readFile)
                items.append(ObjectItem("prompts_rendering", settings.without(["tenant"]), path))
            }
        }
        return items
    }

    private static func parts(
        _ value: JSONTree, _ path: String, _ sections: [(member: String, section: String)]
    ) -> [ObjectItem] {
        sections.compactMap { member, section in
            guard let part = value[member], part.members?.isEmpty == false else { return nil }
            return ObjectItem(section, part, "\(path).\(member)")
        }
    }

    /// Members of one value in the CLI, and the sections that they are here; exports put them together again.
    static let attackProtectionParts = [
        ("botDetection", "bot_detection"), ("captcha", "captcha"),
        ("breachedPasswordDetection", "breached_password_detection"),
        ("bruteForceProtection", "brute_force_protection"),
        ("suspiciousIpThrottling", "suspicious_ip_throttling"),
        ("phoneProviderProtection", "phone_provider_protection"),
    ]
    static let riskAssessmentParts = [("settings", "risk_assessments"), ("new_device", "risk_assessments_new_device")]

    /// Captchas that nobody has set up have an empty key, and are left out.
    static let attackProtection: DeployKind.Split = { (value, path, _) throws(SeedError) in
        var value = value
        if let captcha = value["captcha"]?.members {
            value["captcha"] = .object(
                captcha.filter { $0.value["site_key"]?.string != "" && $0.value.members?.isEmpty != true })
        }
        return parts(value, path, attackProtectionParts)
    }

    static let riskAssessment: DeployKind.Split = { (value, path, _) throws(SeedError) in
        var value = value
        if let enabled = value["enabled"] { value[path: "settings.enabled"] = enabled }
        if let device = value["newDevice"], value["new_device"] == nil { value["new_device"] = device }
        return parts(value, path, riskAssessmentParts)
    }

    static let newDevice: DeployKind.Split = { (value, path, _) throws(SeedError) in
        [ObjectItem("risk_assessments_new_device", value, path)]
    }

    /// Of a key that is not in it an export has the name alone; the CLI lets such keys be.
    static let client: DeployKind.Split = { (value, path, _) throws(SeedError) in
        // Older exports say so of a client without a page of its own.
        var client = value["custom_login_page"]?.string == "" ? value.without(["custom_login_page"]) : value
        if let methods = value["client_authentication_methods"]?.members {
            let kept = methods.compactMap { method -> JSONTree.Member? in
                guard let credentials = method.value["credentials"]?.items else { return method }
                let own = credentials.filter { !$0.isObject || $0["pem"] != nil || $0["subject_dn"] != nil }
                guard !own.isEmpty else { return nil }
                var whole = method.value
                whole["credentials"] = .array(own)
                return JSONTree.Member(method.key, whole)
            }
            client["client_authentication_methods"] = kept.isEmpty ? nil : .object(kept)
        }
        return [ObjectItem("clients", client, path)]
    }

    /// An export has no secrets for those that there are none of.
    static let hook: DeployKind.Split = { (value, path, _) throws(SeedError) in
        [ObjectItem("hooks", value["secrets"]?.members?.isEmpty == true ? value.without(["secrets"]) : value, path)]
    }

    /// Those of a new tenant have a sender that is empty, which no request may say.
    static let phoneTemplate: DeployKind.Split = { (value, path, _) throws(SeedError) in
        var template = value
        if value[path: "content.from"]?.string == "" { template["content"] = value["content"]?.without(["from"]) }
        return [ObjectItem("phone_templates", template, path)]
    }

    /// What of a connection is made by calls of its own.
    static let connection: DeployKind.Split = { (value, path, _) throws(SeedError) in
        var connection = value.without(["directory_provisioning_configuration"])
        if let scim = value["scim_configuration"], scim.isObject {
            connection["scim_configuration"] = scim.without(["connection_name"])
        }
        if let directory = value["directory_provisioning_configuration"], directory.isObject {
            connection["directory_provisioning"] = directory.without(["synchronized_groups"])
            connection["synchronized_groups"] = directory["synchronized_groups"]
        }
        return [ObjectItem("connections", connection, path)]
    }

    static let factorProvider: DeployKind.Split = { (value, path, _) throws(SeedError) in
        let (name, provider) = (value["name"]?.string ?? "", value["provider"]?.string ?? "")
        let rest = value.without(["name", "provider"])
        switch (name, provider) {
        case ("sms", "twilio"), ("phone", "twilio"): return [ObjectItem("guardian_phone_twilio", rest, path)]
        case ("push-notification", "sns"), ("push-notification", "apns"), ("push-notification", "fcm"):
            return [ObjectItem("guardian_push_" + provider, rest, path)]
        default: throw SeedError("\(path).provider", "there is no provider \(provider) of \(name)")
        }
    }

    static let factorTemplate: DeployKind.Split = { (value, path, _) throws(SeedError) in
        [ObjectItem("guardian_phone_templates", value.without(["name"]), path)]
    }

    static let policies: DeployKind.Split = { (value, path, _) throws(SeedError) in
        [ObjectItem("guardian_policies", value["policies"] ?? value, path)]
    }

    /// What it refers to by name stands in members of other names.
    static let organization: DeployKind.Split = { (value, path, _) throws(SeedError) in
        var value = value
        if let connections = value["connections"]?.items {
            value["connections"] = .array(
                connections.map { connection in
                    var connection = connection
                    if let name = connection["name"] { connection["connection_id"] = name }
                    return connection.without(["name", "connection"])
                })
        }
        if let domains = value["discovery_domains"]?.items {
            value["discovery_domains"] = .array(
                domains.map { $0.without(["verification_host", "verification_txt"]) })
        }
        return [ObjectItem("organizations", value, path)]
    }

    /// `customText: {en: {get-started: {…}}}`.
    static let selfServiceProfile: DeployKind.Split = { (value, path, _) throws(SeedError) in
        var profile = value.without(["customText"])
        var texts: [JSONTree] = []
        for language in value["customText"]?.members ?? [] {
            for page in language.value.members ?? [] {
                texts.append(["language": .string(language.key), "page": .string(page.key), "text": page.value])
            }
        }
        if !texts.isEmpty { profile["custom_text"] = .array(texts) }
        return [ObjectItem("self_service_profiles", profile, path)]
    }

    /// In `tenant.yaml` the object itself is in a file that `body` names.
    static func document(_ section: String) -> DeployKind.Split {
        { (value, path, readFile) throws(SeedError) in
            guard let name = value["body"]?.string else { return [ObjectItem(section, value, path)] }
            var whole = try DeployFiles.document(name, "\(path).body", readFile)
            if let name = value["name"] { whole["name"] = name }
            return [ObjectItem(section, whole, path)]
        }
    }
}

/// Members that name files.
enum DeployFiles {
    /// What stands in the file that a text names; the text itself, where it is none's name.
    static func content(
        _ text: String, _ path: String, _ readFile: (String) throws(SeedError) -> String
    ) throws(SeedError) -> String {
        guard isPath(text) else { return text }
        do throws(SeedError) {
            return try readFile(text)
        } catch {
            throw SeedError(path, error.reason)
        }
    }

    static func document(
        _ text: String, _ path: String, _ readFile: (String) throws(SeedError) -> String
    ) throws(SeedError) -> JSONTree {
        let content = try content(text, path, readFile)
        guard let value = try? JSONParser.parse(Array(content.utf8)), value.kind == .object else {
            throw SeedError(path, "\(text) holds no JSON object")
        }
        return .source(value)
    }

    /// One line that is no markup, and looks like a way to a file.
    private static func isPath(_ text: String) -> Bool {
        if CodePath.isPath(text) { return true }
        let isLine = !text.utf8.contains { $0 == 0x0A || $0 == 0x0D || $0 == 0x3C || $0 == 0x7B }
        return isLine && [".html", ".liquid", ".json", ".css"].contains { text.hasSuffix($0) }
    }
}
