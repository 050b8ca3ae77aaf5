import JSON
import Formats
import Tenancy
import TestSupport
import Testing
import YAML

/// What is written as the deploy CLI's configuration is read again as the same tenant.
@Suite struct DeployDocumentTests {
    private let world = ManualWorld()

    private func tenant(_ document: JSONValue) throws -> Tenant {
        try Seed(document, TenantWorld(world.world)).tenant(TenantSettings())
    }

    private func content(_ tenant: Tenant) -> [String] {
        tenant.content.modules.map { "\($0.name)|\($0.draft.code.text)|\($0.draft.dependencies)|\($0.versions.count)" }
            + tenant.content.actions.map { "\($0.name)|\($0.draft.code.text)|\($0.draft.modules.map(\.versionNumber))" }
            + tenant.content.bindings.map { "\($0.key)|\($0.value.map(\.displayName))" }
    }

    @Test(arguments: [
        "x", "", "one\ntwo\n", "  indented first\nnot second\n", "ends with two\n\n", "tab\there\n", "crlf\r\n",
        "emoji 😀 \u{2028} \u{85}\u{FEFF}\n", "- a: b # c\n", "\n\nblank first\n", "trailing space \n", "\u{1}control",
        "'\"\\`${x}`\n",
    ])
    func `code of any kind comes back`(code: String) throws {
        var writer = JSONWriter()
        writer.beginObject()
        writer.key("modules")
        writer.beginArray()
        writer.beginObject()
        writer.key("name")
        writer.string("m: 'x' #1")
        writer.key("code")
        writer.string(code)
        writer.endObject()
        writer.endArray()
        writer.endObject()
        let first = try tenant(try JSONParser.parse(writer.finish()))
        let yaml = DeployDocument.yaml(first, showsSecrets: false)
        let read = try YAMLReader.read(Array(yaml.utf8))
        let second = try DeployConfiguration(read) { (path) throws(SeedError) in throw SeedError(path.name, "no") }
            .seed()
        #expect(content(try tenant(second)) == content(first), "\(yaml)")
    }

    @Test func `a whole tenant comes back, and secrets only if they are asked for`() throws {
        let seed = #"""
            {"modules":[{"name":"m","code":"x\n","secrets":[{"name":"K","value":"canary"}],"publish":true,
                         "dependencies":[{"name":"l","version":"1.0","registry_url":"https://r"}]}],
             "actions":[{"name":"a","supported_triggers":[{"id":"post-login","version":"v3"}],"code":"y","deploy":true,
                         "modules":[{"module_name":"m","module_version_number":1}]}],
             "bindings":[{"trigger_id":"post-login","action_name":"a","display_name":"A"}]}
            """#
        let first = try tenant(try JSONParser.parse(Array(seed.utf8)))
        #expect(!DeployDocument.yaml(first, showsSecrets: false).contains("canary"))
        let yaml = DeployDocument.yaml(first, showsSecrets: true)
        let read = try YAMLReader.read(Array(yaml.utf8))
        let configuration = DeployConfiguration(read) { (path) throws(SeedError) in throw SeedError(path.name, "no") }
        let second = try tenant(try configuration.seed())
        #expect(content(second) == content(first), "\(yaml)")
        #expect(second.content.modules[0].draft.secrets.map { $0.value.reveal() } == ["canary"])
        #expect(
            DeployDocument.yaml(try tenant(.emptyObject), showsSecrets: true)
                == "actionModules: []\nactions: []\ntriggers: {}\n")
    }
}

extension JSONValue {
    fileprivate static var emptyObject: JSONValue { (try? JSONParser.parse(Array("{}".utf8))) ?? .null }
}
