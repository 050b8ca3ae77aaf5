import Families
import HTTPCore
import JSON
import Resources
import ManagementAPI
import TestSupport
import Testing
import Tokens

/// What the API's front does before an operation sees a request.
@Suite struct FrontTests {
    private static let path = "/api/v2/actions/modules"

    @Test(arguments: [
        [], [("Authorization", "Basic dTpw")], [("Authorization", "Bearer")], [("Authorization", "Bearer   ")],
        [("Authorization", "Bearertoken")], [("Authorization", "")],
    ])
    func `without a bearer token the recorded 401 comes`(fields: [(String, String)]) throws {
        let answer = try ManagementFixture().send(TestRequest.make(.get, Self.path, fields: fields))
        #expect(answer.text == #"{"statusCode":401,"error":"Unauthorized","message":"Missing authentication"}"#)
        #expect(answer.value(of: "www-authenticate") == "Bearer")
    }

    @Test(arguments: ["Bearer x", "bearer insecure", "BEARER a.b.c", "Bearer <token>"])
    func `any bearer token passes`(value: String) throws {
        let request = TestRequest.make(.get, Self.path, fields: [("Authorization", value)])
        #expect(try ManagementFixture().send(request).status == .ok)
    }

    /// Those of modules and actions are typed.
    @Test func `no operation of the real service is without emulation`() {
        let missing = Families.catalogue.families.flatMap(\.operations).filter { operation in
            operation.binding == nil && !operation.path.hasPrefix("/actions/")
        }
        #expect(missing.map(\.id) == [])
        #expect(Families.catalogue.families.flatMap(\.strayActs) == [])
    }

    @Test(arguments: ["event_type=user.created", "event_type=user.created&event_type=user.deleted"])
    func `a list in a query may have one item`(query: String) throws {
        let answer = try ManagementFixture().send(TestRequest.make(.get, "/api/v2/events?\(query)"))
        #expect(answer.status == .ok && answer.value(of: "content-type") == "text/event-stream")
    }

    @Test func `the id of an event stream is held against its form`() throws {
        let answer = try ManagementFixture().send(TestRequest.make(.get, "/api/v2/event-streams/est_1"))
        #expect(answer.status == .badRequest)
        #expect(answer.json["message"]?.string?.contains("format event-stream-id: est_1' on property id (") == true)
    }

    /// Those of modules and actions as well, which are told by their ids what they do.
    @Test func `every operation of the real service is found by its path`() throws {
        let fixture = try ManagementFixture()
        let ids = ManagementResponder.operationIDs
        #expect(ids.count == GeneratedFamily.operationCount && ids.count > 452)
        for line in GeneratedFamily.all.flatMap({ $0.lines() }) {
            let path = line.path.split(separator: "/").map { $0.hasPrefix("{") ? "x" : String($0) }
            let request = TestRequest.make(HTTPMethod(line.method), "/api/v2/" + path.joined(separator: "/"))
            let answer = fixture.send(request)
            #expect(answer.operation.map { ids[$0] } == line.id)
            #expect(answer.status != .notImplemented, "\(line)")
        }
    }

    @Test(arguments: ["/", "/api/v2", "/api/v2/nothing", "/api/v2/actions/modules/", "/api/v2/Actions/modules"])
    func `an unknown route is the recorded 404, with or without a token`(path: String) throws {
        let answer = try ManagementFixture().send(TestRequest.make(.get, path, fields: []))
        #expect(answer.text == #"{"statusCode":404,"error":"Not Found","message":"Not Found"}"#)
    }

    @Test(arguments: [
        ("application/json", 201), ("application/json; charset=utf-8", 201), ("Application/JSON", 201), (nil, 201),
        ("text/plain", 415), ("application/x-www-form-urlencoded", 415), ("application/jsonx", 415),
    ])
    func `content must be JSON by its type`(type: String?, status: Int) throws {
        let request = TestRequest.make(.post, Self.path, #"{"name":"a","code":"x"}"#, contentType: type)
        #expect(try ManagementFixture().send(request).status.code == status)
    }

    @Test func `HEAD is answered as GET`() throws {
        #expect(try ManagementFixture().send(.head).status == .ok)
    }
}
