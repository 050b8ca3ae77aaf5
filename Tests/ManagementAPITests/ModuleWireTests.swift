import HTTPCore
import JSON
import Tenancy
import TestSupport
import Testing

/// What the wire shows of a module's life: keys and their order, times, quirks.
@Suite struct ModuleWireTests {
    private static let single = [
        "id", "name", "code", "dependencies", "secrets", "all_changes_published", "actions_using_module_total",
        "created_at", "updated_at",
    ]
    private static let body =
        #"{"name":"a","code":"x","secrets":[{"name":"K","value":"s3cret"}],"#
        + #""dependencies":[{"name":"l","version":"1"}]}"#

    @Test func `creating answers 201 with the module, byte for byte`() throws {
        let answer = try ManagementFixture().send(.post, "", Self.body)
        #expect(answer.status == .created)
        #expect(
            answer.text
                == #"{"id":"00000000-0000-4000-8000-000000000001","name":"a","code":"x","#
                + #""dependencies":[{"name":"l","version":"1"}],"#
                + #""secrets":[{"name":"K","updated_at":"2026-02-16T16:36:00.439000Z"}],"#
                + #""all_changes_published":false,"actions_using_module_total":0,"#
                + #""created_at":"2026-02-16T16:36:00.439000Z","updated_at":"2026-02-16T16:36:00.439000Z"}"#)
    }

    @Test func `every successful answer has the recorded fields`() throws {
        let answer = try ManagementFixture().send(.post, "", Self.body)
        let names = answer.allFields.map(\.name)
        #expect(
            names == [
                "content-type", "cache-control", "vary", "x-content-type-options", "x-ratelimit-limit",
                "x-ratelimit-remaining", "x-ratelimit-reset",
            ])
        #expect(answer.value(of: "cache-control") == "no-cache")
        #expect(answer.value(of: "vary") == "origin,accept-encoding")
        #expect(answer.value(of: "x-ratelimit-reset") == "1771259761")
    }

    @Test func `a PATCH answer echoes created_at, and the next GET shows the true times`() throws {
        let fixture = try ManagementFixture()
        let created = fixture.send(.post, "", Self.body).json
        let id = created["id"]?.string ?? ""
        let patched = fixture.send(.patch, "/\(id)", #"{"secrets":[{"name":"K","value":"2"}]}"#).json
        #expect(patched["updated_at"] == created["created_at"])
        #expect(patched["secrets"]?.list.first?["updated_at"] == created["created_at"])
        let read = fixture.send(.get, "/\(id)").json
        #expect(read["updated_at"] != created["created_at"])
        #expect(read["secrets"]?.list.first?["updated_at"] == read["updated_at"])
        fixture.tenant.withTenant { $0.settings.patchEcho = .updatedAt }
        let truthful = fixture.send(.patch, "/\(id)", #"{"code":"z"}"#).json
        #expect(truthful["updated_at"] == fixture.send(.get, "/\(id)").json["updated_at"])
    }

    @Test func `publishing answers 200 with the version, and the module then shows it`() throws {
        let fixture = try ManagementFixture()
        let id = fixture.create(Self.body)
        #expect(fixture.send(.get, "/\(id)").json.keys == Self.single)
        let answer = fixture.send(.post, "/\(id)/versions")
        #expect(answer.status == .ok)
        #expect(
            answer.json.keys == [
                "id", "module_id", "version_number", "code", "secrets", "dependencies", "created_at",
            ])
        let module = fixture.send(.get, "/\(id)").json
        #expect(module.keys == Self.single + ["latest_version"])
        #expect(module["latest_version"]?.keys == ["id", "version_number", "code", "dependencies", "secrets"])
        #expect(module["all_changes_published"]?.bool == true)
        let one = fixture.send(.get, "/\(id)/versions/\(answer.json["id"]?.string ?? "")")
        #expect(one.text == answer.text)
        #expect(
            fixture.send(.get, "/\(id)/versions").text
                == #"{"versions":[\#(one.text)],"total":1,"page":0,"per_page":20}"#)
    }

    @Test(arguments: [nil, "", "{}", "null"])
    func `publishing takes no content, an empty object or null`(body: String?) throws {
        let fixture = try ManagementFixture()
        let id = fixture.create(Self.body)
        #expect(fixture.send(.post, "/\(id)/versions", body).status == .ok)
    }

    @Test func `the module list has its own item form`() throws {
        let fixture = try ManagementFixture()
        #expect(fixture.send(.get).text == #"{"modules":[],"total":0,"page":0,"per_page":100}"#)
        let id = fixture.create(Self.body)
        let common = [
            "id", "name", "code", "dependencies", "secrets", "actions_using_module_total",
            "all_changes_published",
        ]
        #expect(fixture.send(.get).json["modules"]?.list.first?.keys == common + ["created_at", "updated_at"])
        _ = fixture.send(.post, "/\(id)/versions")
        #expect(
            fixture.send(.get).json["modules"]?.list.first?.keys
                == common + ["latest_version_number", "created_at", "updated_at"])
    }

    @Test func `pages echo what was asked, with total 0 past the end`() throws {
        let fixture = try ManagementFixture()
        let id = fixture.create(Self.body)
        #expect(fixture.send(.get, "?page=3&per_page=7").text == #"{"modules":[],"total":0,"page":3,"per_page":7}"#)
        #expect(
            fixture.send(.get, "/\(id)/versions?page=1&per_page=50").text
                == #"{"versions":[],"total":0,"page":1,"per_page":50}"#)
        #expect(fixture.send(.get, "/\(id)/actions").text == #"{"actions":[],"per_page":50}"#)
        #expect(fixture.send(.get, "/\(id)/actions?page=1").text == #"{"actions":[],"page":1,"per_page":50}"#)
        #expect(fixture.send(.get, "?page=999999999999999999").status == .ok)
    }

    @Test func `deleting answers 204 with a content type and no body`() throws {
        let fixture = try ManagementFixture()
        let answer = fixture.send(.delete, "/\(fixture.create(Self.body))")
        #expect(answer.status == .noContent)
        #expect(answer.body.isEmpty)
        #expect(answer.value(of: "content-type") == "application/json; charset=utf-8")
    }

    @Test func `rolling back answers with the module, its draft restored`() throws {
        let fixture = try ManagementFixture()
        let id = fixture.create(Self.body)
        let version = fixture.send(.post, "/\(id)/versions").json["id"]?.string ?? ""
        _ = fixture.send(.patch, "/\(id)", #"{"code":"other","dependencies":[],"secrets":[]}"#)
        let answer = fixture.send(.post, "/\(id)/rollback", #"{"module_version_id":"\#(version)"}"#)
        #expect(answer.status == .ok)
        #expect(answer.json["code"]?.string == "x")
        #expect(answer.json["all_changes_published"]?.bool == true)
        #expect(answer.json["secrets"]?.list.first?["name"]?.string == "K")
    }

    /// Spelled otherwise it is no change, and comes back in the one spelling that `JSON.stringify` has.
    @Test(arguments: [
        (#"A\n/\"é\""#, #"\u0041\u000a\/\u0022\u00e9\u0022"#), (#"\t"#, #"\u0009"#), (#"\\"#, #"\u005C"#),
        (#"\u001f😀"#, #"\u001F\ud83d\ude00"#),
    ])
    func `a code is the same however it is spelled`(written: String, spelled: String) throws {
        let fixture = try ManagementFixture()
        let id = fixture.create(#"{"name":"m","code":"\#(written)","publish":true}"#)
        let answer = fixture.send(.patch, "/\(id)", #"{"code":"\#(spelled)"}"#)
        #expect(answer.json["all_changes_published"]?.bool == true)
        #expect(String(decoding: answer.body, as: UTF8.self).contains(#""code":"\#(written)""#))
        let other = fixture.send(.patch, "/\(id)", #"{"code":"\#(spelled)!"}"#)
        #expect(other.json["all_changes_published"]?.bool == false)
        #expect(String(decoding: other.body, as: UTF8.self).contains(#""code":"\#(written)!""#))
    }

    @Test func `no answer ever holds a secret's value`() throws {
        let fixture = try ManagementFixture()
        let created = fixture.send(.post, "", Self.body)
        let id = created.json["id"]?.string ?? ""
        let version = fixture.send(.post, "/\(id)/versions")
        let answers = [
            created, version, fixture.send(.get, "/\(id)"), fixture.send(.get), fixture.send(.get, "/\(id)/versions"),
            fixture.send(.patch, "/\(id)", #"{"code":"y"}"#),
            fixture.send(.post, "/\(id)/rollback", #"{"module_version_id":"\#(version.json["id"]?.string ?? "")"}"#),
        ]
        #expect(answers.allSatisfy { !$0.text.contains("s3cret") && $0.status.isSuccess })
    }

    @Test func `ids in the path are taken in either case`() throws {
        let fixture = try ManagementFixture()
        let id = fixture.create(Self.body)
        #expect(fixture.send(.get, "/\(id.uppercased())").json["id"]?.string == id)
    }
}
