"""What calls send, where it is long, or sent more than once."""

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
EVENTS = [
    *(f"group.{what}" for what in (
        "created updated deleted member.added member.deleted role.assigned role.deleted").split()),
    *(f"organization.{what}" for what in (
        "created updated deleted connection.added connection.updated connection.removed group.role.assigned "
        "group.role.deleted member.added member.deleted member.role.assigned member.role.deleted").split()),
    "user.created", "user.updated", "user.deleted",
]
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
