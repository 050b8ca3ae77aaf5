import JSON
import Resources
import Tenancy

/// Who sends the tenant's messages to phones, and their texts (reference tenant-settings.md 3.4 and 3.5). Nothing is
/// sent.
enum PhoneActs {
    private static let missing = Refusal(404, "Notification Resource not found", .recorded)

    static let providers = Resource(
        "branding/phone/providers", .collection(.base58(prefix: "pro_")),
        order: .members("id tenant name channel disabled configuration created_at updated_at"),
        nested: ["configuration": "sid mssid default_from delivery_methods"],
        takes: "name disabled configuration credentials",
        defaults: [.init(#"{"channel":"phone","disabled":false}"#)], stamps: .init(), sealed: ["credentials"],
        // The text is INFERRED.
        limit: (1, Refusal(409, "Custom phone provider conflict.", .inferred)),
        removal: .init(isIdempotent: false),
        list: ListForm(
            "providers", offset: "providers", isAlwaysEnveloped: true, filters: [.init("disabled")], fields: .ignored),
        missing: missing, rules: PhoneProviderRules())

    static let templates = Resource(
        "branding/phone/templates", .collection(.base58(prefix: "tem_")),
        order: .members("id tenant channel type disabled created_at updated_at content"),
        nested: ["content": "syntax body from", "content.body": "text voice"],
        defaults: [.init(#"{"channel":"phone","disabled":false}"#)], stamps: .init(),
        keys: [.init("type", taken: Refusal(409, "Phone template already configured for tenant", .specified))],
        patch: .init(shallow: "content"), removal: .init(isIdempotent: false), missing: missing,
        rules: PhoneTemplateRules())

    static func tryProvider(_ call: ResourceCall, _ tenant: inout Tenant) throws(Refusal) -> Answer {
        _ = try providers.document(call, &tenant)
        return accepted
    }

    static func tryTemplate(_ call: ResourceCall, _ tenant: inout Tenant) throws(Refusal) -> Answer {
        _ = try templates.document(call, &tenant)
        return accepted
    }

    private static let accepted = Answer(
        202, ["code": 202, "message": "Test notification successfully sent for processing"])

    /// Those that are stored, and then the defaults of the other types, without ids and as of now (RECORDED 1).
    static func listTemplates(_ call: ResourceCall, _ tenant: inout Tenant) throws(Refusal) -> Answer {
        tenant.fillTable(templates.name)
        var items = tenant.table(templates.name).all.map(\.tree)
        let types = items.compactMap { $0["type"]?.string }
        let now = JSONTree.string(call.now.text(digits: 3))
        for (type, body) in defaults where !types.contains(type) {
            items.append([
                "tenant": .string(tenant.facts.name), "channel": "phone", "type": .string(type), "disabled": false,
                "created_at": now, "updated_at": now, "content": ["syntax": "liquid", "body": body, "from": ""],
            ])
        }
        if let isDisabled = call.queryFlag("disabled") { items.removeAll { $0["disabled"]?.bool != isDisabled } }
        return Answer(200, ["templates": .array(items)])
    }

    /// The texts go back to those of the type; sender and state stay (RECORDED 1).
    static func resetTemplate(_ call: ResourceCall, _ tenant: inout Tenant) throws(Refusal) -> Answer {
        let old = try templates.document(call, &tenant)
        templates.amend(old.id, call, &tenant) { tree in
            if let body = body(of: tree["type"]?.string) { tree[path: "content.body"] = body }
            tree["updated_at"] = .string(call.now.text(digits: 3))
        }
        return Answer(200, try templates.document(call, &tenant).text)
    }

    static func body(of type: String?) -> JSONTree? { defaults.first { $0.type == type }?.body }

    /// RECORDED.
    private static let defaults: [(type: String, body: JSONTree)] = [
        ("blocked_account", ["text": .string(blocked), "voice": .string(blocked)]),
        (
            "change_password",
            code(
                "is your password change code for {{ friendly_name | escape }}",
                "Your password change code for {{ friendly_name | escape }} is", "your password change code is")
        ),
        (
            "otp_enroll",
            code(
                "is your verification code for {{ friendly_name | escape }}. Please enter this code to verify your "
                    + "enrollment.",
                "Your verification code for {{ friendly_name | escape }} is", "your verification code is")
        ),
        (
            "otp_verify",
            code(
                "is your verification code for {{ friendly_name | escape }}",
                "Your verification code for {{ friendly_name | escape }} is", "your verification code is")
        ),
    ]

    private static func code(_ text: String, _ first: String, _ again: String) -> JSONTree {
        [
            "text": .string("{{ code | escape }} " + text),
            "voice": .string(
                "Hello. \(first) {{ pause }} {{ code | escape }}. I repeat, \(again) {{ pause }} {{ code | escape }}"),
        ]
    }

    private static let blocked = """
        We detected suspicious activity on your account from the ip {{user.source_ip}}{% if user.city %} from \
        {{user.city}}, {{user.country}}{% elsif user.country %} from {{user.country}}{% endif %}. Logins from this IP \
        have been blocked on your account. If this is your IP, please reset your password to unblock your account. \
        Otherwise, disregard this message.
        """
}

struct PhoneProviderRules: ResourceRules {
    func prepare(_ draft: inout JSONTree, _ write: Write, _ tenant: Tenant) throws(Refusal) {
        draft["tenant"] = .string(tenant.facts.name)
        if draft["name"]?.string == "twilio", draft[path: "configuration.default_from"] == nil,
            draft[path: "configuration.mssid"] == nil
        {
            throw Refusal(400, "Bad Operation on Notification Resource", .recorded)
        }
    }

    var views: ViewKinds { [.item] }

    /// Only in lists something stands for the credentials.
    func view(_ tree: inout JSONTree, _ kind: ViewKind, _ document: Document, _ call: ResourceCall, _ tenant: Tenant) {
        tree["credentials"] = .null
        tree = tree.ordered(["id", "tenant", "name", "channel", "disabled", "configuration", "credentials"])
    }
}

struct PhoneTemplateRules: ResourceRules {
    func prepare(_ draft: inout JSONTree, _ write: Write, _ tenant: Tenant) throws(Refusal) {
        draft["tenant"] = .string(tenant.facts.name)
        var content = draft["content"] ?? .emptyObject
        content.fill(from: ["syntax": "liquid"])
        if let body = PhoneActs.body(of: draft["type"]?.string) { content.fill(from: ["body": body]) }
        draft["content"] = content
    }
}
