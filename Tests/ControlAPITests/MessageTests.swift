import ControlAPI
import Faults
import HTTPCore
import JSON
import Journal
import Tenancy
import TestSupport
import Testing

@Suite struct MessageTests {
    @Test func `messages are listed oldest first, picked by recipient and kind, and forgotten`() throws {
        let world = ManualWorld()
        let directory = TenantDirectory(start: Tenant(settings: TenantSettings()), world: world.world)
        let control = ControlResponder(
            directory: directory, journal: Journal(), faults: Faults(), metrics: Metrics(operations: { [] }),
            world: world.world, version: "1", manage: { _, _ in HTTPResponse(status: .ok) })
        func send(_ method: HTTPMethod, _ query: String = "") -> HTTPResponse {
            control.respond(to: TestRequest.make(method, "/__admin/messages\(query)"), forTenant: "default")
        }
        try directory.tenant(named: "default").withTenant { tenant in
            for (index, text) in [
                #"{"to":"a@b.c","kind":"verify_email"}"#, #"{"to":"d@e.f","kind":"verify_email"}"#,
                #"{"to":"a@b.c","kind":"reset_email"}"#,
            ].enumerated() {
                let document = Document(
                    id: "\(index)", text: Array(text.utf8), createdAt: Instant(nanoseconds: 0))
                tenant.withTable("messages") { $0.append(document) }
            }
        }
        #expect(send(.get).json["total"]?.number?.int == 3)
        #expect(send(.get, "?to=a%40b.c&kind=reset_email").json["messages"]?.list.map(\.keys) == [["to", "kind"]])
        #expect(
            send(.get, "?kind=verify_email").json["messages"]?.list.compactMap { $0.string("to") } == [
                "a@b.c", "d@e.f",
            ])
        #expect(send(.get, "?count=3&wait=5").deliveryFault == nil)
        let waiting = send(.get, "?to=d%40e.f&count=2&wait=5")
        #expect(waiting.deliveryFault?.delay == 100)
        try directory.tenant(named: "default").withTenant { tenant in
            let text = #"{"to":"d@e.f","kind":"verify_email"}"#
            let document = Document(id: "4", text: Array(text.utf8), createdAt: Instant(nanoseconds: 0))
            tenant.withTable("messages") { $0.append(document) }
        }
        let answer = waiting.released(isLast: false)
        #expect(answer.deliveryFault == nil && answer.json["total"]?.number?.int == 2)
        for query in ["?wait=31", "?count=-1"] { #expect(send(.get, query).status == .badRequest) }
        #expect(send(.delete).status == .noContent)
        #expect(send(.get).json["total"]?.number?.int == 0)
    }
}
