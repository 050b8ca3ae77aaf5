import JSON
import Tenancy
import TestSupport
import Testing

@testable import Runtime

/// What becomes of a worker's lines.
@Suite struct RunRecordTests {
    private let tenant: Tenant

    init() throws {
        var tenant = Tenant(settings: TenantSettings())
        let world = ManualWorld()
        for name in ["first", "second"] {
            var patch = ActionPatch()
            patch.name = name
            patch.trigger = TriggerReference(id: "post-login", version: "v3")
            patch.secrets = [NewSecret(name: "K", value: SecretValue("s3cret"))]
            _ = try tenant.createAction(
                patch, deployingAs: ActionVersionID(world.newID()), id: ActionID(world.newID()), at: world.now())
        }
        self.tenant = tenant
    }

    private func record(_ lines: [String], _ end: WorkerOutput.End = .done) throws -> JSONTree {
        var request = RunRequest(trigger: "post-login", event: [:])
        request.actions = ["first", "second"]
        let plan = try RunPlan(request, tenant)
        var output = WorkerOutput(node: "v22.0.0")
        output.lines = lines.map { Array($0.utf8) }
        output.end = end
        return RunRecord(["id": "run_1"], plan, output, RuntimeOptions()).shown(hiding: RunRedaction(plan.secrets))
    }

    @Test func `calls, console and outcome are told by action, without secrets`() throws {
        let run = try record([
            #"{"begin":{"action":0}}"#, #"{"call":{"action":0,"call":"access.deny","args":["s3cret"]}}"#,
            #"{"log":{"action":0,"text":"is s3"}}"#, #"{"log":{"action":0,"text":"cret\n"}}"#,
            #"{"end":{"action":0,"entry":"onExecutePostLogin","ms":1.5,"outcome":{"denied":{"reason":"s3cret"}}}}"#,
            #"{"done":{"status":"final","outcome":{"denied":{"reason":"s3cret"}},"warnings":["s3cret"]}}"#,
        ])
        #expect(run["status"] == "final")
        #expect(run["actions"]?.items?.first?["calls"] == [["call": "access.deny", "args": ["(secret K)"]]])
        #expect(run["actions"]?.items?.first?["logs"] == "is (secret K)\n")
        #expect(run["outcome"] == ["denied": ["reason": "(secret K)"]])
        #expect(run["warnings"] == ["(secret K)"])
        #expect(run["skipped"] == ["second"])
    }

    @Test func `what is suspended keeps its secrets, each once, since they may be others when it goes on`() throws {
        let request = RunRequest(trigger: "post-login", event: ["user": [:]])
        var named = request
        named.actions = ["first", "second"]
        let plan = try RunPlan(named, tenant)
        let kept = SuspendedRun(request, plan, plan.secrets, 1, ["outcome": [:]])
        let read = try #require(SuspendedRun(JSONTree(stored: kept.tree.bytes)))
        #expect(read.action == 1 && read.request.actions?.count == 2)
        #expect(plan.secrets.count == 2 && read.secrets.map(\.name) == ["K"])
        #expect(RunRedaction(read.secrets).applied(to: "is s3cret") == "is (secret K)")
    }

    @Test func `what is remembered is sealed, with the secrets that it may have`() throws {
        var tenant = self.tenant
        let world = ManualWorld()
        let secrets = [Secret(name: "OLD", value: SecretValue("former"), updatedAt: world.now())]
        let begun = RunTables.begin(["id": "run_1"], at: world.now(), &tenant)
        let cache = RunCache(trigger: "post-login", records: [["key", "former"]], secrets: secrets)
        RunTables.finish(begun, ["id": "run_1"], nil, cache, &tenant)
        let document = try #require(tenant.table(RunTables.cache).document("post-login"))
        #expect(document.text == Array("{}".utf8))
        var request = RunRequest(trigger: "post-login", event: [:])
        request.actions = ["first"]
        let plan = try RunPlan(request, tenant)
        #expect(plan.cache == [["key", "former"]])
        #expect(plan.secrets.map(\.name) == ["K", "OLD"])
    }

    @Test(arguments: [
        (WorkerOutput.End.deadline, "action_timeout"), (.flood, "action_error"),
        (.ended("was aborted"), "action_error"),
    ])
    func `what ends the process is an error of the action under way`(
        end: WorkerOutput.End, code: String
    ) throws {
        let run = try record(
            [
                #"{"begin":{"action":0}}"#, #"{"end":{"action":0,"outcome":{"denied":true}}}"#,
                #"{"begin":{"action":1}}"#, #"{"log":{"action":1,"text":"here"}}"#, "no JSON",
            ], end)
        #expect(run["status"] == "partial")
        let actions = try #require(run["actions"]?.items)
        #expect(actions.map { $0["error"]?["code"] } == [nil, .string(code)])
        #expect(actions[1]["logs"] == "here")
        #expect(run["outcome"] == ["denied": true])
    }

    @Test func `what a worker elsewhere makes up breaks nothing, and passes for no good end`() throws {
        for text in [
            #"{"end":{"action":0,"ms":1e300,"boot_ms":-5.55}}"#, #"{"end":{"action":0,"ms":"x"}}"#,
            #"{"end":{"action":9e99}}"#, #"{"done":{"status":"running"}}"#,
        ] {
            let run = try record([#"{"begin":{"action":0}}"#, text])
            #expect(try JSONParser.parse(run.bytes).kind == .object)
            #expect(["final", "partial"].contains(run["status"]))
            #expect(run["actions"]?.items?.first?["ms"] == nil)
        }
        let unread = try record([
            #"{"end":{"action":0,"error":{"message":"\ud83d"}}}"#, #"{"done":{"status":"final"}}"#,
        ])
        #expect(unread["status"] == "partial" && unread["warnings"]?.items?.count == 1)
    }

    @Test(arguments: [1e300, -5.55, .nan, .infinity])
    func `any duration can be told`(milliseconds: Double) throws {
        var request = RunRequest(trigger: "post-login", event: [:])
        request.actions = ["first"]
        let output = WorkerOutput(node: "", milliseconds: milliseconds)
        let run = RunRecord([:], try RunPlan(request, tenant), output, RuntimeOptions()).tree
        #expect((0...1e9).contains(try #require(run["ms"]?.double)))
    }

    @Test func `a run that was reset away leaves nothing, and one that found no room is suspended again`() {
        var tenant = self.tenant
        let before = tenant
        let now = Instant(nanoseconds: 0)
        let begun = RunTables.begin(["id": "run_1"], at: now, &tenant)
        tenant = before
        RunTables.finish(begun, ["id": "run_1", "status": "final"], nil, nil, &tenant)
        #expect(tenant.table(RunTables.runs).count == 0)
        let text: JSONTree = ["id": "run_2", "status": "suspended"]
        let suspended = Document(id: "run_2", text: text.bytes, createdAt: now)
        tenant.withTable(RunTables.runs) { $0.append(suspended) }
        let first = RunTables.resume(suspended, &tenant)
        #expect(first != nil && RunTables.resume(suspended, &tenant) == nil)
        if let first { RunTables.undo(first, &tenant) }
        #expect(tenant.table(RunTables.runs).document("run_2") === suspended)
    }

    @Test func `one that did not start is an error of the first action`() throws {
        let run = try record([], .notStarted("no"))
        #expect(run["actions"]?.items?.first?["error"]?["code"] == "platform_error")
        #expect(run["skipped"] == ["second"])
    }

    @Test func `a long console is cut where no secret is cut in two`() throws {
        let size = RuntimeOptions.logBytesMax
        let text = String(repeating: "x", count: size - 3) + "s3cret"
        let run = try record([
            #"{"begin":{"action":0}}"#, #"{"log":{"action":0,"text":"\#(text)"}}"#, #"{"done":{"status":"final"}}"#,
        ])
        let action = try #require(run["actions"]?.items?.first)
        #expect(action["logs_cut"] == true)
        #expect(action["logs"]?.string?.hasSuffix("x(se") ?? false)
    }
}
