import Foundation
import HTTPCore
import JSON
import Tenancy
import TestSupport
import Testing

/// A line of `fixtures/wire/refusals.tsv`.
struct Refusal: Sendable, CustomTestStringConvertible {
    let method, path, body, status, answer: String

    var testDescription: String { "\(method) \(path) \(body)" }

    static let all: [Refusal] = {
        let file = PackageFolder.fixtures.appending(path: "wire").appending(path: "refusals.tsv")
        let text = (try? PackageFolder.text(file)) ?? ""
        return text.split(separator: "\n").filter { !$0.hasPrefix("#") }.map { line in
            let columns = line.components(separatedBy: "\t")
            return Refusal(
                method: columns[0], path: columns[1], body: columns[2], status: columns[3], answer: columns[4])
        }
    }()
}

@Suite struct RefusalTests {
    @Test(arguments: Refusal.all)
    func `a refused request gets its status and its exact body`(refusal: Refusal) throws {
        let fixture = try ManagementFixture()
        let draft = fixture.create(#"{"name":"draft","code":"x"}"#)
        let published = fixture.send(.post, "", #"{"name":"published","code":"x","publish":true}"#).json
        let version = try #require(published["latest_version"]?["id"]?.string)
        func filled(_ text: String) -> String {
            text.replacingOccurrences(of: "{id}", with: draft)
                .replacingOccurrences(of: "{published}", with: published["id"]?.string ?? "")
                .replacingOccurrences(of: "{version}", with: version)
                .replacingOccurrences(of: "{unknown}", with: "00000000-0000-4000-8000-00000000dead")
        }
        let body = filled(refusal.body)
        let answer = fixture.send(HTTPMethod(refusal.method), filled(refusal.path), body.isEmpty ? nil : body)
        #expect(answer.text == refusal.answer)
        #expect("\(answer.status.code)" == refusal.status)
        #expect(answer.value(of: "content-type") == "application/json; charset=utf-8")
        #expect(answer.value(of: "x-ratelimit-limit") == nil)
    }

    @Test func `the table is read`() {
        #expect(Refusal.all.count >= 50)
    }

    @Test(arguments: [
        ("name", 255, 256, "The name of the action module"),
        ("code", 65_536, 65_537, "The source code of the action module"),
        ("api_version", 20, 21, "The API version of the module"),
    ])
    func `lengths are counted in characters, and the last one allowed passes`(
        property: String, longest: Int, tooLong: Int, description: String
    ) throws {
        let fixture = try ManagementFixture()
        func body(_ count: Int) -> String {
            var members = ["name": "n", "code": "c"]
            members[property] = String(repeating: "😀", count: count)
            return "{" + members.map { "\"\($0)\":\"\($1)\"" }.joined(separator: ",") + "}"
        }
        #expect(fixture.send(.post, "", body(longest)).status == .created)
        let message =
            "Payload validation error: 'String is too long (\(tooLong) chars), maximum \(longest)' on property "
            + "\(property) (\(description))."
        #expect(fixture.send(.post, "", body(tooLong)).json["message"]?.string == message)
    }

    @Test func `NUL is refused with the pattern it breaks`() throws {
        let answer = try ManagementFixture().send(.post, "", #"{"name":"a\u0000","code":"x"}"#)
        #expect(answer.text.contains(#"String does not match pattern ^[^\\u0000]*$: a\u0000' on property name"#))
    }

    @Test(arguments: [
        ("secrets", 30, #"{"name":"K@","value":"v"}"#, "The secrets to associate with the action module"),
        ("dependencies", 10, #"{"name":"K@","version":"1"}"#, "The npm dependencies of the action module"),
    ])
    func `count limits hold, and the tenant can lift them`(
        property: String, limit: Int, item: String, description: String
    ) throws {
        let fixture = try ManagementFixture()
        func body(_ count: Int) -> String {
            let items = (0..<count).map { item.replacingOccurrences(of: "@", with: "\($0)") }
            return #"{"name":"n\#(count)","code":"x","\#(property)":[\#(items.joined(separator: ","))]}"#
        }
        #expect(fixture.send(.post, "", body(limit)).status == .created)
        let refused = fixture.send(.post, "", body(limit + 1))
        #expect(refused.status == .badRequest)
        #expect(
            refused.json["message"]?.string
                == "Payload validation error: 'Array is too long (\(limit + 1)), maximum \(limit)' on property "
                + "\(property) (\(description)).")
        fixture.tenant.withTenant { $0.settings.limits = .off }
        #expect(fixture.send(.post, "", body(limit + 1)).status == .created)
    }

    @Test func `the 101st module is a 403 of its own kind`() throws {
        let fixture = try ManagementFixture()
        for index in 0..<100 { _ = fixture.create(#"{"name":"m\#(index)","code":""}"#) }
        let refused = fixture.send(.post, "", #"{"name":"m100","code":""}"#)
        #expect(refused.status == .forbidden)
        #expect(refused.json["errorCode"]?.string == "too_many_entities")
    }

    @Test func `the slug rule refuses spaced and capital names where it is on`() throws {
        var settings = TenantSettings()
        settings.nameRule = .slug
        let fixture = try ManagementFixture(settings)
        #expect(fixture.send(.post, "", #"{"name":"test-module_1","code":"x"}"#).status == .created)
        for name in ["Test Module", "-a", "_a", "a.b", "é"] {
            let answer = fixture.send(.post, "", #"{"name":"\#(name)","code":"x"}"#)
            #expect(answer.status == .badRequest)
            #expect(answer.text.contains("String does not match pattern ^[a-z0-9][a-z0-9_-]*$: \(name)"))
        }
    }

    /// The latest version stays, used or not, so that a small limit is refused without any action.
    @Test(arguments: [
        (0, "That module cannot have a version: the limit is 0."),
        (1, "That module has reached the limit of 1 version, and the latest version stays."),
    ])
    func `a limit of versions that nothing can make room in says so`(limit: Int, text: String) throws {
        let fixture = try ManagementFixture()
        let id = fixture.create(#"{"name":"a","code":"x","publish":\#(limit > 0)}"#)
        fixture.tenant.withTenant { $0.settings.limits.versions = limit }
        #expect(fixture.send(.patch, "/\(id)", #"{"code":"y"}"#).status == .ok)
        let refused = fixture.send(.post, "/\(id)/versions")
        #expect(refused.status == .preconditionFailed && refused.json["message"]?.string == text)
    }

    @Test func `deleting a module in use is a 412`() throws {
        let fixture = try ManagementFixture()
        let module = fixture.send(.post, "", #"{"name":"a","code":"x","publish":true}"#).json
        let id = try #require(module["id"]?.string)
        let version = try #require(module["latest_version"]?["id"]?.string.flatMap { UniqueID($0) })
        let action = ActionID(fixture.world.newID())
        let moduleID = ModuleID(try #require(UniqueID(id)))
        try fixture.tenant.withTenant { (tenant) throws(ModuleError) in
            try tenant.setUses(of: action, named: "an action", [(moduleID, ModuleVersionID(version))])
        }
        let refused = fixture.send(.delete, "/\(id)")
        #expect(refused.status.code == 412)
        #expect(refused.json["error"]?.string == "Precondition Failed")
        let uses = fixture.send(.get, "/\(id)/actions").text
        #expect(
            uses == #"{"actions":[{"action_id":"\#(action.value)","action_name":"an action","module_version_id":"#
                + #""\#(version)","module_version_number":1}],"total":1,"per_page":50}"#)
        #expect(fixture.send(.get, "/\(id)").json["actions_using_module_total"]?.number?.int == 1)
    }
}
