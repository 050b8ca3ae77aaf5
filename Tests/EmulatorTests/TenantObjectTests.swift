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
