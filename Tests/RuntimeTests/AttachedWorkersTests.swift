import JSON
import Synchronization
import Testing

@testable import Runtime

/// Work for those who ask for it.
@Suite struct AttachedWorkersTests {
    private let workers = AttachedWorkers()

    private func add(_ options: RuntimeOptions = RuntimeOptions()) -> Box {
        let box = Box()
        _ = workers.add(Array("{\"trigger\":\"t\"}\n".utf8), options) { output in
            box.output.withLock { $0 = output }
        }
        return box
    }

    private final class Box: Sendable {
        let output = Mutex<WorkerOutput?>(nil)
        var end: WorkerOutput.End? { output.withLock { $0?.end } }
    }

    @Test func `who asks is there, gets work once, and tells what came of it`() throws {
        #expect(!workers.isAttached)
        #expect(workers.take(isPatient: false) == nil)
        #expect(workers.isAttached)
        let box = add()
        let work = JSONTree(bytes: try #require(workers.take(isPatient: false)))
        #expect(work["id"] == "work_1" && work["job"] == ["trigger": "t"] && work["timeout_ms"] == 20_000)
        #expect(workers.take(isPatient: false) == nil)
        let answer: JSONTree = ["lines": [#"{"done":{"status":"final"}}"#], "ended": "exited", "node": "v22.0.0"]
        #expect(!workers.finish("work_2", answer))
        #expect(workers.finish("work_1", answer))
        #expect(box.end == .done)
        #expect(!workers.finish("work_1", answer))
    }

    @Test func `one that debugs and goes keeps nobody else waiting`() {
        _ = workers.take(isPatient: true)
        let lost = add()
        #expect(workers.take(isPatient: true) != nil)
        let next = add()
        #expect(workers.take(isPatient: false) != nil)
        #expect(workers.finish("work_2", ["lines": [#"{"done":{"status":"final"}}"#]]))
        #expect(next.end == .done && lost.end == nil)
    }

    @Test func `one that is ended is told so, and one that does not come back is given up`() {
        let killed = add()
        _ = workers.take(isPatient: false)
        #expect(workers.finish("work_1", ["lines": [], "ended": "timeout"]))
        #expect(killed.end == .deadline)
        var options = RuntimeOptions()
        options.timeout = -10_001
        let lost = add(options)
        workers.expire()
        #expect(lost.end == .ended("did not answer: it ran elsewhere"))
        #expect(workers.take(isPatient: false) == nil)
    }
}
