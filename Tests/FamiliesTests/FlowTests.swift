import JSON
import Testing

@Suite struct FlowTests {
    @Test func `flows show nothing that is empty, and lists show no actions`() throws {
        let fixture = try FamilyFixture()
        let made = try fixture.send("POST", "/flows", #"{"name":"a","actions":[]}"#)
        #expect(made.status == 201)
        #expect(made.body.members?.map(\.key) == ["id", "name", "created_at", "updated_at"])
        _ = try fixture.send("POST", "/flows", #"{"name":"b"}"#)
        let list = try fixture.send("GET", "/flows?include_totals=true")
        #expect(list.body.members?.map(\.key) == ["limit", "start", "total", "flows"])
        #expect(list["flows"]?.items?.compactMap { $0["name"]?.string } == ["b", "a"])
        #expect(try fixture.send("DELETE", "/flows/af_x").message == "Flow not found")
    }

    @Test func `a form names flows that are there, and flows know their forms`() throws {
        let fixture = try FamilyFixture()
        let flow = try #require(try fixture.send("POST", "/flows", #"{"name":"a"}"#)["id"]?.string)
        let form = { (flow: String) in
            #"{"name":"f","languages":{"primary":"en"},"#
                + #""nodes":[{"id":"n","type":"FLOW","config":{"flow_id":"\#(flow)"}}]}"#
        }
        #expect(try fixture.send("POST", "/forms", form("af_1234567890123456789012")).status == 400)
        #expect(try fixture.send("POST", "/forms", form(flow))["ending"] == ["resume_flow": true])
        let item = try #require(try fixture.send("GET", "/forms").body.items?.first)
        #expect(item.members?.prefix(3).map(\.key) == ["id", "name", "flow_count"] && item["flow_count"] == 1)
        let read = try fixture.send("GET", "/flows/\(flow)?hydrate=form_count,forms")
        #expect(read["form_count"] == 1 && read["forms"]?.items?.first?["name"] == "f")
    }

    @Test func `an empty member of a form goes`() throws {
        let fixture = try FamilyFixture()
        let made = try fixture.send(
            "POST", "/forms", #"{"name":"f","languages":{"primary":"de"},"messages":{},"style":{"css":"a{}"}}"#)
        #expect(made["messages"] == nil && made["style.css"] == "a{}")
        let id = try #require(made["id"]?.string)
        #expect(try fixture.send("PATCH", "/forms/\(id)", #"{"style":{}}"#)["style"] == nil)
    }

    @Test func `a node may lead to the form's end`() throws {
        let answer = try FamilyFixture().send(
            "POST", "/forms", #"{"name":"f","languages":{"primary":"en"},"start":{"next_node":"$ending"}}"#)
        #expect(answer.status == 201)
    }

    @Test func `a vault connection is ready once it has its setup, which is never shown`() throws {
        let fixture = try FamilyFixture()
        let path = "/flows/vault/connections"
        let made = try fixture.send("POST", path, #"{"name":"v","app_id":"HTTP"}"#)
        #expect(
            made["ready"] == false && made["refreshed_at"]?.isNull == true
                && made.body.members?.last?.key == "fingerprint")
        let id = try #require(made["id"]?.string)
        #expect(try fixture.send("GET", "\(path)/\(id)")["refreshed_at"] == nil)
        let setup = #"{"setup":{"type":"BEARER","token":"abc-canary-xyz"}}"#
        let ready = try fixture.send("PATCH", "\(path)/\(id)", setup)
        #expect(ready["ready"] == true && ready["account_name"] == "Bearer abc***xyz")
        #expect(ready["fingerprint"] != made["fingerprint"] && !ready.text.contains("canary"))
        let item = try #require(try fixture.send("GET", path).body.items?.first)
        #expect(item.members?.prefix(3).map(\.key) == ["id", "name", "app_id"] && item["account_name"] == nil)
        let same = try fixture.send("PATCH", "\(path)/\(id)", #"{"name":"v"}"#)
        #expect(same["fingerprint"] == ready["fingerprint"])
    }

    @Test func `a setup that several apps share is taken`() throws {
        let fixture = try FamilyFixture()
        let made = try fixture.send("POST", "/flows/vault/connections", #"{"name":"v","app_id":"SLACK"}"#)
        let id = try #require(made["id"]?.string)
        let setup = #"{"setup":{"type":"OAUTH_CODE","code":"canary"}}"#
        #expect(try fixture.send("PATCH", "/flows/vault/connections/\(id)", setup)["ready"] == true)
    }

    @Test func `executions are none, below a flow that is there`() throws {
        let fixture = try FamilyFixture()
        let flow = try #require(try fixture.send("POST", "/flows", #"{"name":"a"}"#)["id"]?.string)
        #expect(try fixture.send("GET", "/flows/\(flow)/executions?take=5").text == #"{"executions":[]}"#)
        #expect(try fixture.send("GET", "/flows/\(flow)/executions/ex_1").status == 404)
        #expect(try fixture.send("GET", "/flows/af_x/executions").message == "Flow not found")
    }
}
