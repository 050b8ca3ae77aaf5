import JSON
import Formats
import Tenancy
import TestSupport
import Testing

/// The deploy CLI's configuration as a seed.
@Suite struct DeployConfigurationTests {
    private let world = ManualWorld()

    private func tenant(_ text: String) throws -> Tenant {
        let document = try JSONParser.parse(Array(text.utf8))
        #expect(DeployConfiguration.isOne(document, isYAML: true))
        return try Seed.start(
            document, isYAML: true, TenantSettings(), TenantWorld(world.world)
        ) { (path) throws(SeedError) in
            guard path.name != "missing.js" else { throw SeedError("", "there is no file \(path.name)") }
            return "content of \(path.name)"
        }.tenant
    }

    @Test func `modules, actions and triggers are taken, and what a seed knows of them`() throws {
        var tenant = try tenant(
            #"""
            {"tenant":{"friendly_name":"x"},"clients":[{"name":"c"}],
             "actionModules":[
               {"id":"old","name":"m","code":"./action-modules/m/code.js","dependencies":[{"name":"l","version":"1"}],
                "secrets":[{"name":"K","value":"v"}],"all_changes_published":true},
               {"name":"draft","code":"exports.x = 1;","all_changes_published":false}],
             "actions":[
               {"name":"a","code":"actions/a/code.js","runtime":"node22","status":"built","deployed":true,"secrets":[],
                "dependencies":[],"supported_triggers":[{"id":"post-login","version":"v3"}],
                "modules":[{"module_id":"x","module_name":"m","module_version_id":"y","module_version_number":1}]}],
             "triggers":{"post-login":[{"action_name":"a","display_name":"A"}],"send-phone-message":[]}}
            """#)
        let modules = tenant.modules(PageRequest(index: 0, size: 9)).items
        #expect(modules.map(\.draft.code) == ["content of action-modules/m/code.js", "exports.x = 1;"])
        #expect(modules.map { $0.latestVersion?.number } == [1, nil])
        #expect(modules[0].draft.secrets.map(\.name) == ["K"] && modules[0].uses.count == 1)
        let actions = tenant.actions(ActionFilter(), PageRequest(index: 0, size: 9), at: world.now()).items
        #expect(actions.map(\.draft.code) == ["content of actions/a/code.js"])
        #expect(tenant.bindings(of: "post-login", PageRequest(index: 0, size: 9)).items.count == 1)
    }

    @Test(arguments: [
        (#"{"actionModules":[7]}"#, "actionModules[0]: must be an object"),
        (#"{"actionModules":[{"name":"m","code":7}]}"#, "actionModules[0].code: must be text"),
        (
            #"{"actionModules":[{"name":"m","code":"missing.js"}]}"#,
            "actionModules[0].code: there is no file missing.js"
        ),
        (#"{"triggers":{"post-login":{}}}"#, "triggers.post-login: must be an array"),
        (#"{"triggers":[]}"#, "triggers: must be an object"),
        (#"{"actionModules":{"m":{"code":"x"}}}"#, "actionModules: must be an array"),
        (#"{"actions":5}"#, "actions: must be an array"),
        (#"{"actions":[{"name":"a","deployed":"yes"}]}"#, "actions[0].deployed: must be true or false"),
        (#"{"actions":[{"name":"a","modules":{}}]}"#, "actions[0].modules: must be an array"),
        (
            #"{"actions":[{"name":"x","supported_triggers":[{"id":"send-phone-message"}]}],"#
                + #""triggers":{"send-phone-message":[],"post-login":[{"action_name":"x"}]}}"#,
            "triggers.post-login[0].action_name: the action x is not deployed"
        ),
        (
            #"{"actionModules":[{"name":"m","code":""},{"code":""}]}"#,
            "actionModules[1]: Missing required property: name"
        ),
        (
            #"{"actionModules":[{"name":"m","secrets":[{"name":"K","value":7}]}]}"#,
            "actionModules[0].secrets[0].value: Expected type string but found type integer"
        ),
        (
            #"""
            {"actionModules":[{"name":"m","secrets":[{"name":"K","value":7}]}],
             "actions":[{"name":"a","supported_triggers":[{"id":"post-login"}],
               "modules":[{"module_name":"m","module_version_number":3}]}]}
            """#, "actionModules[0].secrets[0].value: Expected type string but found type integer"
        ),
        (
            #"{"actionModules":[{"name":"m","code":""},{"name":"m","code":""}]}"#,
            "actionModules: there is more than one module m"
        ),
    ])
    func `what is wrong is said`(text: String, message: String) {
        let error = #expect(throws: SeedError.self) { try tenant(text) }
        #expect(error?.description == message)
    }

    @Test func `YAML is a configuration unless it has what only a seed has`() throws {
        func isOne(_ text: String, isYAML: Bool) throws -> Bool {
            DeployConfiguration.isOne(try JSONParser.parse(Array(text.utf8)), isYAML: isYAML)
        }
        #expect(try isOne(#"{"actions":[],"tenant":{}}"#, isYAML: true))
        #expect(try !isOne(#"{"actions":[],"modules":[]}"#, isYAML: true))
        #expect(try !isOne(#"{"actions":[]}"#, isYAML: false))
        #expect(try isOne(#"{"triggers":{}}"#, isYAML: false))
    }

    @Test(arguments: ["// see app.js", "/* app.js", "a\r\nb.js", "a\nb.js"])
    func `code in place may end like a file's name`(code: String) throws {
        var writer = JSONWriter()
        writer.string(code)
        let json = String(decoding: writer.finish(), as: UTF8.self)
        let tenant = try tenant(#"{"actionModules":[{"name":"m","code":\#(json)}]}"#)
        #expect(tenant.modules(PageRequest(index: 0, size: 9)).items.map(\.draft.code) == [SourceCode(code)])
    }

    /// Several versions in use are all what the module is now: a configuration knows no others.
    @Test func `versions that actions refer to are there`() throws {
        func action(_ name: String, _ number: Int) -> String {
            #"{"name":"\#(name)","supported_triggers":[{"id":"post-login"}],"deployed":true,"#
                + #""modules":[{"module_name":"m","module_version_number":\#(number)}]}"#
        }
        let tenant = try tenant(
            #"{"actionModules":[{"name":"m","code":"x"}],"actions":[\#(action("a", 3)),\#(action("b", 5))]}"#)
        let module = try #require(tenant.modules(PageRequest(index: 0, size: 9)).items.first)
        #expect(module.versions.map(\.number) == [3, 5] && module.allChangesPublished)
        #expect(module.uses.map(\.versionNumber) == [3, 5])
    }

    @Test func `keywords become text or JSON`() throws {
        let mappings = try KeywordMappings(#"{"ENV":"dev","LIST":["a","b"],"QUOTED":"say \"hi\""}"#)
        #expect(mappings.replace(in: "##ENV## @@ENV@@ ##LIST##") == #"dev "dev" a,b"#)
        #expect(mappings.replace(in: "['@@LIST@@', '##ENV##']") == #"[["a","b"], 'dev']"#)
        #expect(mappings.replace(in: #"{"a":"@@LIST@@","b":@@QUOTED@@}"#) == #"{"a":["a","b"],"b":"say \"hi\""}"#)
        #expect(mappings.replace(in: "##OTHER## @@OTHER@@") == "##OTHER## @@OTHER@@")
        #expect(throws: SeedError.self) { try KeywordMappings("[]") }
    }
}
