import ControlAPI
import Faults
import HTTPCore
import JSON
import Journal
import Tenancy
import TestSupport
import Testing

@Suite struct FamilyCallTests {
    @Test func `families are told for the tenant that is asked about, and one by its name`() throws {
        let world = ManualWorld()
        let control = ControlResponder(
            directory: TenantDirectory(start: Tenant(settings: TenantSettings()), world: world.world),
            journal: Journal(), faults: Faults(), metrics: Metrics(operations: { [] }),
            families: { question in
                switch question {
                case .all(let tenant): Array(#"{"of":"\#(tenant.name)"}"#.utf8)
                case .one(let name): name == "roles" ? Array(#"{"name":"roles"}"#.utf8) : nil
                }
            },
            world: world.world, version: "1", manage: { _, _ in HTTPResponse(status: .ok) })
        func get(_ path: String) -> HTTPResponse {
            control.respond(to: TestRequest.make(.get, "/__admin/families\(path)"), forTenant: "acme")
        }
        #expect(get("").text == #"{"of":"acme"}"# && get("").value(of: "content-type") == "application/json")
        #expect(get("?tenant=*").status == .badRequest)
        #expect(get("/roles").text == #"{"name":"roles"}"#)
        #expect(get("/nothing").status == .notFound)
        #expect(get("/nothing").json["message"]?.string?.contains("GET /__admin/families") == true)
    }
}
