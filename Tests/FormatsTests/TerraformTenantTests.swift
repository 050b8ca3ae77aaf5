import Families
import Foundation
import JSON
import Resources
import Tenancy
import TestSupport
import Testing

@testable import Formats

/// A whole tenant as Terraform's configuration.
@Suite struct TerraformTenantTests {
    private let tenant: Tenant

    init() throws {
        let seed = try Data(contentsOf: PackageFolder.fixtures.appending(path: "terraform/tenant.json"))
        let world = ManualWorld()
        let start = try Seed.start(
            try JSONParser.parse(Array(seed)), isYAML: false, TenantSettings(), TenantWorld(world.world),
            ObjectSeedTests.forms, readFile: { _ throws(SeedError) in "" })
        let directory = TenantDirectory(
            start: start.tenant, world: world.world, initialDocuments: Families.initialDocuments)
        let handle = try directory.tenant(named: "acme")
        handle.begin(at: "http://acme.localhost:4664")
        tenant = handle.withTenant { $0 }
    }

    @Test func `a list of secrets has a variable of its type, and a vault's account stays here`() throws {
        var tenant = tenant
        tenant.withTable("log-streams") { table in
            let text =
                #"{"id":"lst_1","name":"h","type":"http","sink":{"httpEndpoint":"https://a.example","#
                + #""httpCustomHeaders":[{"header":"X-Key","value":"canary"}]}}"#
            table.append(Document(id: "lst_1", text: Array(text.utf8), createdAt: Instant(nanoseconds: 0)))
        }
        tenant.withTable("flows/vault/connections") { table in
            let text = #"{"id":"ac_1","name":"v","app_id":"HTTP","account_name":"Bearer can***ry","fingerprint":"f"}"#
            table.append(Document(id: "ac_1", text: Array(text.utf8), createdAt: Instant(nanoseconds: 0)))
        }
        let text = TerraformDocument.hcl(tenant, ObjectSeedTests.forms, showsSecrets: false)
        #expect(text.contains("type        = list(map(string))"))
        #expect(text.contains("\"auth0_connection_directory_synchronized_groups\" \"workspace\""))
        for secret in ["canary", "can***ry"] { #expect(!text.contains(secret)) }
    }

    private func hcl(showsSecrets: Bool = false) -> String {
        TerraformDocument.hcl(tenant, ObjectSeedTests.forms, showsSecrets: showsSecrets)
    }

    /// What stands behind a beginning, to the end of each line that has it.
    private func all(_ start: String, _ text: String) -> [String] {
        text.split(separator: "\n").filter { $0.hasPrefix(start) }.map { String($0.dropFirst(start.count)) }
    }

    private func resources(_ text: String) -> [String] {
        all("resource \"", text).map { line in
            let parts = line.split(separator: "\"")
            return "\(parts[0]).\(parts[2])"
        }
    }

    /// Words with dots in them that begin so.
    private func words(_ start: String, _ text: String) -> [Substring] {
        text.split { !($0.isLetter || $0.isNumber || $0 == "_" || $0 == ".") }.filter { $0.hasPrefix(start) }
    }

    @Test func `every type of resource is there, and each is imported by an id`() {
        let text = hcl()
        let addresses = resources(text)
        #expect(Set(addresses).count == addresses.count)
        #expect(all("  to = ", text).sorted() == addresses.sorted())
        #expect(all("  id = \"", text).count == addresses.count)
        let types = Set(addresses.map { String($0.prefix { $0 != "." }) })
        // Whose domain must be verified, and which few tenants have.
        let absent: Set = ["auth0_custom_domain_default", "auth0_experiment_feature_flag"]
        let own: Set = ["auth0_action_module", "auth0_action", "auth0_trigger_actions"]
        #expect(types == own.union(TerraformKind.all.map { "auth0_" + $0.type }).subtracting(absent))
    }

    @Test func `what refers to another resource does so by its address, and to one that is there`() {
        let text = hcl()
        let addresses = Set(resources(text))
        let code = text.split(separator: "\n").filter { !$0.hasPrefix("#") }.joined(separator: "\n")
        let references = words("auth0_", code).compactMap { word in
            let parts = word.split(separator: ".")
            return parts.count == 3 ? "\(parts[0]).\(parts[1])" : nil
        }
        #expect(Set(references).subtracting(addresses) == [] && references.count > 25)
        for member in [
            "= auth0_client.shop_2.id", "enabled_clients = [auth0_client.Shop.id, auth0_client.shop_2.id]",
            "audience           = auth0_resource_server.Orders.identifier",
            "connection_id = auth0_flow_vault_connection.vault.id", "flow_id   = auth0_flow.notify.id",
            "roles   = [auth0_role.Admin.id]", "action_id          = auth0_action.exchange.id",
            "user_attribute_profile_id = auth0_user_attribute_profile.people.id",
        ] {
            #expect(text.contains(member), "\(member)")
        }
    }

    @Test func `secrets are variables, and there only if they are asked for`() {
        let text = hcl()
        #expect(!text.lowercased().contains("canary"))
        let variables = all("variable \"", text).map { String($0.dropLast(3)) }
        #expect(words("var.", text).map { String($0.dropFirst(4)) }.sorted() == variables.sorted())
        #expect(
            variables.contains("connection_google_client_secret")
                && variables.contains("email_provider_smtp_smtp_pass"))
        #expect(all("  sensitive   = true", text).count == variables.count)
        #expect(text.contains("= var.connection_people_configuration"))
        let shown = hcl(showsSecrets: true)
        for name in [
            "module", "action", "captcha", "sms", "sns", "duo", "http", "shop", "google", "smtp", "phone", "vault",
            "event", "rule", "hook",
        ] {
            #expect(shown.contains("canary-\(name)"), "\(name)")
        }
        #expect(!shown.contains("variable ") && !shown.contains("Canary-123-x"))
    }

    @Test func `what the provider has no place for is counted at the top`() {
        let lines = hcl().split(separator: "\n", omittingEmptySubsequences: false).prefix { !$0.hasPrefix("terraform") }
        #expect(lines.first == "# Not here, as the provider has no resource for it:")
        #expect(
            lines.contains("#   organizations/invitations (1)") && lines.contains("#   auth0_rule.stage (1)"))
        #expect(lines.allSatisfy { $0.isEmpty || $0.hasPrefix("# ") })
    }

    @Test func `the provider's names and forms`() {
        let text = hcl()
        for part in [
            """
            resource "auth0_email_template" "verify_email" {
              template = "verify_email"
              enabled  = true
              from     = "a@b.c"
              subject  = "S"
              syntax   = "liquid"
              body     = <<EOT
            <p>verify</p>
            EOT
            }

            """,
            """
              id = "login::en"
            """,
            """
              body     = jsonencode({
                login = {
                  title = "Hi $${name}"
                }
              })
            """,
            """
              client_metadata = {
                "a b" = "c"
                "for" = "d"
              }
            """,
            """
                samlp {
                  audience       = "urn:a"
                  map_identities = false
                }

                wsfed {}
            """,
            """
                scopes        = ["email", "profile"]
            """,
        ] {
            #expect(text.contains(part) || text.contains(part.replacing("body     =", with: "body =")), "\(part)")
        }
    }

    @Test func `attributes are aligned as far as Terraform aligns them`() {
        var body = HCLBody()
        body.attribute("a", "1")
        body.attribute("long", "2")
        body.attribute("map", HCL.value(["k": 1, "other-key": [.string(String(repeating: "x", count: 90))]], depth: 1))
        body.attribute("b", HCL.value(["x", true, .null, .number("1.5")], depth: 1))
        body.block("inner") { $0.attribute("c", HCL.value(.emptyObject, depth: 2)) }
        body.block("none") { _ in }
        #expect(
            body.braced == """
                {
                  a    = 1
                  long = 2
                  map = {
                    k = 1
                    "other-key" = [
                      "\(String(repeating: "x", count: 90))",
                    ]
                  }
                  b = ["x", true, null, 1.5]

                  inner {
                    c = {}
                  }

                  none {}
                }
                """)
    }
}
