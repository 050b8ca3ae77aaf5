import Families
import HTTPCore
import JSON
import Resources
import Tenancy
import TestSupport
import Testing

/// What the wire shows of an action's life: keys and their order, versions, bindings, modules in use.
@Suite struct ActionWireTests: ActionSuite {
    let fixture: ManagementFixture

    init() throws {
        fixture = try ManagementFixture()
    }

    /// A module with one version: its id and the version's.
    private func publishedModule(_ name: String = "m") -> (id: String, version: String) {
        let module = fixture.send(.post, "", #"{"name":"\#(name)","code":"x","publish":true}"#).json
        return (module["id"]?.string ?? "none", module["latest_version"]?["id"]?.string ?? "none")
    }

    private func deploy(_ id: String) -> HTTPResponse { fixture.deployAction(id) }

    private func message(_ answer: HTTPResponse) -> String { answer.json["message"]?.string ?? "none" }

    @Test func `creating answers 201 with the action, byte for byte`() {
        let answer = send(
            .post, "/actions",
            #"{"name":"a","supported_triggers":[{"id":"post-login"}],"code":"x","secrets":[{"name":"K","value":"s"}],"#
                + #""dependencies":[{"name":"l","version":"1","registry_url":"https://r"}]}"#)
        #expect(answer.status == .created)
        let time = "2026-02-16T16:36:00.439000Z"
        #expect(
            answer.text
                == #"{"id":"00000000-0000-4000-8000-000000000001","name":"a","#
                + #""supported_triggers":[{"id":"post-login","version":"v3"}],"created_at":"\#(time)","#
                + #""updated_at":"\#(time)","code":"x","#
                + #""dependencies":[{"name":"l","version":"1","registry_url":"https://r"}],"runtime":"node22","#
                + #""status":"pending","secrets":[{"name":"K","updated_at":"\#(time)"}],"all_changes_deployed":false}"#)
    }

    @Test func `a deployment is announced, then through`() throws {
        let id = create()
        let answer = deploy(id).json
        #expect(
            answer.keys == [
                "code", "dependencies", "id", "deployed", "number", "secrets", "status", "created_at", "updated_at",
                "runtime", "supported_triggers", "action",
            ])
        #expect(answer["deployed"]?.bool == false)
        #expect(answer["action"]?["all_changes_deployed"]?.bool == false)
        let read = send(.get, "/actions/\(id)").json
        #expect(
            read.keys == [
                "id", "name", "supported_triggers", "created_at", "updated_at", "code", "dependencies", "runtime",
                "status", "secrets", "current_version", "deployed_version", "all_changes_deployed",
            ])
        #expect(read["current_version"]?["status"]?.string == "BUILT")
        #expect(
            read["deployed_version"]?.keys == [
                "code", "dependencies", "id", "deployed", "number", "built_at", "secrets", "status", "created_at",
                "updated_at", "runtime", "supported_triggers",
            ])
        #expect(read["deployed_version"]?["id"] == answer["id"])
        #expect(read["all_changes_deployed"]?.bool == true)
    }

    @Test func `an action may be deployed as it is created`() {
        let body = #"{"name":"a","supported_triggers":[{"id":"post-login"}],"deploy":true}"#
        let created = send(.post, "/actions", body).json
        #expect(created["current_version"]?["status"]?.string == "PENDING")
        #expect(created["current_version"]?["build_time"] == nil)
        #expect(created["deployed_version"]?["deployed"]?.bool == true)
        #expect(created["all_changes_deployed"]?.bool == true)
        let read = send(.get, "/actions/\(created["id"]?.string ?? "")").json
        #expect(read["deployed_version"]?["status"]?.string == "built")
        #expect(read["current_version"]?["build_time"] != nil)
    }

    @Test func `a patch keeps what it leaves out, keeps secrets in place and is built anew`() {
        let id = create(#","secrets":[{"name":"foo","value":"1"},{"name":"old","value":"1"}]"#)
        _ = deploy(id)
        let body = #"{"secrets":[{"name":"bar","value":"2"},{"name":"foo","updated_at":"2026-01-01T00:00:00Z"}]}"#
        let patched = send(.patch, "/actions/\(id)", body).json
        #expect(patched["secrets"]?.list.map { $0["name"]?.string } == ["foo", "bar"])
        #expect(patched["secrets"]?.list.last?["updated_at"] == patched["updated_at"])
        #expect(patched["secrets"]?.list.first?["updated_at"] == patched["created_at"], "it came without a value")
        #expect(patched["code"]?.string == "x")
        #expect(patched["status"]?.string == "pending")
        #expect(patched["all_changes_deployed"]?.bool == false)
        #expect(send(.patch, "/actions/\(id)", #"{"name":"renamed"}"#).json["name"]?.string == "renamed")
        #expect(send(.get, "/actions?actionName=renamed").json["actions"]?.list.count == 1)
        #expect(send(.get, "/actions?actionName=a").text == #"{"actions":[],"per_page":100}"#)
    }

    @Test func `versions are listed newest first, and an old one can be deployed again`() {
        let id = create()
        let first = deploy(id).json["id"]?.string ?? ""
        _ = send(.patch, "/actions/\(id)", #"{"code":"y"}"#)
        _ = deploy(id)
        let list = send(.get, "/actions/\(id)/versions").json
        #expect(list.keys == ["versions", "total", "per_page"])
        #expect(list["versions"]?.list.map { $0["code"]?.string } == ["y", "x"])
        #expect(list["versions"]?.list.map { $0["deployed"]?.bool } == [true, false])
        let again = send(.post, "/actions/\(id)/versions/\(first)/deploy", #"{"update_draft":true}"#).json
        #expect(again["number"]?.number?.int == 3)
        #expect(again["id"]?.string != first)
        #expect(send(.get, "/actions/\(id)").json["code"]?.string == "x")
        #expect(send(.get, "/actions/\(id)/versions/\(first)").json["number"]?.number?.int == 1)
        #expect(send(.get, "/actions/\(id)/versions/\(id)").status == .notFound)
    }

    @Test func `a module in use is counted, shown and kept from deletion`() throws {
        let module = publishedModule()
        let id = create(#","modules":[{"module_id":"\#(module.id)","module_version_id":"\#(module.version)"}]"#)
        let reference = try #require(send(.get, "/actions/\(id)").json["modules"]?.list.first)
        #expect(reference.keys == ["module_id", "module_name", "module_version_id", "module_version_number"])
        #expect(reference["module_name"]?.string == "m")
        func count() -> Int? {
            fixture.send(.get, "/\(module.id)").json["actions_using_module_total"]?.number?.int
        }
        #expect(count() == 0, "a draft does not count")
        #expect(deploy(id).json["modules"]?.list.count == 1)
        #expect(count() == 1)
        let users = fixture.send(.get, "/\(module.id)/actions").json
        #expect(users["actions"]?.list.first?["action_id"]?.string == id)
        #expect(fixture.send(.delete, "/\(module.id)").status == .preconditionFailed)
        #expect(send(.delete, "/actions/\(id)").status == .noContent)
        #expect(fixture.send(.delete, "/\(module.id)").status == .noContent)
    }

    @Test func `modules must exist, now and at deployment, and be at most three`() {
        let module = publishedModule()
        let id = create(#","modules":[{"module_id":"\#(module.id)","module_version_id":"\#(module.version)"}]"#)
        #expect(fixture.send(.delete, "/\(module.id)").status == .noContent)
        let late = deploy(id)
        #expect(late.status == .badRequest && message(late) == "The module \(module.id) does not exist.")
        func refused(_ modules: String) -> String {
            message(send(.patch, "/actions/\(id)", #"{"modules":[\#(modules)]}"#))
        }
        #expect(
            refused(#"{"module_id":"\#(id)","module_version_id":"x"}"#).hasSuffix(
                "invalid ModuleRef.ModuleVersionId: value must be a valid UUID | caused by: invalid uuid format"))
        let other = publishedModule("n")
        #expect(
            refused(#"{"module_id":"\#(other.id)","module_version_id":"\#(id)"}"#)
                == "The module version \(id) does not exist.")
        let four = Array(
            repeating: #"{"module_id":"\#(other.id)","module_version_id":"\#(other.version)"}"#, count: 4)
        #expect(refused(four.joined(separator: ",")) == "An action can use at most 3 modules.")
    }

    @Test func `bindings are replaced as a whole, with new ids, in their order`() {
        let (first, second) = (create(name: "a"), create(name: "b"))
        _ = deploy(first)
        _ = deploy(second)
        func bind(_ items: String) -> JSONValue {
            send(.patch, "/triggers/post-login/bindings", #"{"bindings":[\#(items)]}"#).json
        }
        let made = bind(
            #"{"ref":{"type":"action_name","value":"b"},"display_name":"B"},"#
                + #"{"ref":{"type":"action_id","value":"\#(first)"}}"#)
        #expect(made.keys == ["bindings"])
        let items = made["bindings"]?.list ?? []
        #expect(items.map { $0["action"]?["name"]?.string } == ["b", "a"])
        #expect(items[0].keys == ["id", "trigger_id", "action", "created_at", "updated_at", "display_name"])
        #expect(
            items[1]["action"]?.keys == [
                "id", "name", "supported_triggers", "created_at", "updated_at", "current_version", "deployed_version",
                "all_changes_deployed",
            ])
        let kept =
            bind(#"{"ref":{"type":"binding_id","value":"\#(items[0]["id"]?.string ?? "")"}}"#)["bindings"]?.list ?? []
        #expect(kept.count == 1 && kept[0]["id"] != items[0]["id"])
        #expect(send(.get, "/triggers/post-login/bindings").json.keys == ["bindings", "total", "per_page"])
        #expect(send(.get, "/triggers/post-login/bindings?page=1").text == #"{"bindings":[],"page":1,"per_page":20}"#)
        let bound = send(.delete, "/actions/\(second)")
        #expect(bound.status == .conflict && message(bound) == "Unable to delete an action bound to a trigger.")
        #expect(send(.delete, "/actions/\(second)?force=true").status == .noContent)
        #expect(send(.get, "/triggers/post-login/bindings").text == #"{"bindings":[],"per_page":20}"#)
    }

    @Test(arguments: [
        (#"{"bindings":[{"ref":{"type":"action_name","value":"nobody"}}]}"#, "that does not exist: nobody"),
        (#"{"bindings":[{"ref":{"type":"action_name","value":"a"}}]}"#, "for an action that has not been deployed yet"),
        (
            #"{"bindings":[{"display_name":"x"}]}"#,
            "'None of the valid schemas were met' on property bindings[0] ({description})."
        ),
    ])
    func `a binding that cannot be is refused`(body: String, words: String) {
        _ = create()
        let answer = send(.patch, "/triggers/post-login/bindings", body)
        #expect(answer.status == .badRequest)
        #expect(message(answer).contains(words), "\(message(answer))")
    }

    @Test func `triggers are the catalogue's, and others are refused`() throws {
        let triggers = send(.get, "/triggers").json["triggers"]?.list ?? []
        #expect(triggers.count == TriggerCatalogue.all.count)
        #expect(
            triggers.first?.keys == [
                "id", "version", "status", "runtimes", "default_runtime", "binding_policy", "compatible_triggers",
            ])
        let actions = try #require(Families.catalogue.family("actions"))
        let named = actions.schemas.definition("ActionTriggerTypeEnum")?["e"]?.list.compactMap(\.string)
        #expect(named?.sorted() == TriggerCatalogue.ids.sorted(), "paths and bodies name the same")
        let unknown = send(.get, "/triggers/nothing/bindings")
        #expect(unknown.status == .badRequest)
        #expect(
            unknown.text
                == #"{"statusCode":400,"error":"Bad Request","message":"Path validation error: "#
                + #"'Invalid value \"nothing\"' on property triggerId (An actions extensibility point).","#
                + #""errorCode":"bad_request"}"#)
    }

    @Test(arguments: [
        ("{}", "Missing required property: supported_triggers"),
        (#"{"name":null,"supported_triggers":[{"id":"post-login"}]}"#, "Expected type string but found type null"),
        (#"{"name":"a","supported_triggers":[]}"#, "Array is too short (0), minimum 1"),
        (
            #"{"name":"a","supported_triggers":[{"id":"x"}]}"#,
            #"Invalid value "x"' on property supported_triggers[0].id (An actions extensibility point)."#
        ),
        (#"{"name":"a","supported_triggers":[{"id":"post-login"}],"runtime":"ruby"}"#, "runtime is not supported"),
        (#"{"name":"a","supported_triggers":[{"id":"post-login"}],"x":1}"#, "Additional properties not allowed: x"),
    ])
    func `a bad action is refused with what is wrong`(body: String, words: String) {
        let answer = send(.post, "/actions", body)
        #expect(answer.status == .badRequest)
        #expect(message(answer).contains(words), "\(message(answer))")
    }

    @Test func `the list has its filters, and an unknown one is refused`() {
        _ = deploy(create(name: "a"))
        _ = create(name: "b")
        func names(_ query: String) -> [String?]? {
            send(.get, "/actions?\(query)").json["actions"]?.list.map { $0["name"]?.string }
        }
        #expect(names("") == ["a", "b"])
        #expect(names("deployed=true") == ["a"])
        #expect(names("deployed=false") == ["b"])
        #expect(names("installed=true") == [])
        #expect(names("triggerId=credentials-exchange") == [])
        #expect(names("per_page=1&page=1") == ["b"])
        #expect(send(.get, "/actions?include_totals=true").status == .badRequest)
    }

    @Test func `an action is bound to no other trigger than its own`() {
        let id = create()
        _ = deploy(id)
        let body = #"{"bindings":[{"ref":{"type":"action_id","value":"\#(id)"}}]}"#
        let answer = send(.patch, "/triggers/credentials-exchange/bindings", body)
        #expect(
            answer.text
                == #"{"statusCode":400,"error":"Bad Request","#
                + #""message":"Trying to create a binding between an incompatible action and trigger."}"#)
    }

    @Test func `a test of an incomplete event has the recorded form, and nothing is run where nobody runs it`() {
        let id = create()
        let answer = send(.post, "/actions/\(id)/test", #"{"payload":{"event":{}}}"#)
        #expect(answer.status == .ok && answer.json.keys == ["payload"])
        let payload = answer.json["payload"]
        #expect(payload?.keys == ["error", "stats"])
        #expect(payload?["error"]?.keys == ["message", "name", "stack"])
        #expect(payload?["error"]?.string("name") == "TypeError")
        #expect(payload?["stats"]?.keys.count == 7)
        #expect(send(.post, "/actions/\(id)/test", "{}").status == .badRequest)
        let whole = send(.post, "/actions/\(id)/test", #"{"payload":{"event":{"tenant":{"id":"t"}}}}"#)
        #expect(whole.status == .notImplemented && whole.json.string("errorCode") == "localtenant_no_runtime")
        let execution = send(.get, "/executions/\(id)")
        #expect(execution.status == .notFound && message(execution) == "That execution does not exist.")
        #expect(send(.post, "/log-sessions").json.keys == ["url", "expires"])
    }

    @Test func `limits hold`() {
        fixture.tenant.withTenant {
            $0.settings.limits.actions = 1
            $0.settings.limits.actionVersions = 2
        }
        let id = create()
        #expect(
            send(.post, "/actions", #"{"name":"b","supported_triggers":[{"id":"post-login"}]}"#).status == .forbidden)
        for code in 0..<3 {
            _ = send(.patch, "/actions/\(id)", #"{"code":"\#(code)"}"#)
            _ = deploy(id)
        }
        let versions = send(.get, "/actions/\(id)/versions").json["versions"]?.list
        #expect(versions?.map { $0["number"]?.number?.int } == [3, 2])
    }

    @Test func `lowered limits take hold at the next deployment`() {
        let id = create()
        for code in 0..<4 {
            _ = send(.patch, "/actions/\(id)", #"{"code":"\#(code)"}"#)
            _ = deploy(id)
        }
        for limit in [2, 0] {
            fixture.tenant.withTenant { $0.settings.limits.actionVersions = limit }
            _ = send(.patch, "/actions/\(id)", #"{"code":"limit \#(limit)"}"#)
            #expect(deploy(id).status == .ok)
            #expect(send(.get, "/actions/\(id)/versions").json["versions"]?.list.count == max(1, limit))
        }
    }

    @Test(arguments: ["modules", "actions"])
    func `a refused secret is not repeated`(family: String) {
        let rest = family == "modules" ? #""code":"x""# : #""supported_triggers":[{"id":"post-login"}]"#
        let body = #"{"name":"a",\#(rest),"secrets":[{"name":"K","value":"hunter2\u0000"}]}"#
        let answer = send(.post, "/\(family)", body)
        #expect(answer.status == .badRequest)
        #expect(message(answer).contains(#"String does not match pattern ^[^\u0000]*$' on property secrets[0].value"#))
        #expect(!answer.text.contains("hunter2"))
    }

    @Test(arguments: [
        (#""secrets":[{"name":"A","value":"1"},{"name":"A","value":"2"}]"#, "not unique (indexes 0 and 1)"),
        (
            #""dependencies":[{"name":"","version":"1"}]"#,
            "String is too short (0 chars), minimum 1' on property dependencies[0].name (name is the name of the npm "
                + "module, e.g. lodash)."
        ),
        (#""dependencies":[{"name":"l"},{"name":"l"}]"#, "not unique (indexes 0 and 1)"),
    ])
    func `names within an action are there and distinct`(member: String, words: String) {
        let answer = send(
            .post, "/actions", #"{"name":"a","supported_triggers":[{"id":"post-login"}],\#(member)}"#)
        #expect(answer.status == .badRequest && message(answer).contains(words), "\(message(answer))")
    }

    /// The actions service's own check, after the schema's (ISSUE).
    @Test(arguments: [
        #"{"key":"a","value":"b"}"#, #"{"name":"","value":"b"}"#,
        #"{"name":"\#(String(repeating: "é", count: 129))","value":"b"}"#,
    ])
    func `a secret's name has 1 to 128 characters`(secret: String) {
        let rest = ##""secrets":[{"name":"\##(String(repeating: "é", count: 128))","value":"b"},\##(secret)]"##
        func refused(_ answer: HTTPResponse, _ request: String) {
            #expect(
                answer.text
                    == #"{"statusCode":400,"error":"Bad Request","message":"invalid \#(request).Draft: embedded "#
                    + #"message failed validation | caused by: invalid DraftInformation.Secrets[1]: embedded message "#
                    + #"failed validation | caused by: invalid NameValueOptional.Name: value length must be between 1 "#
                    + #"and 128 runes, inclusive"}"#)
        }
        refused(send(.patch, "/actions/\(create())", "{\(rest)}"), "UpdateActionRequest")
        refused(
            send(.post, "/actions", #"{"name":"a","supported_triggers":[{"id":"post-login"}],\#(rest)}"#),
            "CreateActionRequest")
    }

    @Test(arguments: [
        ("secrets", 30, #"{"name":"K@","value":"v"}"#), ("dependencies", 10, #"{"name":"K@","version":"1"}"#),
    ])
    func `count limits hold in actions as in modules`(property: String, limit: Int, item: String) {
        func member(_ count: Int) -> String {
            let items = (0..<count).map { item.replacing("@", with: "\($0)") }
            return #""\#(property)":[\#(items.joined(separator: ","))]"#
        }
        let id = create("," + member(limit))
        let refused = send(.patch, "/actions/\(id)", "{\(member(limit + 1))}")
        #expect(refused.status == .badRequest)
        #expect(
            message(refused).contains("'Array is too long (\(limit + 1)), maximum \(limit)' on property \(property)"))
        fixture.tenant.withTenant { $0.settings.limits = .off }
        #expect(send(.patch, "/actions/\(id)", "{\(member(limit + 1))}").status == .ok)
    }

    @Test func `the service alone binds entity-bound triggers, and a name means the action that fits`() {
        let body = #"{"bindings":[{"ref":{"type":"action_name","value":"a"}}]}"#
        #expect(send(.patch, "/triggers/event-stream/bindings", body).status == .badRequest)
        #expect(send(.patch, "/triggers/event-stream/bindings", #"{"bindings":[]}"#).status == .ok)
        _ = send(.post, "/actions", #"{"name":"a","supported_triggers":[{"id":"credentials-exchange"}]}"#)
        let id = create()
        _ = deploy(id)
        let bound = send(.patch, "/triggers/post-login/bindings", body).json["bindings"]?.list
        #expect(bound?.first?["action"]?["id"]?.string == id)
    }
}
