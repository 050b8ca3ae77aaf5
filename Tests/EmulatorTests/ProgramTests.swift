import Foundation
import JSON
import TestSupport
import Testing

/// The program as a user meets it: start, options, errors, logs, stop.
extension Programs {
    @Suite(.serialized) struct ProgramTests {
        private static let path = "/api/v2/actions/modules"

        private func request(
            _ program: RunningProgram, _ method: String, _ path: String, _ body: String = "", host: String = "h",
            field: String = "X: y"
        ) throws -> String {
            let client = try RawClient(port: program.port)
            client.send(
                "\(method) \(path) HTTP/1.1\r\nHost: \(host)\r\nAuthorization: Bearer t\r\n\(field)\r\n"
                    + "Content-Type: application/json\r\nContent-Length: \(body.utf8.count)\r\n"
                    + "Connection: close\r\n\r\n\(body)"
            )
            return try client.readToEnd()
        }

        @Test(arguments: [SIGTERM, SIGINT]) func `it starts, serves, stops with 0 and removes its ready file`(
            signal: Int32
        ) throws {
            let program = try RunningProgram()
            #expect(try request(program, "GET", "/__admin/health").contains(#""status":"healthy""#))
            #expect(program.readyFileExists)
            #expect(program.stop(signal) == 0)
            #expect(!program.readyFileExists)
            #expect(program.log.contains("notice serving"))
            #expect(program.log.contains("url=\(program.url)"))
        }

        /// Else each loop's heap would grow page by page, with a system call for each (glibc: `grow_heap`).
        @Test func `all threads share one heap`() throws {
            let program = try RunningProgram()
            _ = try request(program, "POST", Self.path, #"{"name":"m","code":""}"#)
            let maps = try String(contentsOfFile: "/proc/\(program.processID)/maps", encoding: .utf8)
            let ranges = maps.split(separator: "\n").map { line in
                line.prefix { $0 != " " }.split(separator: "-").compactMap { UInt($0, radix: 16) }
            }
            #expect(ranges.count > 10)
            // Of an arena beside the first, 64 MiB are reserved at a multiple of that, and a part of them is in use.
            let heapBytes: UInt = 64 << 20
            for (used, reserved) in zip(ranges, ranges.dropFirst()) where used[0] % heapBytes == 0 {
                #expect(used[1] != reserved[0] || reserved[1] != used[0] + heapBytes, "\(maps)")
            }
        }

        /// The promise of golden files: everything that is random or of the hour is the tenant's own.
        @Test func `with a standing clock and seeded ids two runs answer alike, byte for byte`() throws {
            func answers() throws -> [String] {
                let program = try RunningProgram(["--log-level", "warning"])
                let clock = #"{"time":"2026-01-01T00:00:00Z","frozen":true,"id_seed":1}"#
                _ = try request(program, "PATCH", "/__admin/clock", clock)
                return [
                    try request(program, "POST", Self.path, #"{"name":"m","code":"x","publish":true}"#),
                    try request(
                        program, "POST", "/api/v2/actions/actions",
                        #"{"name":"a","supported_triggers":[{"id":"post-login"}],"deploy":true}"#),
                    try request(program, "GET", Self.path), try request(program, "GET", "/__admin/export"),
                ].map { $0.replacing(#/\r\ndate: .*?\r\n/#, with: "\r\n") }  // The server's own.
            }
            let first = try answers()
            #expect(first[0].contains("2026-01-01T00:00:00.000000Z"))
            #expect(try answers() == first)
        }

        @Test func `a seed is there from the start, and a broken one is named with file and line`() throws {
            let seeds = PackageFolder.fixtures.appending(path: "seeds").path
            let program = try RunningProgram(["--log-level", "warning", "--seed", seeds])
            #expect(try request(program, "GET", Self.path).contains(#""name":"greeter""#))
            #expect(try request(program, "PUT", "/__admin/tenants/other").contains(" 201 "))
            let other = try request(program, "GET", "/__admin/export?tenant=other")
            #expect(other.contains(#""name":"greeter""#) && other.contains(#""action_name":"greet at login""#))
            let folder = try TemporaryFolder()
            let file = folder.path + "/broken.json"
            try Data("{\"modules\":[\n{\"name\":}]}".utf8).write(to: URL(filePath: file))
            let result = try run([RunningProgram.executable.path, "--port", "0", "--seed", file])
            #expect(result.status == 1)
            #expect(result.output == "localtenant: --seed: \(file):2: unexpected byte 0x7D at offset 21\n")
        }

        @Test func `the deploy CLI's configuration is a seed, as a file and as a folder`() throws {
            let configuration = PackageFolder.fixtures.appending(path: "deploy-cli").path
            let exports = try ["folder", "yaml", "yaml/tenant.yaml"].map { path in
                let program = try RunningProgram(
                    ["--log-level", "warning", "--seed", "\(configuration)/\(path)"],
                    environment: ["AUTH0_KEYWORD_REPLACE_MAPPINGS": #"{"API_KEY":"from-the-environment"}"#])
                let text = try request(program, "GET", "/__admin/export?secrets=true")
                return text.split(separator: "\r\n\r\n").last.map {
                    $0.replacing(#/"(\w*id|\w+_at|client_secret)":"[^"]*"/#, with: "")
                }
            }
            #expect(exports[0] == exports[1] && exports[1] == exports[2])
            #expect(exports[0]?.contains("from-the-environment") == true)
            #expect(exports[0]?.contains("onExecutePostLogin") == true)
            #expect(exports[0]?.contains(#""action_name":"greet""#) == true)
        }

        @Test(arguments: ["../outside.js", "/etc/outside.js", "a/../../outside.js"])
        func `a configuration's code does not lead out of its folder`(name: String) throws {
            let folder = try TemporaryFolder()
            let file = folder.path + "/tenant.yaml"
            try Data("actionModules:\n  - name: m\n    code: \(name)\n".utf8).write(to: URL(filePath: file))
            let result = try run([RunningProgram.executable.path, "--port", "0", "--seed", file])
            #expect(result.status == 1)
            #expect(result.output.contains("there is no file \(name) in the configuration's folder"))
        }

        @Test func `what tenants hold is there again after a clean end`() throws {
            let folder = try TemporaryFolder()
            let state = folder.path + "/state.json"
            let first = try RunningProgram(["--log-level", "warning", "--state", state])
            _ = try request(
                first, "POST", Self.path, #"{"name":"kept","code":"x","secrets":[{"name":"K","value":"v"}]}"#)
            _ = try request(first, "POST", Self.path, #"{"name":"theirs","code":"x"}"#, host: "other.localhost")
            let before = try request(first, "GET", "/__admin/export?secrets=true").split(separator: "\r\n\r\n").last
            #expect(first.stop(SIGTERM) == 0)
            let attributes = try FileManager.default.attributesOfItem(atPath: state)
            #expect(attributes[.posixPermissions] as? Int == 0o600)
            let second = try RunningProgram(["--log-level", "warning", "--state", state])
            let after = try request(second, "GET", "/__admin/export?secrets=true").split(separator: "\r\n\r\n").last
            #expect(after == before && before?.contains(#""value":"v""#) == true)
            #expect(try request(second, "GET", Self.path, host: "other.localhost").contains("theirs"))
            // One of an earlier version is read, and is no other before it is written again.
            try PackageFolder.text(PackageFolder.fixtures.appending(path: "exports/state.json"))
                .write(toFile: state, atomically: false, encoding: .utf8)
            let third = try RunningProgram(["--log-level", "warning", "--state", state])
            #expect(try request(third, "GET", Self.path).contains(#""name":"greeter""#))
            try Data(#"{"tenants":{"no tenant":{}}}"#.utf8).write(to: URL(filePath: state))
            let misnamed = try run([RunningProgram.executable.path, "--port", "0", "--state", state])
            #expect(misnamed.output == "localtenant: --state: \(state): no tenant can be called \"no tenant\"\n")
            try Data("{}".utf8).write(to: URL(filePath: state))
            let broken = try run([RunningProgram.executable.path, "--port", "0", "--state", state])
            #expect(broken.output == "localtenant: --state: \(state): it is not a file that --state has written\n")
        }

        /// Two test runs beside each other, each with a tenant of its own.
        @Test func `tenants that are used at once do not see each other`() throws {
            let program = try RunningProgram(["--log-level", "warning"])
            let script = """
                use() {
                    curl -sS -H 'Authorization: Bearer t' -H 'Content-Type: application/json' \\
                        -H "x-localtenant-tenant: $1" "${@:2}" \(program.url)\(Self.path)
                }
                fill() { for i in $(seq 1 40); do use $1 -o /dev/null -d '{"name":"'$1-$i'","code":"x"}'; done; }
                fill left & fill right & wait
                use left; echo; use right
                """
            let lists = try run(["bash", "-c", script]).output.split(separator: "\n")
            try #require(lists.count == 2)
            for (list, name) in zip(lists, ["left", "right"]) {
                #expect(list.split(separator: #""name":"\#(name)-"#).count - 1 == 40)
                #expect(list.contains(#""total":40"#))
            }
            #expect(try request(program, "GET", "/__admin/requests?tenant=left&limit=0").contains(#""total":41"#))
        }

        @Test func `the scopes that a client has needed are known`() throws {
            let program = try RunningProgram(["--log-level", "warning"])
            let form = "grant_type=client_credentials&client_id=ci&client_secret=s"
            let answer = try run(["curl", "-sS", "-d", form, program.url + "/oauth/token"]).output
            let token = try #require(try JSONParser.parse(Array(answer.utf8))["access_token"]?.string)
            for method in ["GET", "DELETE"] {
                let id = method == "GET" ? "" : "/00000000-0000-4000-8000-000000000000"
                _ = try run([
                    "curl", "-sS", "-X", method, "-H", "Authorization: Bearer \(token)", program.url + Self.path + id,
                ])
            }
            _ = try run(["curl", "-sS", "-A", "other/1", "-H", "Authorization: Bearer t", program.url + Self.path])
            let scopes = try request(program, "GET", "/__admin/scopes")
            #expect(scopes.contains(#"{"client":"ci","scopes":["delete:actions","read:actions"]}"#))
            #expect(scopes.contains(#"{"client":"other/1","scopes":["read:actions"]}"#))
        }

        @Test func `the journal says why a request was refused`() throws {
            let program = try RunningProgram(["--log-level", "warning"])
            _ = try request(program, "POST", Self.path, #"{"name":7,"code":"x"}"#)
            let journal = try request(program, "GET", "/__admin/requests")
            #expect(
                journal.contains(
                    #""explanation":{"rule":"payload-schema","field":"name","#
                        + #""constraint":"Expected type string but found type integer","evidence":"recorded"}"#))
        }

        @Test func `when all tenants are taken, probes are answered and room can be made`() throws {
            let program = try RunningProgram(["--log-level", "warning", "--tenants-max", "1"])
            #expect(try request(program, "GET", Self.path, host: "acme.localhost").contains("200 OK"))
            #expect(try request(program, "GET", Self.path).contains("503"))
            #expect(try request(program, "GET", "/__admin/health").contains("200 OK"))
            #expect(try request(program, "DELETE", "/__admin/tenants/acme").contains("204"))
            #expect(try request(program, "GET", Self.path).contains("200 OK"))
        }

        @Test func `metrics say what was answered`() throws {
            let program = try RunningProgram(["--log-level", "warning"])
            _ = try request(program, "POST", Self.path, #"{"name":"m","code":"x"}"#)
            _ = try request(program, "GET", "/api/v2/nothing")
            var text = try request(program, "GET", "/__admin/metrics")
            // That the connections before are gone may be noticed a little later.
            for _ in 0..<100 where !text.contains("localtenant_connections 1\n") {
                text = try request(program, "GET", "/__admin/metrics")
            }
            #expect(text.contains(#"localtenant_requests_total{operation="post_action_module",status="201"} 1"#))
            #expect(text.contains(#"localtenant_requests_total{operation="other",status="404"} 1"#))
            #expect(text.contains("localtenant_connections 1") && text.contains("localtenant_tenants 1"))
            #expect(!text.contains("localtenant_resident_bytes 0"))
        }

        @Test func `tenants are told apart by host and header and share nothing`() throws {
            let program = try RunningProgram(["--tenant-domain", "auth0.local"])
            let body = #"{"name":"a","code":"x"}"#
            #expect(try request(program, "POST", Self.path, body, host: "acme.localhost:1").hasPrefix("HTTP/1.1 201"))
            #expect(try request(program, "POST", Self.path, body, host: "ACME.localhost").hasPrefix("HTTP/1.1 409"))
            #expect(
                try request(program, "POST", Self.path, body, field: "X-LocalTenant-Tenant: acme").hasPrefix(
                    "HTTP/1.1 409")
            )
            #expect(
                try request(program, "POST", Self.path, body, host: "acme.eu.auth0.local").hasPrefix("HTTP/1.1 409"))
            #expect(try request(program, "POST", Self.path, body, host: "127.0.0.1").hasPrefix("HTTP/1.1 201"))
            #expect(try request(program, "POST", Self.path, body, host: "localhost").hasPrefix("HTTP/1.1 409"))
            #expect(try request(program, "GET", Self.path, host: "-x.localhost").hasPrefix("HTTP/1.1 400"))
            #expect(
                try request(program, "GET", "/__admin/tenants").contains(#"{"name":"acme","modules":1,"actions":0}"#))
        }

        @Test func `more tenants than allowed are refused with 503`() throws {
            let program = try RunningProgram(["--tenants-max", "1"])
            #expect(try request(program, "GET", Self.path, host: "a.localhost").hasPrefix("HTTP/1.1 200"))
            let refused = try request(program, "GET", Self.path, host: "b.localhost")
            #expect(refused.hasPrefix("HTTP/1.1 503"))
            #expect(refused.contains("raise --tenants-max"))
        }

        @Test func `of 64 clients that create the same name at once one gets 201 and 63 get 409`() async throws {
            let program = try RunningProgram()
            let port = program.port
            let body = #"{"name":"same","code":"x"}"#
            let statuses = try await withThrowingTaskGroup(of: Substring.self, returning: [Substring].self) { group in
                for _ in 0..<64 {
                    group.addTask {
                        let client = try RawClient(port: port)
                        client.send(
                            "POST \(Self.path) HTTP/1.1\r\nHost: h\r\nAuthorization: Bearer t\r\n"
                                + "Content-Length: \(body.utf8.count)\r\nConnection: close\r\n\r\n\(body)")
                        return try client.readToEnd().dropFirst(9).prefix(3)
                    }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(statuses.filter { $0 == "201" }.count == 1)
            #expect(statuses.filter { $0 == "409" }.count == 63)
        }

        @Test func `a flag beats a variable, and a variable beats the default`() throws {
            let variables = ["LOCALTENANT_NAME_RULE": "slug", "LOCALTENANT_LIMIT": "modules=1"]
            let body = #"{"name":"A b","code":"x"}"#
            let strict = try RunningProgram(environment: variables)
            #expect(try request(strict, "POST", Self.path, body).hasPrefix("HTTP/1.1 400"))
            let lax = try RunningProgram(["--name-rule=any"], environment: variables)
            #expect(try request(lax, "POST", Self.path, body).hasPrefix("HTTP/1.1 201"))
            #expect(try request(lax, "POST", Self.path, #"{"name":"c","code":"x"}"#).hasPrefix("HTTP/1.1 403"))
        }

        @Test func `each request but a probe's is one log line without body or query`() throws {
            let program = try RunningProgram(["--log-format", "json"])
            let body = #"{"name":"a","code":"c0de","secrets":[{"name":"K","value":"s3cret"}]}"#
            _ = try request(program, "POST", Self.path, body, host: "acme.localhost")
            _ = try request(program, "GET", Self.path + "?page=0")
            _ = try request(program, "GET", "/__admin/health")
            #expect(program.stop() == 0)
            let lines = program.log.split(separator: "\n").filter { $0.contains(#""message":"request""#) }
            try #require(lines.count == 2)
            #expect(lines[0].contains(#""method":"POST","path":"\#(Self.path)","status":"201","ms":""#))
            #expect(lines[0].hasSuffix(#""tenant":"acme"}"#))
            #expect(!program.log.contains("s3cret") && !program.log.contains("c0de") && !program.log.contains("page="))
        }

        @Test func `out of descriptors it serves on and recovers`() throws {
            let program = try RunningProgram(["--loops", "1"], prefix: "ulimit -n 40")
            var clients = try (0..<60).map { _ in try RawClient(port: program.port) }
            let get = "GET /__admin/health HTTP/1.1\r\nHost: h\r\n\r\n"
            for _ in 0..<3 {
                clients[0].send(get)
                _ = try clients[0].read(until: "}")
            }
            clients.removeFirst(40)
            #expect(try request(program, "GET", "/__admin/health").hasPrefix("HTTP/1.1 200"))
            #expect(program.stop() == 0)
            #expect(program.log.contains("out of descriptors"))
        }

        @Test func `a taken port is one line with the remedy`() throws {
            let program = try RunningProgram()
            let second = try run([RunningProgram.executable.path, "--port", "\(program.port)"])
            #expect(second.status == 1)
            #expect(second.output == "localtenant: port \(program.port) is in use; try --port 0 for a free one\n")
        }

        @Test(arguments: [
            (["--host", "nowhere"], "--host must be an IPv4 or IPv6 address"), (["--port", "70000"], "--port"),
            (["--limit", "modules"], "--limit must be one of modules"),
            (["--loops", "0"], "--loops must be at least 1"),
            (["--idle-timeout", "0"], "--idle-timeout must be more than 0"), (["--nonsense"], "--nonsense"),
            (["--name-rule", "x"], "--name-rule"), (["--tenant-domain", "a/b"], "--tenant-domain must be"),
        ])
        func `a wrong option is named with what it may be`(arguments: [String], words: String) throws {
            let result = try run([RunningProgram.executable.path] + arguments)
            #expect(result.status != 0)
            #expect(result.output.contains(words))
        }

        @Test func `a ready file that cannot be written stops the start`() throws {
            let result = try run([RunningProgram.executable.path, "--port", "0", "--ready-file", "/nowhere/at/all"])
            #expect(result.status == 1)
            #expect(result.output.contains("cannot write the ready file /nowhere/at/all: No such file or directory"))
        }

        @Test func `--version and --help answer at once`() throws {
            #expect(try run([RunningProgram.executable.path, "--version"]).output == "localtenant 0.1.0\n")
            let help = try run([RunningProgram.executable.path, "serve", "--help"])
            #expect(help.status == 0)
            #expect(help.output.contains("--tenant-domain"))
        }
    }
}
