import ControlAPI
import Faults
import HTTPCore
import JSON
import Journal
import Tenancy
import TestSupport
import Testing

@Suite struct DeliveryCallTests {
    private let directory: TenantDirectory
    private let control: ControlResponder

    init() {
        let world = ManualWorld()
        directory = TenantDirectory(start: Tenant(settings: TenantSettings()), world: world.world)
        control = ControlResponder(
            directory: directory, journal: Journal(), faults: Faults(), metrics: Metrics(operations: { [] }),
            world: world.world, version: "1", manage: { _, _ in HTTPResponse(status: .ok) })
    }

    private func send(_ method: HTTPMethod, _ query: String = "") -> HTTPResponse {
        control.respond(to: TestRequest.make(method, "/__admin/deliveries\(query)"), forTenant: "default")
    }

    private func add(_ table: String, _ id: String, at seconds: Int64, _ text: String) throws {
        let document = Document(id: id, text: Array(text.utf8), createdAt: Instant(unixSeconds: seconds))
        try directory.tenant(named: "default").withTenant { tenant in
            tenant.withTable(table) { $0.append(document) }
        }
    }

    @Test func `deliveries of both kinds are listed oldest first, picked, waited for, and forgotten`() throws {
        try add(
            "event-streams/deliveries", "est_1/evt_1", at: 2,
            #"{"id":"evt_1","event_stream_id":"est_1","status":"kept","attempts":[{"status":"failed"}],"#
                + #""event":{"type":"user.created"},"sink":"webhook"}"#)
        try add(
            "log-streams/deliveries", "lst_1/900", at: 1,
            #"{"id":"900","log_stream_id":"lst_1","status":"failed","attempts":[{"status":"failed"}],"#
                + #""log":{"type":"sapi"},"sink":"http"}"#)
        let list = try #require(send(.get).json["deliveries"]?.list)
        #expect(list.map { $0.string("stream") } == ["lst_1", "est_1"])
        #expect(list[0].keys == ["id", "stream", "sink", "status", "attempts", "log"])
        // Nobody was called for what is kept.
        #expect(list[1]["attempts"]?.list.isEmpty ?? false && list[0]["attempts"]?.list.count == 1)
        #expect(send(.get, "?stream=est_1").json["total"]?.number?.int == 1)
        #expect(send(.get, "?stream=est").json["total"]?.number?.int == 0)
        #expect(send(.get, "?status=failed").json["deliveries"]?.list.map { $0.string("id") } == ["900"])
        let waiting = send(.get, "?status=success&wait=5")
        #expect(waiting.deliveryFault?.delay == 100)
        try add("log-streams/deliveries", "lst_1/901", at: 3, #"{"id":"901","status":"success"}"#)
        #expect(waiting.released(isLast: false).json["total"]?.number?.int == 1)
        #expect(send(.get, "?wait=31").status == .badRequest)
        #expect(send(.delete).status == .noContent)
        #expect(send(.get).json["total"]?.number?.int == 0)
    }
}
