import Families
import Formats
import JSON
import Resources
import Tenancy
import TestSupport
import Testing

/// The deploy CLI's configuration of a whole tenant, into a tenant and out again.
@Suite struct DeployObjectTests {
    private let world = ManualWorld()

    private func start(_ text: String, files: [String: String] = [:]) throws -> Seed.Start {
        let document = try JSONParser.parse(Array(text.utf8))
        return try Seed.start(
            document, isYAML: true, TenantSettings(), TenantWorld(world.world), ObjectSeedTests.forms
        ) { (path) throws(SeedError) in
            guard let text = path.candidates.compactMap({ files[$0] }).first else {
                throw SeedError("", "there is no file \(path.name)")
            }
            return text
        }
    }

    private func tenant(_ start: Seed.Start) throws -> Tenant {
        let directory = TenantDirectory(
            start: start.tenant, world: world.world, initialDocuments: Families.initialDocuments)
        let handle = try directory.tenant(named: "acme")
        handle.begin(at: "https://acme.localhost:4665")
        return handle.withTenant { $0 }
    }

    private func all(_ resource: String, _ tenant: Tenant) -> [JSONTree] { tenant.table(resource).all.map(\.tree) }

    /// Every kind, in the forms that `tenant.yaml` has.
    static let whole = #"""
        {"tenant":{"friendly_name":"Acme","sandbox_versions_available":["22"],
            "flags":{"enable_client_connections":false,"dashboard_of_old":true}},
         "clients":[{"name":"Shop","app_type":"spa","custom_login_page":"./clients/shop.html"},{"name":"Robot",
            "client_authentication_methods":{"private_key_jwt":{"credentials":[
                {"name":"kept elsewhere","credential_type":"public_key"}]}}}],
         "databases":[{"name":"people","enabled_clients":["Shop"],
            "options":{"customScripts":{"login":"./databases/people/login.js"},"enabledDatabaseCustomization":true}}],
         "connections":[{"name":"google","strategy":"google-oauth2","enabled_clients":["Shop","Robot"]},
            {"name":"work","strategy":"google-apps","options":{"client_id":"c","tenant_domain":"a.example"},
             "directory_provisioning_configuration":{"mapping":[{"auth0":"email","idp":"mail"}],
                "synchronize_automatically":false,"synchronize_groups":"selected",
                "synchronized_groups":[{"id":"g1","name":"All"}]}},
            {"name":"oidc","strategy":"oidc","options":{"client_id":"c","issuer":"https://i.example",
                "authorization_endpoint":"https://i.example/a","jwks_uri":"https://i.example/j"},
             "scim_configuration":{"connection_name":"oidc","user_id_attribute":"externalId",
                "mapping":[{"scim":"userName","auth0":"username"}]}}],
         "resourceServers":[{"name":"Orders","identifier":"urn:orders","scopes":[{"value":"read:orders"}]},
            {"name":"Auth0 Management API","identifier":"https://acme.eu.auth0.com/api/v2/","is_system":true,
             "token_lifetime":7200}],
         "clientGrants":[{"client_id":"Robot","audience":"https://acme.eu.auth0.com/api/v2/","scope":["read:users"]},
            {"client_id":"Robot","audience":"urn:orders","scope":[],"organization_usage":"allow"}],
         "organizations":[{"name":"acme","display_name":"Acme","client_grants":[],"is_app_entitlement_active":true,
            "clients":[{"client_id":"Shop","use_for_member_access":true}],
            "connections":[{"name":"people","assign_membership_on_login":true}]}],
         "roles":[{"name":"Admin","description":"All",
            "permissions":[{"permission_name":"read:orders","resource_server_identifier":"urn:orders"}]}],
         "pages":[{"name":"login","enabled":true,"html":"./pages/login.html"},
            {"name":"error_page","html":"<b>no</b>","show_log_link":false}],
         "customDomains":[{"domain":"login.acme.example","type":"auth0_managed_certs","status":"ready",
            "custom_domain_id":"cd_0000000000000001"}],
         "branding":{"colors":{"primary":"#112233"},
            "templates":[{"template":"universal_login","body":"./branding_templates/universal_login.html"}]},
         "prompts":{"identifier_first":true,"customText":{"en":{"login":{"login":{"title":"Hi"}}}},
            "screenRenderers":[{"login-id":{"login-id":"./prompts/screenRenderSettings/login-id_login-id.json"}}]},
         "emailProvider":{"name":"smtp","enabled":true,
            "credentials":{"smtp_host":"h","smtp_port":25,"smtp_user":"u","smtp_pass":"canary-smtp"}},
         "emailTemplates":[{"template":"verify_email","body":"./emailTemplates/verify_email.html","from":"a@b.c",
            "subject":"S","syntax":"liquid","enabled":true}],
         "attackProtection":{"bruteForceProtection":{"enabled":true,"max_attempts":4},
            "suspiciousIpThrottling":{"enabled":false},"captcha":{"active_provider_id":"auth_challenge",
                "auth_challenge":{"fail_open":true},"simple_captcha":{},"hcaptcha":{"site_key":"","secret":"x"}}},
         "phoneTemplates":[{"type":"otp_verify","disabled":true,
            "content":{"from":"","syntax":"liquid","body":{"text":"t","voice":"v"}}}],
         "riskAssessment":{"settings":{"enabled":true},"new_device":{"remember_for":7}},
         "guardianFactors":[{"name":"otp","enabled":true},{"name":"sms","enabled":false}],
         "guardianFactorProviders":[{"name":"sms","provider":"twilio","from":"+1","sid":"s","auth_token":"canary-sms"}],
         "guardianFactorTemplates":[{"name":"sms",
            "enrollment_message":"e {{code}}","verification_message":"v {{code}}"}],
         "guardianPolicies":{"policies":["all-applications"]},
         "guardianPhoneFactorMessageTypes":{"message_types":["sms"]},
         "guardianPhoneFactorSelectedProvider":{"provider":"twilio"},
         "logStreams":[{"name":"hook","type":"http","status":"active",
            "sink":{"httpEndpoint":"https://a.example","httpContentFormat":"JSONLINES"}}],
         "networkACLs":[{"description":"none","active":true,"priority":3,
            "rule":{"action":{"block":true},"match":{"ipv4_cidrs":["10.0.0.0/8"]},"scope":"tenant"}}],
         "flowVaultConnections":[{"name":"vault","app_id":"HTTP","setup":{"type":"BEARER","token":"canary-vault"}}],
         "flows":[{"name":"notify","body":"./flows/notify.json"}],
         "forms":[{"name":"ask","body":"./forms/ask.json"}],
         "selfServiceProfiles":[{"name":"self","description":"d",
            "customText":{"en":{"get-started":{"introduction":"I"}}}}],
         "userAttributeProfiles":[],
         "rules":[{"name":"old","script":"./rules/old.js","enabled":true,"order":1,"stage":"login_success"}],
         "rulesConfigs":[{"key":"A","value":"canary-config"},{"key":"B","value":"@@B@@"}],
         "hooks":[{"name":"hook","script":"./hooks/hook.js","triggerId":"credentials-exchange","enabled":false,
            "secrets":{"S":"canary-hook"},"dependencies":{}},
            {"name":"none","script":"./hooks/hook.js","triggerId":"post-user-registration","enabled":false,
             "secrets":{},"dependencies":{}}],
         "themes":[],"migrations":{"x":true},"agents":[{"name":"a"}],
         "networkACLKeys":[{"name":"k","alg":"hmac-sha256"}],"clientAuthCredentials":null}
        """#

    static let files = [
        "clients/shop.html": "<html>shop</html>", "databases/people/login.js": "function login() {}",
        "pages/login.html": "<html>login</html>", "emailTemplates/verify_email.html": "<p>verify</p>",
        "branding_templates/universal_login.html": "<html>{%- auth0:head -%}{%- auth0:widget -%}</html>",
        "prompts/screenRenderSettings/login-id_login-id.json":
            #"{"prompt":"login-id","screen":"login-id","rendering_mode":"standard","tenant":"x"}"#,
        "flows/notify.json": #"{"name":"notify","actions":[]}"#,
        "forms/ask.json":
            #"{"nodes":[{"id":"n","type":"FLOW","config":{"flow_id":"notify","next_node":"$ending"}}],"#
            + #""start":{"next_node":"n"}}"#,
        "rules/old.js": "function rule() {}", "hooks/hook.js": "module.exports = () => {}",
    ]

    @Test func `a whole tenant is taken`() throws {
        let start = try start(Self.whole, files: Self.files)
        #expect(
            start.notes == [
                "not taken, being of no kind that is here: migrations (1), agents (1), networkACLKeys (1)",
                "not taken, being no flags that can be set: dashboard_of_old",
            ])
        let tenant = try tenant(start)
        let clients = all("clients", tenant)
        let shop = try #require(clients.first { $0["name"] == "Shop" })
        #expect(shop["custom_login_page"] == "<html>shop</html>")
        #expect(clients.first { $0["global"] == true }?["custom_login_page"] == "<html>login</html>")
        let people = try #require(all("connections", tenant).first { $0["name"] == "people" })
        #expect(people["strategy"] == "auth0" && people["enabled_clients"] == [shop["client_id"] ?? ""])
        #expect(people[path: "options.customScripts.login"] == "function login() {}")
        let grants = all("client-grants", tenant)
        #expect(grants.map { $0["audience"] } == ["https://acme.localhost:4665/api/v2/", "urn:orders"])
        let system = all("resource-servers", tenant).first { $0["is_system"] == true }
        #expect(system?["token_lifetime"] == 7_200 && system?["identifier"] == "https://acme.localhost:4665/api/v2/")
        let settings = all("tenants/settings", tenant).first
        #expect(settings?["friendly_name"] == "Acme" && settings?[path: "error_page.html"] == "<b>no</b>")
        #expect(all("email-templates", tenant).map { $0["body"] } == ["<p>verify</p>"])
        #expect(all("prompts/rendering", tenant).map { $0["screen"] } == ["login-id"])
        #expect(all("organizations/connections", tenant).map { $0["connection_id"] } == [people["id"]])
        #expect(all("organizations/clients", tenant).map { $0["client_id"] } == [shop["client_id"]])
        #expect(all("connections/directory-provisioning", tenant).map { $0["synchronize_groups"] } == ["selected"])
        #expect(all("connections/directory-provisioning/synchronized-groups", tenant).map { $0["id"] } == ["g1"])
        #expect(all("connections/scim-configuration", tenant).map { $0["user_id_attribute"] } == ["externalId"])
        #expect(all("attack-protection/captcha", tenant).map { $0[path: "hcaptcha.site_key"] } == [""])
        #expect(all("branding/phone/templates", tenant).contains { $0["disabled"] == true })
        let flow = try #require(all("flows", tenant).first?["id"])
        #expect(all("forms", tenant).first?["nodes"]?.items?.first?[path: "config.flow_id"] == flow)
        #expect(all("self-service-profiles/custom-text", tenant) == [["introduction": "I"]])
        #expect(all("guardian/policies", tenant).map(\.strings) == [["all-applications"]])
        #expect(tenant.table("guardian/factors/phone/providers/twilio").count == 1)
        #expect(all("rules", tenant).map { $0["script"] } == ["function rule() {}"])
    }

    @Test(arguments: [
        #"{"riskAssessments":{"enabled":true,"newDevice":{"remember_for":7}}}"#,
        #"{"riskAssessments":{"settings":{"enabled":true}},"riskAssessmentsNewDevice":{"remember_for":7}}"#,
    ])
    func `names that a kind had for a while are taken`(text: String) throws {
        let tenant = try tenant(try start(text))
        #expect(all("risk-assessments/settings", tenant).map { $0["enabled"] } == [true])
        #expect(all("risk-assessments/settings/new-device", tenant).map { $0["remember_for"] } == [7])
        let written = DeployDocument.json(tenant, ObjectSeedTests.forms, showsSecrets: false)
        #expect(written.contains("riskAssessment\"") && !written.contains("riskAssessments"))
    }

    @Test func `a connection without clients stays so`() throws {
        let own = #"{"databases":[{"name":"Username-Password-Authentication","enabled_clients":[]}]}"#
        let first = try tenant(try start(own))
        let again = try tenant(try start(DeployDocument.json(first, ObjectSeedTests.forms, showsSecrets: false)))
        for tenant in [first, again] { #expect(all("connections", tenant).map { $0["enabled_clients"] } == [[]]) }
    }

    @Test func `an empty login page is none`() throws {
        let tenant = try tenant(try start(#"{"clients":[{"name":"Shop","custom_login_page":""}]}"#))
        let shop = all("clients", tenant).first { $0["name"] == "Shop" }
        #expect(shop?.contains("custom_login_page") == false)
    }

    @Test func `what answers alone can say leaves nothing behind`() throws {
        let shown = #"{"branding":{"identifiers":{"login_display":"unified"},"theme":{"themeId":"t"},"templates":[]}}"#
        let tenant = try tenant(try start(shown))
        #expect(!DeployDocument.json(tenant, ObjectSeedTests.forms, showsSecrets: false).contains("branding"))
    }

    @Test func `what hangs on parts is written as the CLI has it`() throws {
        let first = try tenant(try start(Self.whole, files: Self.files))
        let text = DeployDocument.json(first, ObjectSeedTests.forms, showsSecrets: false)
        let written = JSONTree(text: text)
        let work = written["connections"]?.items?.first { $0["name"] == "work" }
        let groups = work?[path: "directory_provisioning_configuration.synchronized_groups"]
        #expect(groups?.items?.map { $0["name"] } == ["All"])
        #expect(work?.contains("directory_provisioning") == false && work?.contains("synchronized_groups") == false)
        let google = written["connections"]?.items?.first { $0["name"] == "google" }
        #expect(google?["enabled_clients"] == ["Robot", "Shop"])
        let organization = written["organizations"]?.items?.first
        #expect(organization?["clients"] == [["client_id": "Shop", "use_for_member_access": true]])
        let profile = written["selfServiceProfiles"]?.items?.first
        #expect(profile?[path: "customText.en.get-started.introduction"] == "I")
        #expect(written[path: "prompts.screenRenderers"]?.items?.map { $0["rendering_mode"] } == ["standard"])
    }

    @Test func `every kind that is read is written, and read again as the same`() throws {
        let first = try tenant(try start(Self.whole, files: Self.files))
        let text = DeployDocument.json(first, ObjectSeedTests.forms, showsSecrets: true)
        let second = try tenant(try start(text))
        #expect(DeployDocument.json(second, ObjectSeedTests.forms, showsSecrets: true) == text)
        let written = try JSONParser.parse(Array(text.utf8)).keys
        let given = try JSONParser.parse(Array(Self.whole.utf8)).keys
        let empty: Set = [
            "userAttributeProfiles", "themes", "migrations", "agents", "networkACLKeys", "clientAuthCredentials",
        ]
        #expect(Set(given).subtracting(empty).subtracting(written) == [])
    }

    @Test func `secrets stay out of exports unless they are asked for`() throws {
        let tenant = try tenant(try start(Self.whole, files: Self.files))
        #expect(!DeployDocument.json(tenant, ObjectSeedTests.forms, showsSecrets: false).contains("canary"))
        let shown = DeployDocument.json(tenant, ObjectSeedTests.forms, showsSecrets: true)
        for secret in ["canary-smtp", "canary-sms", "canary-config", "canary-hook"] { #expect(shown.contains(secret)) }
    }

    @Test(arguments: [
        (#"{"clients":[{"name":"a","app_type":"x"}]}"#, "clients[0].app_type: Invalid value"),
        (#"{"databases":[{"name":"a"},{"name":7}]}"#, "databases[1].name: Expected type string but found type integer"),
        (
            #"{"emailTemplates":[{"template":"x","body":"./no.html"}]}"#,
            "emailTemplates[0].body: there is no file no.html"
        ),
        (#"{"pages":[{"name":"x"}]}"#, "pages[0].name: there is no page x"),
        (#"{"clientGrants":{}}"#, "clientGrants: must be an array"),
        (
            #"{"guardianFactorProviders":[{"name":"otp","provider":"x"}]}"#,
            "guardianFactorProviders[0].provider: there is no provider x of otp"
        ),
        (
            #"{"attackProtection":{"bruteForceProtection":{"max_attempts":"x"}}}"#,
            "attackProtection.bruteForceProtection.max_attempts: Expected type integer but found type string"
        ),
    ])
    func `what is wrong is said with its place`(text: String, message: String) throws {
        let error = #expect(throws: SeedError.self) { try start(text) }
        #expect(error?.description.hasPrefix(message) == true, "\(error?.description ?? "")")
    }
}
