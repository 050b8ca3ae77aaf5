import Foundation
import JSON
import TestSupport
import Testing

/// Where the server says it is: behind proxies, on all interfaces, and to who names no host.
extension Programs {
    @Suite(.serialized) struct PublicPlaceTests {
        private func issuer(_ program: RunningProgram, _ head: String) throws -> String {
            let client = try RawClient(port: program.port)
            client.send("GET /.well-known/openid-configuration \(head)\r\n\r\n")
            let body = try client.readToEnd().split(separator: "\r\n\r\n").last ?? ""
            return try JSONParser.parse(Array(body.utf8)).string("issuer") ?? "none"
        }

        @Test func `who names no host is told where the server listens`() throws {
            let program = try RunningProgram(["--log-level", "warning"])
            #expect(try issuer(program, "HTTP/1.0") == "\(program.url)/")
        }

        @Test(arguments: [
            ("X-Forwarded-Proto: https\r\nX-Forwarded-Host: auth.example", "https://auth.example/"),
            (
                "X-Forwarded-Proto: https, http\r\nX-Forwarded-Host: auth.example:8443, inner",
                "https://auth.example:8443/"
            ),
            ("Forwarded: for=192.0.2.1;proto=https;host=\"auth.example:8443\", for=x", "https://auth.example:8443/"),
            ("X-Forwarded-Host: wrong\r\nForwarded: Host=auth.example", "http://auth.example/"),
            ("X-Forwarded-Proto: ftp\r\nX-Forwarded-Host: a b", "http://inner/"), ("X: y", "http://inner/"),
        ])
        func `a proxy that is trusted says what clients asked for, another does not`(fields: String, issuer: String)
            throws
        {
            let trusting = try RunningProgram(["--log-level", "warning", "--trust-proxy"])
            let head = "HTTP/1.1\r\nHost: inner\r\nConnection: close\r\n\(fields)"
            #expect(try self.issuer(trusting, head) == issuer)
            let wary = try RunningProgram(["--log-level", "warning"])
            #expect(try self.issuer(wary, head) == "http://inner/")
        }

        @Test func `our own calls believe no proxy`() throws {
            let program = try RunningProgram(["--log-level", "warning", "--trust-proxy"])
            let client = try RawClient(port: program.port)
            client.send(
                "GET /__admin/export HTTP/1.1\r\nHost: evil.example\r\nX-Forwarded-Host: localhost\r\n"
                    + "Connection: close\r\n\r\n")
            #expect(try client.readToEnd().hasPrefix("HTTP/1.1 403"))
        }

        @Test func `a public place is the issuer of all tenants, whatever they were called by`() throws {
            let program = try RunningProgram([
                "--log-level", "warning", "--public-url", "https://auth.example.test", "--auth", "strict",
                "--client", "ci:s",
            ])
            let head = "HTTP/1.1\r\nConnection: close\r\nHost: "
            #expect(try issuer(program, head + "127.0.0.1") == "https://auth.example.test/")
            #expect(try issuer(program, head + "acme.localhost") == "https://acme.auth.example.test/")
            #expect(try issuer(program, head + "acme.auth.example.test") == "https://acme.auth.example.test/")
            let form = "grant_type=client_credentials&client_id=ci&client_secret=s"
            let answer = try run(["curl", "-sS", "-d", form, program.url + "/oauth/token"]).output
            let token = try #require(try JSONParser.parse(Array(answer.utf8)).string("access_token"))
            let used = try run([
                "curl", "-sS", "-o", "/dev/null", "-w", "%{http_code}", "-H", "Authorization: Bearer \(token)",
                program.url + "/api/v2/actions/modules",
            ])
            #expect(used.output == "200")
        }

        @Test(arguments: [("0.0.0.0", "127.0.0.1"), ("::", "[::1]"), ("0:0::0", "[::1]")])
        func `all interfaces are no place to call`(host: String, place: String) throws {
            let program = try RunningProgram(["--log-level", "warning", "--host", host])
            #expect(program.url == "http://\(place):\(program.port)")
            let file = try #require(program.authorityFile)
            let result = try run(["curl", "-sS", "--cacert", file, "\(program.httpsURL ?? "")/__admin/health"])
            #expect(result.output.contains("healthy"))
        }
    }
}

/// What a start does to the files of others, and what ends it.
extension Programs {
    @Suite(.serialized) struct StartTests {
        @Test func `a second program on a taken port leaves the state of the first alone`() throws {
            let folder = try TemporaryFolder()
            let program = try RunningProgram(["--log-level", "warning"])
            let state = folder.path + "/state.json"
            let second = try run([RunningProgram.executable.path, "--port", "\(program.port)", "--state", state])
            #expect(second.status == 1 && second.output.contains("is in use"))
            #expect(!FileManager.default.fileExists(atPath: state))
        }

        @Test func `a closed terminal ends it in order, but not what was started to outlive it`() throws {
            let folder = try TemporaryFolder()
            let state = folder.path + "/state.json"
            let program = try RunningProgram(["--state", state])
            let attributes = try FileManager.default.attributesOfItem(atPath: state)
            try FileManager.default.removeItem(atPath: state)
            #expect(attributes[.size] as? Int ?? 0 > 0)
            #expect(program.stop(SIGHUP) == 0)
            #expect(!program.readyFileExists)
            #expect(FileManager.default.fileExists(atPath: state))
            let lasting = try RunningProgram(["--log-level", "warning"], prefix: "trap '' HUP")
            kill(pid_t(lasting.processID), SIGHUP)
            #expect(try run(["curl", "-sS", lasting.url + "/__admin/health"]).output.contains("healthy"))
        }

        /// Another process has the folder's lock; meanwhile the loop serves others, and the token comes late.
        @Test func `the first token waits for the key's lock, and nobody else does`() throws {
            let folder = try TemporaryFolder()
            let program = try RunningProgram(["--log-level", "warning", "--loops", "1", "--ca-dir", folder.path])
            let script = """
                exec 9>"\(folder.path)/.lock"
                flock 9
                token() { curl -sS -d 'grant_type=client_credentials&client_id=a&client_secret=b' "$1/oauth/token"; }
                token "\(program.url)" > "\(folder.path)/token" &
                for i in $(seq 20); do curl -sS --max-time 5 "\(program.url)/__admin/health"; done
                test -s "\(folder.path)/token" && echo early
                flock -u 9
                wait
                cat "\(folder.path)/token"
                curl -sS "\(program.url)/__admin/requests"
                """
            let result = try run(["bash", "-c", script])
            #expect(result.output.split(separator: #""status":"healthy""#).count == 21)
            #expect(!result.output.contains("early"))
            #expect(result.output.contains(#"{"access_token":"#))
            #expect(result.output.contains(#""total":1"#), "it is one request in the journal")
        }

        @Test func `what is handed on can be used from another folder`() throws {
            let folder = try TemporaryFolder()
            let program = RunningProgram.executable.path
            let exec = try run([
                "sh", "-c", #"cd "$1" && "$2" exec --ca-dir ./ca -- sh -c 'cd / && cat "$LOCALTENANT_CA_FILE"'"#, "sh",
                folder.path, program,
            ])
            #expect(exec.output.hasPrefix("-----BEGIN CERTIFICATE"))
            for variables in ["LOCALTENANT_CA_DIR=ca", "LOCALTENANT_CA_FILE=ca/ca.pem"] {
                let env = try run([
                    "sh", "-c", #"cd "$1" && env "$3" "$2" env curl"#, "sh", folder.path, program, variables,
                ])
                #expect(env.output.contains("CURL_CA_BUNDLE=\(folder.path)/ca/ca.pem\n"), "\(env.output)")
            }
        }

        @Test func `another tenant's audience is replaced, one's own stays`() throws {
            func audience(_ known: String) throws -> String {
                try run(
                    [
                        RunningProgram.executable.path, "exec", "--ca-dir", "none", "--", "sh", "-c",
                        "echo $AUTH0_AUDIENCE",
                    ],
                    environment: ["AUTH0_AUDIENCE": known]
                ).output
            }
            #expect(try audience("https://acme.eu.auth0.com/api/v2/").contains(#/^https://localhost:\d+/api/v2/\n$/#))
            #expect(try audience("https://my-api.example/") == "https://my-api.example/\n")
        }

        @Test func `builds and APIs are options, too`() throws {
            let program = try RunningProgram([
                "--log-level", "warning", "--build-time", "0", "--build-outcome", "built",
                "--api", "https://my-api.example/=read:tea", "--api", "urn:other",
            ])
            let action = #"{"name":"a","supported_triggers":[{"id":"post-login"}],"code":"x"}"#
            let script = """
                call() { curl -sS -H 'Authorization: Bearer t' -H 'Content-Type: application/json' "$@"; }
                id=$(call "$1/api/v2/actions/actions" -d '\(action)' | sed 's/^{"id":"\\([^"]*\\)".*/\\1/')
                call -o /dev/null -w '%{http_code} ' -X POST "$1/api/v2/actions/actions/$id/deploy"
                for audience in https://my-api.example/ urn:other urn:none; do
                    curl -sS -o /dev/null -w '%{http_code} ' "$1/oauth/token" -d grant_type=client_credentials \\
                        -d client_id=a -d client_secret=b -d "audience=$audience"
                done
                """
            #expect(try run(["bash", "-c", script, "sh", program.url]).output == "200 200 200 403 ")
        }

        @Test(arguments: [
            (["--build-time=-1"], "--build-time must be from 0"), (["--api", "=x"], "--api must be"),
            (["--public-url", "auth.example"], "--public-url must be like"),
            (["--public-url", "https://auth.example/path"], "--public-url must be like"),
        ])
        func `a wrong option is named with what it may be`(arguments: [String], words: String) throws {
            let result = try run([RunningProgram.executable.path] + arguments)
            #expect(result.status != 0 && result.output.contains(words), "\(result.output)")
        }
    }
}
