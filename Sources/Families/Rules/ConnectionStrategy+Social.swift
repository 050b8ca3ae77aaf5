import JSON
import Resources

/// Passwordless strategies and social providers.
extension ConnectionStrategy {
    static let social: [String: ConnectionStrategy] = [
        "sms": ConnectionStrategy(added: [.init(#"{"brute_force_protection":true}"#)]),
        "email": ConnectionStrategy(added: [.init(#"{"brute_force_protection":true}"#)]),
        "google-oauth2": ConnectionStrategy(
            added: [.init(#"{"email":true,"profile":true}"#)],
            after: [.scope(ScopeRule(flags: [google]))]),
        "github": ConnectionStrategy(after: [.scope(ScopeRule(flags: [github]))]),
        "facebook": ConnectionStrategy(after: [.scope(ScopeRule(form: .commas, flags: [], takesAnyFlag: true))]),
        "apple": ConnectionStrategy(
            after: [.scope(ScopeRule(form: .spaces, flags: ["name=name email=email"], needsFlag: true))]),
        "linkedin": ConnectionStrategy(
            added: [.init(#"{"profile":true}"#)],
            after: [
                .scope(
                    ScopeRule(flags: [
                        "profile=r_basicprofile",
                        "email=r_emailaddress profile=r_liteprofile basic_profile=r_basicprofile",
                    ]))
            ]),
        "windowslive": ConnectionStrategy(
            added: [.init(#"{"signin":true}"#)],
            after: [.scope(ScopeRule(flags: ["signin=wl.signin", microsoftGraph]))]),
        "line": ConnectionStrategy(
            added: [.init(#"{"profile":true}"#)],
            after: [.scope(ScopeRule(flags: ["email=email profile=profile"], first: ["openid"], overwrites: true))]),
        "wordpress": ConnectionStrategy(
            added: [.init(#"{"profile":true}"#)],
            after: [.scope(ScopeRule(flags: ["profile=profile"], overwrites: true))]),
        "salesforce": ConnectionStrategy(after: [.scope(ScopeRule(flags: [""]))]),
        "salesforce-community": ConnectionStrategy(after: [.scope(ScopeRule(flags: [""]))]),
        "salesforce-sandbox": ConnectionStrategy(after: [.scope(ScopeRule(flags: [""]))]),
    ]

    private static let google = """
        email=email profile=profile gmail=https://mail.google.com/mail/feed/atom youtube=https://gdata.youtube.com \
        calendar=https://www.googleapis.com/auth/calendar
        """

    private static let github = """
        email=user:email read_user=read:user follow=user:follow public_repo=public_repo repo=repo \
        repo_deployment=repo_deployment repo_status=repo:status delete_repo=delete_repo notifications=notifications \
        gist=gist read_repo_hook=read:repo_hook write_repo_hook=write:repo_hook admin_repo_hook=admin:repo_hook \
        read_org=read:org admin_org=admin:org read_public_key=read:public_key write_public_key=write:public_key \
        admin_public_key=admin:public_key write_org=write:org profile=user
        """

    /// RECORDED of `graph_user`; the others INFERRED from the names of Microsoft's permissions.
    private static let microsoftGraph = [
        "user=User.Read", "user_update=User.ReadWrite", "calendars=Calendars.Read",
        "calendars_update=Calendars.ReadWrite", "contacts=Contacts.Read", "contacts_update=Contacts.ReadWrite",
        "device=Device.Read", "device_command=Device.Command", "emails=Mail.Read", "emails_update=Mail.ReadWrite",
        "files=Files.Read", "files_update=Files.ReadWrite", "files_all=Files.Read.All",
        "files_all_update=Files.ReadWrite.All", "notes=Notes.Read", "notes_create=Notes.Create",
        "notes_update=Notes.ReadWrite", "tasks=Tasks.Read", "tasks_update=Tasks.ReadWrite",
        "user_activity=UserActivity.ReadWrite.CreatedByApp",
    ].map { pair in
        let parts = pair.split(separator: "=")
        return "graph_\(parts[0])=https://graph.microsoft.com/\(parts[1])"
    }.joined(separator: " ")
}

/// The `scope` that a social provider is asked for: what the options' flags stand for, in the order they come in.
struct ScopeRule: Sendable {
    enum Form: Sendable {
        case list, commas, spaces
    }

    var form = Form.list
    /// `flag=scope` by `strategy_version`, the first for options without one.
    var flags: [String]
    var first: [String] = []
    /// Whether every true flag is a scope by its own name.
    var takesAnyFlag = false
    /// Whether there is no scope unless the request has one of the flags.
    var needsFlag = false
    /// Whether a scope that was sent gives way.
    var overwrites = false

    func apply(to options: inout JSONTree, _ request: JSONTree) {
        if request["scope"] != nil, !overwrites { return }
        let version = min(max(options["strategy_version"]?.int ?? 1, 1), max(flags.count, 1))
        let known = flags.isEmpty ? [:] : ScopeRule.pairs(flags[version - 1])
        if needsFlag, !known.keys.contains(where: { request[$0] != nil }) { return }
        var scopes = first
        for member in options.members ?? [] where member.value.bool == true {
            if let scope = takesAnyFlag ? member.key : known[member.key] { scopes.append(scope) }
        }
        options["scope"] =
            switch form {
            case .list: .array(scopes.map { .string($0) })
            case .commas: .string(scopes.joined(separator: ","))
            case .spaces: .string(scopes.joined(separator: " "))
            }
    }

    private static func pairs(_ text: String) -> [String: String] {
        let pairs = text.split(separator: " ").compactMap { pair -> (String, String)? in
            let parts = pair.split(separator: "=", maxSplits: 1)
            return parts.count == 2 ? (String(parts[0]), String(parts[1])) : nil
        }
        return Dictionary(pairs, uniquingKeysWith: { first, _ in first })
    }
}
