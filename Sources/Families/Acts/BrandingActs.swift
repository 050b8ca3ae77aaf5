import JSON
import Resources
import Tenancy

/// `/branding` and `/prompts` are windows on the tenant's document (RECORDED, reference tenant-settings.md 3.1 and 4).
enum BrandingActs {
    static func read(_ call: ResourceCall, _ tenant: inout Tenant) throws(Refusal) -> Answer {
        Answer(200, branding(call, tenant))
    }

    static func patch(_ call: ResourceCall, _ tenant: inout Tenant) throws(Refusal) -> Answer {
        let request = call.body ?? .emptyObject
        if let own = call.catalogue.resource("branding") {
            own.amend(call, &tenant) { $0.merge(request.only(["favicon_url", "font"]), .shallow) }
        }
        if let logo = request["logo_url"] {
            settings(call)?.amend(call, &tenant) { $0["picture_url"] = logo.isNull ? nil : logo }
        }
        if let colors = request["colors"] {
            var merged = branding(call, tenant)["colors"] ?? .emptyObject
            merged.merge(colors, .shallow)
            TenantSettingsRules.set("colors", to: colors.isNull ? nil : merged, call, &tenant)
        }
        return Answer(200, branding(call, tenant))
    }

    private static func settings(_ call: ResourceCall) -> Resource? { call.catalogue.resource("tenants/settings") }

    private static func branding(_ call: ResourceCall, _ tenant: Tenant) -> JSONTree {
        let tree = settings(call)?.singleton(call, tenant) ?? .emptyObject
        var shown = call.catalogue.resource("branding")?.singleton(call, tenant) ?? .emptyObject
        shown["colors"] = tree[path: "universal_login.colors"]
        shown["logo_url"] = tree["picture_url"]
        return shown.ordered(["colors", "favicon_url", "font", "logo_url"])
    }

    static func readPrompts(_ call: ResourceCall, _ tenant: inout Tenant) throws(Refusal) -> Answer {
        Answer(200, prompts(call, tenant))
    }

    static func patchPrompts(_ call: ResourceCall, _ tenant: inout Tenant) throws(Refusal) -> Answer {
        let request = call.body ?? .emptyObject
        if let experience = request["universal_login_experience"]?.string {
            settings(call)?.amend(call, &tenant) {
                $0[path: "flags.new_universal_login_experience_enabled"] = .bool(experience == "new")
            }
        }
        for member in promptMembers {
            guard let value = request[member] else { continue }
            TenantSettingsRules.set(member, to: value.isNull ? nil : value, call, &tenant)
        }
        return Answer(200, prompts(call, tenant))
    }

    private static let promptMembers = ["identifier_first", "webauthn_platform_first_factor"]

    private static func prompts(_ call: ResourceCall, _ tenant: Tenant) -> JSONTree {
        let tree = settings(call)?.singleton(call, tenant) ?? .emptyObject
        let isNew = tree[path: "flags.new_universal_login_experience_enabled"]?.bool ?? true
        var shown: JSONTree = ["universal_login_experience": isNew ? "new" : "classic"]
        for member in promptMembers { shown[member] = tree[path: "universal_login." + member] }
        return shown
    }
}

/// The page template of the login.
enum PageTemplateActs {
    static let template = Resource(
        "branding/templates/universal-login", .keyed(unset: nil),
        missing: Refusal(404, "Template does not exist.", "inexistent_templates_universal_login", .recorded))

    /// The first one is made, a later one only replaced (RECORDED 19 and 1).
    static func put(_ call: ResourceCall, _ tenant: inout Tenant) throws(Refusal) -> Answer {
        try DomainActs.checkAny(&tenant)
        let text = call.body?.string ?? call.body?["template"]?.string ?? ""
        guard count("auth0:head", in: text) == 1, count("auth0:widget", in: text) > 0 else { throw badTags }
        let isThere = (try? template.document(call, &tenant)) != nil
        try template.insert(call.with(parameters: [], body: ["body": .string(text)]), .put, &tenant)
        TenantSettingsRules.set("is_custom_template_set", to: true, call, &tenant)
        return isThere ? Answer(204) : Answer(201, .emptyObject)
    }

    static func remove(_ call: ResourceCall, _ tenant: inout Tenant) throws(Refusal) -> Answer {
        try DomainActs.checkAny(&tenant)
        let answer = try template.remove(call, &tenant)
        TenantSettingsRules.set("is_custom_template_set", to: false, call, &tenant)
        return answer
    }

    private static let badTags = Refusal(
        400, "The template must contain a single auth0:head tag and at least one auth0:widget tag.", .issue)

    private static func count(_ tag: String, in text: String) -> Int {
        let (tag, text) = (Array(tag.utf8), Array(text.utf8))
        guard text.count >= tag.count else { return 0 }
        return (0...text.count - tag.count).count { text[$0..<$0 + tag.count].elementsEqual(tag) }
    }
}

/// There is one theme at most; texts about one that is not there name the verb (RECORDED 6).
enum ThemeActs {
    static func readDefault(_ call: ResourceCall, _ tenant: inout Tenant) throws(Refusal) -> Answer {
        tenant.fillTable("branding/themes")
        guard let theme = tenant.table("branding/themes").slice(offset: 0, count: 1).first else {
            throw missing("retrieving")
        }
        return Answer(200, theme.text)
    }

    static func patch(_ call: ResourceCall, _ tenant: inout Tenant) throws(Refusal) -> Answer {
        try perform(.patch, "updating", call, &tenant)
    }

    static func remove(_ call: ResourceCall, _ tenant: inout Tenant) throws(Refusal) -> Answer {
        try perform(.remove, "deleting", call, &tenant)
    }

    private static func perform(
        _ verb: Verb, _ doing: String, _ call: ResourceCall, _ tenant: inout Tenant
    ) throws(Refusal) -> Answer {
        guard let resource = call.catalogue.resource("branding/themes"),
            (try? resource.document(call, &tenant)) != nil
        else { throw missing(doing) }
        return try resource.perform(verb, call, &tenant)
    }

    static func missing(_ doing: String) -> Refusal {
        Refusal(
            404, "There was an error \(doing) branding settings: invalid theme ID", "theme_not_found", .recorded)
    }
}

/// A theme shows in the tenant's document.
struct ThemeRules: ResourceRules {
    func stored(_ new: MadeDocument, insteadOf old: Document?, _ write: Write, _ tenant: inout Tenant) {
        TenantSettingsRules.set("is_custom_theme_set", to: true, write.call, &tenant)
    }

    func removed(_ document: Document, _ call: ResourceCall, _ tenant: inout Tenant) {
        TenantSettingsRules.set("is_custom_theme_set", to: false, call, &tenant)
    }
}
