import Foundation
import TestSupport
import Testing

/// `localtenant exec`: a command with a server of its own.
extension Programs {
    @Suite(.serialized) struct ExecTests {
        private let folder: TemporaryFolder

        init() throws {
            folder = try TemporaryFolder()
        }

        /// The CA of whoever runs the tests is left alone, and so are their proxies.
        private var environment: [String: String] { ["XDG_DATA_HOME": folder.path + "/data", "TMPDIR": folder.path] }

        private func exec(
            _ arguments: [String], environment more: [String: String] = [:], prefix: String = "exec"
        ) throws -> (status: Int32, output: String) {
            try run(
                ["sh", "-c", prefix + #" "$@""#, "sh", RunningProgram.executable.path, "exec"] + arguments,
                environment: environment.merging(more) { $1 })
        }

        @Test func `a command finds the server by its environment, over both schemes, and nothing is left behind`()
            throws
        {
            let result = try exec([
                "--", "sh", "-ec",
                """
                curl -sS --fail "$LOCALTENANT_URL/__admin/health"
                curl -sS --fail "$LOCALTENANT_HTTPS_URL/__admin/health"
                curl -sS --fail "https://$AUTH0_DOMAIN/oauth/token" -d grant_type=client_credentials \\
                    -d "client_id=$AUTH0_CLIENT_ID" -d "client_secret=$AUTH0_CLIENT_SECRET"
                test -s "$LOCALTENANT_CA_FILE"
                "\(RunningProgram.executable.path)" health
                """,
            ])
            #expect(result.status == 0, "\(result.output)")
            #expect(result.output.split(separator: #""status":"healthy""#).count == 3)
            #expect(result.output.contains(#""access_token":"#))
            #expect(result.output.contains(#/}healthy: http://127\.0\.0\.1:\d+\n$/#))
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["data"])
        }

        @Test(arguments: [[], ["--ca-dir", "none"]])
        func `other stacks trust the CA without a word, and the public authorities as before`(options: [String]) throws
        {
            let python = """
                import os, ssl, urllib.request
                urllib.request.urlopen(os.environ["LOCALTENANT_HTTPS_URL"] + "/__admin/health").read()
                print("authorities", len(ssl.create_default_context().get_ca_certs()))
                """
            let authority = folder.path + "/public.pem"
            let made = try run([
                "openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days",
                "2", "-subj", "/CN=public", "-keyout", "/dev/null", "-out", authority,
            ])
            #expect(made.status == 0, "\(made.output)")
            let result = try exec(options + ["--", "python3", "-c", python], environment: ["SSL_CERT_FILE": authority])
            #expect(result.status == 0, "\(result.output)")
            let count = try #require(result.output.firstMatch(of: #/authorities (\d+)/#))
            #expect(Int(count.1) ?? 0 > 1)
        }

        @Test func `Node trusts the CA`() throws {
            guard try run(["sh", "-c", "command -v node"]).status == 0 else { return }
            let script = "fetch(process.env.LOCALTENANT_HTTPS_URL + '/__admin/health').then(r => console.log(r.status))"
            #expect(try exec(["--", "node", "-e", script]).output == "200\n")
        }

        @Test func `what follows -- is the command's, the options before it are the server's`() throws {
            let words = ["--port", "1", "--help", "--", "a b", ""]
            let seeds = PackageFolder.fixtures.appending(path: "seeds").path
            let script = #"printf '<%s>' "$@"; curl -sS "$LOCALTENANT_URL/__admin/export""#
            let result = try exec(
                ["--seed", seeds, "--log-level=error", "--", "sh", "-c", script, "sh"] + words,
                environment: ["LOCALTENANT_NAME_RULE": "slug"])
            #expect(result.output.hasPrefix("<--port><1><--help><--><a b><>{"))
            #expect(result.output.contains(#""name":"greeter""#))
        }

        @Test func `a command sees objects of a seed, of many families, by what its environment says`() throws {
            let seeds = PackageFolder.fixtures.appending(path: "seeds").path
            let script = """
                get() {
                    curl -sS --fail "https://$AUTH0_DOMAIN/api/v2/$1" -H "Authorization: Bearer any"
                    echo
                }
                for path in tenants/settings clients users roles branding connections; do get "$path"; done
                get 'users/auth0%7Cada/roles'
                get "organizations/$(get organizations/name/acme | sed 's/.*"id":"\\(org_[^"]*\\)".*/\\1/')/members"
                curl -sS --fail "$LOCALTENANT_URL/oauth/token" -d grant_type=client_credentials \\
                    -d client_id=warehouse -d client_secret=not-a-secret -d audience=https://orders.acme.example
                """
            let result = try exec(["--seed", seeds, "--", "sh", "-ec", script])
            let lines = result.output.split(separator: "\n")
            try #require(result.status == 0 && lines.count == 9, "\(result.output)")
            let expected = [
                "Acme", #""client_id":"warehouse""#, "ada@acme.example", "Clerk", "#0059d6", #""name":"customers""#,
                #""name":"Clerk""#, "bob@acme.example", #""scope":"read:orders""#,
            ]
            for (line, text) in zip(lines, expected) { #expect(line.contains(text)) }
        }

        @Test func `a registered client's credentials are handed on`() throws {
            let result = try exec([
                "--client", "me:s3cret", "--", "sh", "-c", #"echo "$AUTH0_CLIENT_ID $AUTH0_CLIENT_SECRET""#,
            ])
            #expect(result.output == "me s3cret\n")
        }

        @Test func `without TLS there is nothing to trust`() throws {
            let script = #"echo "${LOCALTENANT_HTTPS_URL-none} ${LOCALTENANT_CA_FILE-none} ${SSL_CERT_FILE-none}""#
            let result = try exec(
                ["--tls", "off", "--", "sh", "-c", script], environment: ["SSL_CERT_FILE": "as-it-was"])
            #expect(result.output == "none none as-it-was\n")
        }

        @Test func `where there is a proxy, this machine is left out of it`() throws {
            let script =
                #"echo "$no_proxy" "$NO_PROXY"; curl -sS --fail -o /dev/null "$LOCALTENANT_URL/__admin/health""#
            let proxy = ["http_proxy": "http://127.0.0.1:1", "no_proxy": "intra.net", "NO_PROXY": ""]
            let result = try exec(["--", "sh", "-c", script], environment: proxy)
            let all = "intra.net,localhost,127.0.0.1,::1"
            #expect(result.output == "\(all) \(all)\n")
            #expect(result.status == 0)
        }

        @Test(
            arguments: [
                (["sh", "-c", "exit 7"], 7), (["true"], 0), (["sh", "-c", "kill -KILL $$"], 128 + SIGKILL),
                (["sh", "-c", "kill -INT $$"], 128 + SIGINT),
            ] as [([String], Int32)])
        func `the exit status is the command's, and its signal ends exec too`(command: [String], status: Int32) throws {
            #expect(try exec(["--"] + command).status == status)
        }

        @Test func `what cannot be run is one line, with the status that shells give it`() throws {
            let plain = folder.path + "/plain"
            try Data("echo no\n".utf8).write(to: URL(filePath: plain))
            for (command, status, words) in [
                ("no-such-program", 127, "cannot run 'no-such-program': there is no such program"),
                (plain, 126, "cannot run '\(plain)': Permission denied"),
            ] {
                let result = try exec(["--", command])
                #expect(result.status == Int32(status))
                #expect(result.output.hasPrefix("localtenant: \(words)"))
                #expect(result.output.split(separator: "\n").count == 1)
            }
            try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: plain)
            #expect(try exec(["--", plain]).output.contains("it is no program; a script needs a #! line"))
        }

        @Test func `a server that does not start is 125, and no command is run`() throws {
            let result = try exec(["--seed", "/nowhere", "--", "echo", "run"])
            #expect(result.status == 125)
            #expect(result.output == "localtenant: --seed: /nowhere: there is no such file\n")
            for arguments in [[], ["--"], ["echo"]] {
                let result = try exec(arguments)
                #expect(result.status == 64)
                #expect(result.output.hasPrefix("localtenant: exec needs a command after --"))
            }
        }

        @Test(arguments: [SIGTERM, SIGINT, SIGHUP, SIGQUIT, SIGUSR1, SIGUSR2])
        func `a signal goes on to the command, whose status counts`(number: Int32) throws {
            let ready = folder.path + "/ready"
            let script = """
                import signal, sys
                signal.pthread_sigmask(signal.SIG_BLOCK, {\(number)})
                open("\(ready)", "w").close()
                sys.exit(40 + signal.sigwait({\(number)}))
                """
            let process = try ChildProcess(
                [RunningProgram.executable.path, "exec", "--", "python3", "-c", script], environment: environment,
                output: folder.path + "/output")
            let deadline = ContinuousClock.now + .seconds(20)
            while !FileManager.default.fileExists(atPath: ready), ContinuousClock.now < deadline { sched_yield() }
            kill(process.id, number)
            #expect(process.wait() == 40 + number)
        }

        @Test func `a command gets what exec got: input, signals, limits, and no descriptor more`() throws {
            let looks = "grep -E '^Sig(Blk|Ign)' /proc/self/status; ulimit -n; ls /proc/self/fd; cat"
            let prefix = "trap '' HUP PIPE; ulimit -S -n 300; echo typed | "
            let inner = "sh -c \"\(looks)\""
            let bare = try run(["sh", "-c", "\(prefix)\(inner)"])
            let within = try run(
                ["sh", "-c", "\(prefix)\(RunningProgram.executable.path) exec -- \(inner)"], environment: environment)
            #expect(within.output == bare.output)
            #expect(within.output.contains("\n300\n") && within.output.hasSuffix("typed\n"))
        }

        @Test func `at a terminal the command reads what is typed, and Ctrl-C reaches it once`() throws {
            let script = PackageFolder.root.appending(path: "Tests/Clients/terminal.py").path
            let result = try run(["python3", script, RunningProgram.executable.path], environment: environment)
            #expect(result.status == 0, "\(result.output)")
            #expect(result.output.contains("3 passed, 0 failed"))
        }

        @Test func `what tenants hold is written before exec ends`() throws {
            let state = folder.path + "/state.json"
            let create =
                #"curl -sS --fail -o /dev/null "$LOCALTENANT_URL/api/v2/actions/modules" "#
                + #"-H 'Authorization: Bearer t' -H 'Content-Type: application/json' -d '{"name":"kept","code":"x"}'"#
            #expect(try exec(["--state", state, "--", "sh", "-c", create]).status == 0)
            let read = try exec(["--state", state, "--", "sh", "-c", #"curl -sS "$LOCALTENANT_URL/__admin/export""#])
            #expect(read.output.contains(#""name":"kept""#))
        }

        /// Runs `body` while a command has ended and exec still finishes a request, whose content is sent by a call.
        private func whileFinishing(
            _ state: String, _ body: (ChildProcess, _ finish: () -> Void) throws -> Void
        ) throws -> Int32 {
            let (place, go, log) = (folder.path + "/url", folder.path + "/go", folder.path + "/log")
            let command =
                #"echo "$LOCALTENANT_URL" >"$1.new"; mv "$1.new" "$1"; until test -e "$2"; do :; done; exit 5"#
            let process = try ChildProcess(
                [
                    RunningProgram.executable.path, "exec", "--log-level", "notice", "--tls", "off", "--state", state,
                    "--", "sh", "-c", command, "sh", place, go,
                ], environment: environment, output: log)
            func wait(for isSo: () -> Bool) {
                let deadline = ContinuousClock.now + .seconds(20)
                while !isSo(), ContinuousClock.now < deadline { sched_yield() }
            }
            wait { FileManager.default.fileExists(atPath: place) }
            let port = try PackageFolder.text(URL(filePath: place)).split(separator: ":").last?.dropLast() ?? ""
            let client = try RawClient(port: try #require(UInt16(port)))
            let content = #"{"name":"late","code":"x"}"#
            client.send(
                "POST /api/v2/actions/modules HTTP/1.1\r\nHost: h\r\nAuthorization: Bearer t\r\n"
                    + "Content-Type: application/json\r\nContent-Length: \(content.utf8.count)\r\n"
                    + "Expect: 100-continue\r\n\r\n")
            _ = try client.read(until: "100 Continue\r\n\r\n")
            try Data().write(to: URL(filePath: go))
            wait { (try? PackageFolder.text(URL(filePath: log)))?.contains("stopping") ?? false }
            try body(process) { client.send(content) }
            return process.wait()
        }

        @Test(arguments: [SIGTERM, SIGINT, SIGHUP])
        func `a signal behind the command's end loses nothing`(number: Int32) throws {
            let state = folder.path + "/state.json"
            let status = try whileFinishing(state) { process, finish in
                kill(process.id, number)
                finish()
            }
            #expect(status == 5, "the command's")
            #expect(try PackageFolder.text(URL(filePath: state)).contains(#""name":"late""#))
        }

        @Test func `a second one ends exec at once`() throws {
            let status = try whileFinishing(folder.path + "/state.json") { process, _ in
                kill(process.id, SIGTERM)
                kill(process.id, SIGINT)
            }
            #expect([128 + SIGTERM, 128 + SIGINT].contains(status))
        }
    }
}
