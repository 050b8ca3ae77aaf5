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
            let file = try run(["curl", "-sS", "--fail", location]).output
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
