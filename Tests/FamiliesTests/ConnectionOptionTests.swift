import JSON
import Resources
import Tenancy
import TestSupport
import Testing

/// What strategies make of the options of a connection.
@Suite struct ConnectionOptionTests {
    private let fixture: FamilyFixture

    init() throws { fixture = try FamilyFixture() }

    private func made(_ strategy: String, _ options: String = "{}", name: String = "a") throws -> FamilyFixture.Reply {
        try fixture.send(
            "POST", "/connections", #"{"name":"\#(name)","strategy":"\#(strategy)","options":\#(options)}"#)
    }

    private func changed(_ made: FamilyFixture.Reply, _ options: String) throws -> FamilyFixture.Reply {
        try fixture.send("PATCH", "/connections/\(made["id"]?.string ?? "")", #"{"options":\#(options)}"#)
    }

    private func names(_ tree: JSONTree?) -> [String] { tree?.members?.map(\.key) ?? [] }

    @Test(arguments: [
        ("2023-06-01", ["mfa", "passwordPolicy", "strategy_version", "brute_force_protection"], [String]()),
        (
            "2025-01-29",
            [
                "mfa", "passwordPolicy", "strategy_version", "authentication_methods", "passkey_options",
                "brute_force_protection",
            ], ["enabled"]
        ),
        (
            "2026-01-28",
            [
                "mfa", "passwordPolicy", "strategy_version", "authentication_methods", "passkey_options",
                "brute_force_protection",
            ], ["enabled", "api_behavior"]
        ),
        (
            "2026-08-10",
            [
                "mfa", "password_options", "strategy_version", "authentication_methods", "passkey_options",
                "brute_force_protection",
            ], ["enabled", "api_behavior", "signup_behavior"]
        ),
    ])
    func `a database has the defaults of the day`(day: String, members: [String], password: [String]) throws {
        fixture.settings.asOf = Day(rawValue: day)
        let made = try made("auth0")
        #expect(names(made["options"]) == members)
        #expect(names(made["options.authentication_methods.password"]) == password)
        #expect((made["authentication"] != nil) == (day > "2025-11"))
    }

    @Test func `a change keeps of a database what has to do with how users sign in, and loses the rest`() throws {
        let made = try made("auth0", #"{"brute_force_protection":false}"#)
        let changed = try changed(made, #"{"mfa":{"active":false}}"#)
        #expect(
            names(changed["options"]) == [
                "mfa", "passkey_options", "authentication_methods", "brute_force_protection",
            ])
        #expect(changed["options.brute_force_protection"] == false)
        let other = try fixture.send("PATCH", "/connections/\(made["id"]?.string ?? "")", #"{"realms":["r"]}"#)
        #expect(names(other["options"]) == names(changed["options"]))
    }

    @Test func `what is sent of policies in part is completed, in the service's order`() throws {
        let made = try made(
            "auth0",
            #"{"password_options":{"history":{"active":true}},"attributes":{"email":{"identifier":{"active":true}}}}"#)
        #expect(made["options.passwordPolicy"] == nil)
        #expect(
            names(made["options.password_options"]) == ["complexity", "profile_data", "history", "dictionary"])
        #expect(names(made["options.password_options.history"]) == ["active", "size"])
        #expect(made["options.attributes.email.verification_method"] == "link")
    }

    @Test(arguments: [
        (#"{"requires_username":true,"attributes":{"email":{"identifier":{"active":true}}}}"#, "requires_username"),
        (#"{"validation":{},"attributes":{"email":{"identifier":{"active":true}}}}"#, "validation"),
        (#"{"attributes":{"email":{"identifier":{"active":false}}}}"#, "active identifier"),
        (
            """
            {"attributes":{"username":{"identifier":{"active":true},"profile_required":true,\
            "signup":{"status":"inactive"}}}}
            """, "attribute username must"
        ),
    ])
    func `attributes that contradict each other are refused`(options: String, text: String) throws {
        let refused = try made("auth0", options)
        #expect(refused.status == 400)
        #expect(refused.message.contains(text))
    }

    @Test func `an address that need not be unique comes with the connection or not at all`() throws {
        let email = #"{"attributes":{"email":{"unique":false,"identifier":{"active":true}}}}"#
        let first = try made("auth0", email)
        #expect(first.status == 201)
        #expect(try changed(first, email).status == 200)
        #expect(try changed(made("auth0", name: "b"), email).message == "cannot add non-unique email attribute")
    }

    @Test func `a hidden value that comes back stays as it is`() throws {
        let made = try made("auth0", #"{"configuration":{"KEY":"secret"}}"#)
        let hidden = try #require(made["options.configuration.KEY"]?.string)
        let changed = try changed(made, #"{"configuration":{"KEY":"\#(hidden)","OTHER":"2.0$secret$1$2"}}"#)
        #expect(changed["options.configuration.KEY"]?.string == hidden)
        #expect(changed["options.configuration.OTHER"]?.string != "2.0$secret$1$2")
    }

    @Test func `values of a database's configuration are hidden anew at each write`() throws {
        let made = try made("auth0", #"{"configuration":{"KEY":"secret"},"mfa":{"active":true}}"#)
        #expect(names(made["options"]).last == "configuration")
        let first = try #require(made["options.configuration.KEY"]?.string)
        let read = try fixture.send("GET", "/connections/\(made["id"]?.string ?? "")")
        #expect(read["options.configuration.KEY"]?.string == first)
        #expect(!read.text.contains("secret"))
        let changed = try changed(made, #"{"configuration":{"KEY":"secret"}}"#)
        #expect(changed["options.configuration.KEY"]?.string != first)
    }

    @Test(arguments: [
        ("github", #"{"gist":true,"repo":false,"email":true}"#, #"["gist","user:email"]"#),
        ("facebook", #"{"email":true,"user_birthday":true}"#, #""email,user_birthday""#),
        ("apple", #"{"email":true,"name":true}"#, #""email name""#),
        ("google-oauth2", #"{"calendar":true}"#, #"["https://www.googleapis.com/auth/calendar","email","profile"]"#),
        ("linkedin", "{}", #"["r_basicprofile"]"#),
        ("linkedin", #"{"strategy_version":2}"#, #"["r_liteprofile"]"#),
        ("line", #"{"scope":["x"],"email":true}"#, #"["openid","email","profile"]"#),
        ("github", #"{"scope":["x"],"gist":true}"#, #"["x"]"#),
    ])
    func `flags of social providers make the scope`(strategy: String, options: String, scope: String) throws {
        #expect(try made(strategy, options)["options.scope"] == JSONTree(text: scope))
    }

    @Test func `nulls that were sent are answered, and some of them only once`() throws {
        let made = try made("line", #"{"tokenURL":null,"icon_url":null}"#)
        #expect(made["options.tokenURL"]?.isNull == true)
        let read = try fixture.send("GET", "/connections/\(made["id"]?.string ?? "")")
        #expect(read["options.tokenURL"] == nil)
        #expect(read["options.icon_url"]?.isNull == true)
        #expect(try changed(made, #"{"tokenURL":null}"#)["options.tokenURL"]?.isNull == true)
    }

    @Test func `an Okta domain tells its endpoints, an unknown provider nothing`() throws {
        let okta = try made("okta", #"{"domain":"acme.okta.com","token_endpoint":null,"client_id":"c"}"#)
        #expect(okta["options.token_endpoint"] == "https://acme.okta.com/oauth2/v1/token")
        #expect(okta["options.oidc_metadata.issuer"] == "https://acme.okta.com")
        #expect(okta["options.oidc_metadata.claims_parameter_supported"] == false)
        #expect(okta["display_name"] == "a")
        let changed = try changed(okta, #"{"client_id":"d"}"#)
        #expect(changed["options.oidc_metadata.issuer"] == "https://acme.okta.com")
        #expect(changed["options.connection_settings.pkce"] == "disabled")
        let unknown = #"{"discovery_url":"https://idp.example/.well-known/openid-configuration","token_endpoint":null}"#
        let other = try made("oidc", unknown, name: "b")
        #expect(other["options.token_endpoint"]?.isNull == true)
        #expect(other["options.oidc_metadata"] == nil)
        #expect(try made("okta", #"{"domain":"a\"b.okta.com"}"#, name: "c")["options.oidc_metadata"] == nil)
    }

    @Test func `a certificate gives its members, and its place to what it says`() throws {
        fixture.services = Services(crypto: CertificateStub())
        let pem = "-----BEGIN CERTIFICATE-----\\nAAAA\\n-----END CERTIFICATE-----"
        let ping = try made("pingfederate", #"{"signingCert":"\#(pem)","pingFederateBaseUrl":"https://p.example"}"#)
        #expect(
            names(ping["options"]) == [
                "pingFederateBaseUrl", "signInEndpoint", "expires", "subject", "thumbprints", "cert",
            ])
        #expect(ping["options.subject"] == ["countryName": "CH", "commonName": "idp.example"])
        #expect(ping["options.expires"] == "1970-01-01T00:00:01.000Z")
        let xml = """
            <md:EntityDescriptor><md:IDPSSODescriptor><ds:X509Certificate> AAAA </ds:X509Certificate>\
            <md:SingleSignOnService Binding='x' Location=\\"https://idp.example/in\\"/></md:IDPSSODescriptor>\
            </md:EntityDescriptor>
            """
        let saml = try made("samlp", #"{"metadataXml":"\#(xml)"}"#, name: "b")
        #expect(saml["options.metadataXml"] == nil)
        #expect(saml["options.signInEndpoint"] == "https://idp.example/in")
        #expect(saml["options.signingCert"]?.string?.hasPrefix("-----BEGIN CERTIFICATE-----\nAAAA\n") == true)
        #expect(try changed(saml, #"{"debug":true}"#)["options.cert"] == saml["options.cert"])
        let moved = xml.split(separator: "/in").joined(separator: "/new")
        let other = try changed(saml, #"{"metadataXml":"\#(moved)"}"#)
        #expect(other["options.signInEndpoint"] == "https://idp.example/new")
    }

    @Test func `tickets of provisioning name host, tenant and strategy`() throws {
        let url = try #require(try made("google-apps")["provisioning_ticket_url"]?.string)
        #expect(url.hasPrefix("https://acme.localhost:4664/acme/p/google-apps/"))
        #expect(url.split(separator: "/").last?.utf8.count == 32)
        fixture.settings.asOf = Day(rawValue: "2025-05-05")
        let old = try #require(try made("samlp", name: "b")["provisioning_ticket_url"]?.string)
        #expect(old.hasPrefix("https://acme.localhost:4664/p/samlp/"))
        #expect(old.split(separator: "/").last?.utf8.count == 8)
        #expect(try made("oauth2", name: "c")["provisioning_ticket_url"] == nil)
    }
}
