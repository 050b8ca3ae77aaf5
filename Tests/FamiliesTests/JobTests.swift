import Families
import Ground
import JSON
import Resources
import Tenancy
import TestSupport
import Testing

/// Imports, exports and mails.
@Suite struct JobTests {
    private func connection(_ fixture: FamilyFixture) throws -> String {
        let list = try fixture.send("GET", "/connections").body.items ?? []
        return try #require(list.first { $0["name"] == "Username-Password-Authentication" }?["id"]?.string)
    }

    /// A form as clients send it, as one JSON string.
    private func form(_ connection: String, _ users: String, upsert: Bool = false) -> String {
        let parts = [("connection_id", connection), ("upsert", String(upsert)), ("users", users)]
        let lines = parts.map { "--b\r\nContent-Disposition: form-data; name=\"\($0.0)\"\r\n\r\n\($0.1)\r\n" }
        return String(decoding: JSONTree.string(lines.joined() + "--b--\r\n").bytes, as: UTF8.self)
    }

    private func run(_ fixture: FamilyFixture, _ form: String) throws -> (job: FamilyFixture.Reply, id: String) {
        let made = try fixture.send("POST", "/jobs/users-imports", form)
        try #require(made.status == 202, "\(made.text)")
        let id = try #require(made["id"]?.string)
        return (try fixture.send("GET", "/jobs/\(id)"), id)
    }

    @Test func `an import makes users, changes them, and tells of rows that are wrong`() throws {
        let fixture = try FamilyFixture()
        let connection = try connection(fixture)
        let rows = #"[{"email":"A@b.c","user_metadata":{"a":1}},{"email":"no"},{"name":"x"},{"email":"d@e.f","odd":1}]"#
        let (job, id) = try run(fixture, form(connection, rows))
        #expect(job["status"] == "completed")
        #expect(job["summary"] == ["failed": 3, "updated": 0, "inserted": 1, "total": 4])
        let errors = try fixture.send("GET", "/jobs/\(id)/errors").body.items ?? []
        #expect(
            errors.map { $0["errors"]?.items?.first?["code"]?.string } == [
                "INVALID_FORMAT", "OBJECT_MISSING_REQUIRED_PROPERTY", "OBJECT_ADDITIONAL_PROPERTIES",
            ])
        let user = try #require(fixture.send("GET", "/users-by-email?email=a@b.c").body.items?.first)
        #expect(user.members?.first?.key == "email" && user["picture"]?.string?.hasPrefix("https://secure.") ?? false)

        let (again, second) = try run(fixture, form(connection, #"[{"email":"a@b.c"}]"#))
        #expect(again["summary"]?["failed"] == 1)
        #expect(try fixture.send("GET", "/jobs/\(second)/errors").text.contains("DUPLICATED_USER"))
        let (changed, third) = try run(
            fixture, form(connection, #"[{"email":"a@b.c","user_metadata":{"b":2}}]"#, upsert: true))
        #expect(changed["summary"]?["updated"] == 1)
        #expect(try fixture.send("GET", "/jobs/\(third)/errors").status == 204)
        let replaced = try fixture.send("GET", "/users-by-email?email=a@b.c").body.items?.first
        #expect(replaced?["user_metadata"] == ["b": 2], "metadata are replaced, not merged")
    }

    @Test func `an import runs a second later by itself, and two at most wait`() throws {
        let fixture = try FamilyFixture()
        let connection = try connection(fixture)
        for name in ["a", "b"] {
            let made = try fixture.send("POST", "/jobs/users-imports", form(connection, #"[{"email":"\#(name)@b.c"}]"#))
            #expect(made["status"] == "pending")
        }
        #expect(try fixture.send("GET", "/users-by-email?email=a@b.c").text == "[]")
        #expect(try fixture.send("POST", "/jobs/users-imports", form(connection, "[]")).status == 429)
        fixture.world.advance(seconds: 2)
        #expect(try fixture.send("GET", "/users-by-email?email=a@b.c").body.items?.count == 1)
        let ids = try fixture.send("GET", "/users").body.items?.compactMap { $0["user_id"]?.string } ?? []
        #expect(ids.count == 2 && Set(ids).count == 2, "though both were made at one instant")
    }

    @Test func `a search that is behind finds what an import made and changed late, too`() throws {
        let fixture = try FamilyFixture()
        fixture.settings.searchDelay = 60_000
        let connection = try connection(fixture)
        _ = try run(fixture, form(connection, #"[{"email":"a@b.c","name":"Ann"}]"#))
        #expect(try fixture.send("GET", "/users-by-email?email=a@b.c").body.items?.count == 1)
        #expect(try fixture.send("GET", "/users?q=name:Ann").text == "[]")
        fixture.world.advance(seconds: 61)
        #expect(try fixture.send("GET", "/users?q=name:Ann").body.items?.count == 1)
        _ = try run(fixture, form(connection, #"[{"email":"a@b.c","name":"Bob"}]"#, upsert: true))
        #expect(try fixture.send("GET", "/users-by-email?email=a@b.c").body.items?.first?["name"] == "Bob")
        #expect(try fixture.send("GET", "/users?q=name:Ann").body.items?.count == 1)
        fixture.world.advance(seconds: 61)
        #expect(try fixture.send("GET", "/users?q=name:Ann").text == "[]")
    }

    @Test func `what is no list of users fails as a whole`() throws {
        let fixture = try FamilyFixture()
        let (job, id) = try run(fixture, form(connection(fixture), "{"))
        #expect(job["status"] == "failed")
        #expect(try fixture.send("GET", "/jobs/\(id)/errors")["status_details"] != nil)
        #expect(try fixture.send("GET", "/jobs/job_none").message == "The job does not exist")
    }

    @Test func `an export has the fields that were asked for`() throws {
        let fixture = try FamilyFixture()
        _ = try run(fixture, form(connection(fixture), #"[{"email":"a@b.c","name":"say \"a\""}]"#))
        let fields = #"[{"name":"name","export_as":"n"},{"name":"identities[0].provider"}]"#
        for (format, content) in [
            ("csv", "\"n\",\"identities[0].provider\"\n\"say \"\"a\"\"\",\"auth0\"\n"),
            ("json", #"{"n":"say \"a\"","identities[0].provider":"auth0"}"# + "\n"),
        ] {
            let job = try fixture.send("POST", "/jobs/users-exports", #"{"format":"\#(format)","fields":\#(fields)}"#)
            let done = try fixture.send("GET", "/jobs/\(job["id"]?.string ?? "")")
            let name = try #require(done["location"]?.string?.split(separator: "/").last)
            let file = fixture.handle.withTenant { UserExports.file(String(name), in: $0) }
            #expect(file == GZip.file(of: Array(content.utf8)))
        }
    }

    @Test func `a verification mail is kept with its ticket`() throws {
        let fixture = try FamilyFixture()
        let user = try fixture.send(
            "POST", "/users",
            #"{"connection":"Username-Password-Authentication","email":"a@b.c","password":"Correct 1 horse","#
                + #""verify_email":false}"#
        )
        let id = user["user_id"]?.string ?? ""
        #expect(fixture.handle.withTenant { $0.table(Messages.table).count } == 0)
        let job = try fixture.send("POST", "/jobs/verification-email", #"{"user_id":"\#(id)"}"#)
        #expect(job.status == 201)
        #expect(try fixture.send("GET", "/jobs/\(job["id"]?.string ?? "")")["status"] == "completed")
        let message = try #require(fixture.handle.withTenant { $0.table(Messages.table).all.last?.tree })
        #expect(message["to"] == "a@b.c" && message["kind"] == "verify_email")
        #expect(message["link"]?.string?.contains("/u/email-verification?ticket=") ?? false)
    }

    @Test func `a ticket is for a user who is there`() throws {
        let fixture = try FamilyFixture()
        let connection = try connection(fixture)
        _ = try run(fixture, form(connection, #"[{"email":"a@b.c"}]"#))
        let ticket = try fixture.send(
            "POST", "/tickets/password-change", #"{"email":"A@b.c","connection_id":"\#(connection)"}"#)
        #expect(ticket["ticket"]?.string?.hasPrefix("http://acme.localhost:4664/u/reset-password?ticket=") ?? false)
        #expect(ticket["ticket"]?.string?.last == "#")
        let none = try fixture.send("POST", "/tickets/email-verification", #"{"user_id":"auth0|none"}"#)
        #expect(none.status == 404 && none["errorCode"] == "inexistent_user")
    }
}
