import Foundation
import JSON
import TestSupport
import Testing

/// The page for people and the calls behind it, over real sockets. Tests/Page looks at it in a browser.
extension Programs {
    @Suite(.serialized) struct PageTests {
        private static let modules = "/api/v2/actions/modules"

        private func curl(_ program: RunningProgram, _ path: String, _ options: String...) throws -> String {
            try run(["curl", "-sS", "--max-time", "20"] + options + [program.url + path]).output
        }

        @Test func `the page is at the slash, and scripts get their list without`() throws {
            let program = try RunningProgram(["--log-level", "warning"])
            let page = try curl(program, "/__admin/", "-i")
            #expect(page.hasPrefix("HTTP/1.1 200 OK\r\n"))
            #expect(page.contains("content-type: text/html; charset=utf-8\r\n"))
            #expect(page.contains("content-security-policy: default-src 'none'; "))
            #expect(page.hasSuffix("</html>\n"))
            #expect(try curl(program, "/__admin").hasPrefix(#"{"calls":[{"method":"GET","path":"/__admin/","#))
            let head = try curl(program, "/__admin/page/main.js", "-I")
            #expect(head.contains("content-type: text/javascript") && head.hasSuffix("\r\n\r\n"))
            let tag = try #require(head.firstMatch(of: #/etag: ("[0-9a-f]+")/#)?.1)
            let again = try curl(program, "/__admin/page/main.js", "-i", "-H", "If-None-Match: \(tag)")
            #expect(again.hasPrefix("HTTP/1.1 304 Not Modified\r\n") && again.hasSuffix("\r\n\r\n"))
            #expect(try curl(program, "/__admin/page/other.js", "-i").hasPrefix("HTTP/1.1 404"))
            #expect(try curl(program, "/__admin/", "-i", "-d", "x").hasPrefix("HTTP/1.1 405"))
            #expect(try curl(program, "/__admin/", "-i", "-H", "Origin: http://evil.example").hasPrefix("HTTP/1.1 403"))
            #expect(try curl(program, "/__admin/", "-i", "-H", "Host: evil.example").hasPrefix("HTTP/1.1 403"))
        }

        @Test func `without control calls there is no page, and a token is for data only`() throws {
            let off = try RunningProgram(["--log-level", "warning", "--admin", "off"])
            #expect(try curl(off, "/__admin/", "-i").hasPrefix("HTTP/1.1 404"))
            let program = try RunningProgram(["--log-level", "warning", "--admin-token", "s3cret"])
            #expect(try curl(program, "/__admin/", "-i").hasPrefix("HTTP/1.1 200"))
            for path in ["/requests?after=0-0&wait=1", "/env?client=go", "/api/v2/actions/modules"] {
                #expect(try curl(program, "/__admin\(path)", "-i").hasPrefix("HTTP/1.1 401"))
                let open = try curl(program, "/__admin\(path)", "-i", "-H", "Authorization: Bearer s3cret")
                #expect(open.hasPrefix("HTTP/1.1 200"))
            }
        }

        @Test(arguments: ["--http1.1", "--http2-prior-knowledge"])
        func `a wait for requests ends with the first, and others are served meanwhile`(version: String) throws {
            let program = try RunningProgram(["--log-level", "warning"])
            let meta = try JSONParser.parse(Array(try curl(program, "/__admin/requests").utf8))["meta"]
            let cursor = try #require(meta?.string("cursor"))
            let folder = try TemporaryFolder()
            let waiting = try ChildProcess(
                [
                    "curl", "-sS", version, "--max-time", "20",
                    "\(program.url)/__admin/requests?after=\(cursor)&wait=15",
                ], environment: [:], output: "\(folder.path)/answer")
            let clock = ContinuousClock.now
            _ = try curl(program, "/api/v2/nowhere", "-H", "Authorization: Bearer any")
            #expect(waiting.wait() == 0)
            #expect(ContinuousClock.now - clock < .seconds(12), "not at the end of the wait")
            let answer = try PackageFolder.text(URL(filePath: "\(folder.path)/answer"))
            #expect(answer.contains(#""url":"/api/v2/nowhere""#))
            let next = try #require(try JSONParser.parse(Array(answer.utf8))["meta"]?.string("cursor"))
            #expect(try curl(program, "/__admin/requests?after=\(next)&wait=1", version).contains(#""requests":[]"#))
        }

        @Test func `a server that ends does not wait for those who wait`() throws {
            let program = try RunningProgram(["--log-level", "warning"])
            let client = try RawClient(port: program.port)
            let head = "HTTP/1.1\r\nHost: localhost\r\n\r\n"
            client.send("GET /__admin/health \(head)GET /__admin/requests?after=0-0&wait=30 \(head)")
            _ = try client.read(until: "uptimeInSeconds")
            let clock = ContinuousClock.now
            #expect(program.stop() == 0)
            #expect(ContinuousClock.now - clock < .seconds(8))
            #expect(try client.readToEnd().contains(#""requests":[]"#))
        }

        /// Nobody's test should see that somebody looks.
        @Test func `the back door leaves no trace, and is not held up by what is set for clients`() throws {
            let program = try RunningProgram(["--log-level", "warning", "--auth", "strict", "--rate-plan", "free"])
            _ = try curl(program, "/__admin/faults", "-d", #"{"status":503,"times":1}"#)
            for number in 1...5 {
                let made = try curl(
                    program, "/__admin\(Self.modules)", "-H", "Content-Type: application/json", "-d",
                    #"{"name":"m\#(number)","code":"x"}"#)
                #expect(made.contains(#""name":"m\#(number)""#))
            }
            #expect(try curl(program, "/__admin\(Self.modules)?per_page=2").contains(#""total":5"#))
            #expect(try curl(program, "/__admin\(Self.modules)/x").contains("value must be a valid UUID"))
            #expect(try curl(program, "/__admin/requests").contains(#""requests":[]"#))
            #expect(try curl(program, "/__admin/faults").contains(#""hits":0"#))
            #expect(!(try curl(program, "/__admin/metrics")).contains("post_action_module\""))
        }
    }
}
