"""What `families_lifecycle.py` calls, in order: lives of objects, settings, and single calls.

Arguments are those of auth0-python 6. A text `$name.member` stands for a member of what was kept under that name; an
object is kept under its life's name. All objects live until the end, and go in the reverse order.
"""

from dataclasses import dataclass, field
from typing import Any

ANYTHING = object()


@dataclass
class Life:
    """Created, read, listed, changed, read, and at the end deleted."""

    family: str     # the SDK's client of these objects
    name: str       # to keep it under
    made: dict      # what create is called with
    changed: dict = field(default_factory=dict)  # what update is called with
    at: tuple = ()  # the ids of what it is in
    key: str = "id"
    calls: dict = field(default_factory=dict)    # other names of create, get, list, update, delete; None: it has none
    hidden: tuple = ()  # members, at any depth, that are not answered as they were sent
    alters: tuple = ()  # members of which answers differ
    second: dict | None = None                   # what another has instead; None: another name; {}: there is no other
    listed: dict = field(default_factory=dict)   # what list is called with


@dataclass
class Setting:
    """Read, written, and read as it was written."""

    family: str
    sent: dict
    read: str = "get"
    write: str = "update"
    at: tuple = ()
    hidden: tuple = ()
    unset: int | None = None  # the status of reading it before it is written, where there is nothing


@dataclass
class Call:
    """Its answer has what `gives` says: members of an object, or things of a list, where [] is an empty one."""

    method: str
    at: tuple
    sent: dict
    gives: Any = ANYTHING
    refused: int | None = None
    keep: str = ""


def call(method, *at, gives=ANYTHING, refused=None, keep="", **sent):
    return Call(method, at, sent, gives, refused, keep)


# What no call can bring about, since it comes of logins and directories. Each document with its indices.
SEEDED = "auth0|0123456789abcdef01234567"
TIME = "2026-01-02T03:04:05.678Z"
STAMPS = {"created_at": TIME, "updated_at": TIME}


def seeded(place, keys, **members):
    return {"id": place, "at": TIME, "keys": keys, "object": members}


SEED = {"resources": {"links": {}, "tables": {
    "users": [seeded(
        SEEDED, [[1, "seeded@example.com"]], user_id=SEEDED, email="seeded@example.com", email_verified=True,
        name="Seeded", nickname="seeded", picture="https://example.com/s.png", **STAMPS,
        identities=[{"connection": "Username-Password-Authentication", "user_id": SEEDED[6:], "provider": "auth0",
                     "isSocial": False}])],
    "sessions": [seeded(
        f"session{number}", [[1, SEEDED]], id=f"session{number}", user_id=SEEDED, authenticated_at=TIME,
        idle_expires_at=TIME, expires_at=TIME, last_interacted_at=TIME, clients=[{"client_id": "c"}], **STAMPS,
        device={"initial_ip": "127.0.0.1", "initial_user_agent": "a", "last_ip": "127.0.0.1", "last_user_agent": "a"},
        authentication={"methods": [{"name": "pwd", "timestamp": TIME}]}, cookie={"mode": "persistent"},
        session_metadata=None) for number in range(1, 5)],
    "refresh-tokens": [seeded(
        f"token{number}", [[1, SEEDED], [2, "c"], [3, "session4"]], id=f"token{number}", user_id=SEEDED,
        created_at=TIME, idle_expires_at=None, expires_at=None, client_id="c", session_id="session4", rotating=False,
        device={"initial_ip": "127.0.0.1", "initial_user_agent": "a", "last_ip": "127.0.0.1", "last_user_agent": "a"},
        resource_servers=[{"audience": "urn:a", "scopes": "read:a"}], refresh_token_metadata=None,
        last_exchanged_at=None) for number in range(1, 5)],
    "groups": [seeded(
        id, [], id=id, name=name, external_id=name, tenant_name="families", **STAMPS)
        for id, name in (("grp_1111111111111111111111", "staff"), ("grp_2222222222222222222222", "guests"))],
    "groups/members": [seeded(
        f"grp_1111111111111111111111/{SEEDED}", [[0, "grp_1111111111111111111111"], [1, SEEDED]], id=SEEDED,
        member_type="user", type="connection", created_at=TIME)],
    "grants": [seeded(
        id, [[1, SEEDED], [2, "c"]], id=id, user_id=SEEDED, clientID="c", audience="urn:a", scope=["read:a"])
        for id in ("aaaaaaaaaaaaaaaaaaaaaaa1", "aaaaaaaaaaaaaaaaaaaaaaa2")],
    "logs": [seeded(
        "900" + "1" * 53, [[0, SEEDED]], _id="900" + "1" * 53, log_id="900" + "1" * 53, date=TIME, type="s",
        description="a login", client_id="c", client_name="C", ip="127.0.0.1", user_id=SEEDED, user_name="Seeded",
        user_agent="a", isMobile=False, details={})],
    "users/connected-accounts": [seeded(
        f"{SEEDED}/cac_1111111111111111111111", [[0, SEEDED]], id="cac_1111111111111111111111", connection="google",
        connection_id="con_0123456789abcdef", strategy="google-oauth2", access_type="offline", scopes=["a"],
        created_at=TIME)],
    "users/enrollments": [seeded(
        f"{SEEDED}/dev_0123456789abcdef", [[0, SEEDED]], id="dev_0123456789abcdef", status="confirmed", type="sms",
        name="a", auth_method="sms", enrolled_at=TIME)],
    "users/blocks": [seeded(
        f"{SEEDED}/00000000-0000-4000-8000-000000000001", [[0, SEEDED], [1, "seeded@example.com"]],
        id="00000000-0000-4000-8000-000000000001", identifier="seeded@example.com", ip="10.0.0.1",
        connection="Username-Password-Authentication")],
    "guardian/enrollments": [seeded(
        "dev_fedcba9876543210", [], id="dev_fedcba9876543210", status="confirmed", enrolled_at=TIME)],
    "anomaly/blocks": [seeded("10.0.0.2", [], id="10.0.0.2")],
}}}
STAFF = "grp_1111111111111111111111"
DATABASE = "Username-Password-Authentication"
PERMISSION = {"resource_server_identifier": "$api.identifier", "permission_name": "read:tea"}
ID = "00000000-0000-4000-8000-000000000000"

THEME = {
    "borders": {
        "button_border_radius": 3, "button_border_weight": 1, "buttons_style": "rounded", "input_border_radius": 3,
        "input_border_weight": 1, "inputs_style": "rounded", "show_widget_shadow": True, "widget_border_weight": 0,
        "widget_corner_radius": 5},
    "colors": {
        "body_text": "#1e212a", "error": "#d03c38", "header": "#1e212a", "icons": "#65676e",
        "input_background": "#ffffff", "input_border": "#c9cace", "input_filled_text": "#000000",
        "input_labels_placeholders": "#65676e", "links_focused_components": "#635dff", "primary_button": "#635dff",
        "primary_button_label": "#ffffff", "secondary_button_border": "#c9cace", "secondary_button_label": "#1e212a",
        "success": "#13a688", "widget_background": "#ffffff", "widget_border": "#c9cace"},
    "fonts": {
        "body_text": {"bold": False, "size": 87.5}, "buttons_text": {"bold": False, "size": 100},
        "font_url": "https://example.com/font.woff", "input_labels": {"bold": False, "size": 100},
        "links": {"bold": True, "size": 87.5}, "links_style": "normal", "reference_text_size": 16,
        "subtitle": {"bold": False, "size": 87.5}, "title": {"bold": False, "size": 150}},
    "page_background": {
        "background_color": "#000000", "background_image_url": "https://example.com/b.png", "page_layout": "center"},
    "widget": {
        "header_text_alignment": "center", "logo_height": 52, "logo_position": "center",
        "logo_url": "https://example.com/l.png", "social_buttons_layout": "bottom"}}
PAGE = "<html>{%- auth0:head -%}{%- auth0:widget -%}</html>"
DRIVING_LICENCE = {"org.iso.18013.5.1.mDL": {"org.iso.18013.5.1": {"family_name": True}}}
SEGMENT = [{"match": {"country": ["DE"]}}]
BLOCK = {"action": {"block": True}, "match": {"geo_country_codes": ["XX"]}, "scope": "tenant"}
SCIM = [{"auth0": "app_metadata.external_id", "scim": "externalId"}, {"auth0": "username", "scim": "userName"}]
RENDERING = {"rendering_mode": "advanced", "head_tags": [{"tag": "script", "attributes": {"src": "https://a.example"}}]}
FACTORS = "guardian.factors"
PUSH = f"{FACTORS}.push_notification"
SNS = {"aws_access_key_id": "wxyz", "aws_secret_access_key": "canary", "aws_region": "us-west-1",
       "sns_apns_platform_application_arn": "a", "sns_gcm_platform_application_arn": "b"}
OTP = {"otp_length": 8, "otp_expiration_time": 120}
TEXTS = {"enrollment_message": "{{code}} enrolls", "verification_message": "{{code}} verifies"}
TWILIO = {"from_": "+15550001", "auth_token": "canary", "sid": "AC1"}
PARAMETERS = {"p": {"type": "string", "value": "x"}}
EXPERIMENT = {
    "name": "families", "feature_flag_id": "$flag.id", "authentication_flow": "login",
    "allocation_strategy": "percentage",
    "allocations": [{"variation_id": "$variation.id", "weight": 40, "is_control": True},
                    {"variation_id": "$other_variation.id", "weight": 60, "is_control": False}]}
ASSIGNED = {"request_options": {"additional_body_parameters": {"assignment_config": {"subject": "device"}}}}
CAPTCHA_POLICY = {"name": "a", "priority": 1, "match": {}, "action": {}}
CLIENT_PROFILE = {
    "name": "a", "client_configuration": {},
    "apply_policy": {"external_metadata_type": "cimd", "external_metadata_created_by": "client"}}

QUOTA = {"client_credentials": {"enforce": True, "per_day": 500, "per_hour": 100}}
KEY = {"credential_type": "public_key", "name": "own", "pem": "$keys.pem", "alg": "RS256"}
# What clients are beside the one of the story.
CLIENTS = [
    {"app_type": "native", "token_endpoint_auth_method": "none", "oidc_conformant": True,
     "grant_types": ["authorization_code", "refresh_token", "urn:ietf:params:oauth:grant-type:device_code"],
     "mobile": {"android": {"app_package_name": "a.b", "sha256_cert_fingerprints": ["AB:CD"]},
                "ios": {"team_id": "9JA89QQLNQ", "app_bundle_identifier": "a.b"}},
     "native_social_login": {"apple": {"enabled": True}, "facebook": {"enabled": False}, "google": {"enabled": True}},
     "refresh_token": {"rotation_type": "rotating", "expiration_type": "expiring", "leeway": 10, "token_lifetime": 1000,
                       "infinite_token_lifetime": False, "idle_token_lifetime": 500,
                       "infinite_idle_token_lifetime": False},
     "session_transfer": {"can_create_session_transfer_token": True, "allowed_authentication_methods": ["query"],
                          "enforce_device_binding": "ip", "allow_refresh_token": True}},
    {"app_type": "spa", "web_origins": ["https://a.example"], "allowed_logout_urls": ["https://a.example"],
     "cross_origin_authentication": True, "cross_origin_loc": "https://a.example/loc", "custom_login_page_on": True,
     "custom_login_page": "<html></html>", "sso": True, "sso_disabled": False, "logo_uri": "https://a.example/l.png",
     "organization_usage": "require", "organization_require_behavior": "pre_login_prompt",
     "organization_discovery_methods": ["email"], "fedcm_login": {"google": {"is_enabled": True}},
     "addons": {"samlp": {"audience": "a", "create_upn_claim": True, "signature_algorithm": "rsa-sha256",
                          "lifetime_in_seconds": 3600, "name_identifier_probes": ["b"]}, "wsfed": {},
                "slack": {"team": "tea"}, "zoom": {"account": "a"}}},
    {"app_type": "regular_web", "require_pushed_authorization_requests": True, "require_proof_of_possession": True,
     "oidc_logout": {"backchannel_logout_urls": ["https://a.example/out"],
                     "backchannel_logout_initiators": {"mode": "custom", "selected_initiators": ["rp-logout"]},
                     "backchannel_logout_session_metadata": {"include": True}},
     "par_request_expiry": 60, "client_aliases": ["a"], "token_quota": QUOTA, "is_first_party": True,
     "skip_non_verifiable_callback_uri_confirmation_prompt": True, "compliance_level": "fapi1_adv_pkj_par",
     "token_exchange": {"allow_any_profile_of_type": ["custom_authentication"]}},
    {"app_type": "non_interactive", "client_authentication_methods": {"private_key_jwt": {"credentials": [KEY]}},
     "signed_request_object": {"required": True, "credentials": [{**KEY, "name": "another"}]}},
    {"app_type": "resource_server", "resource_server_identifier": "$api.identifier"},
]
STRATEGIES = (
    "adfs amazon apple dropbox bitbucket auth0-oidc baidu bitly box custom daccount dwolla email evernote exact "
    "facebook fitbit github google-oauth2 instagram ip line linkedin oauth1 oauth2 office365 oidc paypal pingfederate "
    "planningcenter salesforce samlp sharepoint shopify shop sms soundcloud thirtysevensignals twitter untappd "
    "vkontakte waad weibo windowslive wordpress yahoo yandex").split()
OPTIONS = {
    "adfs": {"adfs_server": "https://a.example/FederationMetadata.xml"},
    "oidc": {"client_id": "c", "client_secret": "canary", "type": "back_channel", "issuer": "https://a.example",
             "authorization_endpoint": "https://a.example/a", "token_endpoint": "https://a.example/t",
             "jwks_uri": "https://a.example/j"},
    "samlp": {"sign_in_endpoint": "https://a.example", "signing_cert": "$keys.pem"},
    "pingfederate": {"pingFederateBaseUrl": "https://a.example", "signingCert": "$keys.pem"},
    "sms": {"from": "+15550001", "twilio_sid": "AC1", "twilio_token": "canary", "template": "{{code}}"},
    "email": {"name": "email", "email": {"from": "a@example.com", "subject": "s", "body": "b", "syntax": "liquid"}},
    "waad": {"client_id": "c", "client_secret": "canary", "domain": "a.example", "tenant_domain": "a.example"},
}
SINKS = {
    "eventbridge": {"aws_account_id": "123456789012", "aws_region": "eu-west-1"},
    "eventgrid": {"azure_subscription_id": ID, "azure_region": "westeurope", "azure_resource_group": "a"},
    "datadog": {"datadog_api_key": "canary", "datadog_region": "eu"},
    "splunk": {"splunk_domain": "a.example", "splunk_port": "8088", "splunk_token": ID, "splunk_secure": True},
    "sumo": {"sumo_source_address": "https://a.example"},
    "segment": {"segment_write_key": "canary"},
    "mixpanel": {"mixpanel_region": "eu", "mixpanel_project_id": "1", "mixpanel_service_account_username": "u",
                 "mixpanel_service_account_password": "canary"},
}
WEBHOOKS = {"bearer": {"token": "canary"}, "custom_header": {"header_key": "x-a", "header_value": "canary"}}
DESTINATIONS = {
    "eventbridge": {"aws_account_id": "123456789012", "aws_region": "eu-west-1"},
    "action": {"action_id": "$event_action.id"},
}
PROVIDERS = {
    "mailgun": {"api_key": "canary", "domain": "a.example", "region": "eu"}, "mandrill": {"api_key": "canary"},
    "resend": {"api_key": "canary"}, "custom": {},
    "ses": {"accessKeyId": "a", "secretAccessKey": "canary", "region": "eu-west-1"},
    "sparkpost": {"api_key": "canary", "region": "eu"},
    "smtp": {"smtp_host": "a.example", "smtp_port": 25, "smtp_user": "u", "smtp_pass": "canary"},
    "azure_cs": {"connection_string": "endpoint=https://a.example/;accesskey=canary"},
    "ms365": {"tenantId": "a", "clientId": "b", "clientSecret": "canary"},
}
VAULTS = {
    "ACTIVECAMPAIGN": {"type": "API_KEY", "api_key": "canary", "base_url": "https://a.example"},
    "AIRTABLE": {"type": "API_KEY", "api_key": "canary"},
    "AUTH0": {"type": "OAUTH_APP", "client_id": "c", "client_secret": "canary", "domain": "a.example"},
    "BIGQUERY": {"type": "OAUTH_JWT", "project_id": "p", "private_key": "canary", "client_email": "a@example.com"},
    "CLEARBIT": {"type": "API_KEY", "secret_key": "canary"}, "DOCUSIGN": {"type": "OAUTH_CODE", "code": "canary"},
    "GOOGLE_SHEETS": {"type": "OAUTH_CODE", "code": "canary"}, "HUBSPOT": {"type": "API_KEY", "api_key": "canary"},
    "JWT": {"type": "JWT", "algorithm": "HS256"}, "MAILCHIMP": {"type": "API_KEY", "secret_key": "canary"},
    "MAILJET": {"type": "API_KEY", "api_key": "a", "secret_key": "canary"},
    "PIPEDRIVE": {"type": "TOKEN", "token": "canary"},
    "SALESFORCE": {"type": "OAUTH_CODE", "code": "canary"}, "SENDGRID": {"type": "API_KEY", "api_key": "canary"},
    "SLACK": {"type": "WEBHOOK", "url": "https://a.example"},
    "STRIPE": {"type": "KEY_PAIR", "private_key": "canary", "public_key": "a"},
    "TELEGRAM": {"type": "TOKEN", "token": "canary"},
    "TWILIO": {"type": "API_KEY", "account_id": "a", "api_key": "canary"},
    "WHATSAPP": {"type": "TOKEN", "token": "canary"}, "ZAPIER": {"type": "WEBHOOK", "url": "https://a.example"},
}
METHODS = [
    {"type": "totp", "totp_secret": "JBSWY3DPEHPK3PXP"}, {"type": "email", "email": "e@example.com"},
    {"type": "webauthn-roaming", "key_id": "a2V5", "public_key": "cGVt", "relying_party_identifier": "a.example"},
    {"type": "passkey", "key_id": "a2V6", "public_key": "cGVt", "relying_party_identifier": "a.example",
     "credential_device_type": "single_device", "credential_backed_up": False},
]
CLAIMS = {"claims_mapping": {"custom_claims": [{"name": "team", "expression": "user.team"}]}}
NEWER = [
    ("attack_protection.brute_force_protection", (), {"form_submission_mode": "manual"}),
    ("clients", ("$client.client_id",),
     {"anonymous_sessions": {"active": True}, "enforce_anon_session_transfer_network_binding": "ip",
      "b_2_b_integration_configuration": {"sso_profiles": ["a"], "integration_type": "third_party"},
      "oidc_support": {"is_allowed": True, "allowed_scopes": ["email"]}}),
    ("connection_profiles", ("$connection_profile.id",),
     {"provisioning": {"google_workspace": {"sync_users": True}},
      "cross_app_access_resource_app": {"status": {"default_value": "enabled"}}}),
    ("experimentation.segments", ("$segment.id",), {"status": "archived"}),
    ("organizations.connections", ("$organization.id", "$okta.id"), {"organization_member_access_level": "readonly"}),
    ("resource_servers", ("$api.id",),
     {"token_lifetime_for_anonymous_access_tokens": 60, "access_token": CLAIMS,
      "require_consent_non_repudiation": True}),
    ("tenants.settings", (),
     {"access_token": CLAIMS, "dpop_strict_refresh_token_binding": True,
      "client_id_metadata_document_dynamic_registration_supported": True}),
]

# Members that the SDK's models do not declare, by family: recorded of the service, or of its document.
UNDECLARED = {
    "actions": {"current_version"},
    "branding": {"created_at", "updated_at", "code", "credentials"},
    "clients": {"callback_url_template", "cross_origin_auth", "encrypted", "key", "owners", "oidc_backchannel_logout",
                "alg", "created_at", "credential_type", "kid", "name", "updated_at"},
    "connections": {"enabled_clients", "provisioning_ticket_url"},
    "custom_domains": {"created_at"},
    "emails": {"domain"},
    "experimentation": {"assignment_config"},
    "event_streams": {"a0purpose", "a0stream", "a0tenant"},
    "forms": {"flow_count"},
    "jobs": {"connection", "external_id", "fields", "limit"},
    "logs": {"_id"},
    "network_acls": {"deleted_at", "tenant_id"},
    "organizations": {"grant_id", "subject_type"},
    "tenants": {"cannot_change_enforce_client_authentication_on_passwordless_start", "universal_login"},
    "users": {"_id", "sources"},
}

CALLS = [
    # Who and what the others hang on.
    Life("clients", "client",
         {"name": "families", "description": "of a story", "app_type": "regular_web",
          "callbacks": ["https://a.example"], "grant_types": ["client_credentials"], "client_metadata": {"team": "tea"},
          "jwt_configuration": {"lifetime_in_seconds": 3600, "alg": "RS256"}, "allowed_origins": ["https://a.example"],
          "organization_usage": "allow", "initiate_login_uri": "https://a.example/login"},
         {"description": "changed", "callbacks": [], "client_metadata": {"team": "coffee"}}, key="client_id",
         alters=("signing_keys", "encrypted")),
    Life("connections", "connection",
         {"name": "families", "strategy": "auth0", "display_name": "Families", "metadata": {"a": "b"},
          "options": {"password_policy": "low", "disable_signup": True, "brute_force_protection": True}},
         {"display_name": "Changed", "show_as_button": False, "options": {"password_policy": "low"}}),
    Life("connections", "okta",
         {"name": "families-okta", "strategy": "okta", "options": {"client_id": "c", "domain": "a.okta.com"}},
         {"display_name": "Okta"}),
    Life("connections", "google",
         {"name": "families-google", "strategy": "google-apps", "options": {"domain": "a.example", "client_id": "c"}},
         {"display_name": "Google"}),
    Life("connections", "directory", {"name": "families-ad", "strategy": "ad"}, {"display_name": "AD"}),
    Life("resource_servers", "api",
         {"identifier": "https://families.example/", "name": "Families", "token_lifetime": 3600,
          "scopes": [{"value": "read:tea", "description": "Read tea"}, {"value": "make:tea"}], "enforce_policies": True,
          "token_dialect": "access_token_authz"},
         {"name": "Changed", "token_lifetime": 60, "scopes": [{"value": "read:tea"}]},
         second={"identifier": "urn:second"}),
    Life("users", "user",
         {"connection": DATABASE, "email": "ada@example.com", "password": "Correct 1 horse", "given_name": "Ada",
          "user_metadata": {"a": 1, "b": {"c": [2]}}, "app_metadata": {"plan": "tea"}},
         {"given_name": "Augusta", "user_metadata": {"a": 2}, "blocked": True}, key="user_id",
         hidden=("connection", "password"), second={"email": "bob@example.com"}),
    Life("users", "other", {"connection": DATABASE, "email": "eve@example.com", "password": "Correct 1 horse"},
         key="user_id", hidden=("connection", "password")),
    Life("roles", "role", {"name": "reader", "description": "reads"}, {"description": "reads more"}),
    Life("organizations", "organization",
         {"name": "families", "display_name": "Families", "metadata": {"a": "b"},
          "branding": {"logo_url": "https://example.com/l.png",
                       "colors": {"primary": "#112233", "page_background": "#445566"}}},
         {"display_name": "Changed", "metadata": {"c": "d"}}),
    Life("client_grants", "grant",
         {"client_id": "$client.client_id", "audience": "$api.identifier", "scope": ["read:tea"],
          "organization_usage": "allow", "allow_any_organization": False},
         {"scope": [], "organization_usage": "require"}, second={"subject_type": "user", "scope": ["make:tea"]}),

    *(Life("clients", f"client{number}", {"name": f"client {number}", **members}, {"description": "changed"},
           key="client_id", second={}, hidden=("pem",),
           alters=("signing_keys", "encrypted", "client_authentication_methods", "signed_request_object"))
      for number, members in enumerate(CLIENTS)),
    *(Life("connections", f"connection_{strategy}", second={}, made={
        "name": f"of-{strategy}", "strategy": strategy,
        "options": OPTIONS.get(strategy, {"client_id": "c", "client_secret": "canary"})},
        changed={"metadata": {"a": "b"}}, hidden=("signingCert",)) for strategy in STRATEGIES),
    Life("resource_servers", "api_of_its_own",
         {"identifier": "urn:own", "signing_alg": "HS256", "signing_secret": "a-canary-of-16-characters",
          "allow_offline_access": True, "skip_consent_for_verifiable_first_party_clients": True,
          "token_dialect": "rfc9068_profile", "proof_of_possession": {"mechanism": "dpop", "required": True},
          "authorization_details": [{"type": "payment"}], "consent_policy": "transactional-authorization-with-mfa",
          "subject_type_authorization": {"user": {"policy": "require_client_grant"}, "client": {"policy": "deny_all"}}},
         {"authorization_details": None, "consent_policy": None}),  # the SDK takes no answer with a token_encryption

    # Actions, and what names them.
    Life("actions.modules", "module", {"name": "families", "code": "exports.a = 1;"}, {"code": "exports.a = 2;"},
         alters=("created_at", "updated_at")),
    call("actions.modules.versions.create", "$module.id", gives={"version_number": 1}, keep="module_version"),
    call("actions.modules.versions.get", "$module.id", "$module_version.id", gives={"code": "exports.a = 2;"}),
    call("actions.modules.versions.list", "$module.id", gives=[{"version_number": 1}]),
    call("actions.modules.update", "$module.id", code="exports.a = 3;", gives={"all_changes_published": False}),
    call("actions.modules.rollback", "$module.id", module_version_id="$module_version.id",
         gives={"code": "exports.a = 2;"}),
    Life("actions", "action",
         {"name": "families", "supported_triggers": [{"id": "post-login", "version": "v3"}], "code": "exports.b = 1;",
          "modules": [{"module_id": "$module.id", "module_version_id": "$module_version.id"}]},
         {"code": "exports.b = 2;"}, alters=("status", "modules")),
    call("actions.deploy", "$action.id", gives={"number": 1, "code": "exports.b = 2;"}, keep="version"),
    call("actions.modules.list_actions", "$module.id", gives=[{"action_id": "$action.id"}]),
    call("actions.versions.list", "$action.id", gives=[{"id": "$version.id"}]),
    call("actions.versions.get", "$action.id", "$version.id", gives={"number": 1}),
    call("actions.versions.deploy", "$action.id", "$version.id", request={}, gives={"number": 2}),
    call("actions.test", "$action.id", payload={"event": {}}, gives={"payload": {}}),
    call("actions.executions.get", ID, refused=404),  # nothing is executed
    call("actions.triggers.list", gives={"triggers": [{"id": "post-login", "version": "v3"}]}),
    call("actions.triggers.bindings.update_many", "post-login", gives={"bindings": [{"display_name": "Families"}]},
         bindings=[{"ref": {"type": "action_id", "value": "$action.id"}, "display_name": "Families"}]),
    call("actions.triggers.bindings.list", "post-login", gives=[{"action": {"id": "$action.id"}}]),
    call("actions.triggers.bindings.update_many", "post-login", bindings=[], gives={"bindings": []}),
    Life("actions", "exchange",
         {"name": "exchange", "supported_triggers": [{"id": "custom-token-exchange", "version": "v1"}], "code": "a;"},
         alters=("status",)),
    call("actions.get", "$exchange.id", gives={"status": "built"}),
    call("actions.deploy", "$exchange.id"),
    Life("token_exchange_profiles", "profile",
         {"name": "families", "subject_token_type": "urn:families:token", "action_id": "$exchange.id",
          "type": "custom_authentication"}, {"name": "changed"}, alters=("updated_at",),
         second={"name": "second", "subject_token_type": "urn:second:token"}),

    # Clients.
    Life("clients.credentials", "credential",
         {"credential_type": "public_key", "name": "a key", "pem": "$keys.pem", "alg": "RS256"},
         {"expires_at": "2099-01-01T00:00:00Z"}, at=("$client.client_id",), hidden=("pem",)),
    call("clients.connections.get", "$client.client_id", gives=[]),
    call("clients.rotate_secret", "$client.client_id", gives={"client_id": "$client.client_id"}),
    call("clients.preview_cimd_metadata", external_client_id="https://a.example/client.json"),
    call("clients.register_cimd_client", external_client_id="https://a.example/client.json", keep="cimd"),
    call("clients.delete", "$cimd.client_id"),

    # Connections.
    call("connections.clients.update", "$connection.id", request=[{"client_id": "$client.client_id", "status": True}]),
    call("connections.clients.get", "$connection.id", gives=[{"client_id": "$client.client_id"}]),
    call("clients.connections.get", "$client.client_id", gives=[{"id": "$connection.id"}]),
    call("connections.check_status", "$directory.id", refused=404),  # no connector is there
    call("connections.keys.create", "$okta.id", request={"signing_alg": "RS256"}, gives=[{"current": True}]),
    call("connections.keys.get", "$okta.id", gives=[{"current": True}, {"next": True}]),
    call("connections.keys.rotate", "$okta.id", request={"signing_alg": "RS256"}),
    call("users.create", connection="families", email="gone@example.com", password="Correct 1 horse"),
    call("connections.users.delete_by_email", "$connection.id", email="gone@example.com"),
    call("users.list_users_by_email", email="gone@example.com", gives=[]),
    Life("connections.scim_configuration", "scim", {"request": {"user_id_attribute": "externalId", "mapping": SCIM}},
         {"user_id_attribute": "userName", "mapping": SCIM}, at=("$okta.id",), key=None),
    call("connections.scim_configuration.list", gives=[{"connection_id": "$okta.id"}]),
    call("connections.scim_configuration.get_default_mapping", "$okta.id"),
    call("connections.scim_configuration.tokens.create", "$okta.id", scopes=["get:users"], token_lifetime=900,
         gives={"scopes": ["get:users"]}, keep="scim_token"),
    call("connections.scim_configuration.tokens.get", "$okta.id", gives=[{"token_id": "$scim_token.token_id"}]),
    call("connections.scim_configuration.tokens.delete", "$okta.id", "$scim_token.token_id"),
    call("connections.scim_configuration.tokens.get", "$okta.id", gives=[]),
    Life("connections.directory_provisioning", "provisioning",
         {"request": {"mapping": [{"auth0": "email", "idp": "primaryEmail"}], "synchronize_automatically": False,
                      "synchronize_groups": "selected"}},
         {"request": {"synchronize_automatically": True}}, at=("$google.id",), key=None),
    call("connections.directory_provisioning.list", gives=[{"connection_id": "$google.id"}]),
    call("connections.directory_provisioning.get_default_mapping", "$google.id"),
    call("connections.directory_provisioning.synchronizations.create", "$google.id"),
    call("connections.directory_provisioning.set", "$google.id", groups=[{"id": "abc123"}]),
    call("connections.directory_provisioning.list_synchronized_groups", "$google.id", gives=[{"id": "abc123"}]),
    call("connections.directory_provisioning.add_synchronized_group_selections", "$google.id", groups=[{"id": "def4"}]),
    call("connections.directory_provisioning.list_synchronized_groups", "$google.id", gives=[{"id": "def4"}]),
    call("connections.directory_provisioning.delete_synchronized_group_selections", "$google.id",
         groups=[{"id": "def4"}]),
    call("connections.directory_provisioning.set", "$google.id", groups=[]),
    call("connections.directory_provisioning.list_synchronized_groups", "$google.id", gives=[]),
    Life("connection_profiles", "connection_profile",
         {"name": "families", "organization": {"show_as_button": "optional", "assign_membership_on_login": "required"},
          "connection_name_prefix_template": "c-{org_name}", "enabled_features": ["scim"],
          "strategy_overrides": {"okta": {"enabled_features": ["universal_logout"]}}},
         {"name": "changed", "enabled_features": ["scim", "universal_logout"]}, listed={"take": 10}),
    call("connection_profiles.list", refused=400),  # by itself the SDK asks for 50, and the document allows 10
    call("connection_profiles.list_templates", keep="templates"),
    call("connection_profiles.get_template", "$templates.connection_profile_templates.0.id"),

    # Roles, permissions, groups.
    call("roles.permissions.add", "$role.id", permissions=[PERMISSION]),
    call("roles.permissions.list", "$role.id", gives=[PERMISSION]),
    call("roles.users.assign", "$role.id", users=["$user.user_id"]),
    call("roles.users.list", "$role.id", gives=[{"user_id": "$user.user_id"}]),
    call("groups.list", gives=[{"id": STAFF, "name": "staff"}]),
    call("groups.get", STAFF, gives={"name": "staff"}),
    call("groups.members.get", STAFF, gives=[{"id": SEEDED}]),
    call("groups.roles.create", STAFF, roles=["$role.id"]),
    call("groups.roles.list", STAFF, gives=[{"id": "$role.id"}]),
    call("roles.groups.get", "$role.id", gives=[{"id": STAFF}]),
    call("users.groups.get", SEEDED, gives=[{"id": STAFF}]),
    call("users.effective_roles.list", SEEDED, gives=[{"id": "$role.id"}]),
    call("users.effective_roles.sources.groups.list", SEEDED, role_id="$role.id", gives=[{"id": STAFF}]),
    call("users.effective_permissions.list", "$user.user_id", resource_server_identifier="$api.identifier",
         gives=[{"permission_name": "read:tea"}]),
    call("users.effective_permissions.sources.roles.list", "$user.user_id", permission_name="read:tea",
         resource_server_identifier="$api.identifier", gives=[{"id": "$role.id"}]),
    call("groups.roles.delete", STAFF, roles=["$role.id"]),
    call("groups.roles.list", STAFF, gives=[]),
    call("roles.groups.create", "$role.id", groups=[STAFF]),
    call("groups.roles.list", STAFF, gives=[{"id": "$role.id"}]),
    call("roles.groups.delete", "$role.id", groups=[STAFF]),
    call("roles.groups.get", "$role.id", gives=[]),
    call("roles.permissions.delete", "$role.id", permissions=[PERMISSION]),
    call("roles.permissions.list", "$role.id", gives=[]),

    # Users.
    call("users.list_users_by_email", email="ada@example.com", gives=[{"user_id": "$user.user_id"}]),
    call("users.roles.list", "$user.user_id", gives=[{"id": "$role.id"}]),
    call("users.roles.delete", "$user.user_id", roles=["$role.id"]),
    call("users.roles.list", "$user.user_id", gives=[]),
    call("users.roles.assign", "$user.user_id", roles=["$role.id"]),
    call("users.roles.list", "$user.user_id", gives=[{"name": "reader"}]),
    call("users.permissions.create", "$user.user_id", permissions=[PERMISSION]),
    call("users.permissions.list", "$user.user_id", gives=[PERMISSION]),
    call("users.permissions.delete", "$user.user_id", permissions=[PERMISSION]),
    call("users.permissions.list", "$user.user_id", gives=[]),
    Life("users.authentication_methods", "method", {"type": "phone", "name": "a phone", "phone_number": "+15551234",
                                                    "preferred_authentication_method": "sms"},
         {"name": "my phone", "preferred_authentication_method": "voice"}, at=("$user.user_id",),
         hidden=("phone_number",), alters=("confirmed",), second={"phone_number": "+15554321"}),
    *(Life("users.authentication_methods", f"method_{method['type']}", method, {"name": "changed"}, second={},
           at=("$other.user_id",), hidden=("totp_secret", "email"),
           alters=("confirmed", "credential_device_type", "credential_backed_up")) for method in METHODS),
    call("users.authentication_methods.set", "$other.user_id", request=[{"type": "email", "email": "e@example.com"}],
         gives=[{"type": "email", "email": "e@example.com"}]),
    call("users.authentication_methods.delete_all", "$other.user_id"),
    call("users.authentication_methods.list", "$other.user_id", gives=[]),
    call("users.authenticators.delete_all", "$other.user_id"),
    call("users.multifactor.delete_provider", "$other.user_id", "duo"),
    call("users.multifactor.invalidate_remember_browser", "$other.user_id"),
    call("users.regenerate_recovery_code", "$other.user_id"),
    call("users.risk_assessments.clear", "$other.user_id", connection=DATABASE, assessors=["new-device"]),
    call("users.create", connection=DATABASE, email="link@example.com", password="Correct 1 horse", keep="linked"),
    call("users.identities.link", "$other.user_id", provider="auth0", user_id="$linked.identities.0.user_id",
         gives=[{"user_id": "$linked.identities.0.user_id"}]),
    call("users.identities.delete", "$other.user_id", "auth0", "$linked.identities.0.user_id",
         gives=[{"provider": "auth0"}]),
    call("users.delete", "$linked.user_id"),
    call("users.enrollments.get", SEEDED, gives=[{"id": "dev_0123456789abcdef"}]),
    call("users.connected_accounts.list", SEEDED, gives=[{"strategy": "google-oauth2"}]),
    call("users.logs.list", SEEDED, gives=[{"type": "s"}]),
    call("logs.list", gives=[{"type": "s", "user_id": SEEDED}]),
    call("logs.get", "900" + "1" * 53, gives={"type": "s", "description": "a login"}),
    call("users.sessions.list", SEEDED, gives=[{"id": "session1"}, {"id": "session4"}]),
    call("users.refresh_token.list", SEEDED, gives=[{"id": "token1"}, {"id": "token4"}]),
    Setting("sessions", {"session_metadata": {"a": "b"}}, at=("session1",)),
    call("sessions.revoke", "session1"),
    call("sessions.get", "session1", refused=404),
    call("sessions.delete", "session2"),
    Setting("refresh_tokens", {"refresh_token_metadata": {"a": "b"}}, at=("token1",)),
    call("refresh_tokens.list", user_id=SEEDED, gives=[{"id": "token1", "client_id": "c"}]),
    call("refresh_tokens.revoke", ids=["token1"]),
    call("refresh_tokens.get", "token1", refused=404),
    call("refresh_tokens.delete", "token2"),
    call("users.revoke_access", SEEDED, session_id="session3", preserve_refresh_tokens=True),
    call("users.refresh_token.delete", SEEDED),
    call("users.refresh_token.list", SEEDED, gives=[]),
    call("users.sessions.delete", SEEDED),
    call("users.sessions.list", SEEDED, gives=[]),
    call("user_grants.list", gives=[{"user_id": SEEDED, "audience": "urn:a"}]),
    call("user_grants.delete", "aaaaaaaaaaaaaaaaaaaaaaa1"),
    call("user_grants.delete_by_user_id", user_id=SEEDED),
    call("user_grants.list", gives=[]),
    call("user_blocks.list", SEEDED, gives={"blocked_for": [{"identifier": "seeded@example.com"}]}),
    call("user_blocks.list_by_identifier", identifier="seeded@example.com",
         gives={"blocked_for": [{"ip": "10.0.0.1"}]}),
    call("user_blocks.delete", SEEDED),
    call("user_blocks.delete_by_identifier", identifier="seeded@example.com"),
    call("user_blocks.list", SEEDED, gives={"blocked_for": []}),
    call("anomaly.blocks.check_ip", "10.0.0.2"),
    call("anomaly.blocks.unblock_ip", "10.0.0.2"),
    call("anomaly.blocks.check_ip", "10.0.0.2", refused=404),
    call("stats.get_active_users_count", gives=0),
    call("stats.get_daily", from_="20260101", to="20260131", gives=[]),
    call("device_credentials.create_public_key", device_name="phone", type="public_key", value="cGVt",
         device_id="abc-12", client_id="$client.client_id", keep="device"),
    call("device_credentials.list", gives=[{"device_name": "phone", "id": "$device.id"}]),
    call("device_credentials.delete", "$device.id"),
    call("device_credentials.list", gives=[]),
    call("tickets.verify_email", user_id="$user.user_id", result_url="https://a.example/"),
    call("tickets.change_password", user_id="$user.user_id", ttl_sec=60),
    call("jobs.verification_email.create", user_id="$user.user_id", gives={"type": "verification_email"}, keep="job"),
    call("jobs.get", "$job.id", gives={"id": "$job.id"}),
    call("jobs.users_exports.create", connection_id="$connection.id", format="csv", limit=5,
         fields=[{"name": "email", "export_as": "mail"}], gives={"type": "users_export"}, keep="job"),
    call("jobs.get", "$job.id", gives={"format": "csv"}),
    call("jobs.users_imports.create", users=("users.json", b'[{"email":"imported@example.com"},{"email":7}]'),
         connection_id="$connection.id", upsert=True, external_id="e1", send_completion_email=False,
         gives={"type": "users_import", "external_id": "e1"}, keep="job"),
    call("jobs.get", "$job.id", gives={"id": "$job.id", "connection_id": "$connection.id"}),
    call("jobs.errors.get", "$job.id"),

    # Organizations.
    call("organizations.get_by_name", "families", gives={"id": "$organization.id"}),
    call("organizations.members.create", "$organization.id", members=["$user.user_id"]),
    call("organizations.members.list", "$organization.id", gives=[{"user_id": "$user.user_id"}]),
    call("users.organizations.list", "$user.user_id", gives=[{"name": "families"}]),
    call("organizations.members.roles.assign", "$organization.id", "$user.user_id", roles=["$role.id"]),
    call("organizations.members.roles.list", "$organization.id", "$user.user_id", gives=[{"id": "$role.id"}]),
    call("organizations.members.effective_roles.list", "$organization.id", "$user.user_id", gives=[{"id": "$role.id"}]),
    call("organizations.members.effective_roles.sources.groups.list", "$organization.id", "$user.user_id",
         role_id="$role.id", gives=[]),
    call("organizations.roles.members.list", "$organization.id", "$role.id", gives=[{"user_id": "$user.user_id"}]),
    call("organizations.groups.roles.create", "$organization.id", STAFF, roles=["$role.id"]),
    call("organizations.groups.roles.list", "$organization.id", STAFF, gives=[{"id": "$role.id"}]),
    call("organizations.groups.list", "$organization.id", gives=[{"id": STAFF}]),
    call("organizations.roles.groups.list", "$organization.id", "$role.id", gives=[{"id": STAFF}]),
    call("organizations.groups.roles.delete", "$organization.id", STAFF, roles=["$role.id"]),
    call("organizations.groups.roles.list", "$organization.id", STAFF, gives=[]),
    call("organizations.members.roles.delete", "$organization.id", "$user.user_id", roles=["$role.id"]),
    call("organizations.members.roles.list", "$organization.id", "$user.user_id", gives=[]),
    call("organizations.members.delete", "$organization.id", members=["$user.user_id"]),
    call("organizations.members.list", "$organization.id", gives=[]),
    call("organizations.client_grants.create", "$organization.id", grant_id="$grant.id",
         gives={"grant_id": "$grant.id"}),
    call("organizations.client_grants.list", "$organization.id", gives=[{"id": "$grant.id"}]),
    call("client_grants.organizations.list", "$grant.id", gives=[{"id": "$organization.id"}]),
    call("organizations.client_grants.delete", "$organization.id", "$grant.id"),
    call("organizations.client_grants.list", "$organization.id", gives=[]),
    call("organizations.clients.create", "$organization.id",
         clients=[{"client_id": "$client.client_id", "use_for_member_access": False}]),
    Setting("organizations.clients", {"use_for_member_access": True}, at=("$organization.id", "$client.client_id")),
    call("organizations.clients.list", "$organization.id", gives=[{"client_id": "$client.client_id"}]),
    call("organizations.clients.delete", "$organization.id", clients=["$client.client_id"]),
    call("organizations.clients.list", "$organization.id", gives=[]),
    Life("organizations.enabled_connections", "enabled",
         {"connection_id": "$connection.id", "assign_membership_on_login": True, "show_as_button": False},
         {"show_as_button": True}, at=("$organization.id",), key="connection_id", calls={"create": "add"}),
    Life("organizations.connections", "organization_connection",
         {"connection_id": "$okta.id", "organization_connection_name": "okta", "is_enabled": True},
         {"organization_connection_name": "changed", "show_as_button": True}, at=("$organization.id",),
         key="connection_id"),
    Life("organizations.discovery_domains", "domain", {"domain": "a.example", "status": "pending"},
         {"status": "verified"}, at=("$organization.id",), second={"domain": "b.example"}),
    call("organizations.discovery_domains.get_by_name", "$organization.id", "a.example", gives={"id": "$domain.id"}),
    Life("organizations.invitations", "invitation",
         {"inviter": {"name": "Ada"}, "invitee": {"email": "new@example.com"}, "client_id": "$client.client_id",
          "send_invitation_email": False, "roles": ["$role.id"], "ttl_sec": 3600}, at=("$organization.id",),
         hidden=("send_invitation_email", "ttl_sec"), second={"invitee": {"email": "newer@example.com"}}),

    # What a tenant looks like.
    Setting("tenants.settings", {
        "default_token_quota": {"clients": QUOTA, "organizations": QUOTA}, "session_cookie": {"mode": "non-persistent"},
        "change_password": {"enabled": True, "html": "<b></b>"},
        "guardian_mfa_page": {"enabled": True, "html": "<b></b>"},
        "error_page": {"html": "<b></b>", "show_log_link": True, "url": "https://a.example"},
        "device_flow": {"charset": "digits", "mask": "***-***"}, "default_audience": "$api.identifier",
        "default_directory": DATABASE, "picture_url": "https://a.example/p.png", "support_email": "a@example.com",
        "support_url": "https://a.example", "idle_session_lifetime": 2, "sandbox_version": "22",
        "default_redirection_uri": "https://a.example", "sessions": {"oidc_logout_prompt_enabled": False},
        "oidc_logout": {"rp_logout_end_session_endpoint_discovery": True}, "customize_mfa_in_postlogin_action": True,
        "allow_organization_name_in_authentication_api": True, "acr_values_supported": ["a"],
        "mtls": {"enable_endpoint_aliases": True}, "pushed_authorization_requests_supported": True,
        "authorization_response_iss_parameter_supported": True, "resource_parameter_profile": "compatibility",
        "country_codes": {"list": ["DE"], "mode": "allow"}}),
    Setting("tenants.settings", {"friendly_name": "Families", "session_lifetime": 24, "enabled_locales": ["en", "de"],
                                 "flags": {"enable_sso": True}, "allowed_logout_urls": ["https://a.example"]}),
    Setting("branding", {"colors": {"primary": "#112233", "page_background": "#445566"},
                         "logo_url": "https://example.com/l.png"}),
    Life("branding.themes", "theme", {**THEME, "display_name": "A"}, {**THEME, "display_name": "B"}, key="themeId",
         calls={"list": None}),
    call("branding.themes.get_default", gives={"display_name": "B"}),
    Life("custom_domains", "custom_domain",
         {"domain": "login.families.example", "type": "auth0_managed_certs", "tls_policy": "recommended",
          "domain_metadata": {"a": "b"}}, {"domain_metadata": {"c": "d"}}, key="custom_domain_id",
         second={"domain": "b.families.example"}),
    call("custom_domains.verify", "$custom_domain.custom_domain_id", gives={"status": "ready"}),
    call("custom_domains.test", "$custom_domain.custom_domain_id"),
    call("custom_domains.get_default"),
    call("custom_domains.create", domain="c.families.example", type="auth0_managed_certs", keep="default_domain"),
    call("custom_domains.verify", "$default_domain.custom_domain_id"),
    call("custom_domains.set_default", domain="c.families.example", gives={"domain": "c.families.example"}),
    call("custom_domains.get_default", gives={"domain": "c.families.example"}),
    call("custom_domains.delete", "$default_domain.custom_domain_id", refused=409),
    call("branding.templates.update_universal_login", gives=None, request=PAGE),
    call("branding.templates.get_universal_login", gives={"body": PAGE}),
    call("branding.templates.delete_universal_login"),
    call("branding.templates.get_universal_login", refused=404),
    Life("branding.phone.providers", "phone_provider",
         {"name": "twilio", "credentials": {"auth_token": "canary"}, "disabled": False,
          "configuration": {"sid": "AC1", "default_from": "+15550001", "delivery_methods": ["text"]}},
         {"disabled": True}, hidden=("credentials",), second={}),
    call("branding.phone.providers.test", "$phone_provider.id", to="+15551234", delivery_method="text"),
    Life("branding.phone.templates", "phone_template",
         {"type": "otp_verify", "disabled": False,
          "content": {"from": "+15550001", "body": {"text": "{{code}}", "voice": "{{code}}"}}},
         {"disabled": True}),
    call("branding.phone.templates.test", "$phone_template.id", to="+15551234", delivery_method="text"),
    call("branding.phone.templates.reset", "$phone_template.id", request={}),
    Setting("prompts", {"universal_login_experience": "new", "identifier_first": True}, "get_settings",
            "update_settings"),
    Setting("prompts.custom_text", {"request": {"login": {"title": "Hello"}}}, write="set", at=("login", "en")),
    Setting("prompts.partials", {"request": {"login": {"form-content-start": "<p>hello</p>"}}}, write="set",
            at=("login",)),
    Setting("prompts.rendering", RENDERING, at=("login-id", "login-id")),
    call("prompts.rendering.bulk_update", gives={"configs": [{"prompt": "signup-id", "screen": "signup-id"}]},
         configs=[{"prompt": "signup-id", "screen": "signup-id", **RENDERING}]),
    call("prompts.rendering.list", gives=[{"screen": "login-id", "rendering_mode": "advanced"}]),
    Life("email_templates", "email_template",
         {"template": "welcome_email", "body": "<p>hi</p>", "from_": "a@example.com", "subject": "hi",
          "syntax": "liquid", "enabled": False}, {"subject": "hello", "enabled": True}, key="template",
         calls={"list": None, "delete": None}),
    call("email_templates.set", "welcome_email", template="welcome_email", body="b", from_="b@example.com", subject="s",
         syntax="liquid", enabled=True, gives={"subject": "s"}),
    Life("emails.provider", "email_provider",
         {"name": "sendgrid", "credentials": {"api_key": "canary"}, "default_from_address": "a@example.com",
          "enabled": True}, {"default_from_address": "b@example.com"}, key=None, calls={"list": None},
         hidden=("credentials",), alters=("credentials", "default_from_address")),
    call("emails.provider.get", fields="name,default_from_address", gives={"default_from_address": "b@example.com"}),
    *(call("emails.provider.update", name=name, credentials=credentials, gives={"name": name})
      for name, credentials in PROVIDERS.items()),
    Life("self_service_profiles", "self_service",
         {"name": "families", "description": "a", "allowed_strategies": ["okta", "oidc"],
          "branding": {"logo_url": "https://example.com/l.png", "colors": {"primary": "#112233"}},
          "user_attributes": [{"name": "mail", "description": "the mail", "is_optional": False}]},
         {"name": "changed", "allowed_strategies": ["oidc"]}),
    Setting("self_service_profiles.custom_text", {"request": {"introduction": "Welcome"}}, "list", "set",
            at=("$self_service.id", "en", "get-started")),
    call("self_service_profiles.sso_ticket.create", "$self_service.id", keep="sso_ticket", ttl_sec=60,
         connection_config={"name": "families-sso"}, enabled_clients=["$client.client_id"]),
    call("self_service_profiles.sso_ticket.revoke", "$self_service.id", "abc"),
    Life("user_attribute_profiles", "attributes",
         {"name": "families", "user_id": {"oidc_mapping": "sub", "saml_mapping": ["a"], "scim_mapping": "externalId"},
          "user_attributes": {"email": {"description": "the mail", "label": "Mail", "profile_required": True,
                                        "auth0_mapping": "email", "scim_mapping": "emails[primary eq true].value"}}},
         {"name": "changed"}),
    call("user_attribute_profiles.list_templates", keep="templates"),
    call("user_attribute_profiles.get_template", "$templates.user_attribute_profile_templates.0.id"),

    # What protects it.
    Setting("attack_protection.bot_detection", {"bot_detection_level": "high", "allowlist": ["10.0.0.0/8"],
                                                "challenge_password_policy": "always"}),
    Setting("attack_protection.breached_password_detection",
            {"enabled": True, "shields": ["block", "admin_notification"], "method": "standard",
             "admin_notification_frequency": ["daily"], "stage": {"pre-user-registration": {"shields": ["block"]}}}),
    Setting("attack_protection.brute_force_protection", {"enabled": True, "max_attempts": 7, "shields": ["block"],
                                                         "mode": "count_per_identifier", "allowlist": ["10.0.0.1"]}),
    Setting("attack_protection.captcha", {"active_provider_id": "hcaptcha",
                                          "hcaptcha": {"site_key": "a", "secret": "canary"}}, hidden=("secret",)),
    Setting("attack_protection.phone_provider_protection", {"type": "exponential"}, write="patch"),
    Setting("attack_protection.suspicious_ip_throttling",
            {"enabled": True, "shields": ["block"], "allowlist": ["10.0.0.1"],
             "stage": {"pre-login": {"max_attempts": 50, "rate": 864000}}}),
    Setting("risk_assessments.settings", {"enabled": True}),
    Setting("risk_assessments.settings.new_device", {"remember_for": 14}),
    Setting("supplemental_signals", {"akamai_enabled": True}, write="patch"),
    Life("network_acls", "acl", {"description": "families", "active": True, "priority": 3, "rule": BLOCK},
         {"active": False}, alters=("deleted_at", "tenant_id"), second={"description": "second", "priority": 4}),
    call("network_acls.set", "$acl.id", description="replaced", active=True, priority=3, rule=BLOCK,
         gives={"description": "replaced"}),
    call("network_acls.get", "$acl.id", gives={"description": "replaced", "active": True}),
    Life("rate_limit_policies", "policy",
         {"resource": "oauth_authentication_api", "consumer": "client", "consumer_selector": "$client.client_id",
          "configuration": {"action": "block", "limit": 10}}, {"configuration": {"action": "log", "limit": 20}},
         second={"consumer_selector": "third_party_clients"}),
    Life("verifiable_credentials.verification.templates", "licence",
         {"name": "families", "type": "mdl", "dialect": "simplified/1.0", "presentation": DRIVING_LICENCE,
          "well_known_trusted_issuers": "aamva"}, {"name": "changed"}),

    # Second factors.
    call(f"{FACTORS}.list", gives=[{"name": "otp", "enabled": False}]),
    call(f"{FACTORS}.set", "otp", enabled=True, gives={"enabled": True}),
    call(f"{FACTORS}.list", gives=[{"name": "otp", "enabled": True}]),
    Setting("guardian", {"display_remember_me_checkbox": False, "remember_me_default_value": True,
                         "mfa_session_inactivity_timeout": 3600, "mfa_session_overall_timeout": 7200}, write="set"),
    Setting("guardian.policies", {"request": ["all-applications"]}, "list", "set"),
    Setting(f"{FACTORS}.duo.settings", {"ikey": "i", "skey": "s", "host": "api.example"}, write="set"),
    Setting(f"{FACTORS}.duo.settings", {"host": "other.example"}),
    Setting(f"{FACTORS}.email", OTP, write="set"),
    Setting(f"{FACTORS}.phone", OTP, write="set"),
    call(f"{FACTORS}.phone.get_templates", refused=204),  # there are none
    Setting(f"{FACTORS}.sms", {"provider": "auth0"}, "get_selected_provider", "set_provider"),
    Setting(f"{FACTORS}.sms", TEXTS, "get_templates", "set_templates"),
    Setting(f"{FACTORS}.sms", TWILIO, "get_twilio_provider", "set_twilio_provider"),
    Setting(f"{FACTORS}.phone", {"message_types": ["sms", "voice"]}, "get_message_types", "set_message_types"),
    Setting(f"{FACTORS}.phone", {"provider": "twilio"}, "get_selected_provider", "set_provider"),
    Setting(f"{FACTORS}.phone", TEXTS, "get_templates", "set_templates"),
    Setting(f"{FACTORS}.phone", TWILIO, "get_twilio_provider", "set_twilio_provider"),
    Setting(PUSH, {"provider": "sns"}, "get_selected_provider", "set_provider"),
    Setting(PUSH, SNS, "get_sns_provider", "set_sns_provider", hidden=("aws_secret_access_key",)),
    Setting(PUSH, {"aws_region": "eu-west-1"}, "get_sns_provider", "update_sns_provider"),
    Setting(PUSH, {"sandbox": True, "bundle_id": "a.b", "p_12": "cGVt"}, "get_apns_provider", "set_apns_provider",
            hidden=("p_12",)),
    Setting(PUSH, {"bundle_id": "c.d"}, "get_apns_provider", "update_apns_provider"),
    call(f"{PUSH}.set_fcm_provider", server_key="canary", gives={}),
    call(f"{PUSH}.update_fcm_provider", server_key="canary", gives={}),
    call(f"{PUSH}.set_fcmv_1_provider", server_credentials="canary", gives={}),
    call(f"{PUSH}.update_fcmv_1_provider", server_credentials="canary", gives={}),
    call("guardian.enrollments.create_ticket", user_id="$user.user_id", send_mail=False),
    call("guardian.enrollments.get", "dev_fedcba9876543210", gives={"id": "dev_fedcba9876543210"}),
    call("guardian.enrollments.delete", "dev_fedcba9876543210"),
    call("guardian.enrollments.get", "dev_fedcba9876543210", refused=404),

    # Keys.
    call("keys.signing.list", gives=[{"current": True}], keep="signing"),
    call("keys.signing.get", "$signing.0.kid", gives={"current": True}),
    call("keys.signing.rotate"),
    call("keys.signing.revoke", "$signing.0.kid", gives={"kid": "$signing.0.kid"}),
    Setting("keys.custom_signing", {"keys": ["$keys.jwk"]}, write="set", unset=404),
    call("keys.custom_signing.delete"),
    call("keys.custom_signing.get", refused=404),
    call("keys.encryption.create", type="customer-provided-root-key", gives={"state": "pre-activation"}, keep="root"),
    call("keys.encryption.create_public_wrapping_key", "$root.kid", gives={"algorithm": "CKM_RSA_AES_KEY_WRAP"}),
    call("keys.encryption.import_", "$root.kid", wrapped_key="$keys.wrapped", gives={"state": "active"}),
    call("keys.encryption.rekey"),
    call("keys.encryption.list", gives=[{"kid": "$root.kid", "state": "active"}]),
    call("keys.encryption.delete", "$root.kid"),
    call("keys.encryption.get", "$root.kid", gives={"state": "destroyed"}),

    # What runs, and what goes out.
    Life("flows", "flow",
         {"name": "families", "actions": [{"id": "http_1", "type": "HTTP", "action": "SEND_REQUEST",
                                           "params": {"url": "https://a.example"}}]}, {"name": "changed"}),
    call("flows.executions.list", "$flow.id", gives=[]),
    call("flows.executions.get", "$flow.id", "ex_1", refused=404),
    call("flows.executions.delete", "$flow.id", "ex_1", refused=404),
    Life("flows.vault.connections", "vault",
         {"request": {"name": "families", "app_id": "HTTP", "setup": {"type": "BEARER", "token": "abc-canary-xyz"}}},
         {"name": "changed"}, hidden=("setup",), alters=("refreshed_at",)),
    *(Life("flows.vault.connections", f"vault_{app}", {"request": {"name": app, "app_id": app, "setup": setup}},
           {"name": "changed"}, hidden=("setup",), alters=("refreshed_at",), second={})
      for app, setup in VAULTS.items()),
    Life("forms", "form",
         {"name": "families", "languages": {"primary": "en"}, "start": {"next_node": "flow_1"},
          "nodes": [{"id": "flow_1", "type": "FLOW", "config": {"flow_id": "$flow.id", "next_node": "$ending"}}],
          "ending": {"resume_flow": True}}, {"name": "changed"}),
    Life("hooks", "hook",
         {"name": "families", "script": "module.exports = a => a;", "trigger_id": "credentials-exchange",
          "enabled": True, "dependencies": {"a": "1.0.0"}}, {"name": "changed", "enabled": False}),
    call("hooks.secrets.create", "$hook.id", request={"KEY": "canary"}),
    call("hooks.secrets.update", "$hook.id", request={"KEY": "changed"}),
    call("hooks.secrets.get", "$hook.id", gives={"KEY": "_VALUE_NOT_SHOWN_"}),
    call("hooks.secrets.delete", "$hook.id", request=["KEY"]),
    call("hooks.secrets.get", "$hook.id", gives={}),
    Life("rules", "rule", {"name": "families", "script": "a => a", "order": 7, "enabled": True}, {"enabled": False},
         second={"name": "families 2", "order": 8}),
    call("rules_configs.set", "KEY", value="canary", gives={"key": "KEY"}),
    call("rules_configs.list", gives=[{"key": "KEY"}]),
    call("rules_configs.delete", "KEY"),
    call("rules_configs.list", gives=[]),
    Life("log_streams", "log_stream",
         {"request": {"name": "families", "type": "http", "is_priority": False, "filters": [
             {"type": "category", "name": "auth.login.fail"}],
             "sink": {"http_endpoint": "https://a.example", "http_content_format": "JSONLINES",
                      "http_content_type": "application/json"}}}, {"name": "changed", "status": "paused"}),
    *(Life("log_streams", f"log_{kind}", {"request": {"name": kind, "type": kind, "sink": sink}}, {"status": "paused"},
           second={}, hidden=("mixpanel_service_account_password",)) for kind, sink in SINKS.items()),
    Life("actions", "event_action",
         {"name": "events", "supported_triggers": [{"id": "event-stream", "version": "v1"}], "code": "a;"},
         alters=("status",), calls={"delete": None}, second={}),  # it goes with its stream
    call("actions.get", "$event_action.id", gives={"status": "built"}),
    call("actions.deploy", "$event_action.id"),
    *(Life("event_streams", f"stream_{method}", {"request": {
        "name": method, "subscriptions": [{"event_type": "organization.created"}], "destination": {
            "type": "webhook", "configuration": {"webhook_endpoint": "https://a.example",
                                                 "webhook_authorization": {"method": method, **authorization}}}}},
        {"status": "disabled"}, second={}, hidden=("token", "header_value"))
      for method, authorization in WEBHOOKS.items()),
    *(Life("event_streams", f"stream_{kind}", {"request": {
        "name": kind, "destination": {"type": kind, "configuration": configuration}}},
        {"status": "disabled"}, second={}) for kind, configuration in DESTINATIONS.items()),
    Life("event_streams", "stream",
         {"request": {"name": "families", "subscriptions": [{"event_type": "user.created"}], "status": "enabled",
                      "destination": {"type": "webhook", "configuration": {
                          "webhook_endpoint": "https://a.example",
                          "webhook_authorization": {"method": "basic", "username": "u", "password": "canary"}}}}},
         {"name": "changed"}, hidden=("password",)),
    call("event_streams.test", "$stream.id", event_type="user.created", gives={"status": "pending"}, keep="event"),
    call("event_streams.deliveries.list", "$stream.id", statuses="", gives=[]),
    call("event_streams.deliveries.get_history", "$stream.id", "$event.id", gives={"id": "$event.id"}),
    call("event_streams.redeliveries.create", "$stream.id", statuses=["failed"]),
    call("event_streams.redeliveries.create_by_id", "$stream.id", "$event.id", refused=409),  # it is still under way
    call("events.subscribe", from_timestamp="2020-01-01T00:00:00Z", event_type=["user.created"],
         gives=[{"event": {"type": "user.created"}}]),
    # What decides by chance. The SDK is ahead of the vendor's document: it knows no `assignment_config`, which the
    # document wants, and changes a status as it does other members.
    Life("experimentation.segments", "segment", {"name": "families", "rules": SEGMENT}, {"name": "changed"}),
    Life("experimentation.feature_flags", "flag", {"name": "families", "parameters": PARAMETERS}, {"name": "changed"}),
    Life("experimentation.feature_flags.variations", "variation",
         {"name": "families", "overrides": {"p": {"value": "y"}}}, {"name": "changed"}, at=("$flag.id",)),
    call("experimentation.feature_flags.variations.create", "$flag.id", name="other",
         overrides={"p": {"value": "z"}}, keep="other_variation"),
    call("experimentation.experiments.create", **EXPERIMENT, refused=400),
    Life("experimentation.experiments", "experiment", {**EXPERIMENT, **ASSIGNED}, {"name": "changed"}),
    call("experimentation.experiments.validate", "$experiment.id", gives={"is_valid": False}),
    call("experimentation.experiments.update", "$experiment.id", status="active", refused=400),

    call("groups.delete", "grp_2222222222222222222222"),
    call("groups.get", "grp_2222222222222222222222", refused=404),

    # Members that the SDK sends and the vendor's document lacks.
    *(call(f"{method}.update", *at, **sent, gives=sent) for method, at, sent in NEWER),

    # Operations that the SDK has and the vendor's document lacks.
    call("agents.create", name="a", refused=404),
    call("agents.list", refused=404),
    call("agents.read", "a", refused=404),
    call("agents.update", "a", name="b", refused=404),
    call("agents.delete", "a", refused=404),
    call("attack_protection.captcha_policies.create", **CAPTCHA_POLICY, refused=404),
    call("attack_protection.captcha_policies.list", refused=404),
    call("attack_protection.captcha_policies.get", "a", refused=404),
    call("attack_protection.captcha_policies.update", "a", name="b", refused=404),
    call("attack_protection.captcha_policies.delete", "a", refused=404),
    call("client_grants.search", refused=404),
    call("client_profiles.create", **CLIENT_PROFILE, refused=404),
    call("client_profiles.list", refused=404),
    call("client_profiles.get", "a", refused=404),
    call("client_profiles.update", "a", name="b", refused=404),
    call("client_profiles.delete", "a", refused=404),
    call("clients.search", refused=404),
    call("experimentation.experiments.advance_ramp", "$experiment.id", target_level=50, refused=404),
    call("keys.network_acls.create", name="a", alg="RS256", value="a", refused=404),
    call("keys.network_acls.list", refused=404),
    call("keys.network_acls.get", "a", refused=404),
    call("keys.network_acls.delete", "a", refused=404),
    call("organizations.search", refused=404),
    call("resource_servers.search", refused=404),
]
