import JSON
import Tenancy

/// What a new client has that its request left out (reference clients-connections.md 3.3, RECORDED).
enum ClientDefaults {
    /// Completes a request, whose members stay before what is added.
    static func complete(_ draft: inout JSONTree, on day: Day?, _ facts: TenantFacts) {
        let kind = Kind(draft)
        let crossOrigin = draft["cross_origin_authentication"] ?? draft["cross_origin_auth"] ?? false
        draft["refresh_token"] = draft["refresh_token"].map { tokens($0, kind) }
        draft["jwt_configuration"] = draft["jwt_configuration"].map { $0.filled(from: ["secret_encoded": false]) }
        draft["session_transfer"] = draft["session_transfer"].map { $0.filled(from: sessionTransfer) }
        if kind == .express { draft.fill(from: express) }
        draft.fill(from: [
            "tenant": .string(facts.name), "global": false, "is_token_endpoint_ip_header_trusted": false,
            "is_first_party": true, "sso_disabled": false, "cross_origin_auth": crossOrigin,
            "refresh_token": tokens(.emptyObject, kind), "cross_origin_authentication": crossOrigin,
            "oidc_conformant": .bool(kind.isConformant), "callback_url_template": false,
            "jwt_configuration": tokenForm(kind), "grant_types": grantTypes(kind), "custom_login_page_on": true,
        ])
        // One that was registered by its document has neither (RECORDED 5).
        if isRegistered(draft) { draft = draft.without(["cross_origin_auth", "cross_origin_authentication"]) }
        fillDated(&draft, on: day)
    }

    /// What tells the defaults of one client from those of another.
    private enum Kind {
        case plain, confidential, open
        case thirdParty, openThirdParty, strict, openStrict
        case resourceServer, express

        init(_ request: JSONTree) {
            let method = request["token_endpoint_auth_method"]?.string
            switch request["app_type"]?.string {
            case "resource_server": self = .resourceServer
            case "express_configuration": self = .express
            default:
                if request["is_first_party"]?.bool == false {
                    let isStrict =
                        request["third_party_security_mode"]?.string == "strict" || isRegistered(request)
                    self =
                        isStrict
                        ? method == "none" ? .openStrict : .strict : method == "none" ? .openThirdParty : .thirdParty
                } else {
                    self = method == nil ? .plain : method == "none" ? .open : .confidential
                }
            }
        }

        var isConformant: Bool {
            switch self {
            case .plain, .confidential, .open: false
            default: true
            }
        }
    }

    /// By a Client ID Metadata Document.
    static func isRegistered(_ client: JSONTree) -> Bool { client["external_metadata_type"]?.string == "cimd" }

    private static func grantTypes(_ kind: Kind) -> JSONTree {
        switch kind {
        case .open, .openThirdParty: ["authorization_code", "implicit", "refresh_token"]
        case .strict, .openStrict: ["authorization_code"]
        case .resourceServer: []
        case .express: ["authorization_code", "client_credentials"]
        default: ["authorization_code", "implicit", "refresh_token", "client_credentials"]
        }
    }

    private static func tokenForm(_ kind: Kind) -> JSONTree {
        switch kind {
        case .strict, .openStrict: ["alg": "RS256", "lifetime_in_seconds": 3_600, "secret_encoded": false]
        case .resourceServer, .express: ["alg": "RS256", "secret_encoded": false]
        default: ["lifetime_in_seconds": 36_000, "secret_encoded": false]
        }
    }

    /// Lifetimes hang on an authentication method that was sent, not on the kind of application.
    private static func tokens(_ sent: JSONTree, _ kind: Kind) -> JSONTree {
        guard sent.isObject else { return sent }
        let isRotating = kind == .openThirdParty || kind == .openStrict
        let expires = sent["expiration_type"]?.string.map { $0 == "expiring" }
        let isExpiring = expires ?? (isRotating || kind == .strict)
        let isLong = kind == .confidential
        return sent.filled(from: [
            "expiration_type": isExpiring ? "expiring" : "non-expiring", "leeway": 0,
            // A strict third party's tokens end by being idle only.
            "infinite_token_lifetime": .bool(!isExpiring || expires == nil && kind == .strict),
            "infinite_idle_token_lifetime": .bool(!isExpiring),
            "token_lifetime": isLong ? 31_557_600 : 2_592_000,
            "idle_token_lifetime": isLong ? 2_592_000 : 1_296_000,
            "rotation_type": isRotating ? "rotating" : "non-rotating",
        ])
    }

    static let sessionTransfer: JSONTree = [
        "can_create_session_transfer_token": false, "allowed_authentication_methods": [],
        "enforce_device_binding": "ip", "allow_refresh_token": false, "enforce_online_refresh_tokens": true,
        "enforce_cascade_revocation": true,
    ]

    private static let express: JSONTree = [
        "callbacks": ["https://system-admin.okta.com/admin/app/generic/oauth20redirect"],
        "organization_usage": "require", "organization_require_behavior": "pre_login_prompt",
        "client_authentication_methods": ["private_key_jwt": ["credentials": []]],
    ]

    /// Members that came and went.
    private static func fillDated(_ draft: inout JSONTree, on day: Day?) {
        // Seen in the recordings of these three weeks, and neither before nor after.
        if let day, (channelsFrom..<channelsUntil).contains(day.rawValue) {
            draft.fill(from: ["async_approval_notification_channels": ["guardian-push"]])
        }
        let isOld = day.map { $0.rawValue < modesFrom } ?? false
        if !isOld, draft["is_first_party"]?.bool == false, !isRegistered(draft) {
            draft.fill(from: ["third_party_security_mode": "permissive"])
        }
    }

    private static let (channelsFrom, channelsUntil) = ("2025-10-31", "2025-11-15")
    private static let modesFrom = "2026-01-01"

    /// Of the defaults that a new tenant's clients have (RECORDED, deploy CLI).
    static let startTokens: JSONTree = tokens(.emptyObject, .plain)
}

extension JSONTree {
    /// With members of another object behind its own; what is no object stays.
    func filled(from defaults: JSONTree) -> JSONTree {
        guard isObject else { return self }
        var tree = self
        tree.fill(from: defaults)
        return tree
    }
}
