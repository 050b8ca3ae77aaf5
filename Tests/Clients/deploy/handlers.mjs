// The deploy CLI's handlers as data, in the order in which an export asks: what each lists and how, what it matches an
// object by, what it leaves out of bodies, whose names it writes for ids, and when an import comes to it.
//
// Orders, queries and bodies are those of the CLI's recordings of August 2026 (RECORDED DC); what these do not show is
// from its source, version 8.45 (CLIENT).

// Lists: by page with a total, by checkpoint, or whole.
const pages = (path, query = {}) => ({ path, query: { page: 0, per_page: 100, include_totals: true, ...query } });
const bare = (path) => ({ path, query: { page: 0, per_page: 100 } }); // refuses include_totals
const take = (path, query = {}, each = 50) => ({ path, query: { include_totals: true, ...query }, take: each });
const next = (path, each) => ({ path, query: { take: each }, next: true }); // without a request for the total
const whole = (path, member) => ({ path, query: {}, member });

// Lists that several handlers ask for: names are looked up in them.
export const lists = {
    clients: { ...pages('/clients'), id: 'client_id' },
    connections: take('/connections'),
    databases: take('/connections', { strategy: 'auth0' }),
    actions: bare('/actions/actions'),
    flows: pages('/flows'),
    vault: { path: '/flows/vault/connections', query: { page: 0, per_page: 50, include_totals: true } },
    profiles: next('/user-attribute-profiles', 10),
    connectionProfiles: next('/connection-profiles', 10),
};

const stamps = ['created_at', 'updated_at'];
const enabled = { enabled_clients: 'clients' };

export const handlers = [
    {
        kind: 'rules', list: pages('/rules'), strip: { update: ['stage'] }, twice: true,
    },
    {
        // Their values are never shown, so that an export has none of them.
        kind: 'rulesConfigs', list: whole('/rules-configs'), match: ['key'], id: 'key', put: ['value'], silent: true,
    },
    {
        kind: 'hooks', list: pages('/hooks'), details: true, twice: true, strip: { update: ['triggerId'] },
        parts: { secrets: { mode: 'secrets', path: '/hooks/{id}/secrets' } },
    },
    {
        // One page is the global client's, the others are settings of the tenant.
        kind: 'pages', list: pages('/clients', { is_global: true }), mode: 'pages', settings: '/tenants/settings',
        pages: {
            error_page: 'error_page', guardian_multifactor: 'guardian_mfa_page', password_reset: 'change_password',
        },
    },
    {
        kind: 'resourceServers', list: pages('/resource-servers'), match: ['id', 'identifier'],
        strip: { create: ['is_system'], update: ['identifier', 'is_system'] },
        only: (api) => api.name !== 'Auth0 Management API',
    },
    {
        kind: 'clients', list: pages('/clients', { is_global: false }), id: 'client_id',
        readOnly: [
            'client_secret', 'callback_url_template', 'signing_keys', 'global', 'tenant', 'config_route', 'owners',
        ],
        strip: { update: ['jwt_configuration.secret_encoded', 'resource_server_identifier'] },
        // They are stripped of keys, and set when all clients are there.
        later: ['client_authentication_methods'], keys: true,
        refs: {
            'express_configuration.user_attribute_profile_id': 'profiles',
            'express_configuration.connection_profile_id': 'connectionProfiles',
            'express_configuration.okta_oin_client_id': 'clients',
        },
    },
    {
        kind: 'databases', order: 60, list: lists.databases, reads: ['clients', 'databases', 'actions'], refs: enabled,
        readOnly: ['options.configuration'], strip: { update: ['strategy', 'name'] }, readsBeforeUpdate: true,
        parts: { enabled_clients: { mode: 'enabled', path: '/connections/{id}/clients' } }, at: '/connections',
        only: (connection) => connection.strategy === 'auth0', find: { strategy: 'auth0' },
    },
    {
        kind: 'connections', order: 60, list: lists.connections, reads: ['clients', 'connections'],
        refs: { ...enabled, 'options.idpinitiated.client_id': 'clients' },
        readOnly: ['provisioning_ticket_url', 'realms'], strip: { update: ['strategy', 'name'] },
        parts: {
            enabled_clients: { mode: 'enabled', path: '/connections/{id}/clients' },
            scim_configuration: {
                mode: 'one', path: '/connections/{id}/scim-configuration', members: ['mapping', 'user_id_attribute'],
                of: ['samlp', 'oidc', 'okta', 'waad'],
            },
            directory_provisioning_configuration: {
                mode: 'one', path: '/connections/{id}/directory-provisioning', of: ['google-apps'],
                listed: next('/connections-directory-provisionings', 50), by: 'connection_id',
                members: ['mapping', 'synchronize_automatically', 'synchronize_groups'],
            },
        },
        only: (connection) => connection.strategy !== 'auth0', find: {},
    },
    {
        kind: 'tenant', order: 100, one: '/tenants/settings', write: 'PATCH',
        readOnly: [
            'sandbox_version', 'sandbox_versions_available', 'flags.allow_changing_enable_sso', 'flags.enable_sso',
            'flags.disable_impersonation', 'flags.remove_stale_idp_attributes', 'error_page', 'guardian_mfa_page',
            'change_password',
        ],
        minutes: ['session_lifetime', 'idle_session_lifetime'],
    },
    {
        kind: 'emailProvider', order: 60, write: 'PATCH', orElse: 'POST', hidden: ['credentials'],
        one: '/emails/provider?include_fields=true'
            + '&fields=name%2Cenabled%2Ccredentials%2Csettings%2Cdefault_from_address',
        at: '/emails/provider', readsBefore: true,
    },
    {
        kind: 'emailTemplates', order: 70, mode: 'names', key: 'template', at: '/email-templates', orElse: 'POST',
        names: [
            'verify_email', 'verify_email_by_code', 'reset_email', 'reset_email_by_code', 'welcome_email',
            'blocked_account', 'stolen_credentials', 'enrollment_email', 'mfa_oob_code', 'change_password',
            'password_reset', 'user_invitation', 'async_approval',
        ],
    },
    {
        kind: 'clientGrants', order: 60, list: take('/client-grants'), reads: ['clients'],
        refs: { client_id: 'clients' },
        match: ['id', 'client_id+audience'],
        strip: { create: ['is_system'], update: ['audience', 'client_id', 'subject_type', 'is_system'] },
    },
    {
        kind: 'guardianFactors', mode: 'listed', one: '/guardian/factors', key: 'name', write: 'PUT',
        drop: ['trial_expired'],
    },
    {
        kind: 'guardianFactorProviders', mode: 'paths', write: 'PUT', hidden: ['auth_token', 'aws_secret_access_key'],
        paths: { 'sms twilio': '/guardian/factors/sms/providers/twilio',
            'push-notification sns': '/guardian/factors/push-notification/providers/sns' },
        keys: ['name', 'provider'], ifAny: true,
    },
    {
        kind: 'guardianFactorTemplates', mode: 'paths', write: 'PUT', paths: { sms: '/guardian/factors/sms/templates' },
        keys: ['name'], ifAny: true,
    },
    { kind: 'guardianPolicies', one: '/guardian/policies', write: 'PUT', as: 'policies' },
    { kind: 'guardianPhoneFactorSelectedProvider', one: '/guardian/factors/phone/selected-provider', write: 'PUT' },
    { kind: 'guardianPhoneFactorMessageTypes', one: '/guardian/factors/phone/message-types', write: 'PUT' },
    { kind: 'guardianPhoneFactorSettings', one: '/guardian/factors/phone/settings', write: 'PUT' },
    { kind: 'guardianEmailFactorSettings', one: '/guardian/factors/email/settings', write: 'PUT' },
    { kind: 'guardianSettings', one: '/guardian/settings', write: 'PUT' },
    {
        kind: 'roles', order: 60, list: pages('/roles', { type: 'tenant' }),
        strip: { create: ['type'], update: ['type'] },
        parts: {
            permissions: {
                mode: 'replaced', path: '/roles/{id}/permissions', in: 'permissions',
                list: { query: { per_page: 100, page: 0, include_totals: true } },
                members: ['permission_name', 'resource_server_identifier'],
            },
        },
    },
    {
        kind: 'branding', order: 70, one: '/branding', write: 'PATCH',
        // Templates are asked for where there is a domain of one's own.
        template: { ifAny: '/custom-domains', path: '/branding/templates/universal-login', member: 'templates' },
        // What this changes in prompts is put back.
        restores: { path: '/prompts', members: ['universal_login_experience', 'identifier_first'] },
    },
    {
        kind: 'phoneProviders', order: 60, list: whole('/branding/phone/providers', 'providers'), match: ['name'],
        drop: ['channel', 'tenant'], hidden: ['credentials'], first: true,
    },
    {
        // Those of a new tenant have no id, and are made rather than changed.
        kind: 'phoneTemplates', order: 65, list: whole('/branding/phone/templates', 'templates'), mode: 'templates',
        drop: ['channel', 'tenant', 'customizable'],
    },
    {
        kind: 'prompts', order: 70, one: '/prompts', write: 'PATCH', mode: 'prompts', settings: '/tenants/settings',
        texts: `login-id login-password login-passwordless login-email-verification login signup signup-id
            signup-password email-identifier-challenge phone-identifier-challenge phone-identifier-enrollment
            reset-password custom-form consent customized-consent logout mfa-push mfa-otp mfa-voice mfa-phone mfa-sms
            mfa-webauthn mfa-email mfa-recovery-code status device-flow mfa email-verification email-otp-challenge
            organizations invitation common captcha brute-force-protection passkeys`.split(/\s+/),
        partials: `login-id login login-password login-passwordless signup signup-id signup-password
            passkeys`.split(/\s+/),
        rendering: pages('/prompts/rendering'),
    },
    {
        kind: 'actions', order: 51, list: lists.actions, mode: 'actions', reads: ['actions'],
        only: (action) => !action.installed_integration_id,
        members: ['name', 'code', 'runtime', 'dependencies', 'secrets', 'supported_triggers', 'modules'],
        force: true, hidden: ['secrets'],
    },
    {
        kind: 'actionModules', order: 50, list: bare('/actions/modules'), mode: 'modules', hidden: ['secrets'],
        members: ['name', 'code', 'dependencies', 'secrets'],
    },
    { kind: 'triggers', order: 80, mode: 'triggers', one: '/actions/triggers', reads: [] },
    {
        kind: 'organizations', order: 70, list: take('/organizations'), early: ['clients'],
        reads: ['connections', 'clients'], strip: { update: ['name'] },
        parts: {
            connections: {
                mode: 'each', path: '/organizations/{id}/connections', key: 'connection_id', refs: 'connections',
                name: 'name', list: { query: { page: 0, per_page: 50, include_totals: true }, untilEmpty: true },
                drop: ['connection'], change: 'PATCH',
            },
            client_grants: {
                mode: 'each', path: '/organizations/{id}/client-grants', key: 'client_id', refs: 'clients',
                grants: true,
                list: { query: { page: 0, per_page: 50, include_totals: true }, untilEmpty: true },
                members: ['client_id'],
            },
            discovery_domains: {
                mode: 'each', path: '/organizations/{id}/discovery-domains', key: 'domain', id: 'id', always: true,
                list: { query: { take: 50 } }, change: 'PATCH', fixed: ['domain'],
                members: ['domain', 'status', 'use_for_organization_discovery'],
            },
            clients: {
                mode: 'together', path: '/organizations/{id}/clients', key: 'client_id', refs: 'clients', in: 'clients',
                list: { query: { take: 50 } }, members: ['client_id', 'use_for_member_access'],
            },
        },
    },
    {
        kind: 'attackProtection', mode: 'members', write: 'PATCH',
        members: {
            breachedPasswordDetection: '/attack-protection/breached-password-detection',
            bruteForceProtection: '/attack-protection/brute-force-protection',
            suspiciousIpThrottling: '/attack-protection/suspicious-ip-throttling',
            botDetection: '/attack-protection/bot-detection', captcha: '/attack-protection/captcha',
        },
        // Providers of captchas that nobody has set up.
        unset: { captcha: 'site_key' },
    },
    {
        kind: 'riskAssessment', mode: 'members', write: 'PATCH',
        members: { settings: '/risk-assessments/settings', new_device: '/risk-assessments/settings/new-device' },
    },
    {
        kind: 'logStreams', order: 70, list: whole('/log-streams'), only: (stream) => stream.status !== 'suspended',
        strip: { create: ['status', 'sink.awsPartnerEventSource'], update: ['type'] },
        sinkless: ['eventbridge', 'eventgrid'],
    },
    {
        kind: 'customDomains', list: whole('/custom-domains'), match: ['custom_domain_id', 'domain'],
        id: 'custom_domain_id', drop: ['origin_domain_name'],
        strip: {
            create: ['status', 'primary', 'verification', 'certificate', 'is_default'],
            update: ['status', 'primary', 'verification', 'type', 'domain', 'verification_method', 'certificate',
                'is_default'],
        },
    },
    {
        kind: 'themes', order: 60, list: whole('/branding/themes/default'), mode: 'theme', id: 'themeId',
        at: '/branding/themes',
    },
    {
        kind: 'forms', order: 90, list: pages('/forms'), details: true, early: ['flows'], reads: ['flows'],
        refs: { '**.flow_id': 'flows' }, strip: { create: ['submitted_at', 'embedded_at'],
            update: ['submitted_at', 'embedded_at'] }, drop: ['submitted_at', 'embedded_at'],
    },
    {
        kind: 'flows', order: 80, list: pages('/flows'), details: true, early: ['vault'], reads: ['vault'],
        refs: { '**.connection_id': 'vault' }, drop: ['executed_at'],
    },
    {
        kind: 'flowVaultConnections', order: 70, list: lists.vault, hidden: ['setup'],
        drop: ['refreshed_at', 'fingerprint', 'ready', 'account_name', 'environment'], strip: { update: ['app_id'] },
    },
    {
        kind: 'selfServiceProfiles', order: 60, list: pages('/self-service-profiles'), reads: ['profiles'],
        refs: { user_attribute_profile_id: 'profiles' },
        parts: { customText: { mode: 'text', path: '/self-service-profiles/{id}/custom-text/en/get-started' } },
    },
    { kind: 'networkACLs', list: pages('/network-acls'), match: ['description'] },
    { kind: 'networkACLKeys', order: 60, list: whole('/keys/network-acls', 'keys'), unknown: true },
    { kind: 'userAttributeProfiles', list: lists.profiles },
    { kind: 'connectionProfiles', list: lists.connectionProfiles },
    {
        kind: 'tokenExchangeProfiles', order: 65, list: next('/token-exchange-profiles', 50), reads: ['actions'],
        refs: { action_id: 'actions' }, named: { action_id: 'action' }, strip: { update: ['action_id', 'type'] },
    },
    { kind: 'supplementalSignals', one: '/supplemental-signals', write: 'PATCH' },
    {
        kind: 'rateLimitPolicies', order: 70, list: next('/rate-limit-policies', 50), match: ['consumer_selector'],
        strip: { update: ['resource', 'consumer', 'consumer_selector'] },
    },
    {
        kind: 'eventStreams', order: 75, list: next('/event-streams', 50), reads: ['actions'],
        refs: { 'destination.configuration.action_id': 'actions' }, hidden: ['destination'],
        strip: { create: ['destination.configuration.aws_partner_event_source'] },
        fixedDestination: ['eventbridge', 'action'],
    },
].map((handler) => ({
    order: 50, id: 'id', match: ['id', 'name'], reads: [], early: [], refs: {}, parts: {}, drop: [], readOnly: [],
    hidden: [], at: handler.list?.path ?? handler.one, ...handler,
    strip: {
        create: [...stamps, ...(handler.strip?.create ?? [])],
        update: [...stamps, handler.id ?? 'id', ...(handler.strip?.update ?? [])],
    },
}));
