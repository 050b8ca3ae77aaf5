import JSON
import Testing

@Suite struct UserTests {
    private static let ada = #"""
        {"connection":"Username-Password-Authentication","email":"Ada@Example.com","password":"Correct 1 horse",
        "user_metadata":{"a":1,"b":2},"app_metadata":{"plan":"gold"},"blocked":false}
        """#

    private func made(_ fixture: FamilyFixture, _ body: String = ada) throws -> String {
        let reply = try fixture.send("POST", "/users", body)
        try #require(reply.status == 201, "\(reply.text)")
        return try #require(reply["user_id"]?.string)
    }

    @Test func `what a new user left out is derived, and its secrets are not shown`() throws {
        let fixture = try FamilyFixture()
        let user = try fixture.send("POST", "/users", Self.ada)
        #expect(
            user.body.members?.map(\.key) == [
                "user_id", "blocked", "created_at", "email", "email_verified", "identities", "name", "nickname",
                "picture", "updated_at", "user_metadata", "app_metadata",
            ])
        #expect(user["email"] == "ada@example.com" && user["name"] == "ada@example.com" && user["nickname"] == "ada")
        #expect(user["picture"]?.string?.hasSuffix("%2Fad.png") ?? false)
        #expect(
            user["identities"]?.items?.first?.members?.map(\.key) == ["connection", "user_id", "provider", "isSocial"])
        let id = try #require(user["user_id"]?.string)
        #expect(id.hasPrefix("auth0|") && id.utf8.count == 30)
        #expect(try fixture.send("GET", "/users/\(id)").text == user.text)
    }

    @Test func `an e-mail is one user's in a connection`() throws {
        let fixture = try FamilyFixture()
        _ = try made(fixture)
        #expect(try fixture.send("POST", "/users", Self.ada).status == 409)
        let other = try made(
            fixture, #"{"connection":"Username-Password-Authentication","email":"b@c.d","password":"Correct 1 horse"}"#)
        let taken = try fixture.send("PATCH", "/users/\(other)", #"{"email":"ada@example.com"}"#)
        #expect(taken.status == 400 && taken.message == "The specified new email already exists")
        #expect(try fixture.send("PATCH", "/users/\(other)", #"{"email":"E@f.g"}"#)["email"] == "e@f.g")
        #expect(try fixture.send("GET", "/users-by-email?email=e@f.g").body.items?.count == 1)
        #expect(try fixture.send("GET", "/users-by-email?email=b@c.d").text == "[]")
    }

    @Test func `metadata are merged on their first level, and an empty object empties them`() throws {
        let fixture = try FamilyFixture()
        let id = try made(fixture)
        let merged = try fixture.send(
            "PATCH", "/users/\(id)", #"{"user_metadata":{"a":null,"c":{"d":1}},"app_metadata":{"x":1}}"#)
        #expect(merged["user_metadata"] == ["b": 2, "c": ["d": 1]])
        #expect(merged["app_metadata"] == ["plan": "gold", "x": 1])
        #expect(merged.body.members?.last?.key == "app_metadata")
        let emptied = try fixture.send("PATCH", "/users/\(id)", #"{"user_metadata":{},"app_metadata":{}}"#)
        #expect(emptied["user_metadata"] == .emptyObject && !emptied.body.contains("app_metadata"))
    }

    @Test func `new members of a user come last, in the order of their names`() throws {
        let fixture = try FamilyFixture()
        let id = try made(fixture)
        let changed = try fixture.send("PATCH", "/users/\(id)", #"{"given_name":"A","family_name":"B"}"#)
        #expect(changed.body.members?.map(\.key).suffix(3) == ["family_name", "given_name", "app_metadata"])
        let reset = try fixture.send("PATCH", "/users/\(id)", #"{"password":"Another 2 horses"}"#)
        #expect(reset["last_password_reset"] != nil && !reset.text.contains("horses"))
        let both = try fixture.send("PATCH", "/users/\(id)", #"{"password":"Another 2 horses","email":"x@y.z"}"#)
        #expect(both.message == "Cannot update password and email simultaneously")
    }

    @Test func `a linked account is part of another, and comes back as it was`() throws {
        let fixture = try FamilyFixture()
        let first = try made(fixture)
        let second = try made(
            fixture,
            #"{"connection":"Username-Password-Authentication","email":"b@c.d","given_name":"B","#
                + #""password":"Correct 1 horse"}"#
        )
        let linked = try fixture.send(
            "POST", "/users/\(first)/identities", #"{"provider":"auth0","user_id":"\#(second)"}"#)
        #expect(linked.status == 201)
        let profile: JSONTree = ["email": "b@c.d", "given_name": "B", "email_verified": false]
        #expect(linked.body.items?.last?["profileData"] == profile)
        #expect(try fixture.send("GET", "/users/\(second)").status == 404)
        let own = String(second.dropFirst(6))
        #expect(try fixture.send("DELETE", "/users/\(first)/identities/auth0/\(own)").body.items?.count == 1)
        let back = try fixture.send("GET", "/users/\(second)")
        #expect(back["email"] == "b@c.d" && back["given_name"] == "B")
    }

    @Test func `roles of a user are listed by name, and go with either`() throws {
        let fixture = try FamilyFixture()
        let id = try made(fixture)
        let roles = try ["b", "A"].map { name in
            try fixture.send("POST", "/roles", #"{"name":"\#(name)"}"#)["id"]?.string ?? ""
        }
        let body = #"{"roles":["\#(roles[0])","\#(roles[1])"]}"#
        #expect(try fixture.send("POST", "/users/\(id)/roles", body).status == 204)
        #expect(try fixture.send("GET", "/users/\(id)/roles").body.items?.map { $0["name"] } == ["A", "b"])
        _ = try fixture.send("DELETE", "/roles/\(roles[0])")
        #expect(try fixture.send("GET", "/users/\(id)/roles").body.items?.count == 1)
        #expect(try fixture.send("POST", "/users/\(id)/roles", #"{"roles":["rol_none"]}"#).status == 400)
        #expect(try fixture.send("DELETE", "/users/\(id)").status == 204)
        #expect(try fixture.send("GET", "/users/\(id)/roles").status == 404)
    }

    @Test func `authentication methods are masked where they are read`() throws {
        let fixture = try FamilyFixture()
        let id = try made(fixture)
        let list =
            #"[{"type":"phone","name":"p","phone_number":"+4420718387"},{"type":"email","email":"someone@b.cdef"}]"#
        let put = try fixture.send("PUT", "/users/\(id)/authentication-methods", list)
        #expect(put.body.items?.map { $0["type"] } == ["phone", "email"] && put.text.contains("+4420718387"))
        let read = try fixture.send("GET", "/users/\(id)/authentication-methods?include_totals=true")
        #expect(read["authenticators"]?.items?.map { $0["type"] } == ["email", "phone"] && read["total"] == 2)
        #expect(read.text.contains("some***@b.cd**") || read.text.contains("some***@b.cd*"))
        #expect(read.text.contains("XXXXXXX8387"))
        #expect(try fixture.send("DELETE", "/users/\(id)/authentication-methods").status == 204)
        #expect(
            try !fixture.send("GET", "/users/\(id)/authentication-methods?include_totals=true").body.contains("total"))
    }

    @Test func `users go with their connection, and permissions with their API`() throws {
        let fixture = try FamilyFixture()
        let connection = try fixture.send("POST", "/connections", #"{"name":"other","strategy":"auth0"}"#)
        let gone = try made(fixture, #"{"connection":"other","email":"a@b.c","password":"Correct 1 horse"}"#)
        let stays = try made(fixture)
        _ = try fixture.send("DELETE", "/connections/\(connection["id"]?.string ?? "")")
        #expect(try fixture.send("GET", "/users/\(gone)").status == 404)

        let api = try fixture.send(
            "POST", "/resource-servers",
            #"{"identifier":"urn:a","name":"A","scopes":[{"value":"r","description":"d"},{"value":"w"}]}"#)
        let permission = #"{"permissions":[{"resource_server_identifier":"urn:a","permission_name":"r"}]}"#
        #expect(try fixture.send("POST", "/users/\(stays)/permissions", permission).status == 201)
        let role = try fixture.send("POST", "/roles", #"{"name":"R"}"#)["id"]?.string ?? ""
        _ = try fixture.send(
            "POST", "/roles/\(role)/permissions",
            #"{"permissions":[{"resource_server_identifier":"urn:a","permission_name":"r"},"#
                + #"{"resource_server_identifier":"urn:a","permission_name":"w"}]}"#
        )
        _ = try fixture.send("POST", "/users/\(stays)/roles", #"{"roles":["\#(role)"]}"#)
        let items = try fixture.send("GET", "/users/\(stays)/permissions").body.items ?? []
        #expect(items.map { $0["permission_name"] } == ["r", "w"])
        #expect(
            items.map { $0["sources"]?.items?.compactMap { $0["source_type"]?.string } } == [
                ["DIRECT", "ROLE"], ["ROLE"],
            ])
        let effective = try fixture.send(
            "GET", "/users/\(stays)/effective-permissions?resource_server_identifier=urn:a")
        #expect(effective["permissions"]?.items?.first?["sources"] == ["direct", "roles"])
        let unknown = #"{"permissions":[{"resource_server_identifier":"urn:a","permission_name":"x"}]}"#
        #expect(try fixture.send("POST", "/users/\(stays)/permissions", unknown).status == 404)
        _ = try fixture.send("DELETE", "/resource-servers/\(api["id"]?.string ?? "")")
        #expect(try fixture.send("GET", "/users/\(stays)/permissions").text == "[]")
    }
}
