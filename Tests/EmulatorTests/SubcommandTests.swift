import Foundation
import JSON
import TestSupport
import Testing

/// The commands beside `serve` and `exec`.
extension Programs {
    @Suite(.serialized) struct SubcommandTests {
        private let folder: TemporaryFolder

        init() throws {
            folder = try TemporaryFolder()
        }

        private func localtenant(
            _ arguments: [String], environment: [String: String] = [:]
        ) throws -> (status: Int32, output: String) {
            try run(
                [RunningProgram.executable.path] + arguments,
                environment: ["XDG_DATA_HOME": folder.path].merging(environment) { $1 })
        }

        // MARK: health

        @Test func `health says whether a server is, however it is told where`() throws {
            let program = try RunningProgram(["--log-level", "warning"])
            let ready = try #require(program.authorityFile).replacing("localtenant/ca.pem", with: "ready.json")
            let secure = "https://localhost:\(program.port)"
            let ca = ["--ca-file", try #require(program.authorityFile)]
            for (arguments, environment, place) in [
                ([program.url], [:], program.url),
                ([], ["LOCALTENANT_PORT": "\(program.port)"], program.url),
                ([], ["LOCALTENANT_PORT": "\(program.port)", "LOCALTENANT_HOST": "0.0.0.0"], program.url),
                ([], ["LOCALTENANT_URL": program.url], program.url), (["--ready-file", ready], [:], program.url),
                ([secure] + ca, [:], secure),
                (["https://acme.localhost:\(program.port)"] + ca, [:], "https://acme.localhost:\(program.port)"),
                ([try #require(program.httpsURL)] + ca, [:], try #require(program.httpsURL)),
                ([secure], ["LOCALTENANT_CA_FILE": ca[1]], secure),
            ] as [([String], [String: String], String)] {
                let result = try localtenant(["health"] + arguments, environment: environment)
                #expect(result.output == "healthy: \(place)\n")
                #expect(result.status == 0)
            }
        }

        @Test func `what is not healthy is one line and status 1`() throws {
            let program = try RunningProgram(["--log-level", "warning"])
            let secure = "https://localhost:\(program.port)"
            let other = try localtenant(["ca"]).output.dropLast()
            let port = program.port
            #expect(program.stop() == 0)
            let running = try RunningProgram(["--log-level", "warning"])
            for (arguments, words) in [
                (["http://127.0.0.1:\(port)"], "connect: Connection refused"),
                ([running.url.replacing("http:", with: "https:")], "TLS: certificate verify failed: "),
                ([secure, "--ca-file", "/nowhere"], "there is no CA in /nowhere"),
                (["http://no-such-host.invalid"], "the name no-such-host.invalid leads to no address"),
                (["--ready-file", "/nowhere"], "there is no ready file /nowhere"),
            ] {
                let result = try localtenant(["health"] + arguments)
                #expect(result.status == 1)
                #expect(result.output.contains(words), "\(result.output)")
                #expect(result.output.split(separator: "\n").count == 1)
            }
            #expect(FileManager.default.fileExists(atPath: String(other)))
            #expect(try localtenant(["health", "ftp://x"]).status == 64)
            #expect(try localtenant(["health"], environment: ["LOCALTENANT_PORT": "0"]).status == 64)
        }

        /// A listener that answers nothing, one that says something else, one that never ends.
        @Test func `what is wrong with the server that answers is not hidden by an address where none does`() throws {
            let program = try RunningProgram(["--log-level", "warning"])
            _ = try localtenant(["ca"])
            let result = try localtenant(["health", "https://localhost:\(program.port)"])
            #expect(result.status == 1 && result.output.contains("certificate"), "\(result.output)")
        }

        @Test func `a ready file that is told of and not there is a server that does not serve`() throws {
            let result = try localtenant(["health"], environment: ["LOCALTENANT_READY_FILE": "\(folder.path)/none"])
            #expect(result.status == 1 && result.output.split(separator: "\n").count == 1, "\(result.output)")
        }

        @Test func `a command that there is not is named, with where the others are`() throws {
            let result = try localtenant(["exce", "--", "true"])
            #expect(result.status == 64)
            #expect(result.output == "localtenant: There is no command 'exce'. See 'localtenant --help'.\n")
            let under = try localtenant(["seed", "check", "--wrong"])
            #expect(under.output.hasSuffix("See 'localtenant seed check --help'.\n"), "\(under.output)")
        }

        @Test func `env tells of no TLS where the server has none`() throws {
            let result = try localtenant(["env", "node"], environment: ["LOCALTENANT_TLS": "off"])
            #expect(result.status == 0 && !result.output.contains("https://"), "\(result.output)")
        }

        @Test func `an answer that does not come, is another's or has no end is not waited for`() throws {
            let script = PackageFolder.root.appending(path: "Tests/Clients/strangers.py").path
            let result = try run(
                ["python3", script, RunningProgram.executable.path], environment: ["XDG_DATA_HOME": folder.path])
            #expect(result.status == 0, "\(result.output)")
            #expect(result.output.contains(" passed, 0 failed"))
        }

        // MARK: ca

        @Test func `ca makes the CA that serve uses, and prints its path or itself`() throws {
            let path = "\(folder.path)/localtenant/ca.pem"
            #expect(try localtenant(["ca"]).output == path + "\n")
            let text = try PackageFolder.text(URL(filePath: path))
            #expect(try localtenant(["ca", "--print"]).output == text)
            let program = try RunningProgram(environment: ["XDG_DATA_HOME": folder.path])
            #expect(program.authorityFile == path)
            #expect(try run(["curl", "-sS", program.url + "/__admin/ca.pem"]).output == text)
            #expect(try run(["openssl", "x509", "-in", path, "-noout", "-subject"]).output.contains("LocalTenant CA"))
        }

        @Test func `ca keeps to the folder that serve is told, and says when there can be none`() throws {
            let other = folder.path + "/other"
            #expect(try localtenant(["ca", "--ca-dir", other]).output == other + "/ca.pem\n")
            #expect(try localtenant(["ca"], environment: ["LOCALTENANT_CA_DIR": other]).output == other + "/ca.pem\n")
            let hint = try localtenant(["ca", "--ca-dir", other, "--install-hint"]).output
            for words in ["update-ca-certificates", "update-ca-trust", "security", "certutil", "keytool", "Firefox"] {
                #expect(hint.contains(words))
            }
            #expect(hint.contains("\(other)/ca.pem"))
            for (arguments, words) in [
                (["--ca-dir", "none"], "a CA in memory is its server's alone"),
                (["--ca-dir", "/proc/nowhere"], "name a folder that can be written with --ca-dir"),
            ] {
                let result = try localtenant(["ca"] + arguments)
                #expect(result.status == 1)
                #expect(result.output.contains(words) && result.output.split(separator: "\n").count == 1)
            }
        }

        // MARK: seed check

        @Test func `a pipe in a folder of seeds is refused and not waited for`() throws {
            let seeds = "\(folder.path)/piped"
            try FileManager.default.createDirectory(atPath: seeds, withIntermediateDirectories: true)
            #expect(mkfifo("\(seeds)/pipe.json", 0o600) == 0)
            let result = try localtenant(["seed", "check", seeds])
            #expect(
                result.status == 1 && result.output.contains("pipe.json: it is no regular file"), "\(result.output)")
        }

        @Test func `seed check counts what is right`() throws {
            let fixtures = PackageFolder.fixtures.path
            let result = try localtenant(["seed", "check", "\(fixtures)/seeds"])
            #expect(result.status == 0)
            #expect(result.output.hasPrefix("ok: 2 seeds, 1 module, "), "\(result.output)")
            let keywords = ["AUTH0_KEYWORD_REPLACE_MAPPINGS": #"{"API_KEY":"x"}"#]
            for path in ["deploy-cli/folder", "exports/folder", "exports/tenant.yaml"] {
                let result = try localtenant(["seed", "check", "\(fixtures)/\(path)"], environment: keywords)
                #expect(result.output.hasPrefix("ok: 1 seed, 1 module, "), "\(result.output)")
            }
            // What a marker without a value stands for is left out.
            let yaml = try localtenant(["seed", "check", "\(fixtures)/deploy-cli/yaml"], environment: keywords)
            #expect(yaml.status == 0 && yaml.output.contains("1 object\n"), "\(yaml.output)")
            #expect(yaml.output.contains("AUTH0_KEYWORD_REPLACE_MAPPINGS has no value for SPA_CALLBACKS\n"))
            let wrong = ["AUTH0_KEYWORD_REPLACE_MAPPINGS": "[]"]
            #expect(try localtenant(["seed", "check", "\(fixtures)/seeds"], environment: wrong).status == 1)
        }

        @Test func `seed check names file, line, field and reason of every seed, as serve does of the first`() throws {
            let texts = [
                "a": "{\"modules\":[\n  {\"name\":\"good\",\"code\":\"x\"}]}", "b": "{\"modules\":[\n{\"name\":}]}",
                "c": "{\n  \"modules\": [\n    {\"name\": \"m\", \"code\": \"x\"},\n    {\n      \"name\": 7\n    }]}",
                "d": "{\"modules\":[{\"name\":\"good\",\"code\":\"y\"}]}",
                "e": "{\"actions\":[],\n\"bindings\":[{\"trigger_id\":\"post-login\",\n\"action_name\":\"none\"}]}",
            ]
            let paths = try texts.keys.sorted().map { name in
                let path = "\(folder.path)/\(name).json"
                try Data((texts[name] ?? "").utf8).write(to: URL(filePath: path))
                return path
            }
            let result = try localtenant(["seed", "check"] + paths + ["/nowhere"])
            #expect(result.status == 1)
            let lines = result.output.split(separator: "\n")
            try #require(lines.count == 6)
            #expect(lines[0] == "localtenant: \(paths[0]): ok")
            #expect(lines[1].hasPrefix("localtenant: \(paths[1]):2: unexpected byte"))
            #expect(lines[2].hasPrefix("localtenant: \(paths[2]):5: modules[1].name: "))
            #expect(lines[3] == "localtenant: \(paths[3]):1: modules: there is more than one module good")
            #expect(lines[4] == "localtenant: \(paths[4]):3: bindings[0].action_name: there is no action none")
            #expect(lines[5] == "localtenant: /nowhere: there is no such file")
            let served = try localtenant(["--port", "0", "--seed", paths[2]])
            #expect(served.output == lines[2].replacing("localtenant: ", with: "localtenant: --seed: ") + "\n")
        }

        @Test func `of a configuration, too, the file and the line of a wrong field are named`() throws {
            let files = [
                "conf.yaml":
                    "#\nactionModules:\n  - name: m\n    code: |\n      x\n      y\n    secrets: [\n      {name: 7}]",
                "other.yaml": "actions: []\ntriggers:\n  post-login:\n    - display_name: A\n      action_name: 7\n",
                "code.yaml": "actionModules:\n  - name: m\n    code: ./none.js\n",
                "dir/actionModules/a.json": #"{"name":"a","code":""}"#,
                "dir/actionModules/b.json": "{\n\"name\":\n\"b\",\n\"code\":7}",
                "dir2/actions/a.json": "{\"name\":\"a\",\n\"supported_triggers\":[{\"id\":\n\"none\"}]}",
                "dir3/triggers/triggers.json": "{\"post-login\":\n[{\"action_name\":\n7}]}",
            ]
            for (name, text) in files {
                let file = URL(filePath: "\(folder.path)/\(name)")
                let parent = file.deletingLastPathComponent()
                try FileManager.default.createDirectory(at: parent, withIntermediateDirectories: true)
                try Data(text.utf8).write(to: file)
            }
            for (path, words) in [
                ("conf.yaml", ":8: actionModules[0].secrets[0].name: Expected type string"),
                ("other.yaml", ":5: triggers.post-login[0].action_name: Expected type string"),
                ("code.yaml", ":3: actionModules[0].code: there is no file none.js"),
                ("dir", "/actionModules/b.json:4: actionModules[1].code: must be text"),
                ("dir2", "/actions/a.json:2: actions[0].supported_triggers[0].id: there is no trigger none"),
                ("dir3", "/triggers/triggers.json:2: triggers.post-login[0].action_name: Expected type string"),
            ] {
                let result = try localtenant(["seed", "check", "\(folder.path)/\(path)"])
                #expect(result.output.contains("\(folder.path)/\(path)\(words)"), "\(result.output)")
            }
        }

        // MARK: env

        private static let families = [
            "node", "python", "go", "terraform", "deploy-cli", "auth0-cli", "java", "dotnet", "php", "ruby", "curl",
        ]

        @Test(arguments: families) func `env is evaluated by a shell, and read by nobody else`(family: String) throws {
            let program = try RunningProgram(["--log-level", "warning"])
            let file = try #require(program.authorityFile)
            let script = """
                set -eu
                eval "$("$1" env "$2" --url "$3" --ca-file "$4" --client-secret "$5" 2>/dev/null)"
                test "$AUTH0_CLIENT_SECRET" = "$5"
                test "$LOCALTENANT_URL $LOCALTENANT_CA_FILE" = "$3 $4"
                curl -sS --cacert "$LOCALTENANT_CA_FILE" "https://$AUTH0_DOMAIN/__admin/health"
                """
            let secret = "it's \"$HOME\" `id` \\n\nline two"
            let result = try run([
                "sh", "-c", script, "sh", RunningProgram.executable.path, family, program.url, file, secret,
            ])
            #expect(result.status == 0, "\(result.output)")
            #expect(result.output.contains("healthy"))
        }

        @Test func `the line of the guide works: python trusts the CA after eval`() throws {
            let program = try RunningProgram(["--log-level", "warning"], environment: ["XDG_DATA_HOME": folder.path])
            let fetch = """
                import os, urllib.request
                print(urllib.request.urlopen(f"https://{os.environ['AUTH0_DOMAIN']}/__admin/health").status)
                """
            let result = try run(
                [
                    "sh", "-ec", #"eval "$("$1" env python)"; python3 -c "$2""#, "sh", RunningProgram.executable.path,
                    fetch,
                ],
                environment: ["XDG_DATA_HOME": folder.path, "LOCALTENANT_PORT": "\(program.port)"])
            #expect(result.output == "200\n")
        }

        @Test func `env has the same in every form, whatever is in a value`() throws {
            let secret = "it's \"$HOME\" #1 \\n\nline two"
            func env(_ format: String) throws -> String {
                try localtenant(["env", "node", "--format", format, "--client-secret", secret]).output
            }
            let line = String(try env("json").split(separator: "\n").last ?? "")
            let object = try JSONParser.parse(Array(line.utf8))
            #expect(object["AUTH0_CLIENT_SECRET"]?.string == secret)
            #expect(object["AUTH0_DOMAIN"]?.string == "localhost:4664")
            #expect(object["NODE_EXTRA_CA_CERTS"]?.string == "\(folder.path)/localtenant/ca.pem")
            let github = try env("github")
            #expect(github.contains("\nAUTH0_DOMAIN=localhost:4664\n"))
            #expect(github.contains("\nAUTH0_CLIENT_SECRET<<LOCALTENANT\n\(secret)\nLOCALTENANT\n"))
            #expect(try env("dotenv").contains(#"AUTH0_CLIENT_SECRET="it's \"\$HOME\" #1 \\n\nline two""#))
        }

        /// Java is set up by `env` within `exec`, whose client is the one that is registered.
        @Test func `env keeps the credentials that are set for its server, and no other's`() throws {
            let script = #"""
                for domain in "$AUTH0_DOMAIN" tenant.example; do
                    for options in "" "--client-id other"; do
                        printf '%s|' "$(AUTH0_DOMAIN=$domain "$1" env go $options | sed -n 's/.*_CLIENT_[A-Z]*=//p')"
                    done
                done
                """#
            let result = try localtenant([
                "exec", "--client", "me:s3cret", "--", "sh", "-c", script, "sh", RunningProgram.executable.path,
            ])
            #expect(
                result.output == "me\ns3cret|other\nlocaltenant|localtenant\nlocaltenant|other\nlocaltenant|")
        }

        @Test func `env tells what no variable can do`() throws {
            for (family, words) in [
                ("java", "keytool -importcert"), ("php", "-d curl.cainfo="), ("auth0-cli", "auth0 login --domain"),
            ] {
                let result = try run(
                    ["sh", "-c", #""$1" env "$2" 2>&1 >/dev/null"#, "sh", RunningProgram.executable.path, family],
                    environment: ["XDG_DATA_HOME": folder.path])
                #expect(result.output.contains(words))
            }
        }

        @Test func `Java trusts the CA once the command that env tells was run`() throws {
            guard try run(["sh", "-c", "command -v javac && command -v keytool"]).status == 0 else { return }
            let program = try RunningProgram(["--log-level", "warning"])
            let source = folder.path + "/Get.java"
            try Data(
                """
                public class Get { public static void main(String[] a) throws Exception {
                    var c = (java.net.HttpURLConnection) new java.net.URL(a[0]).openConnection();
                    System.out.println(c.getResponseCode()); } }
                """.utf8
            ).write(to: URL(filePath: source))
            let script = """
                set -e
                told=$("$1" env java --url "$2" --ca-file "$3" 2>&1 >/dev/null)
                sh -c "${told#*once: }" >/dev/null 2>&1
                eval "$("$1" env java --url "$2" --ca-file "$3")"
                java "$4" "$LOCALTENANT_HTTPS_URL/__admin/health" 2>/dev/null
                """
            let result = try run([
                "sh", "-c", script, "sh", RunningProgram.executable.path, program.url,
                try #require(program.authorityFile), source,
            ])
            #expect(result.output == "200\n")
        }

        // MARK: the rest

        @Test func `version is name and version, by either door`() throws {
            #expect(try localtenant(["version"]).output == "localtenant 0.1.0\n")
            #expect(
                try localtenant(["--version"], environment: ["LOCALTENANT_PORT": "0"]).output == "localtenant 0.1.0\n")
        }

        @Test func `bash completes commands, options and values`() throws {
            let script = """
                source <("$1" --generate-completion-script bash)
                complete_words() {
                    COMPREPLY=() COMP_WORDS=("$@") COMP_CWORD=$(($# - 1)) COMP_LINE="$*"
                    COMP_POINT=${#COMP_LINE}
                    _localtenant localtenant "${@: -1}" "${@: -2:1}"
                    echo "${COMPREPLY[*]}"
                }
                complete_words localtenant e
                complete_words localtenant env ja
                complete_words localtenant exec --rate
                """
            let result = try run(["bash", "-c", script, "bash", RunningProgram.executable.path])
            #expect(result.output == "exec env\njava\n--rate-plan\n")
        }

        @Test(arguments: ["serve", "exec", "env", "health", "ca", "seed", "version"])
        func `each command has a help, which ends well`(command: String) throws {
            let result = try localtenant([command, "--help"])
            #expect(result.status == 0)
            #expect(result.output.hasPrefix("OVERVIEW: "))
            #expect(result.output.split(separator: "\n").allSatisfy { $0.count <= 80 }, "a line is too long")
        }
    }
}
