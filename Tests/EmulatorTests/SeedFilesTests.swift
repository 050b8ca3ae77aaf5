import Emulator
import Foundation
import Tenancy
import TestSupport
import Testing

/// Configurations as they are found in the world: folders and files of the deploy CLI in all its versions.
@Suite struct SeedFilesTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    private func write(_ files: [String: String]) throws {
        for (name, text) in files {
            let file = URL(filePath: "\(folder.path)/\(name)")
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: file)
        }
    }

    private func check(_ path: String = "") throws -> SeedCheck { try SeedCheck(["\(folder.path)/\(path)"]) }

    /// The text of the refusal; "" for what is taken.
    private func refusal(_ path: String = "") throws -> String {
        try check(path).results.compactMap(\.error).map { error in
            guard case .seed(let place, let reason) = error else { return "\(error)" }
            return "\(place): \(reason)"
        }.joined()
    }

    private static let action = """
        actions:
          - name: hook
            code: ./actions/hook/code.js
            deployed: true
            supported_triggers: [{id: post-login, version: v3}]

        """
    private static let bindings = "triggers:\n  post-login:\n    - action_name: hook\n      display_name: Hook\n"

    @Test func `modules lie in action-modules, and in the folder of exports of ours`() throws {
        for name in ["action-modules", "actionModules"] {
            try write([
                "\(name)/a/\(name)/util.json": #"{"name":"\#(name)","code":"./\#(name)/util/code.js"}"#,
                "\(name)/a/\(name)/util/code.js": "exports.one = 1;",
                "\(name)/a/\(name)/util/package.json": "{}",
            ])
            let tenant = try check("\(name)/a").tenant
            #expect(tenant.content.modules.map(\.name) == [name])
            #expect(tenant.content.modules.map(\.draft.code.text) == ["exports.one = 1;"])
        }
    }

    @Test(arguments: ["tenant.yaml", "tenant.yml"])
    func `a folder with a document of the CLI is that configuration`(name: String) throws {
        try write([
            name: Self.action + Self.bindings, "actions/hook/code.js": "x", "package.json": #"{"name":"p"}"#,
            "config.json": #"{"AUTH0_DOMAIN":"x"}"#,
        ])
        let found = try check()
        #expect(found.tenant.content.actions.map(\.draft.code.text) == ["x"])
        #expect(found.results.map(\.notes) == [[]])
        try write(["actions/hook.json": #"{"name":"other"}"#])
        let both = try check()
        #expect(both.tenant.content.actions.map(\.name) == ["hook"])
        #expect(both.results.flatMap(\.notes) == ["\(name) is taken, and not the files in actions"])
    }

    @Test func `what is no configuration is never taken for an empty one`() throws {
        try write([
            "code/actions/hook/code.js": "x", "js/package.json": "{}", "js/tsconfig.json": "{}",
            "other/docker-compose.yaml": "services: {}\n", "list.yaml": "- a\n", "package.json": #"{"name":"x"}"#,
        ])
        #expect(
            try refusal("code").hasSuffix("there is no .json file in the folders of the deploy CLI, nor a tenant.yaml"))
        #expect(try refusal("js").hasSuffix("there is no .json file in the folder"))
        #expect(try refusal("other").hasSuffix("name the file that is meant: docker-compose.yaml"))
        #expect(
            try refusal("other/docker-compose.yaml").hasSuffix(
                "it has none of the keys of a seed or of the deploy CLI's configuration"))
        #expect(try refusal("list.yaml").hasSuffix("must be an object"))
        #expect(try refusal("package.json").contains("none of the keys of a seed: name"))
    }

    @Test(arguments: [
        #".\actions\hook\code.js"#, "actions/hook/code.js", "code.js", "local/config/actions/hook/code.js",
        #"C:\work\tenant\actions\hook\code.js"#, "/home/somebody/tenant/actions/hook/code.js",
        "FOLDER/actions/hook/code.js",
        "actions//hook/./code.js",
    ])
    func `code is found by every path that the CLI has written`(path: String) throws {
        let code = path.replacing("FOLDER", with: folder.path)
        try write([
            "tenant.yaml": Self.action.replacing("./actions/hook/code.js", with: "'\(code)'"),
            "actions/hook/code.js": "found",
        ])
        #expect(try refusal() == "")
        #expect(try check().tenant.content.actions.map(\.draft.code.text) == ["found"])
    }

    @Test(arguments: [
        "../outside.js", "/etc/outside.js", "OUTER/outside.js", #"..\outside.js"#, "./none.ts",
        "x/actions/../../outside.js",
    ])
    func `code elsewhere is not taken, and no path is taken for code`(path: String) throws {
        let code = path.replacing("OUTER", with: folder.path)
        try write([
            "in/tenant.yaml": Self.action.replacing("./actions/hook/code.js", with: "'\(code)'"),
            "outside.js": "canary",
        ])
        let name = code.replacing("\\", with: "/").replacing("./none", with: "none")
        #expect(try refusal("in").hasSuffix("there is no file \(name) in the configuration's folder"))
    }

    @Test func `an action that is bound was deployed, whatever is said of its draft`() throws {
        let changed = Self.action.replacing("deployed: true", with: "deployed: false")
        try write(["tenant.yaml": changed + Self.bindings, "actions/hook/code.js": "x"])
        #expect(try check().tenant.content.actions.map { $0.deployedVersion?.number } == [1])
        #expect(try check().tenant.content.bindings["post-login"]?.count == 1)
        try write(["tenant.yaml": changed])
        #expect(try check().tenant.content.actions.map { $0.deployedVersion?.number } == [nil])
    }

    @Test func `of an action's dependencies the version may be left out, of a module's not`() throws {
        try write([
            "tenant.yaml": Self.action + "    dependencies: [{name: got}]\n", "actions/hook/code.js": "x",
            "module.yaml": "actionModules:\n  - name: m\n    code: ''\n    dependencies: [{name: got}]\n",
        ])
        #expect(try check().tenant.content.actions[0].draft.dependencies == [Dependency(name: "got", version: "")])
        #expect(
            try refusal("module.yaml").contains("actionModules[0].dependencies[0]: Missing required property: version"))
    }

    @Test func `what is left out is counted, and what refers to it named`() throws {
        try write([
            "tenant.yaml": """
            clients: [{name: a}, {name: b}]
            connections: []
            tenant: {friendly_name: x}
            exclude: {clients: [c]}
            actions:
              - name: theirs
                installed_integration_id: 6f1f
                code: ''
                supported_triggers: [{id: post-login, version: v3}]
              - name: wrong
                supported_triggers: [{id: post-login, version: v3}]
            triggers:
              post-login:
                - {action_name: theirs, display_name: Theirs}
                - {action_name: wrong, display_name: 7}

            """
        ])
        #expect(
            try refusal().hasSuffix(
                ":15: triggers.post-login[1].display_name: Expected type string but found type integer"))
        let file = "\(folder.path)/tenant.yaml"
        try write(["tenant.yaml": try PackageFolder.text(URL(filePath: file)).replacing("name: 7", with: "name: W")])
        let found = try check()
        #expect(
            found.results.flatMap(\.notes) == [
                "not taken, being of no kind that is here: installed actions (1)",
                "not bound, as there is no such action: theirs",
            ])
        #expect(found.tenant.content.bindings["post-login"]?.map(\.displayName) == ["W"])
    }

    @Test func `folders that are left out are counted too`() throws {
        try write([
            "triggers/triggers.json": "{}", "agents/a.json": "{}", "agents/a.html": "", "agents/b.json": "{}",
            "client-profiles/main/login.js": "x", "node_modules/x/y.json": "{}",
            "custom-domains/custom-domains.json": "[]", "client/shop.json": "{}", "client/blog.json": "{}",
            ".vscode/settings.json": "{}", "scripts/package.json": "{}",
        ])
        #expect(
            try check().results.flatMap(\.notes) == [
                "not taken, being of no kind that is here: agents (2), client-profiles (1)",
                "not taken, being in no folder of the deploy CLI's: client (2)",
            ])
    }

    @Test func `a folder of one file makes a configuration, and folders that nobody knows make none`() throws {
        try write(["risk-assessment/settings.json": #"{"enabled":true}"#])
        #expect(try refusal() == "")
        try FileManager.default.removeItem(atPath: "\(folder.path)/risk-assessment")
        try write(["client/shop.json": "{}"])
        #expect(try refusal().hasSuffix("there is no .json file in the folder"))
    }

    /// Each kind where the CLI has it: a file an item, a folder a database, text beside it.
    private static let whole = [
        "tenant.json": #"{"friendly_name":"Acme"}"#,
        "clients/Shop.json": #"{"name":"Shop","custom_login_page":"./Shop_custom_login_page.html"}"#,
        "clients/Shop_custom_login_page.html": "<html>shop</html>",
        "database-connections/peo ple/database.json":
            #"{"name":"people","strategy":"auth0","enabled_clients":["Shop"],"#
            + #""options":{"customScripts":{"login":"./login.js"},"enabledDatabaseCustomization":true}}"#,
        "database-connections/peo ple/login.js": "function login() {}",
        "connections/google.json": #"{"name":"google","strategy":"google-oauth2"}"#,
        "grants/shop.json": #"{"client_id":"Shop","audience":"https://a.auth0.com/api/v2/","scope":["read:users"]}"#,
        "emails/provider.json": #"{"name":"smtp","credentials":{"smtp_host":"h","smtp_port":25,"smtp_user":"u","#
            + #""smtp_pass":"p"}}"#,
        "emails/verify_email.json":
            #"{"template":"verify_email","from":"a@b.c","subject":"S","syntax":"liquid","enabled":true}"#,
        "emails/verify_email.html": "<p>verify</p>",
        "pages/login.json": #"{"name":"login","enabled":true}"#, "pages/login.html": "<html>login</html>",
        "custom-domains/custom-domains.json": #"[{"domain":"a.example","type":"auth0_managed_certs"}]"#,
        "branding/branding.json": ##"{"colors":{"primary":"#112233"}}"##,
        "branding/templates/universal_login.json": #"{"template":"universal_login","body":"./universal_login.html"}"#,
        "branding/templates/universal_login.html": "{%- auth0:head -%}{%- auth0:widget -%}",
        "prompts/prompts.json": #"{"identifier_first":true}"#,
        "prompts/custom-text.json": #"{"en":{"login":{"login":{"title":"Hi"}}}}"#,
        "prompts/partials.json":
            #"{"login":[{"login":[{"name":"form-content-start","template":"partials/login/start.liquid"}]}]}"#,
        "prompts/partials/login/start.liquid": "<div>partial</div>",
        "prompts/screenRenderSettings/login-id_login-id.json":
            #"{"prompt":"login-id","screen":"login-id","rendering_mode":"standard"}"#,
        "attack-protection/brute-force-protection.json": #"{"max_attempts":4}"#,
        "risk-assessment/settings.json": #"{"settings":{"enabled":true}}"#,
        "guardian/factors/otp.json": #"{"name":"otp","enabled":true}"#,
        "guardian/policies.json": #"{"policies":["all-applications"]}"#,
        "rules/old.json": #"{"name":"old","script":"./old.js","order":1,"enabled":true}"#,
        "rules/old.js": "function rule() {}",
    ]

    @Test func `the folder of a whole tenant is taken`() throws {
        try write(Self.whole)
        let found = try check()
        #expect(try refusal() == "")
        #expect(found.results.flatMap(\.notes) == [] && found.objectCount == 20)
        func text(_ table: String) -> String {
            found.sown.table(table).all.map { String(decoding: $0.text, as: UTF8.self) }.joined()
        }
        #expect(text("clients").contains("<html>shop</html>"))
        #expect(text("connections").contains("function login() {}"))
        #expect(text("email-templates").contains("<p>verify"))
        #expect(text("prompts/partials").contains("<div>partial"))
        #expect(text("rules").contains("function rule() {}"))
        #expect(text("tenants/settings").contains("Acme"))
    }

    @Test(arguments: [
        ("clients/Shop.json", #"{"name":7}"#, "clients/Shop.json:1: clients[0].name: Expected type string"),
        (
            "rules/old.json", #"{"name":"old","script":"./new.js"}"#,
            "rules/old.json:1: rules[0].script: there is no file"
        ),
        (
            "attack-protection/brute-force-protection.json", "{\n\"max_attempts\":\n\"x\"}",
            "attack-protection/brute-force-protection.json:2: attackProtection.bruteForceProtection.max_attempts: Exp"
        ),
    ])
    func `what is wrong in a folder is said with its file`(file: String, text: String, message: String) throws {
        try write(Self.whole)
        try write([file: text])
        let refusal = try refusal()
        #expect(refusal.hasPrefix("\(folder.path)//\(message)"), "\(refusal)")
    }

    @Test func `what was exported once is read for ever`() throws {
        let exports = PackageFolder.fixtures.appending(path: "exports").path
        for name in ["seed.json", "tenant.yaml", "folder"] {
            let check = try SeedCheck(["\(exports)/\(name)"])
            #expect(check.results.allSatisfy { $0.error == nil && $0.notes == [] }, "\(name)")
            let content = check.tenant.content
            #expect(content.modules.map(\.draft.code.text) == ["exports.hello = (name) => \"Hello, \" + name;\n"])
            #expect(content.modules.map { $0.uses.map(\.actionName) } == [["greet"]])
            #expect(content.actions.map { $0.deployedVersion?.status } == [.built])
            #expect(content.bindings["post-login"]?.map(\.displayName) == ["Greet"])
        }
    }

    @Test func `a keyword without a value is named`() throws {
        try write([
            "tenant.yaml": Self.action.replacing("name: hook", with: "name: ##NAME##")
                + "clients:\n  - name: web\n    callbacks: @@CALLBACKS@@\n    allowed_origins: [@@A@@, ##B##]\n",
            "actions/hook/code.js": "// ##CODE## ## no word ## @@ @@\n",
            "refused.yaml": Self.action.replacing("./actions/hook/code.js", with: "''")
                + "    dependencies: @@PACKAGES@@\n",
            "refused.json": #"{"modules": @@MODULES@@}"#,
        ])
        let found = try check()
        #expect(found.tenant.content.actions.map(\.name) == ["##NAME##"])
        #expect(
            found.results.flatMap(\.notes).last
                == "AUTH0_KEYWORD_REPLACE_MAPPINGS has no value for NAME, CALLBACKS, A, B, CODE")
        for (file, word) in [("refused.yaml", "PACKAGES"), ("refused.json", "MODULES")] {
            let text = try refusal(file)
            #expect(
                text.contains("xpected") && text.hasSuffix("; AUTH0_KEYWORD_REPLACE_MAPPINGS has no value for \(word)"),
                "\(text)")
        }
    }
}
