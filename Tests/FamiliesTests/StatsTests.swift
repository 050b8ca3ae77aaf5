import JSON
import Resources
import Tenancy
import Testing

@Suite struct StatsTests {
    /// Puts documents into a table as a seed does.
    private func bring(_ fixture: FamilyFixture, _ table: String, _ texts: [String]) {
        fixture.handle.withTenant { tenant in
            tenant.withTable(table) { table in
                for (number, text) in texts.enumerated() {
                    table.append(
                        Document(id: "brought-\(number)", text: Array(text.utf8), createdAt: Instant(nanoseconds: 0)))
                }
            }
        }
    }

    private func user(_ number: Int) -> String {
        #"{"connection":"Username-Password-Authentication","email":"u\#(number)@example.com","#
            + #""password":"Corr3ct horse!"}"#
    }

    @Test func `users who came are counted on their day of the tenant's clock`() throws {
        let fixture = try FamilyFixture()
        #expect(try fixture.send("GET", "/stats/daily").text == "[]")
        #expect(try fixture.send("POST", "/users", user(1)).status == 201)
        #expect(try fixture.send("POST", "/users", user(2)).status == 201)
        let first = fixture.handle.world.now()
        var tomorrow = TenantWorld.Change()
        tomorrow.time = first + 86_400_000
        fixture.handle.change(tomorrow)
        #expect(try fixture.send("POST", "/users", user(3)).status == 201)
        let days = try fixture.send("GET", "/stats/daily").body.items ?? []
        #expect(days.map { $0["signups"]?.int } == [2, 1] && days.allSatisfy { $0["logins"] == 0 })
        #expect(days.first?["date"]?.string == String(first.text(digits: 3).prefix(10)) + "T00:00:00.000Z")
        #expect(
            days.first?.members?.map(\.key) == [
                "date", "created_at", "leaked_passwords", "logins", "signups", "updated_at",
            ])
        #expect(try fixture.send("GET", "/stats/active-users").text == "0", "nobody has logged in")
    }

    @Test func `who logged in within thirty days is active`() throws {
        let fixture = try FamilyFixture()
        let now = fixture.handle.world.now()
        let days: [Int64] = [0, 29, 31]
        bring(fixture, "users", days.map { #"{"last_login":"\#((now + -$0 * 86_400_000).text(digits: 3))"}"# })
        #expect(try fixture.send("GET", "/stats/active-users").text == "2")
    }

    @Test func `what the log tells counts where users say less, and a range leaves days out`() throws {
        let fixture = try FamilyFixture()
        bring(fixture, "users", [#"{"created_at":"2026-01-01T05:00:00.000Z","last_login":"2026-01-03T01:00:00.000Z"}"#])
        let log = [("s", "03T01:00:00"), ("s", "03T02:00:00"), ("pwd_leak", "02T00:00:00"), ("sapi", "01T06:00:00")]
        bring(fixture, "logs", log.map { #"{"type":"\#($0.0)","date":"2026-01-\#($0.1).000Z"}"# })
        let days = try fixture.send("GET", "/stats/daily").body.items ?? []
        #expect(days.map { $0["logins"]?.int } == [0, 0, 2] && days.map { $0["signups"]?.int } == [1, 0, 0])
        #expect(days.map { $0["leaked_passwords"]?.int } == [0, 1, 0])
        #expect(days.last?["created_at"] == "2026-01-03T01:00:00.000Z")
        #expect(days.last?["updated_at"] == "2026-01-03T02:00:00.000Z")
        func count(_ query: String) throws -> Int? {
            try fixture.send("GET", "/stats/daily", query: query).body.items?.count
        }
        #expect(try count(#"{"from":"20260102"}"#) == 2)
        #expect(try count(#"{"to":"20260102"}"#) == 2)
        #expect(try count(#"{"from":"20260102","to":"20260102"}"#) == 1)
        #expect(try count(#"{"from":"99999999"}"#) == 0)
        #expect(try count(#"{"to":"00000000"}"#) == 0)
        let crossed = try fixture.send("GET", "/stats/daily", query: #"{"from":"20260103","to":"20260102"}"#)
        #expect(crossed.status == 400 && crossed.message == "'from' date cannot be greater than 'to' date.")
        #expect(try fixture.send("GET", "/stats/daily", query: #"{"from":"yesterday"}"#).status == 400)
    }
}
