import ClientSetup
import HTTPCore
import JSON
import Testing

struct ClientSetupTests {
    private static func facts(_ url: String, file: String? = "/ca dir/ca.pem") throws -> ServerFacts {
        ServerFacts(url: try #require(HTTPURL(url)), authorityFile: file)
    }

    private static func variables(_ family: SDK, _ facts: ServerFacts) -> [String: String] {
        let all = ClientEnvironment.all(for: family, facts, clientID: "id", clientSecret: "secret")
        return Dictionary(uniqueKeysWithValues: all.map { ($0.name, $0.value) })
    }

    @Test(arguments: [
        ("http://127.0.0.1:4664", "localhost:4664"), ("http://0.0.0.0:1", "localhost:1"), ("http://[::]:1", "[::1]:1"),
        ("https://acme.localhost:4664", "acme.localhost:4664"), ("http://emulator:80", "emulator:80"),
    ])
    func `the domain is where the server is reached, by name`(url: String, domain: String) throws {
        #expect(Self.variables(.go, try Self.facts(url))["AUTH0_DOMAIN"] == domain)
    }

    @Test(arguments: SDK.allCases) func `a client learns of the CA by its own variables alone`(
        family: SDK
    ) throws {
        let variables = Self.variables(family, try Self.facts("http://127.0.0.1:4664"))
        let names = Set(SDK.allAuthorityVariables.map(\.name)).intersection(variables.keys)
        #expect(names == Set(family.authorityVariables.map(\.name)))
        #expect(names.allSatisfy { variables[$0] == "/ca dir/ca.pem" })
        #expect(names.isEmpty == (family == .java))
    }

    @Test func `without TLS or a CA there is nothing to trust`() throws {
        var facts = try Self.facts("http://127.0.0.1:4664")
        facts.httpsURL = nil
        #expect(Self.variables(.python, facts)["SSL_CERT_FILE"] == nil)
        #expect(Self.variables(.python, facts)["LOCALTENANT_HTTPS_URL"] == nil)
        #expect(Self.variables(.java, try Self.facts("http://h:1", file: nil))["JAVA_TOOL_OPTIONS"] == nil)
    }

    @Test func `a ready file says it all, and other documents nothing`() throws {
        let text = #"{"url":"http://0.0.0.0:7","https_url":"https://0.0.0.0:7","ca_file":"/c.pem","pid":1}"#
        let facts = try #require(ServerFacts(readyFile: try JSONParser.parse(Array(text.utf8))))
        #expect(facts == (try Self.facts("http://127.0.0.1:7", file: "/c.pem")))
        for other in ["{}", "[]", #"{"url":7}"#, #"{"url":"x"}"#] {
            #expect(ServerFacts(readyFile: try JSONParser.parse(Array(other.utf8))) == nil)
        }
    }

    @Test func `proxies are left as they are where there is none, and told of this machine where there is`() {
        #expect(ClientEnvironment.proxyExceptions { _ in nil }.isEmpty)
        #expect(ClientEnvironment.proxyExceptions { ["https_proxy": "p", "no_proxy": "*"][$0] }.isEmpty)
        let set = ClientEnvironment.proxyExceptions { ["HTTPS_PROXY": "p", "NO_PROXY": "a,localhost"][$0] }
        #expect(set.map(\.value) == Array(repeating: "a,localhost,127.0.0.1,::1", count: 2))
    }

    @Test(arguments: [
        ("plain-1.2/x:y@z,w", "plain-1.2/x:y@z,w", "plain-1.2/x:y@z,w"), ("", "''", "''"), ("a b", "'a b'", "'a b'"),
        ("$x#", "'$x#'", "'$x#'"), ("it's", #"'it'\''s'"#, #""it's""#), ("a\\b", #"'a\b'"#, #""a\\b""#),
        ("1\n2", "'1\n2'", "'1\n2'"), ("'\n", "''\\''\n'", #""'\n""#),
    ])
    func `values are quoted for who reads them`(value: String, shell: String, dotenv: String) {
        #expect(VariableFormat.sh.text([Variable("A", value)]) == "export A=\(shell)\n")
        #expect(VariableFormat.dotenv.text([Variable("A", value)]) == "A=\(dotenv)\n")
    }

    @Test func `a value of several lines gets a delimiter that is none of them`() {
        let text = VariableFormat.github.text([Variable("A", "x<<y"), Variable("B", "1\nLOCALTENANT\n2")])
        #expect(text == "A=x<<y\nB<<LOCALTENANT_\n1\nLOCALTENANT\n2\nLOCALTENANT_\n")
    }
}
