import JSON
import Resources
import Tenancy
import TestSupport
import Testing

/// Many at once: each operation is one locked call.
@Suite struct TogetherTests {
    /// Whoever works on a tenant, from any thread.
    private struct Worker: Sendable {
        let handle: TenantHandle

        func send(_ verb: Verb, _ name: String, _ parameters: String..., body: String? = nil) -> (Int, JSONTree) {
            guard let resource = Heaven.catalogue.resource(name) else { return (0, .null) }
            let call = ResourceCall(
                parameters: parameters, body: body.map { JSONTree(text: $0) }, now: handle.world.now(),
                world: handle.world, scheme: "http://", authority: "a", settings: handle.sharedSettings,
                catalogue: Heaven.catalogue)
            do throws(Refusal) {
                let answer = try handle.withTenant { (tenant) throws(Refusal) in
                    try resource.perform(verb, call, &tenant)
                }
                return (answer.status, JSONTree(bytes: answer.body))
            } catch {
                return (error.status, .null)
            }
        }
    }

    private let directory = TenantDirectory(start: Tenant(settings: TenantSettings()), world: ManualWorld().world)

    @Test func `what two tenants do at once is each one's own`() async throws {
        let workers = try ["one", "two"].map { Worker(handle: try directory.tenant(named: $0)) }
        await withTaskGroup { group in
            for (index, worker) in workers.enumerated() {
                for task in 0..<8 {
                    group.addTask {
                        for number in 0..<50 {
                            let name = "\(index)-\(task)-\(number)"
                            let made = worker.send(.create, "planets", body: #"{"name":"\#(name)"}"#)
                            guard let id = made.1["id"]?.string, number.isMultiple(of: 5) else { continue }
                            _ = worker.send(.remove, "planets", id)
                        }
                    }
                }
            }
        }
        for (index, worker) in workers.enumerated() {
            let all = worker.handle.withTenant { $0.table("planets").all }
            #expect(all.count == 8 * 40)
            #expect(Set(all.map(\.id)).count == all.count)
            #expect(all.allSatisfy { $0.tree["name"]?.string?.hasPrefix("\(index)-") ?? false })
        }
    }

    @Test func `changes of one document at once are all there afterwards`() async throws {
        let worker = Worker(handle: try directory.tenant(named: "one"))
        let id = try #require(worker.send(.create, "planets", body: #"{"name":"a","tags":{}}"#).1["id"]?.string)
        await withTaskGroup { group in
            for task in 0..<64 {
                group.addTask { _ = worker.send(.patch, "planets", id, body: #"{"tags":{"t\#(task)":1}}"#) }
            }
        }
        #expect(worker.send(.read, "planets", id).1["tags"]?.members?.count == 64)
    }

    @Test func `of many who want one name one gets it`() async throws {
        let worker = Worker(handle: try directory.tenant(named: "one"))
        let statuses = await withTaskGroup(of: Int.self) { group in
            for _ in 0..<32 { group.addTask { worker.send(.create, "planets", body: #"{"name":"a"}"#).0 } }
            return await group.reduce(into: [Int]()) { $0.append($1) }
        }
        #expect(statuses.count { $0 == 201 } == 1)
        #expect(statuses.count { $0 == 409 } == 31)
    }
}
