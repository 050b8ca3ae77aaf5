import JSON
import Tenancy
import Testing

@Suite struct TokenExchangeProfileTests {
    private let path = "/token-exchange-profiles"

    private func body(_ action: String, type: String = "https://a.example/t") -> String {
        #"{"name":"profile","subject_token_type":"\#(type)","action_id":"\#(action)","type":"custom_authentication"}"#
    }

    @Test func `a profile needs a deployed action, which it keeps`() throws {
        let fixture = try FamilyFixture()
        let draft = try fixture.makeAction(trigger: "custom-token-exchange", deployed: false)
        #expect(try fixture.send("POST", path, body(draft.value.description)).status == 400)
        #expect(try fixture.send("POST", path, body("nope")).status == 400)
        let action = try fixture.makeAction(trigger: "custom-token-exchange", deployed: true)
        let made = try fixture.send("POST", path, body(action.value.description))
        #expect(made.status == 201)
        #expect(made.body.members?.prefix(3).map(\.key) == ["id", "name", "type"])
        #expect(throws: ActionError.isBound) {
            try fixture.handle.withTenant { (tenant) throws(ActionError) in
                try tenant.deleteAction(action, force: false)
            }
        }
        let id = try #require(made["id"]?.string)
        #expect(try fixture.send("DELETE", "\(path)/\(id)").status == 204)
        try fixture.handle.withTenant { (tenant) throws(ActionError) in
            try tenant.deleteAction(action, force: false)
        }
    }

    @Test func `each type of token has one profile`() throws {
        let fixture = try FamilyFixture()
        let action = try fixture.makeAction(trigger: "custom-token-exchange", deployed: true).value.description
        _ = try fixture.send("POST", path, body(action))
        #expect(try fixture.send("POST", path, body(action)).status == 409)
        _ = try fixture.send("POST", path, body(action, type: "https://a.example/u"))
        let list = try fixture.send("GET", path)
        #expect(list.body.members?.map(\.key) == ["token_exchange_profiles"])
        #expect(list["token_exchange_profiles"]?.items?.count == 2)
    }
}
