"""Auth0's OpenAPI document, and what the service was recorded to do otherwise.

What is below was found by holding recorded answers since 2025 against the document, but for what the references say:
actions-api.md, last section; tenant/users-organizations.md and tenant/extensibility-and-conventions.md of statuses.
"""

# Members of answers that the document leaves out, by the names of its schemas.
MORE = {
    "Action CreateActionResponseContent GetActionResponseContent UpdateActionResponseContent": "current_version",
    "ClientTokenVaultPrivilegedAccessWithCredentialId": "grants",
    "ConnectionForList CreateConnectionResponseContent GetConnectionResponseContent UpdateConnectionResponseContent":
        "enabled_clients provisioning_ticket_url cross_app_access_resource_app",
    "CreateBrandingThemeResponseContent GetBrandingDefaultThemeResponseContent GetBrandingThemeResponseContent "
    "UpdateBrandingThemeResponseContent": "identifiers",
    "CustomDomain CreateCustomDomainResponseContent GetCustomDomainResponseContent UpdateCustomDomainResponseContent "
    "VerifyCustomDomainResponseContent GetDefaultCustomDomainResponseContent "
    "UpdateDefaultCustomDomainResponseContent": "created_at relying_party_identifier",
    "PhoneTemplate CreatePhoneTemplateResponseContent GetPhoneTemplateResponseContent "
    "UpdatePhoneTemplateResponseContent ResetPhoneTemplateResponseContent": "created_at updated_at",
    "Role CreateRoleResponseContent GetRoleResponseContent UpdateRoleResponseContent": "type owner_id",
    "CredentialId": "alg created_at credential_type kid name updated_at",
    "EventStreamCloudEvent": "a0purpose a0stream a0tenant",
    "EventStreamEventBridgeConfiguration": "aws_partner_event_source",
    "FormStyle": "theme version",
    "FormSummary": "flow_count description", "FlowSummary": "form_count description",
    "CreateFormResponseContent GetFormResponseContent UpdateFormResponseContent CreateFlowResponseContent "
    "UpdateFlowResponseContent": "description",
    "GetFlowResponseContent": "forms form_count description",
    "GetTenantSettingsResponseContent UpdateTenantSettingsResponseContent": "universal_login",
    "ListClientsPaginatedResponseContent ListClientsOffsetPaginatedResponseContent": "length next total limit start",
    "ListConnectionsCheckpointPaginatedResponseContent": "limit start total",
    "NetworkAclMatch": "auth0_managed",
    "OrganizationClientGrant": "subject_type",
    "PhoneProviderSchemaMasked": "credentials",
    "SuspiciousIPThrottlingStage": "pre-custom-token-exchange",
    "TenantSettingsFlags": "allow_other_legacy_grant_types dashboard_new_onboarding universal_login "
        "cannot_change_enforce_client_authentication_on_passwordless_start enable_custom_domain_in_emails "
        "enable_legacy_logs_search_v2 new_universal_login_experience_enabled use_scope_descriptions_for_consent",
}
# Members of answers that clients newer than the document read (auth0-python 6.8).
NEWER = {
    "CreateExperimentResponseContent GetExperimentResponseContent UpdateExperimentResponseContent ExperimentListItem":
        "default_config editable_fields",
    "CreateSegmentResponseContent GetSegmentResponseContent UpdateSegmentResponseContent Segment": "status",
    "CreateOrganizationAllConnectionResponseContent GetOrganizationAllConnectionResponseContent "
    "UpdateOrganizationAllConnectionResponseContent OrganizationAllConnectionPost": "organization_member_access_level",
    "CreateConnectionProfileResponseContent GetConnectionProfileResponseContent "
    "UpdateConnectionProfileResponseContent ConnectionProfile": "cross_app_access_resource_app provisioning",
    "GetBruteForceSettingsResponseContent UpdateBruteForceSettingsResponseContent": "form_submission_mode",
}
# Members that are not always there, by the names of the schemas.
MAYBE = {
    "CreateBrandingPhoneProviderResponseContent GetBrandingPhoneProviderResponseContent "
    "UpdateBrandingPhoneProviderResponseContent": "credentials",
    "CreateBrandingThemeResponseContent GetBrandingDefaultThemeResponseContent GetBrandingThemeResponseContent "
    "UpdateBrandingThemeResponseContent": "displayName",
    "RegisterCimdClientResponseContent": "mapped_fields validation",
}
# What is empty although the document wants something: their requests need not give it either.
EMPTY = {
    "CreatePhoneTemplateResponseContent GetPhoneTemplateResponseContent PhoneTemplate "
    "UpdatePhoneTemplateResponseContent ResetPhoneTemplateResponseContent": "type",
    "CreateExportUsersResponseContent": "connection",
    "CreateEmailTemplateResponseContent": "body from subject syntax enabled",
}
# Schemas and members of schemas that take any value, since values were recorded that the document refuses.
ANY = (
    "ConnectionProfileConfig ConnectionProfileStrategyOverrides DomainVerificationMethodNameEnum "
    "EventStreamDeliveryStatusEnum LogStreamFilterGroupNameEnum EventStreamCloudEvent.data PhoneTemplateContent.from "
    "PhoneProviderProtectionBackoffStrategyEnum "
    # Parts of an hour.
    "GetTenantSettingsResponseContent.session_lifetime GetTenantSettingsResponseContent.idle_session_lifetime "
    "GetTenantSettingsResponseContent.ephemeral_session_lifetime "
    "GetTenantSettingsResponseContent.idle_ephemeral_session_lifetime "
    "UpdateTenantSettingsResponseContent.session_lifetime UpdateTenantSettingsResponseContent.idle_session_lifetime "
    "UpdateTenantSettingsResponseContent.ephemeral_session_lifetime "
    "UpdateTenantSettingsResponseContent.idle_ephemeral_session_lifetime "
    "CreateFlowsVaultConnectionResponseContent.refreshed_at UpdateFlowsVaultConnectionResponseContent.refreshed_at "
    # The reference takes them for empty where none was given.
    "SelfServiceProfile.allowed_strategies CreateSelfServiceProfileResponseContent.allowed_strategies "
    "GetSelfServiceProfileResponseContent.allowed_strategies "
    "UpdateSelfServiceProfileResponseContent.allowed_strategies")
# Statuses of success that the document does not know.
STATUSES = {
    "delete /network-acls/{id}": "200", "patch /resource-servers/{id}": "200", "patch /hooks/{id}": "200",
    "delete /roles/{id}/permissions": "204", "delete /refresh-tokens/{id}": "204",
    "patch /clients/{client_id}/credentials/{credential_id}": "200", "post /actions/actions/{id}/deploy": "200",
}
# Answers of another form.
FORMS = "get /event-streams/{id}/deliveries", "get /hooks/{id}/secrets"
# Not of one operation: a malformed request, what does not exist, and what is too large or of another type.
REFUSALS = "400", "404", "413", "414", "415"
BRIEF = {"description": "not in the document"}


def amended(document):
    """The document, or a part of it, with what it leaves out. It is changed in place."""
    schemas = document.get("components", {}).get("schemas", {})
    for names, members in listed(MORE, schemas) + listed(NEWER, schemas):
        for member in members:
            schemas[names].setdefault("properties", {}).setdefault(member, {})
    for name, members in listed(MAYBE, schemas) + listed(EMPTY, schemas):
        schemas[name]["required"] = [member for member in schemas[name].get("required", []) if member not in members]
    for name in ANY.split():
        schema, _, member = name.partition(".")
        if schema in schemas:
            place, key = (schemas[schema]["properties"], member) if member else (schemas, schema)
            place[key] = {}
    for name, schema in schemas.items():
        if name.endswith("ResponseContent"):
            loosen(schema)
    for path, item in document.get("paths", {}).items():
        for method, operation in item.items():
            if "responses" in operation:
                amend_statuses(operation["responses"], STATUSES.get(f"{method} {path}"))
                for response in operation["responses"].values():
                    loosen(response.get("content", {}).get("application/json", {}).get("schema", {}))
                if f"{method} {path}" in FORMS:
                    operation["responses"]["200"] = BRIEF
    return with_triggers(document)


def listed(table, schemas):
    """Pairs of a schema's name and its members, of schemas that there are."""
    return [(name, members.split()) for names, members in table.items() for name in names.split() if name in schemas]


def loosen(schema):
    """An empty list is of more than one kind."""
    if "oneOf" in schema:
        schema["anyOf"] = schema.pop("oneOf")


def amend_statuses(responses, status):
    known = next((responses[key] for key in responses if key.startswith("2")), BRIEF)
    if "202" in responses:
        responses.setdefault("200", known)
    if status:
        responses.setdefault(status, BRIEF if status == "204" else known)
    for refusal in REFUSALS:
        responses.setdefault(refusal, BRIEF)


def with_triggers(node):
    """The same, with the newest trigger wherever triggers are listed."""
    if isinstance(node, list):
        return [with_triggers(item) for item in node]
    if not isinstance(node, dict):
        return node
    node = {key: with_triggers(value) for key, value in node.items()}
    if isinstance(node.get("enum"), list) and "post-login" in node["enum"] and "mcp-tool" not in node["enum"]:
        node["enum"] = node["enum"] + ["mcp-tool"]
    return node
