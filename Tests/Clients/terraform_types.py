"""What Terraform's provider `auth0/auth0` sends for each of its resource types, as data (CLIENT: its source and the
requests that its own tests have recorded).

A `Type` is one resource of a configuration: the calls that make it, those that read it, those that change it and those
that destroy it. `{name}` in paths and bodies is the id of what was made under that name, `{}` the resource's own. What
was sent must come back with the next read, but for `hidden` members and where `shown` says what comes back instead.
"""

from dataclasses import dataclass, field

PAGES = "include_totals=true&page=0&per_page={}"
POINTS = "include_totals=true&per_page=50"


@dataclass
class Type:
    name: str
    make: list                        # (call, body) in order; the first answer has the id
    read: list                        # paths of GETs
    change: list = field(default_factory=list)
    destroy: list = field(default_factory=list)
    id: str = "id"                    # the member with the id; a text with a slash: the id itself
    hidden: tuple = ()                # members that no answer shows
    shown: dict = None                # what a read must have beside or in place of the first body
    before: tuple = ()                # GETs before it is made, which may find nothing
    gone: int = 404                   # what a read answers when it is destroyed; 200: it stays
    label: str = ""                   # under which name others find the id
    within: str = ""                  # where in the read the sent body is: a member, or `[]` for one item of a list


def plain(name, path, body, change=None, hidden=(), label="", id="id", query="", gone=404, verb="PATCH", shown=None):
    """A resource whose operations have the usual form."""
    one = path + "/{}"
    return Type(name, [(f"POST {path}", body)], [one + query], [(f"{verb} {one}", change)] if change else [],
                [(f"DELETE {one}", None)], id, hidden, shown, gone=gone, label=label)


def single(name, path, body, change, destroy=None, verb="PATCH", read=None, **more):
    """Settings that are always there."""
    return Type(name, [(f"{verb} {path}", body)], read or [path], [(f"{verb} {path}", change)], destroy or [], id="/",
                gone=200, **more)


API = "https://api.terraform.example/v1"
SCOPES = [{"value": "read:foo", "description": "Can read Foo"},
          {"value": "create:foo", "description": "Can create Foo"}]
FOO = [{"resource_server_identifier": API, "permission_name": "read:foo"}]
BAR = [{"resource_server_identifier": API, "permission_name": "create:foo"}]
QUOTED = "https:%2F%2Fapi.terraform.example%2Fv1"
PAGE = "<!DOCTYPE html><html><head>{%- auth0:head -%}</head><body>{%- auth0:widget -%}</body></html>"
THEME = {
    "borders": {"button_border_radius": 3, "button_border_weight": 1, "buttons_style": "rounded",
                "input_border_radius": 3, "input_border_weight": 1, "inputs_style": "rounded",
                "show_widget_shadow": True, "widget_border_weight": 0, "widget_corner_radius": 5},
    "colors": {name: "#1e212a" for name in (
        "base_focus_color base_hover_color body_text error header icons input_background input_border "
        "input_filled_text input_labels_placeholders links_focused_components primary_button primary_button_label "
        "secondary_button_border secondary_button_label success widget_background widget_border").split()},
    "displayName": "",
    "fonts": {"font_url": "", "links_style": "normal", "reference_text_size": 16} | {
        name: {"bold": False, "size": 87.5}
        for name in "body_text buttons_text input_labels links subtitle title".split()},
    "page_background": {"background_color": "#000000", "background_image_url": "", "page_layout": "center"},
    "widget": {"header_text_alignment": "center", "logo_height": 52, "logo_position": "center", "logo_url": "",
               "social_buttons_layout": "bottom"},
}


def saml(name):
    return {"name": name, "strategy": "samlp", "show_as_button": False, "options": {
        "signingCert": CERTIFICATE, "signInEndpoint": "https://saml.example/in", "tenant_domain": "saml.example",
        "signatureAlgorithm": "rsa-sha256", "digestAlgorithm": "sha256", "fieldsMap": {"email": ["a", "b"]},
        "domain_aliases": ["saml.example"]}}


def waad(name):
    return {"name": name, "strategy": "waad", "options": {
        "client_id": "c", "client_secret": "s", "tenant_domain": "waad.example", "domain": "waad.example",
        "useCommonEndpoint": False, "waad_protocol": "openid-connect", "identity_api":
        "microsoft-identity-platform-v2.0", "ext_groups": True, "basic_profile": True, "strategy_version": 2}}


CERTIFICATE = ""  # of the run, as is its key
KEY = ""


def tenant():
    return [
        single("auth0_tenant", "/tenants/settings", {
            "friendly_name": "Acme", "support_email": "help@acme.example", "support_url": "https://acme.example/help",
            "allowed_logout_urls": ["https://acme.example/out"], "session_lifetime": 720, "idle_session_lifetime": 72,
            "sandbox_version": "22", "enabled_locales": ["en", "de"], "session_cookie": {"mode": "non-persistent"},
            "sessions": {"oidc_logout_prompt_enabled": False}, "default_redirection_uri": "https://acme.example/in",
            "error_page": {"html": "<b>no</b>", "show_log_link": False, "url": "https://acme.example/no"},
            "flags": {"disable_clickjack_protection_headers": True, "enable_public_signup_user_exists_error": True,
                      "use_scope_descriptions_for_consent": True, "mfa_show_factor_list_on_enrollment": True}},
            {"friendly_name": "Acme 2", "flags": {"use_scope_descriptions_for_consent": False}}),
        Type("auth0_attack_protection", [
            ("PATCH /attack-protection/suspicious-ip-throttling",
             {"enabled": True, "shields": ["admin_notification"], "allowlist": ["192.168.1.1"],
              "stage": {"pre-login": {"max_attempts": 100, "rate": 864000}}}),
            ("PATCH /attack-protection/brute-force-protection",
             {"enabled": True, "shields": ["block"], "mode": "count_per_identifier", "max_attempts": 5,
              "allowlist": ["127.0.0.1"]}),
            ("PATCH /attack-protection/breached-password-detection",
             {"enabled": True, "method": "standard", "shields": ["block"],
              "stage": {"pre-user-registration": {"shields": ["block"]}, "pre-change-password": {}}}),
            ("PATCH /attack-protection/bot-detection",
             {"bot_detection_level": "low", "challenge_password_policy": "when_risky",
              "challenge_passwordless_policy": "always", "challenge_password_reset_policy": "never",
              "allowlist": ["10.0.0.1"], "monitoring_mode_enabled": True}),
            ("PATCH /attack-protection/captcha",
             {"active_provider_id": "recaptcha_v2", "recaptcha_v2": {"site_key": "k", "secret": "s"}})],
            ["/attack-protection/suspicious-ip-throttling", "/attack-protection/brute-force-protection",
             "/attack-protection/breached-password-detection", "/attack-protection/bot-detection",
             "/attack-protection/captcha"],
            [("PATCH /attack-protection/brute-force-protection", {"enabled": True, "max_attempts": 9})],
            [(f"PATCH /attack-protection/{name}", {"enabled": False}) for name in
             ("breached-password-detection", "brute-force-protection", "suspicious-ip-throttling")],
            id="/", gone=200, shown={"enabled": True, "shields": ["admin_notification"]}),
        single("auth0_phone_provider_protection", "/attack-protection/phone-provider-protection",
               {"type": "exponential"}, {"type": "exponential"},
               [("PATCH /attack-protection/phone-provider-protection", {"type": "default"})]),
        single("auth0_risk_assessments", "/risk-assessments/settings", {"enabled": True}, {"enabled": False}),
        single("auth0_risk_assessments_new_device", "/risk-assessments/settings/new-device", {"remember_for": 20},
               {"remember_for": 30}),
        single("auth0_supplemental_signals", "/supplemental-signals", {"akamai_enabled": True},
               {"akamai_enabled": False}),
        plain("auth0_network_acl", "/network-acls", {
            "description": "terraform", "active": True, "priority": 10, "rule": {
                "action": {"block": True}, "scope": "management", "match": {"geo_country_codes": ["US", "CA"]}}},
            {"description": "terraform 2", "active": False, "priority": 2, "rule": {
                "action": {"redirect": True, "redirect_uri": "https://acme.example"}, "scope": "authentication",
                "not_match": {"asns": [9876], "ipv4_cidrs": ["10.0.0.0/8"]}}}, verb="PUT"),
        plain("auth0_rate_limit_policy", "/rate-limit-policies", {
            "resource": "oauth_authentication_api", "consumer": "client", "consumer_selector": "default",
            "configuration": {"action": "log", "limit": 100}}, {"configuration": {"action": "block", "limit": 50}}),
        plain("auth0_log_stream", "/log-streams", {
            "name": "terraform", "type": "http", "filters": [{"type": "category", "name": "auth.login.fail"}], "sink": {
                "httpEndpoint": "https://example.com/logs", "httpContentType": "application/json",
                "httpContentFormat": "JSONOBJECT", "httpAuthorization": "s",
                "httpCustomHeaders": [{"header": "foo", "value": "bar"}]}},
            {"name": "terraform 2", "sink": {
                "httpEndpoint": "https://example.com/2", "httpContentType": "application/json",
                "httpContentFormat": "JSONLINES"}}),
        Type("auth0_encryption_key_manager", [("POST /keys/encryption/rekey", None)],
             ["/keys/encryption?" + PAGES.format(50)], id="/", gone=200, shown={},
             before=("/keys/encryption?" + PAGES.format(50),)),
    ]


def applications():
    return [
        Type("auth0_resource_server", [("POST /resource-servers", {
            "name": "API", "identifier": API, "signing_alg": "RS256", "allow_offline_access": True,
            "token_lifetime": 8600, "skip_consent_for_verifiable_first_party_clients": True,
            "token_dialect": "access_token", "enforce_policies": True}),
            ("PATCH /resource-servers/{}", {"authorization_details": None}),
            ("PATCH /resource-servers/{}", {"token_encryption": None}),
            ("PATCH /resource-servers/{}", {"proof_of_possession": None})],
            ["/resource-servers/{}"], [("PATCH /resource-servers/{}", {"name": "API 2", "token_lifetime": 7200})],
            [("DELETE /resource-servers/{}", None)], label="api"),
        Type("auth0_resource_server_scopes auth0_resource_server_scope",
             [(f"PATCH /resource-servers/{QUOTED}", {"scopes": SCOPES})],
             [f"/resource-servers/{QUOTED}"], [(f"PATCH /resource-servers/{QUOTED}", {"scopes": SCOPES[:1]}),
                                               (f"PATCH /resource-servers/{QUOTED}", {"scopes": SCOPES})],
             [(f"PATCH /resource-servers/{QUOTED}", {"scopes": []})], id="/", gone=200,
             before=(f"/resource-servers/{QUOTED}",)),
        plain("auth0_client", "/clients", {
            "name": "terraform", "description": "d", "app_type": "regular_web", "callbacks": ["https://a.example/in"],
            "allowed_logout_urls": ["https://a.example/out"], "web_origins": ["https://a.example"],
            "grant_types": ["authorization_code", "refresh_token", "client_credentials"], "oidc_conformant": True,
            "is_first_party": True, "jwt_configuration": {"alg": "RS256", "lifetime_in_seconds": 300},
            "client_metadata": {"foo": "bar"}, "refresh_token": {
                "rotation_type": "rotating", "expiration_type": "expiring", "leeway": 0, "token_lifetime": 2592000,
                "infinite_token_lifetime": False, "infinite_idle_token_lifetime": False,
                "idle_token_lifetime": 1296000},
            "mobile": {"ios": {"team_id": "t", "app_bundle_identifier": "b"}},
            "addons": {"samlp": {"audience": "https://a.example/saml", "mapIdentities": False}}},
            {"name": "terraform 2", "callbacks": [], "client_metadata": {"foo": None, "zoo": "1"},
             "jwt_configuration": {"alg": "RS256", "lifetime_in_seconds": 36000}}, label="client", id="client_id"),
        plain("auth0_client", "/clients", {"name": "machine", "app_type": "non_interactive",
                                           "grant_types": ["client_credentials"], "organization_usage": "allow"},
              label="machine", id="client_id"),
        Type("auth0_client_credentials", [("PATCH /clients/{machine}", {
            "token_endpoint_auth_method": "client_secret_basic"})],
            ["/clients/{machine}", "/clients/{machine}/credentials?" + POINTS],
            [("PATCH /clients/{machine}", {"token_endpoint_auth_method": "client_secret_post"})], id="/", gone=200,
            before=("/clients/{machine}?fields=client_id&include_fields=true",
                    "/clients/{machine}?fields=client_id%2Capp_type&include_fields=true")),
        Type("auth0_client_credentials", [("POST /clients/{client}/credentials", {
            "name": "key", "credential_type": "public_key", "pem": "KEY", "alg": "RS256"}),
            ("PATCH /clients/{client}", {
                "client_authentication_methods": {"private_key_jwt": {"credentials": [{"id": "{}"}]}},
                "token_endpoint_auth_method": None})],
            ["/clients/{client}/credentials/{}"], [],
            [("PATCH /clients/{client}", {"client_authentication_methods": {"private_key_jwt": {"credentials": []}},
                                          "token_endpoint_auth_method": None}),
             ("PATCH /clients/{client}", {"client_authentication_methods": None,
                                          "token_endpoint_auth_method": "client_secret_post"}),
             ("DELETE /clients/{client}/credentials/{}", None)], hidden=("pem",)),
        Type("auth0_client_grant", [("POST /client-grants", {
            "client_id": "{machine}", "audience": API, "scope": ["read:foo"], "organization_usage": "allow",
            "allow_any_organization": False})],
            ["/client-grants/{}"], [("PATCH /client-grants/{}", {"scope": ["read:foo", "create:foo"]})],
            [("DELETE /client-grants/{}", None)], label="grant",
            before=(f"/client-grants?audience={QUOTED}&client_id={{machine}}&" + POINTS,)),
        plain("auth0_user_attribute_profile", "/user-attribute-profiles", {
            "name": "terraform", "user_id": {"oidc_mapping": "sub", "saml_mapping": ["a"], "scim_mapping": "id"},
            "user_attributes": {"email": {"description": "d", "label": "E", "profile_required": True,
                                          "auth0_mapping": "email", "oidc_mapping": {"mapping": "email"},
                                          "scim_mapping": "emails"}}},
            {"name": "terraform 2"}, label="attributes"),
        plain("auth0_connection_profile", "/connection-profiles", {
            "name": "terraform", "organization": {"show_as_button": "required",
                                                  "assign_membership_on_login": "required"},
            "connection_name_prefix_template": "org-", "enabled_features": ["scim"]},
            {"name": "terraform 2"}),
    ]


def connections():
    clients, directory = "/connections/{database}/clients", "/connections/{workspace}/directory-provisioning"
    scim = "/connections/{saml}/scim-configuration"
    return [
        plain("auth0_connection", "/connections", {
            "name": "terraform-people", "strategy": "auth0", "is_domain_connection": True,
            "metadata": {"key1": "foo"}, "options": {
                "passwordPolicy": "fair", "brute_force_protection": True, "import_mode": False,
                "enabledDatabaseCustomization": False, "disable_signup": False, "requires_username": True,
                "customScripts": {"get_user": "function f() { }"}, "password_history": {"enable": True, "size": 3},
                "password_dictionary": {"enable": True, "dictionary": ["password"]},
                "password_complexity_options": {"min_length": 6}, "validation": {"username": {"min": 10, "max": 40}},
                "mfa": {"active": True, "return_enroll_settings": True}}},
            {"is_domain_connection": False, "options": {
                "passwordPolicy": "good", "brute_force_protection": False, "requires_username": True,
                "validation": {"username": {"min": 10, "max": 40}}}}, label="database"),
        plain("auth0_connection", "/connections", {
            "name": "terraform-google", "strategy": "google-oauth2", "options": {
                "client_id": "c", "client_secret": "s", "email": True, "profile": True, "allowed_audiences": ["a.b"]}},
            {"options": {"client_id": "c2", "client_secret": "s", "email": True}}),
        plain("auth0_connection", "/connections", {
            "name": "terraform-oidc", "strategy": "oidc", "show_as_button": False, "options": {
                "client_id": "c", "client_secret": "s", "type": "back_channel", "issuer": "https://i.example",
                "jwks_uri": "https://i.example/jwks", "authorization_endpoint": "https://i.example/a",
                "token_endpoint": "https://i.example/t", "scope": "openid email", "domain_aliases": ["i.example"],
                "token_endpoint_auth_method": "private_key_jwt", "token_endpoint_auth_signing_alg": "RS256"}},
            {"display_name": "OIDC"}, label="oidc"),
        Type("auth0_connection_keys", [("POST /connections/{oidc}/keys/rotate", None)], ["/connections/{oidc}/keys"],
             id="/", gone=200, shown={}),
        plain("auth0_connection", "/connections", saml("terraform-saml"), {"display_name": "SAML"}, label="saml"),
        plain("auth0_connection", "/connections", waad("terraform-waad"), {"display_name": "Azure"}),
        plain("auth0_connection", "/connections", {"name": "email", "strategy": "email", "options": {
            "name": "email", "email": {"syntax": "liquid", "from": "a@b.c", "subject": "S", "body": "B"},
            "totp": {"time_step": 300, "length": 6}, "disable_signup": False, "brute_force_protection": True,
            "authParams": {"scope": "openid"}}}, {"options": {
                "name": "email", "email": {"syntax": "liquid", "from": "a@b.c", "subject": "T", "body": "B"}}}),
        plain("auth0_connection", "/connections", {"name": "sms", "strategy": "sms", "options": {
            "name": "sms", "from": "+15555555555", "syntax": "md_with_macros", "template": "@@password@@",
            "twilio_sid": "sid", "twilio_token": "token", "totp": {"time_step": 300, "length": 6}}}),
        plain("auth0_connection", "/connections", {
            "name": "terraform-workspace", "strategy": "google-apps", "options": {
                "client_id": "c", "client_secret": "s", "domain": "example.com", "tenant_domain": "example.com",
                "api_enable_users": True}}, label="workspace"),
        Type("auth0_connection_clients auth0_connection_client",
             [(f"PATCH {clients}", [{"client_id": "{client}", "status": True}])],
             [clients], [(f"PATCH {clients}", [{"client_id": "{machine}", "status": True}])],
             [(f"PATCH {clients}", [{"client_id": "{client}", "status": False},
                                    {"client_id": "{machine}", "status": False}])],
             id="/", gone=200, within="clients[]", shown={"client_id": "{client}"},
             before=(clients, "/connections/{database}?fields=strategy%2Cname&include_fields=true")),
        Type("auth0_connection_scim_configuration", [(f"POST {scim}", None)], [scim, scim + "/default-mapping"],
             [(f"PATCH {scim}", {"user_id_attribute": "a", "mapping": [{"auth0": "b", "scim": "c"}]})],
             [(f"DELETE {scim}", None)], id="/"),
        Type("auth0_connection_scim_token", [(f"POST {scim}/tokens", {"scopes": ["get:users", "post:users"]})],
             [f"{scim}/tokens"], [], [(f"DELETE {scim}/tokens/{{}}", None)], id="token_id", within="[]", gone=200),
        Type("auth0_connection_directory", [(f"POST {directory}", {"synchronize_groups": "selected"})], [directory],
             [(f"PATCH {directory}", {"mapping": [{"auth0": "external_id", "idp": "id"},
                                                  {"auth0": "email", "idp": "primaryEmail"}]})],
             [(f"DELETE {directory}", None)], id="/"),
        Type("auth0_connection_directory_synchronized_groups",
             [(f"PUT {directory}/synchronized-groups", {"groups": [{"id": "g1"}]})],
             [f"{directory}/synchronized-groups?take=50"],
             [(f"POST {directory}/synchronized-groups", {"groups": [{"id": "g2"}]})],
             [(f"DELETE {directory}/synchronized-groups", {"groups": [{"id": "g1"}, {"id": "g2"}]})],
             id="/", gone=200),
    ]


def people():
    org, members = "/organizations/{org}", "/organizations/{org}/members?fields=user_id&include_fields=true&" + POINTS
    roles, domains = org + "/members/{user}/roles", org + "/discovery-domains"
    return [
        plain("auth0_user", "/users", {
            "connection": "Username-Password-Authentication", "email": "terraform@acme.example", "name": "T",
            "password": "Zq7!vbRt92xKdWmLp", "email_verified": True, "user_metadata": {"foo": "bar"},
            "app_metadata": {"a": [1]}, "blocked": False, "nickname": "t", "given_name": "G", "family_name": "F"},
            {"name": "T 2", "user_metadata": {"foo": "baz"}}, hidden=("password", "connection"), label="user",
            id="user_id"),
        plain("auth0_role", "/roles", {"name": "terraform", "description": "d"}, {"description": "e"}, label="role"),
        Type("auth0_role_permissions auth0_role_permission", [("POST /roles/{role}/permissions", {"permissions": FOO})],
             ["/roles/{role}/permissions?" + PAGES.format(100)],
             [("POST /roles/{role}/permissions", {"permissions": BAR}),
              ("DELETE /roles/{role}/permissions", {"permissions": FOO}),
              ("POST /roles/{role}/permissions", {"permissions": FOO})],
             [("DELETE /roles/{role}/permissions", {"permissions": FOO + BAR})], id="/", gone=200,
             before=("/roles/{role}",)),
        Type("auth0_user_roles auth0_user_role", [("POST /users/{user}/roles", {"roles": ["{role}"]})],
             ["/users/{user}/roles?" + PAGES.format(100)], [],
             [("DELETE /users/{user}/roles", {"roles": ["{role}"]})], id="/", gone=200, within="roles[]",
             shown={"id": "{role}"}),
        Type("auth0_user_permissions auth0_user_permission", [("POST /users/{user}/permissions", {"permissions": FOO})],
             ["/users/{user}/permissions?" + PAGES.format(100)], [],
             [("DELETE /users/{user}/permissions", {"permissions": FOO})], id="/", gone=200),
        plain("auth0_organization", "/organizations", {
            "name": "terraform", "display_name": "Terraform", "metadata": {"a": "b"},
            "branding": {"logo_url": "https://a.example/l.png", "colors": {"primary": "#f2f2f2",
                                                                           "page_background": "#e1e1e1"}}},
            {"name": "terraform", "display_name": "Terraform 2"}, label="org"),
        Type("auth0_organization_connections auth0_organization_connection", [(f"POST {org}/enabled_connections", {
            "connection_id": "{database}", "assign_membership_on_login": True})],
            [f"{org}/enabled_connections/{{database}}"],
            [(f"PATCH {org}/enabled_connections/{{database}}", {"assign_membership_on_login": False})],
            [(f"DELETE {org}/enabled_connections/{{database}}", None)], id="/",
            before=(f"{org}/enabled_connections?" + PAGES.format(100),)),
        Type("auth0_organization_members auth0_organization_member",
             [(f"POST {org}/members", {"members": ["{user}"]})], [members], [],
             [(f"DELETE {org}/members", {"members": ["{user}"]})], id="/", gone=200, within="members[]",
             shown={"user_id": "{user}"}),
        Type("auth0_organization_member_roles auth0_organization_member_role",
             [(f"POST {roles}", {"roles": ["{role}"]})],
             [f"{roles}?" + PAGES.format(100)], [], [(f"DELETE {roles}", {"roles": ["{role}"]})], id="/", gone=200,
             within="roles[]", shown={"id": "{role}"}),
        Type("auth0_organization_client_grant", [(f"POST {org}/client-grants", {"grant_id": "{grant}"})],
             [f"{org}/client-grants?" + POINTS], [], [(f"DELETE {org}/client-grants/{{grant}}", None)], id="/",
             gone=200, within="client_grants[]", shown={"id": "{grant}"}),
        Type("auth0_organization_clients auth0_organization_client", [(f"POST {org}/clients", {
            "clients": [{"client_id": "{machine}", "use_for_member_access": True}]})], [f"{org}/clients?take=50"],
            [(f"PATCH {org}/clients/{{machine}}", {"use_for_member_access": False})],
            [(f"DELETE {org}/clients", {"clients": ["{machine}"]})], id="/", gone=200, within="clients[]",
            shown={"client_id": "{machine}"}),
        Type("auth0_organization_discovery_domains auth0_organization_discovery_domain", [(f"POST {domains}", {
            "domain": "a.terraform.example", "status": "pending"})], [f"{domains}?take=100"],
            [(f"PATCH {domains}/{{}}", {"status": "verified"})], [(f"DELETE {domains}/{{}}", None)], gone=200,
            within="domains[]"),
    ]


def pages():
    partials, rendering = "/prompts/login-passwordless/partials", "/prompts/login-id/screen/login-id/rendering"
    return [
        plain("auth0_custom_domain", "/custom-domains", {
            "domain": "auth.terraform.example", "type": "self_managed_certs"},
            {"custom_client_ip_header": "true-client-ip"}, label="domain", id="custom_domain_id",
            hidden=("verification_method",)),
        Type("auth0_custom_domain_verification", [("POST /custom-domains/{domain}/verify", None)],
             ["/custom-domains/{domain}"], id="/", shown={"status": "ready"}, gone=200),
        single("auth0_custom_domain_default", "/custom-domains/default", {"domain": "auth.terraform.example"},
               {"domain": "{canonical}"}),  # its destruction sends nothing
        Type("auth0_branding", [("PATCH /branding", {
            "logo_url": "https://a.example/l.png", "favicon_url": "https://a.example/f.ico",
            "colors": {"primary": "#0059d6", "page_background": "#000000"}, "font": {"url": "https://a.example/f"}}),
            ("PUT /branding/templates/universal-login", PAGE)],
            ["/branding", "/branding/templates/universal-login"],
            [("PATCH /branding", {"colors": {"primary": "#ffa629", "page_background": "#ffa629"}})],
            [("DELETE /branding/templates/universal-login", None)], id="/", gone=200, before=("/custom-domains",)),
        plain("auth0_branding_theme", "/branding/themes", THEME,
              THEME | {"widget": THEME["widget"] | {"logo_height": 60}}, id="themeId"),
        single("auth0_prompt", "/prompts", {"universal_login_experience": "new", "identifier_first": True},
               {"identifier_first": False}),
        single("auth0_prompt_custom_text", "/prompts/login/custom-text/en", {"login": {"title": "Hi"}},
               {"login": {"title": "Hello"}}, [("PUT /prompts/login/custom-text/en", {})], verb="PUT"),
        single("auth0_prompt_screen_partials auth0_prompt_screen_partial auth0_prompt_partials", partials,
               {"login-passwordless-email-code": {"form-content-end": "<div>End</div>"}},
               {"login-passwordless-sms-otp": {"form-content": "<div>In</div>"}}, [(f"PUT {partials}", {})],
               verb="PUT"),
        single("auth0_prompt_screen_renderer", rendering, {
            "rendering_mode": "advanced", "context_configuration": ["branding.settings"],
            "default_head_tags_disabled": False,
            "head_tags": [{"tag": "script", "attributes": {"src": "https://x.y"}}]},
            {"rendering_mode": "advanced", "use_page_template": True,
             "head_tags": [{"tag": "script", "attributes": {"src": "https://x.y"}}]},
            [(f"PATCH {rendering}", {"rendering_mode": "standard"})]),
        Type("auth0_prompt_screen_renderers", [("PATCH /prompts/rendering", {"configs": [{
            "prompt": "login-password", "screen": "login-password", "rendering_mode": "advanced",
            "context_configuration": ["branding.settings"], "head_tags": [
                {"tag": "script", "attributes": {"src": "https://x.y"}}]}]})],
            ["/prompts/login-password/screen/login-password/rendering"], [],
            [("PATCH /prompts/rendering", {"configs": [{
                "prompt": "login-password", "screen": "login-password", "rendering_mode": "standard"}]})],
            id="/", gone=200, shown={"rendering_mode": "advanced"}),
        Type("auth0_pages", [
            ("PATCH /clients/{global}", {"custom_login_page_on": True, "custom_login_page": "<b>in</b>"}),
            ("PATCH /tenants/settings", {"change_password": {"enabled": True, "html": "<b>new</b>"},
                                         "guardian_mfa_page": {"enabled": True, "html": "<b>more</b>"}})],
             ["/clients/{global}", "/tenants/settings"],
             [("PATCH /clients/{global}", {"custom_login_page_on": True, "custom_login_page": "<b>2</b>"})],
             [("PATCH /clients/{global}", {"custom_login_page_on": False}),
              ("PATCH /tenants/settings", {"change_password": {"enabled": False, "html": ""},
                                           "guardian_mfa_page": {"enabled": False, "html": ""}})],
             id="/", gone=200, shown={},
             before=("/clients?fields=client_id&include_fields=true&is_global=true&" + POINTS,)),
        Type("auth0_email_provider", [("POST /emails/provider", {
            "name": "ses", "enabled": True, "default_from_address": "accounts@example.com", "credentials": {
                "accessKeyId": "A", "secretAccessKey": "S", "region": "us-east-1"}})],
            ["/emails/provider?fields=name%2Cenabled%2Cdefault_from_address%2Ccredentials%2Csettings"
             "&include_fields=true"],
            [("PATCH /emails/provider", {"name": "ses", "default_from_address": "b@example.com"})],
            [("DELETE /emails/provider", None)], id="/", hidden=("credentials",),
            before=("/emails/provider?fields=name%2Cenabled&include_fields=true",)),
        Type("auth0_email_template", [("POST /email-templates", {
            "template": "welcome_email", "body": "<html>Welcome</html>", "from": "welcome@example.com",
            "resultUrl": "https://example.com/welcome", "subject": "Welcome", "syntax": "liquid",
            "urlLifetimeInSeconds": 3600, "enabled": True})], ["/email-templates/welcome_email"],
            [("PATCH /email-templates/welcome_email", {"body": "<html>2</html>", "syntax": "liquid"})],
            [("PATCH /email-templates/welcome_email", {"enabled": False, "template": "welcome_email"})], id="/",
            gone=200, before=("/email-templates/welcome_email",)),
        plain("auth0_phone_provider", "/branding/phone/providers", {
            "name": "twilio", "disabled": False, "configuration": {
                "delivery_methods": ["text", "voice"], "default_from": "+1234567890", "sid": "AC1", "mssid": "MS1"},
            "credentials": {"auth_token": "t"}},
            {"name": "custom", "disabled": False, "configuration": {"delivery_methods": ["text"]},
             "credentials": {}}, hidden=("credentials",)),
        plain("auth0_phone_notification_template", "/branding/phone/templates", {
            "type": "otp_verify", "disabled": False, "content": {
                "syntax": "liquid", "from": "+1234567890", "body": {"text": "t", "voice": "v"}}},
            {"content": {"from": "+9876543210", "body": {"text": "u", "voice": "v"}}, "disabled": True}),
    ]


def guardian():
    factors = "/guardian/factors/"
    names = ("sms", "email", "otp", "recovery-code", "webauthn-roaming", "webauthn-platform", "duo",
             "push-notification")
    return [Type("auth0_guardian", [
        ("PUT /guardian/policies", ["all-applications"]), (f"PUT {factors}otp", {"enabled": True}),
        (f"PUT {factors}webauthn-roaming", {"enabled": True}),
        (f"PUT {factors}webauthn-roaming/settings", {"userVerification": "required", "overrideRelyingParty": False}),
        (f"PUT {factors}sms", {"enabled": True}),
        (f"PUT {factors}phone/message-types", {"message_types": ["sms", "voice"]}),
        (f"PUT {factors}phone/selected-provider", {"provider": "twilio"}),
        (f"PUT {factors}phone/templates", {"enrollment_message": "e {{code}}", "verification_message": "v {{code}}"}),
        (f"PUT {factors}phone/providers/twilio", {"from": "+1", "auth_token": "t", "sid": "s"}),
        (f"PUT {factors}push-notification", {"enabled": True}),
        (f"PUT {factors}push-notification/selected-provider", {"provider": "sns"}),
        (f"PUT {factors}push-notification/providers/sns", {
            "aws_access_key_id": "a", "aws_secret_access_key": "s", "aws_region": "us-west-1",
            "sns_apns_platform_application_arn": "x", "sns_gcm_platform_application_arn": "y"}),
        (f"PUT {factors}duo", {"enabled": True}),
        (f"PUT {factors}duo/settings", {"ikey": "i", "skey": "s", "host": "h"})],
        ["/guardian/policies", "/guardian/factors", f"{factors}webauthn-roaming/settings",
         f"{factors}phone/message-types", f"{factors}phone/selected-provider", f"{factors}phone/templates",
         f"{factors}phone/providers/twilio", f"{factors}push-notification/selected-provider",
         f"{factors}push-notification/providers/sns", f"{factors}duo/settings"],
        [("PUT /guardian/policies", [])],
        [("PUT /guardian/policies", [])] + [(f"PUT {factors}{name}", {"enabled": False}) for name in names],
        id="/", gone=200, shown={}, before=("/tenants/settings",))]


def extensibility():
    return [
        plain("auth0_flow_vault_connection", "/flows/vault/connections", {
            "app_id": "HTTP", "name": "terraform", "setup": {"type": "BEARER", "token": "t"}}, {"name": "terraform 2"},
            hidden=("setup",), label="vault"),
        plain("auth0_flow", "/flows", {"name": "terraform", "actions": [{
            "id": "a", "type": "HTTP", "action": "SEND_REQUEST", "params": {
                "connection_id": "{vault}", "method": "GET", "url": "https://a.example"}}]},
            {"name": "terraform 2"}, label="flow"),
        plain("auth0_form", "/forms", {
            "name": "terraform", "languages": {"primary": "en"},
            "nodes": [{"id": "n", "type": "FLOW", "config": {"flow_id": "{flow}", "next_node": "$ending"}}],
            "start": {"next_node": "n"}, "ending": {"resume_flow": True}},
            {"name": "terraform 2", "languages": {"primary": "en", "default": "en"}}),
        plain("auth0_self_service_profile", "/self-service-profiles", {
            "name": "terraform", "description": "d", "allowed_strategies": ["oidc"],
            "branding": {"logo_url": "https://a.example/l", "colors": {"primary": "#0059d6"}},
            "user_attributes": [{"name": "n", "description": "d", "is_optional": True}]},
            {"description": "e"}, label="self"),
        single("auth0_self_service_profile_custom_text", "/self-service-profiles/{self}/custom-text/en/get-started",
               {"introduction": "Hi"}, {"introduction": "Hello"},
               [("PUT /self-service-profiles/{self}/custom-text/en/get-started", {})], verb="PUT"),
        plain("auth0_event_stream", "/event-streams", {
            "name": "terraform", "subscriptions": [{"event_type": "user.created"}], "destination": {
                "type": "webhook", "configuration": {"webhook_endpoint": "https://a.example/e",
                                                     "webhook_authorization": {"method": "bearer", "token": "t"}}}},
            {"name": "terraform 2", "subscriptions": [{"event_type": "user.updated"}]},
            hidden=("token",)),
        Type("auth0_token_exchange_profile", [("POST /token-exchange-profiles", {
            "name": "terraform", "subject_token_type": "https://acme.example/token", "type": "custom_authentication",
            "action_id": "{exchange}"})], ["/token-exchange-profiles/{}"],
            [("PATCH /token-exchange-profiles/{}", {"name": "terraform 2"})],
            [("DELETE /token-exchange-profiles/{}", None)]),
        plain("auth0_experiment_feature_flag", "/experimentation/feature-flags", {
            "name": "terraform-flag", "description": "a flag", "parameters": {
                "show": {"type": "boolean", "value": False, "description": "whether"}}},
            {"description": "another"}),
        plain("auth0_rule", "/rules", {"name": "terraform", "script": "function f() { }", "enabled": True},
              {"script": "function g() { }"}),
        Type("auth0_rule_config", [("PUT /rules-configs/terraform", {"value": "bar"})], ["/rules-configs?" + POINTS],
             [("PUT /rules-configs/terraform", {"value": "foo"})], [("DELETE /rules-configs/terraform", None)], id="/",
             gone=200, within="[]", shown={"key": "terraform"}),
        Type("auth0_hook", [("POST /hooks", {
            "name": "terraform", "script": "function f() { }", "triggerId": "pre-user-registration", "enabled": True,
            "dependencies": {"auth0": "2.30.0"}}), ("POST /hooks/{}/secrets", {"FOO": "bar"})],
            ["/hooks/{}", "/hooks/{}/secrets"],
            [("PATCH /hooks/{}", {"name": "terraform-2", "script": "function g() { }"}),
             ("PATCH /hooks/{}/secrets", {"FOO": "baz"}), ("DELETE /hooks/{}/secrets", ["FOO"])],
            [("DELETE /hooks/{}", None)]),
    ]


# Those that calls_terraform goes through by itself, and what is not asked here: a client whose description lies at an
# address of the network.
OWN = "auth0_action auth0_action_module auth0_trigger_actions auth0_trigger_action auth0_trigger_binding"
UNASKED = "auth0_client_cimd auth0_network_acl_key"
# All types of the provider but those that were renamed: auth0_email, auth0_global_client.
ALL = """
    action action_module attack_protection branding branding_theme client client_cimd client_credentials client_grant
    connection connection_client connection_clients connection_directory connection_directory_synchronized_groups
    connection_keys connection_profile connection_scim_configuration connection_scim_token custom_domain
    custom_domain_default custom_domain_verification email_provider email_template encryption_key_manager event_stream
    experiment_feature_flag flow flow_vault_connection form guardian hook log_stream network_acl network_acl_key
    organization organization_client organization_client_grant organization_clients organization_connection
    organization_connections organization_discovery_domain organization_discovery_domains organization_member
    organization_member_role organization_member_roles organization_members pages phone_notification_template
    phone_provider phone_provider_protection prompt prompt_custom_text prompt_partials prompt_screen_partial
    prompt_screen_partials prompt_screen_renderer prompt_screen_renderers rate_limit_policy resource_server
    resource_server_scope resource_server_scopes risk_assessments risk_assessments_new_device role role_permission
    role_permissions rule rule_config self_service_profile self_service_profile_custom_text supplemental_signals tenant
    token_exchange_profile trigger_action trigger_actions trigger_binding user user_attribute_profile user_permission
    user_permissions user_role user_roles
"""


def all_types():
    return (tenant() + applications() + connections() + people() + pages() + guardian() + extensibility())
