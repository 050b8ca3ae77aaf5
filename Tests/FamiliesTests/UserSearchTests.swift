import JSON
import Tenancy
import TestSupport
import Testing

/// The query language of user search, by what it finds.
@Suite struct UserSearchTests {
    private static func user(_ name: String, _ more: String = "") -> String {
        #"{"connection":"Username-Password-Authentication","password":"Correct 1 horse","email":"\#(name)@a.example""#
            + #","username":"\#(name)"\#(more)}"#
    }

    private static func fixture() throws -> FamilyFixture {
        let fixture = try FamilyFixture()
        let users = [
            user("kim", #","name":"Kim Lee","app_metadata":{"tags":["x","y"],"age":30,"deep":{"on":true}}"#),
            user("lou", #","name":"Lou \"Q\" Öst","blocked":true,"app_metadata":{"age":4,"none":[]}"#),
            user("max", #","given_name":"Kim","user_metadata":{"age":"30","full name":"m"},"email_verified":true"#),
        ]
        for user in users { #expect(try fixture.send("POST", "/users", user).status == 201) }
        return fixture
    }

    @Test func `a search that is behind sees users as they were, all other reads as they are`() throws {
        let fixture = try Self.fixture()
        fixture.settings.searchDelay = 60_000
        func found(_ query: String) throws -> [String] {
            try fixture.send("GET", "/users?q=\(query)").body.items?.compactMap { $0["username"]?.string } ?? []
        }
        let id = try #require(try fixture.send("GET", "/users-by-email?email=lou@a.example").body.items?.first)
        let path = "/users/\(id["user_id"]?.string ?? "")"
        #expect(try fixture.send("PATCH", path, #"{"name":"Ann"}"#)["name"] == "Ann")
        #expect(try fixture.send("POST", "/users", Self.user("new")).status == 201)
        #expect(try found("name:Ann") == [])
        #expect(try found("name:lou*") == ["lou"])
        #expect(try found("email:new@a.example") == [])
        #expect(try fixture.send("GET", path)["name"] == "Ann")
        #expect(try fixture.send("GET", "/users").body.items?.count == 4)
        fixture.world.advance(seconds: 61)
        #expect(try found("name:Ann") == ["lou"])
        #expect(try fixture.send("DELETE", path).status == 204)
        #expect(try found("blocked:true") == ["lou"])
        #expect(try found("email:*a.example") == ["kim", "lou", "max", "new"])
        fixture.world.advance(seconds: 61)
        #expect(try found("blocked:true") == [])
        #expect(try found("email:new@a.example") == ["new"])
        fixture.world.advance(seconds: -3_600)
        #expect(try fixture.send("POST", "/users", Self.user("old")).status == 201)
        fixture.world.advance(seconds: 61)
        #expect(try found("email:old@a.example") == ["old"])
    }

    /// As many as are searched in parts, on all cores.
    @Test func `of many users a query finds those that a look at each finds, in their order`() throws {
        let fixture = try FamilyFixture()
        let count = 10_000
        let users = (0..<count).map { number in
            Document(
                id: "auth0|\(number)",
                text: Array(
                    #"{"user_id":"auth0|\#(number)","name":"n\#(number % 7)","app_metadata":{"n":\#(number % 11)}}"#
                        .utf8),
                createdAt: Instant(nanoseconds: Int64(number)))
        }
        fixture.handle.withTenant { tenant in
            tenant.fillTable("users")
            tenant.withTable("users") { table in users.forEach { table.append($0) } }
        }
        func numbers(_ query: String) throws -> [String] {
            let found = try fixture.send("GET", "/users?fields=user_id&per_page=100&\(query)")
            let users = found.body.items ?? found["users"]?.items ?? []
            return users.compactMap { $0["user_id"]?.string }
        }
        let fit = (0..<count).filter { $0 % 7 == 3 && $0 % 11 > 8 }
        let ids = fit.map { "auth0|\($0)" }
        #expect(try numbers("q=name:n3 AND app_metadata.n:[9 TO *]") == Array(ids.prefix(100)))
        #expect(try numbers("q=name:n3 AND app_metadata.n:[9 TO *]&page=2") == Array(ids.dropFirst(200).prefix(100)))
        let whole = try fixture.send("GET", "/users?q=name:n3 AND app_metadata.n:[9 TO *]&include_totals=true")
        #expect(whole["total"]?.int == fit.count)
        let last = try numbers("q=name:n3&sort=user_id:-1")
        let named = (0..<count).filter { $0 % 7 == 3 }.map { "auth0|\($0)" }
        #expect(last == Array(named.sorted(by: >).prefix(100)))
        let sorted = try numbers("sort=name:1&page=3")
        #expect(
            sorted == (0..<count).filter { $0 % 7 == 0 }.map { "auth0|\($0)" }.dropFirst(300).prefix(100).map(\.self))
    }

    @Test(arguments: [
        ("username:kim", "kim"), ("username:KIM", ""), ("name:\"kim lee\"", "kim"), ("name:kim", ""),
        ("name:ki?*lee", "kim"), ("email:*a.exam*", "kim lou max"), ("name:Kim\\ Lee", "kim"), ("kim", "kim max"),
        ("app_metadata.tags:y", "kim"), ("app_metadata.deep.on:true", "kim"), ("app_metadata.age:[5 TO *]", "kim"),
        ("app_metadata.age:{4 TO 30}", ""), ("app_metadata.age:[4 TO 30}", "lou"), ("user_metadata.age:30", "max"),
        ("_exists_:app_metadata.none", ""), ("_exists_:app_metadata.tags", "kim"), ("app_metadata.age:*", "kim lou"),
        ("name:*\\ \\\"q\\\"*", "lou"), ("name:\"lou \\\"q\\\" ÖST\"", "lou"), ("name:*öst", "lou"),
        ("blocked:true OR email_verified:true", "lou max"), ("username:(kim OR max)", "kim max"),
        ("username:k* AND NOT blocked:true", "kim"), ("NOT _exists_:blocked OR blocked:false", "kim max"),
        ("email:*a.exam* -blocked:true", "kim max"), ("+username:kim +blocked:true", ""),
        ("-blocked:true -username:kim", "max"),
        ("username:kim username:lou", "kim lou"), ("username:nobody username:lou", "lou"), ("and", ""),
        ("user_metadata.full\\ name:m", "max"), ("email.domain:\"A.example\"", "kim lou max"), ("nothing:1", ""),
        ("created_at:[2000 TO *]", "kim lou max"), ("created_at:{* TO 2000-01}", ""), ("*", "kim lou max"),
        ("*:*", "kim lou max"),
        ("identities.provider:auth0 AND username:l*", "lou"), ("(username:kim OR username:max) AND name:kim*", "kim"),
    ])
    func `a query finds these users`(query: String, names: String) throws {
        let found = try Self.fixture().send("GET", "/users?q=\(query)")
        try #require(found.status == 200)
        #expect(found.body.items?.compactMap { $0["username"]?.string }.joined(separator: " ") == names)
    }

    @Test(arguments: [
        "name:", "(name:a", "name:a)", "name:[a TO]", "name:[1 2]", "\"open", "name:*ab", "AND a", "a AND", "NOT",
        "a OR OR b", ":a",
        "user_metadata.a:b*", "user_metadata.a:[1 TO 2]", "a..b:c", "name:a^b:c:", "()",
    ])
    func `a text that is no query is refused`(query: String) throws {
        let refused = try FamilyFixture().send("GET", "/users?q=\(query)")
        #expect(refused.status == 400 && refused["errorCode"] == "invalid_query_string")
    }

    @Test func `a query as deep as it likes is refused, not followed`() throws {
        let deep = String(repeating: "(", count: 10_000) + "a" + String(repeating: ")", count: 10_000)
        #expect(try FamilyFixture().send("GET", "/users?q=\(deep)").status == 400)
    }

    @Test func `pages end at a thousand, and sorting goes both ways`() throws {
        let fixture = try Self.fixture()
        let sorted = try fixture.send("GET", "/users?sort=email:-1&per_page=2&include_totals=true")
        #expect(sorted.body.members?.map(\.key) == ["start", "limit", "length", "users", "total"])
        #expect(
            sorted["users"]?.items?.compactMap { $0["username"]?.string } == ["max", "lou"] && sorted["total"] == 3)
        let blocked = try fixture.send("GET", "/users?sort=blocked:1").body.items?.first
        #expect(blocked?["username"] == "lou", "those without the member come last")
        #expect(try fixture.send("GET", "/users?page=9&per_page=100").status == 200)
        let beyond = try fixture.send("GET", "/users?page=10&per_page=100")
        #expect(beyond.status == 400 && beyond["errorCode"] == "invalid_paging")
        #expect(try fixture.send("GET", "/users?sort=user_metadata.a:1").status == 400)
    }

    @Test func `any text is understood or refused`() throws {
        let fixture = try Self.fixture()
        var random = SeededGenerator(seed: 3)
        let tokens = [
            "a", "kim", "name", ":", ":", "(", ")", "[", "]", "{", "}", "\"", "\\", " ", " ", "*", "?", "TO", "AND",
            "OR",
            "NOT", "-", "+", "!", "||", "&&", "~2", "^", ".", "_exists_", "2025-12", "é", "user_metadata.x",
            "\u{1F600}",
        ]
        for _ in 0..<3_000 {
            let text = (0..<Int.random(in: 1..<12, using: &random)).map { _ in
                tokens.randomElement(using: &random) ?? ""
            }
            // The fixture's own splitting of queries is not meant here.
            let query = text.joined().split(separator: "&&").joined(separator: " AND ")
            let found = try fixture.send("GET", "/users?q=\(query)")
            #expect(found.status == 200 || found["errorCode"] == "invalid_query_string", "\(query)")
        }
    }

    /// Random queries over random users, against an evaluator that knows neither indexes nor bytes.
    @Test func `a search finds what looking at every user finds`() throws {
        var random = SeededGenerator(seed: 7)
        let fixture = try FamilyFixture()
        var users: [Naive.User] = []
        for number in 0..<40 {
            let user = Naive.User(number, &random)
            #expect(try fixture.send("POST", "/users", user.body).status == 201)
            users.append(user)
        }
        for _ in 0..<400 {
            let query = Naive.Query(depth: 3, &random)
            let found = try fixture.send("GET", "/users?per_page=100&q=\(query.text)")
            let names = found.body.items?.compactMap { $0["username"]?.string }
            #expect(names == users.filter { query.holds($0) }.map { $0.values["username"] ?? "" }, "\(query.text)")
        }
    }
}

/// Users and queries of a few values, so that they meet.
private enum Naive {
    struct User {
        let values: [String: String]
        let body: String

        init(_ number: Int, _ random: inout SeededGenerator) {
            var values = ["username": "u\(number)", "nickname": "n\(Int.random(in: 0..<5, using: &random))"]
            if Bool.random(using: &random) { values["app_metadata.k"] = "v\(Int.random(in: 0..<3, using: &random))" }
            if Bool.random(using: &random) { values["app_metadata.n"] = "\(Int.random(in: 0..<9, using: &random))" }
            self.values = values
            let metadata = ["k", "n"].compactMap { key in
                values["app_metadata.\(key)"].map { #""\#(key)":\#(key == "n" ? $0 : "\"\($0)\"")"# }
            }
            body =
                #"{"connection":"Username-Password-Authentication","password":"Correct 1 horse","#
                + #""username":"u\#(number)","nickname":"\#(values["nickname"] ?? "")","#
                + #""app_metadata":{\#(metadata.joined(separator: ","))}}"#
        }
    }

    indirect enum Query {
        case field(String, String)
        case below(String, Int)
        case exists(String)
        case not(Query)
        case both(Query, Query)
        case either(Query, Query)

        init(depth: Int, _ random: inout SeededGenerator) {
            switch Int.random(in: 0..<(depth == 0 ? 3 : 6), using: &random) {
            case 0: self = .field("username", "u\(Int.random(in: 0..<50, using: &random))")
            case 1: self = .field("nickname", "n\(Int.random(in: 0..<5, using: &random))")
            case 2:
                self =
                    Bool.random(using: &random)
                    ? .below("app_metadata.n", Int.random(in: 0..<9, using: &random)) : .exists("app_metadata.k")
            case 3: self = .not(Query(depth: depth - 1, &random))
            case 4: self = .both(Query(depth: depth - 1, &random), Query(depth: depth - 1, &random))
            default: self = .either(Query(depth: depth - 1, &random), Query(depth: depth - 1, &random))
            }
        }

        var text: String {
            switch self {
            case .field(let name, let value): "\(name):\(value)"
            case .below(let name, let limit): "\(name):[* TO \(limit)}"
            case .exists(let name): "_exists_:\(name)"
            case .not(let inner): "NOT (\(inner.text))"
            case .both(let left, let right): "(\(left.text)) AND (\(right.text))"
            case .either(let left, let right): "(\(left.text)) OR (\(right.text))"
            }
        }

        func holds(_ user: User) -> Bool {
            switch self {
            case .field(let name, let value): user.values[name] == value
            case .below(let name, let limit): user.values[name].flatMap { Int($0) }.map { $0 < limit } ?? false
            case .exists(let name): user.values[name] != nil
            case .not(let inner): !inner.holds(user)
            case .both(let left, let right): left.holds(user) && right.holds(user)
            case .either(let left, let right): left.holds(user) || right.holds(user)
            }
        }
    }
}
