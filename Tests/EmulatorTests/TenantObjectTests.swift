import Foundation
import JSON
import TestSupport
import Testing

/// The engine's objects through the whole program: kept from one run to the next, and exported.
extension Programs {
    @Suite(.serialized) struct TenantObjectTests {
        private func call(_ program: RunningProgram, _ method: String, _ path: String, _ body: String = "") throws
            -> JSONTree
        {
            let data = body.isEmpty ? [] : ["-H", "Content-Type: application/json", "-d", body]
            let command = ["curl", "-sS", "-X", method, "-H", "Authorization: Bearer x"] + data
            return JSONTree(text: try run(command + [program.url + path]).output)
        }

        @Test func `users are exported to a file that can be fetched`() throws {
            let program = try RunningProgram(["--log-level", "warning"])
            let user =
                #"{"connection":"Username-Password-Authentication","email":"a@example.com","#
                + #""password":"Corr3ct horse!"}"#
            #expect(try call(program, "POST", "/api/v2/users", user)["email"] == "a@example.com")
            let job = try call(program, "POST", "/api/v2/jobs/users-exports", #"{"format":"json"}"#)
            let id = try #require(job["id"]?.string)
            _ = try call(program, "PATCH", "/__admin/clock", #"{"advance_seconds":60}"#)
            let done = try call(program, "GET", "/api/v2/jobs/\(id)")
            #expect(done["status"] == "completed")
            let location = try #require(done["location"]?.string)
            #expect(location.hasSuffix(".json.gz"))
            let file = try run(["sh", "-c", "curl -sS --fail '\(location)' | gunzip"]).output
            #expect(file.contains(#""a@example.com""#) && !file.contains("horse"))
        }

        @Test func `a tenant begins with the objects of a new one, or with those only that nobody can delete`() throws {
            func names(_ program: RunningProgram) throws -> [String] {
                try ["clients", "connections", "resource-servers"].flatMap { family in
                    try call(program, "GET", "/api/v2/\(family)").items?.compactMap { $0["name"]?.string } ?? []
                }
            }
            let (global, api) = ("All Applications", "Auth0 Management API")
            let new = try RunningProgram(["--log-level", "warning"])
            #expect(try names(new) == ["Default App", global, "Username-Password-Authentication", api])
            let bare = try RunningProgram(["--log-level", "warning", "--tenant-objects", "none"])
            #expect(try names(bare) == [global, api])
            #expect(try call(bare, "POST", "/api/v2/clients", #"{"name":"mine"}"#)["name"] == "mine")
            _ = try call(bare, "POST", "/__admin/reset")
            #expect(try names(bare) == [global, api])
        }

        @Test func `objects of a seed are there for whoever asks first, and go from tenant to tenant`() throws {
            let folder = try TemporaryFolder()
            let seed = #"""
                {"clients":[{"name":"Shop","client_id":"shop","client_secret":"canary"}],
                 "client_grants":[{"client_id":"Shop","audience":"Auth0 Management API","scope":["read:roles"]}],
                 "roles":[{"name":"Admin"}],
                 "users":[{"email":"a@example.com","password":"Corr3ct horse!","roles":["Admin"]}]}
                """#
            try Data(seed.utf8).write(to: URL(filePath: folder.path + "/seed.json"))
            let program = try RunningProgram(["--log-level", "warning", "--seed", folder.path + "/seed.json"])
            let body = #"{"grant_type":"client_credentials","client_id":"shop","client_secret":"canary"}"#
            #expect(try call(program, "POST", "/oauth/token", body)["scope"] == "read:roles")
            let users = try call(program, "GET", "/api/v2/users")
            let id = try #require(users.items?.first?["user_id"]?.string)
            let roles = try call(program, "GET", "/api/v2/users/\(id.replacing("|", with: "%7C"))/roles")
            #expect(roles.items?.map { $0["name"] } == ["Admin"])
            #expect(try call(program, "GET", "/__admin/messages")["messages"]?.items?.isEmpty == true)
            let script = """
                curl -sS --fail "\(program.url)/__admin/export?format=objects&secrets=true" -o \(folder.path)/first
                curl -sS --fail -X PUT "\(program.url)/__admin/seed?tenant=other" --data-binary @\(folder.path)/first
                curl -sS --fail "\(program.url)/__admin/export?tenant=other&format=objects&secrets=true" \\
                    -o \(folder.path)/second
                cmp \(folder.path)/first \(folder.path)/second && cat \(folder.path)/first
                """
            let result = try run(["bash", "-e", "-c", script])
            #expect(result.status == 0 && result.output.contains(#""client_id":"Shop""#), "\(result.output)")
            let wrong = try call(program, "PUT", "/__admin/seed", #"{"roles":[{"name":7}]}"#)
            #expect(wrong["message"]?.string?.contains("roles[0].name: Expected type string") == true)
        }

        @Test func `what a seed has is the same each time, draws on nobody's ids, and knows its place`() throws {
            let folder = try TemporaryFolder()
            let seed = #"{"users":[{"email":"a@example.com","password":"Corr3ct horse!"}],"roles":[{"name":"r"}]}"#
            try Data(seed.utf8).write(to: URL(filePath: folder.path + "/seed.json"))
            let options = ["--log-level", "warning", "--seed", folder.path + "/seed.json"]
            let program = try RunningProgram(options)
            func run(_ program: RunningProgram) throws -> [String] {
                _ = try call(
                    program, "PATCH", "/__admin/clock", #"{"time":"2026-01-01T00:00:00Z","frozen":true,"id_seed":1}"#)
                let users = try call(program, "GET", "/api/v2/users").items ?? []
                let role = try call(program, "POST", "/api/v2/roles", #"{"name":"new"}"#)
                return (users.map { $0["user_id"]?.string } + [role["id"]?.string]).compactMap(\.self)
            }
            let first = try run(program)
            #expect(first.count == 2)
            _ = try call(program, "POST", "/__admin/reset")
            #expect(try run(program) == first)
            #expect(try run(RunningProgram(options)) == first)
            _ = try call(program, "PUT", "/__admin/snapshots/s?tenant=b")
            let apis = try call(program, "GET", "/__admin/api/v2/resource-servers?tenant=b")
            #expect(
                apis.items?.compactMap { $0["identifier"]?.string } == ["https://127.0.0.1:\(program.port)/api/v2/"])
        }

        @Test func `a tenant's log tells of changes and tokens once it is switched on, and of no secret`() throws {
            let program = try RunningProgram(["--log-level", "warning"])
            func log() throws -> [JSONTree] { try call(program, "GET", "/api/v2/logs").items ?? [] }
            _ = try call(program, "POST", "/api/v2/roles", #"{"name":"before"}"#)
            #expect(try log().isEmpty)
            #expect(try call(program, "PATCH", "/__admin/settings", #"{"tenant_logs":true}"#)["tenant_logs"] == true)
            let made = try call(program, "POST", "/api/v2/clients", #"{"name":"c"}"#)
            let path = "/api/v2/clients/\(made["client_id"]?.string ?? "")"
            _ = try call(program, "PATCH", path, #"{"client_secret":"hush-hush-hush-hush-hush-hush"}"#)
            _ = try call(program, "GET", "/api/v2/clients")
            _ = try call(program, "POST", "/api/v2/roles", #"{"name":1}"#)
            let grant = #"{"grant_type":"client_credentials","client_id":"me","client_secret":"hush","audience":"x"}"#
            _ = try call(program, "POST", "/oauth/token", grant)
            _ = try call(program, "PUT", "/oauth/token", grant)
            _ = try run(["curl", "-sSI", "-H", "Authorization: Bearer x", program.url + "/api/v2/clients"])
            let entries = try log()
            #expect(entries.map { $0["type"] } == ["feccft", "sapi", "sapi"])
            #expect(entries.last?["description"] == "Create a client")
            #expect(entries.last?[path: "details.request.method"] == "post")
            #expect(entries.last?[path: "details.response.statusCode"]?.int == 201)
            #expect(entries.first?["client_id"] == "me" && entries.first?["audience"] == "x")
            let text = try run(["curl", "-sS", "-H", "Authorization: Bearer x", "\(program.url)/api/v2/logs"]).output
            #expect(!text.contains("hush") && !text.contains(made["client_secret"]?.string ?? "none"))
        }

        /// More at once than there are keys in stock.
        @Test func `connections that ask for keys at the same time all have them, each its own`() throws {
            let program = try RunningProgram(["--log-level", "warning"])
            let addresses = try (0..<3).map { number in
                let made = try call(
                    program, "POST", "/api/v2/connections", #"{"name":"c\#(number)","strategy":"oidc"}"#)
                return "\(program.url)/api/v2/connections/\(try #require(made["id"]?.string))/keys"
            }
            let command = ["curl", "-sS", "--parallel", "--fail", "-X", "POST", "-H", "Authorization: Bearer x"]
            let result = try run(command + addresses)
            #expect(result.status == 0, "\(result.output)")
            let keys = result.output.matches(of: /"kid":"([^"]+)"/).map { String($0.1) }
            #expect(keys.count == 6 && Set(keys).count == 6)
        }

        @Test func `a call by the back door waits for the key as others do`() throws {
            let program = try RunningProgram(["--log-level", "warning"])
            let options = ["-sS", "-o", "/dev/null", "-w", "%{http_code}"]
            #expect(try run(["curl"] + options + [program.url + "/__admin/api/v2/clients"]).output == "200")
        }

        @Test func `a certificate that ends beyond all clocks is a credential like others`() throws {
            let program = try RunningProgram(["--log-level", "warning"])
            let folder = try TemporaryFolder()
            let file = folder.path + "/cert.pem"
            let make = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=far"]
            #expect(try run(make + ["-days", "2900000", "-keyout", "/dev/null", "-out", file]).status == 0)
            let pem = try PackageFolder.text(URL(filePath: file)).split(separator: "\n").joined(separator: "\\n")
            let client = try call(program, "POST", "/api/v2/clients", #"{"name":"c"}"#)["client_id"]?.string ?? ""
            let made = try call(
                program, "POST", "/api/v2/clients/\(client)/credentials",
                #"{"credential_type":"public_key","parse_expiry_from_cert":true,"pem":"\#(pem)"}"#)
            #expect(made["id"]?.string?.hasPrefix("cred_") == true)
        }

        @Test func `what a tenant holds outlives the program, secrets included, and leaves it without them`() throws {
            let folder = try TemporaryFolder()
            let options = ["--log-level", "warning", "--state", folder.path + "/state.json"]
            var program = try RunningProgram(options)
            let client = try call(program, "POST", "/api/v2/clients", #"{"name":"kept"}"#)
            let id = try #require(client["client_id"]?.string)
            let secret = try #require(client["client_secret"]?.string)
            #expect(try !run(["curl", "-sS", program.url + "/__admin/export"]).output.contains(secret))
            _ = program.stop()
            program = try RunningProgram(options)
            #expect(try call(program, "GET", "/api/v2/clients/\(id)")["client_secret"]?.string == secret)
        }
    }
}
