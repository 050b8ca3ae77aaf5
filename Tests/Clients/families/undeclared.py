"""Members that the SDK's models do not declare, by family; all stand in recordings or in the document."""

UNDECLARED = {
    "actions": {"current_version"},
    "branding": {"created_at", "updated_at", "code", "credentials"},
    "clients": {"callback_url_template", "cross_origin_auth", "encrypted", "key", "owners", "oidc_backchannel_logout",
                "oidc_support", "alg", "created_at", "credential_type", "kid", "name", "updated_at"},
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
    "tenants": {"cannot_change_enforce_client_authentication_on_passwordless_start", "universal_login",
                "new_universal_login_experience_enabled"},
    "users": {"_id", "sources"},
}
