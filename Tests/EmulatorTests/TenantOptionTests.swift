import Foundation
import TestSupport
import Testing

/// Options about who comes to the tenants, and how long those stay.
extension Programs {
    @Suite(.serialized) struct TenantOptionTests {
        private static let path = "/api/v2/actions/modules"

        private func request(
            _ program: RunningProgram, _ method: String, _ path: String, _ fields: String
        ) throws -> String {
            let client = try RawClient(port: program.port)
            client.send("\(method) \(path) HTTP/1.1\r\nHost: h\r\n\(fields)Connection: close\r\n\r\n")
            return try client.readToEnd()
        }

        @Test func `a file has the metadata documents that clients register by`() throws {
            let folder = try TemporaryFolder()
            let url = "https://app.test/client.json"
            func file(_ name: String, _ text: String) throws -> String {
                try Data(text.utf8).write(to: URL(filePath: folder.path + "/" + name))
                return folder.path + "/" + name
            }
            let document = #"{"client_id":"\#(url)","client_name":"App","redirect_uris":["https://app.test/in"]}"#
            let program = try RunningProgram([
                "--log-level", "warning", "--client-documents", try file("good", #"{"\#(url)":\#(document)}"#),
            ])
            let call = ["curl", "-sS", "-H", "Authorization: Bearer x", program.url + "/api/v2/clients/cimd/register"]
            let made = try run(call + ["--json", #"{"external_client_id":"\#(url)"}"#]).output
            #expect(made.contains(#""name":"App""#), "\(made)")
            for (text, words) in [("{", "unexpected end"), ("[]", "an object of addresses")] {
                let result = try run([RunningProgram.executable.path, "--client-documents", try file("bad", text)])
                #expect(result.status == 1 && result.output.contains("--client-documents: "), "\(result.output)")
                #expect(result.output.contains(words), "\(result.output)")
            }
        }

        @Test func `pages of a named origin may call the emulated surface, and nothing else`() throws {
            let program = try RunningProgram(["--cors-origin", "http://localhost:3000", "--log-level", "warning"])
            let page = "Origin: http://localhost:3000\r\n"
            let asks = "Access-Control-Request-Method: POST\r\nAccess-Control-Request-Headers: authorization\r\n"
            let preflight = try request(program, "OPTIONS", Self.path, page + asks)
            #expect(preflight.hasPrefix("HTTP/1.1 204 "))
            #expect(preflight.contains("access-control-allow-origin: http://localhost:3000\r\n"))
            #expect(preflight.contains("access-control-allow-headers: authorization\r\n"))
            #expect(preflight.contains(#/access-control-allow-methods: [A-Z,]*POST/#))
            let answer = try request(program, "GET", Self.path, page + "Authorization: Bearer t\r\n")
            #expect(answer.hasPrefix("HTTP/1.1 200 ") && answer.contains("vary: origin,accept-encoding\r\n"))
            #expect(answer.contains("access-control-allow-origin: http://localhost:3000\r\n"))
            #expect(answer.contains(#/access-control-expose-headers: .*x-ratelimit-remaining/#))
            let refusal = try request(program, "GET", Self.path, page)
            #expect(refusal.hasPrefix("HTTP/1.1 401 ") && refusal.contains("access-control-allow-origin: "))
            for stranger in ["", "Origin: http://localhost:3001\r\n", "Origin: null\r\n"] {
                #expect(try !request(program, "GET", Self.path, stranger).contains("access-control"))
                #expect(try !request(program, "OPTIONS", Self.path, stranger + asks).contains("access-control"))
            }
            #expect(try !request(program, "GET", "/__admin/tenants", page).contains("access-control"))
            #expect(try request(program, "GET", "/__admin/tenants", page).hasPrefix("HTTP/1.1 403 "))
        }

        @Test func `a page of a named origin may read why a request was not even understood`() throws {
            let program = try RunningProgram([
                "--cors-origin", "http://localhost:3000", "--tenants-max", "1", "--log-level", "warning",
            ])
            func answer(_ text: String) throws -> String {
                let client = try RawClient(port: program.port)
                client.send(text)
                return try client.readToEnd()
            }
            let page = "Host: h\r\nOrigin: http://localhost:3000\r\n"
            let long = String(repeating: "x", count: 70_000)
            let head = "POST \(Self.path) HTTP/1.1\r\n"
            let taken = "x-localtenant-tenant: another\r\nConnection: close\r\n\r\n"
            _ = try request(program, "GET", Self.path, "")
            for (text, status) in [
                (head + page + "X Y: 1\r\n\r\n", 400), (head + page + "X: \(long)\r\n\r\n", 431),
                (head + page + "Content-Length: 99999999\r\n\r\n", 413), (head + page + taken, 503),
                (head + page + "Transfer-Encoding: chunked\r\n\r\nx", 400),
            ] {
                let refusal = try answer(text)
                #expect(refusal.hasPrefix("HTTP/1.1 \(status) "), "\(refusal)")
                #expect(refusal.contains("access-control-allow-origin: http://localhost:3000\r\n"), "\(refusal)")
            }
            for text in [
                head + "Host: h\r\nX Y: 1\r\n" + page + "\r\n", "(" + head + page + "\r\n",
                head + page.replacing("3000", with: "3001") + "X Y: 1\r\n",
                "POST /__admin/reset HTTP/1.1\r\n" + page + "X Y: 1\r\n\r\n",
            ] {
                let refusal = try answer(text)
                #expect(refusal.hasPrefix("HTTP/1.1 400 ") && !refusal.contains("access-control"), "\(refusal)")
            }
        }

        @Test func `an idle tenant is forgotten with its faults, and made anew when it is used`() throws {
            let program = try RunningProgram(["--tenant-idle-timeout", "0.3", "--log-level", "warning"])
            func control(_ method: String, _ path: String, _ body: String = "") throws -> String {
                let client = try RawClient(port: program.port)
                client.send(
                    "\(method) /__admin\(path) HTTP/1.1\r\nHost: h\r\nContent-Length: \(body.utf8.count)\r\n"
                        + "Connection: close\r\n\r\n\(body)")
                return try client.readToEnd()
            }
            #expect(try control("POST", "/faults?tenant=brief", #"{"status":503}"#).hasPrefix("HTTP/1.1 201 "))
            // The list is of no tenant, and keeps none alive.
            let deadline = ContinuousClock.now + .seconds(20)
            while try control("GET", "/tenants").contains(#""brief""#), ContinuousClock.now < deadline { sched_yield() }
            #expect(try !control("GET", "/tenants").contains(#""brief""#))
            let fields = "Authorization: Bearer t\r\nx-localtenant-tenant: brief\r\n"
            #expect(try request(program, "GET", Self.path, fields).hasPrefix("HTTP/1.1 200 "))
        }

        @Test(arguments: [
            "localhost:3000", "http://a/b", "HTTP://a", "null", "*", "http://", "http://a:80", "https://a:443",
            "http://a:",
            "http://u@a", "http://a?x", "http://a:99999", "http://a/", "://a", "x://",
        ])
        func `what is no origin is refused`(text: String) throws {
            let result = try run([RunningProgram.executable.path, "--port", "0", "--cors-origin", text])
            #expect(result.status != 0 && result.output.contains("--cors-origin must be an origin as browsers send it"))
        }
    }
}
