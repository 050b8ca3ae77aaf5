import JSON
import Resources
import Tenancy
import Testing

@Suite struct GrantTests {
    let fixture: FamilyFixture

    init() throws {
        fixture = try FamilyFixture()
        fixture.services = Services(crypto: StubCrypto())
    }

    private func id(_ path: String, _ body: String, _ member: String = "id") throws -> String {
        let made = try fixture.send("POST", path, body)
        #expect(made.status == 201, "\(made.text)")
        return made[member]?.string ?? ""
    }

    @Test func `a client has one grant for an API and kind of subject`() throws {
        let client = try id("/clients", #"{"name":"a"}"#, "client_id")
        _ = try id("/resource-servers", #"{"identifier":"urn:a"}"#)
        let body = #"{"client_id":"\#(client)","audience":"urn:a","scope":["b","a"]}"#
        let made = try fixture.send("POST", "/client-grants", body)
        #expect(made.body.members?.map(\.key) == ["id", "client_id", "audience", "scope", "subject_type"])
        #expect(made["scope"]?.strings == ["b", "a"])
        let again = try fixture.send("POST", "/client-grants", body)
        #expect(again.status == 409)
        #expect(again.message == "A client grant already exists between \(client) and urn:a")
        _ = try id("/client-grants", #"{"client_id":"\#(client)","audience":"urn:a","subject_type":"user"}"#)
        let ids = try fixture.send("GET", "/client-grants?client_id=\(client)").body.items?.compactMap {
            $0["id"]?.string
        }
        #expect(ids?.count == 2)
        #expect(ids == ids?.sorted())
        #expect(try fixture.send("GET", "/client-grants?audience=urn:b").body.items?.isEmpty == true)
    }

    @Test func `all scopes leave no list of scopes`() throws {
        let client = try id("/clients", #"{"name":"a"}"#, "client_id")
        _ = try id("/resource-servers", #"{"identifier":"urn:a"}"#)
        let grant = try id("/client-grants", #"{"client_id":"\#(client)","audience":"urn:a","scope":["a"]}"#)
        let all = try fixture.send("PATCH", "/client-grants/\(grant)", #"{"allow_all_scopes":true}"#)
        #expect(all["scope"] == nil)
        #expect(try fixture.send("PATCH", "/client-grants/\(grant)", #"{"allow_all_scopes":false}"#).status == 400)
        let some = try fixture.send(
            "PATCH", "/client-grants/\(grant)", #"{"allow_all_scopes":false,"scope":["a"]}"#)
        #expect(some["allow_all_scopes"]?.bool == false)
    }

    @Test func `grants go with their client and with their API`() throws {
        let client = try id("/clients", #"{"name":"a"}"#, "client_id")
        let other = try id("/clients", #"{"name":"b"}"#, "client_id")
        let api = try id("/resource-servers", #"{"identifier":"urn:a"}"#)
        for client in [client, other] {
            _ = try id("/client-grants", #"{"client_id":"\#(client)","audience":"urn:a"}"#)
        }
        _ = try fixture.send("DELETE", "/clients/\(client)")
        #expect(try fixture.send("GET", "/client-grants").body.items?.count == 1)
        _ = try fixture.send("DELETE", "/resource-servers/\(api)")
        #expect(try fixture.send("GET", "/client-grants").body.items?.isEmpty == true)
    }

    @Test func `an API must be there where tokens are strict`() throws {
        let client = try id("/clients", #"{"name":"a"}"#, "client_id")
        fixture.settings.authentication = .strict
        let body = #"{"client_id":"\#(client)","audience":"urn:none"}"#
        #expect(try fixture.send("POST", "/client-grants", body).status == 404)
        _ = try id("/resource-servers", #"{"identifier":"urn:none"}"#)
        #expect(try fixture.send("POST", "/client-grants", body).status == 201)
        let unknown = #"{"client_id":"none","audience":"urn:none"}"#
        #expect(try fixture.send("POST", "/client-grants", unknown).message == "The client does not exist")
    }

    @Test func `an express client has a grant from the start, and is given no other`() throws {
        let client = try id("/clients", #"{"name":"a","app_type":"express_configuration"}"#, "client_id")
        let grants = try fixture.send("GET", "/client-grants?client_id=\(client)").body.items
        #expect(grants?.first?["audience"] == "https://acme.localhost:4664/api/v2/")
        #expect(grants?.first?["is_system"]?.bool == true)
        _ = try id("/resource-servers", #"{"identifier":"urn:a"}"#)
        let refused = try fixture.send("POST", "/client-grants", #"{"client_id":"\#(client)","audience":"urn:a"}"#)
        #expect(refused.message == "Client of type express_configuration cannot be used")
    }

    @Test func `clients are found by an organization of their grants`() throws {
        let client = try id("/clients", #"{"name":"a"}"#, "client_id")
        let grant = try id("/client-grants", #"{"client_id":"\#(client)","audience":"urn:a"}"#)
        fixture.handle.withTenant { tenant in
            tenant.withLinks("organizations/client-grants") { _ = $0.tie("org_x", grant, at: Instant(nanoseconds: 0)) }
        }
        let found = try fixture.send("GET", "/clients?q=client_grant.organization_id:org_x&take=5")
        #expect(found["clients"]?.items?.compactMap { $0["client_id"]?.string } == [client])
        #expect(try fixture.send("GET", "/clients?q=name:a&take=5").status == 400)
    }

    @Test func `device credentials show nothing of their value`() throws {
        let body = #"{"device_name":"d","type":"public_key","value":"c2VjcmV0","device_id":"ab-12","client_id":"c"}"#
        let made = try fixture.send("POST", "/device-credentials", body)
        #expect(made.body.members?.map(\.key) == ["id"])
        #expect(try fixture.send("POST", "/device-credentials", body).status == 409)
        let list = try fixture.send("GET", "/device-credentials?client_id=c")
        #expect(list.body.items?.first?.members?.map(\.key) == ["id", "device_name", "device_id", "type"])
    }

    @Test func `consents begin empty, and are removed by user`() throws {
        #expect(
            try fixture.send("GET", "/grants?include_totals=true").text
                == #"{"total":0,"start":0,"limit":50,"grants":[]}"#)
        #expect(try fixture.send("DELETE", "/grants?user_id=u").status == 204)
        #expect(try fixture.send("DELETE", "/grants").status == 400)
    }
}
