import JSON
import Tenancy

/// OpenID Provider Metadata (OpenID Connect Discovery 1.0 section 3) of providers, as the service reads them when a
/// connection is made. LocalTenant calls nobody: what is here is known beforehand, all other providers count as
/// unreachable.
enum IssuerMetadata {
    /// What the provider of these options says of itself; nil for one that nobody knows.
    ///
    /// - Parameter hasDomain: whether the provider is found by the domain rather than by the address of its document.
    static func known(of options: JSONTree, hasDomain: Bool, on day: Day?) -> JSONTree? {
        guard hasDomain else {
            return options["discovery_url"]?.string.flatMap { byAddress[$0] }.map { JSONTree(text: $0) }
        }
        guard let domain = options["domain"]?.string, isOkta(domain) else { return nil }
        return okta(domain, on: day)
    }

    /// What the service adds to every document that lacks it: the standard's defaults, but that of `request_uri`
    /// (RECORDED).
    static let completion = """
        {"claims_parameter_supported":false,"request_parameter_supported":false,\
        "request_uri_parameter_supported":false,"require_request_uri_registration":false}
        """

    /// Every Okta organization answers with the same document but for its domain.
    private static func isOkta(_ domain: String) -> Bool {
        domain.utf8.allSatisfy { ConnectionStrategy.isAlphanumeric($0) || $0 == 0x2D || $0 == 0x2E }
            && [".okta.com", ".oktapreview.com", ".okta-emea.com"].contains { domain.hasSuffix($0) }
    }

    private static func okta(_ domain: String, on day: Day?) -> JSONTree {
        let tree = JSONTree(text: oktaOrganization("https://" + domain))
        guard let day, let since = Day(rawValue: "2026-01-01"), day < since else { return tree }
        return tree.without(["id_token_encryption_alg_values_supported", "id_token_encryption_enc_values_supported"])
    }

    private static let algorithms = """
        "HS256","HS384","HS512","RS256","RS384","RS512","ES256","ES384","ES512"
        """
    private static let methods = """
        "client_secret_basic","client_secret_post","client_secret_jwt","private_key_jwt","none"
        """

    private static func oktaOrganization(_ issuer: String) -> String {
        """
        {"issuer":"\(issuer)","authorization_endpoint":"\(issuer)/oauth2/v1/authorize","token_endpoint":"\(issuer)/oauth2/v1/token",\
        "userinfo_endpoint":"\(issuer)/oauth2/v1/userinfo","registration_endpoint":"\(issuer)/oauth2/v1/clients","jwks_uri":"\(issuer)/oauth2/v1/keys",\
        "response_types_supported":["code","id_token","code id_token","code token","id_token token",\
        "code id_token token"],"response_modes_supported":["query","fragment","form_post","okta_post_message"],\
        "grant_types_supported":["authorization_code","implicit","refresh_token","password",\
        "urn:ietf:params:oauth:grant-type:device_code","urn:openid:params:grant-type:ciba",\
        "urn:okta:params:oauth:grant-type:otp","http://auth0.com/oauth/grant-type/mfa-otp",\
        "urn:okta:params:oauth:grant-type:oob","http://auth0.com/oauth/grant-type/mfa-oob"],\
        "subject_types_supported":["public"],"id_token_signing_alg_values_supported":["RS256"],\
        "id_token_encryption_alg_values_supported":["RSA-OAEP-256","RSA-OAEP-384","RSA-OAEP-512"],\
        "id_token_encryption_enc_values_supported":["A256GCM"],"scopes_supported":["openid","email","profile",\
        "address","phone","offline_access","groups"],"token_endpoint_auth_methods_supported":[\(methods)],\
        "claims_supported":["iss","ver","sub","aud","iat","exp","jti","auth_time","amr","idp","nonce","name",\
        "nickname","preferred_username","given_name","middle_name","family_name","email","email_verified","profile",\
        "zoneinfo","locale","address","phone_number","picture","website","gender","birthdate","updated_at","at_hash"\
        ,"c_hash"],"code_challenge_methods_supported":["S256"],"introspection_endpoint":"\(issuer)/oauth2/v1/introspect",\
        "introspection_endpoint_auth_methods_supported":[\(methods)],"revocation_endpoint":"\(issuer)/oauth2/v1/revoke",\
        "revocation_endpoint_auth_methods_supported":[\(methods)],"end_session_endpoint":"\(issuer)/oauth2/v1/logout",\
        "request_parameter_supported":true,"request_object_signing_alg_values_supported":[\(algorithms)],\
        "device_authorization_endpoint":"\(issuer)/oauth2/v1/device/authorize","pushed_authorization_request_endpoint":\
        "\(issuer)/oauth2/v1/par","backchannel_token_delivery_modes_supported":["poll"],\
        "backchannel_authentication_request_signing_alg_values_supported":[\(algorithms)],\
        "dpop_signing_alg_values_supported":["RS256","RS384","RS512","ES256","ES384","ES512"]}
        """
    }

    /// Public providers that many a configuration names in tests (RECORDED).
    private static let byAddress = [
        "https://www.paypalobjects.com/.well-known/openid-configuration": """
        {"issuer":"https://www.paypal.com","authorization_endpoint":"https://www.paypal.com/signin/authorize",\
        "registration_endpoint":"https://api.paypal.com/v1/oauth2/applications","token_endpoint":\
        "https://api.paypal.com/v1/oauth2/token","userinfo_endpoint":\
        "https://api.paypal.com/v1/oauth2/token/userinfo","jwks_uri":"https://api.paypal.com/v1/oauth2/certs",\
        "revocation_endpoint":"https://api.paypal.com/v1/oauth2/revoke","token_endpoint_auth_methods_supported":[\
        "client_secret_basic"],"response_types_supported":["code","code id_token"],"response_modes_supported":[\
        "query","form_post"],"grant_types_supported":["authorization_code","refresh_token"],\
        "subject_types_supported":["pairwise"],"scopes_supported":["email","address","phone","openid","profile",\
        "https://uri.paypal.com/services/wallet/sendmoney","https://uri.paypal.com/services/payments/futurepayments"\
        ,"https://uri.paypal.com/services/expresscheckout"],"id_token_signing_alg_values_supported":["HS256","RS256"\
        ],"claims_supported":["aud","iss","iat","exp","auth_time","nonce","sessionIndex","user_id"],\
        "code_challenge_methods_supported":["RS256","ES256","S256"]}
        """,
        "https://api.login.yahoo.com/.well-known/openid-configuration": """
        {"issuer":"https://api.login.yahoo.com","authorization_endpoint":\
        "https://api.login.yahoo.com/oauth2/request_auth","token_endpoint":\
        "https://api.login.yahoo.com/oauth2/get_token","introspection_endpoint":\
        "https://api.login.yahoo.com/oauth2/introspect","userinfo_endpoint":\
        "https://api.login.yahoo.com/openid/v1/userinfo","token_revocation_endpoint":\
        "https://api.login.yahoo.com/oauth2/revoke","jwks_uri":"https://api.login.yahoo.com/openid/v1/certs",\
        "response_types_supported":["code","token","id_token","code token","code id_token","token id_token",\
        "code token id_token"],"subject_types_supported":["public"],"grant_types_supported":["authorization_code",\
        "refresh_token"],"id_token_signing_alg_values_supported":["ES256","RS256"],"scopes_supported":["openid",\
        "openid2","profile","email"],"acr_values_supported":["AAL1","AAL2"],"token_endpoint_auth_methods_supported":\
        ["client_secret_basic","client_secret_post"],"claims_supported":["aud","email","email_verified","birthdate",\
        "exp","family_name","given_name","iat","iss","locale","name","sub","auth_time"],"response_modes_supported":[\
        "query"],"display_values_supported":["page"]}
        """,
    ]
}
