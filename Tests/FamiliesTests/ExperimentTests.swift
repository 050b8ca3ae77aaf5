import JSON
import Tenancy
import Testing

@Suite struct ExperimentTests {
    private let path = "/experimentation"

    private struct Setup {
        let fixture: FamilyFixture
        var flag = ""
        var variations: [String] = []
        var experiment = ""

        func status(_ what: String, _ status: String) throws -> FamilyFixture.Reply {
            try fixture.send("POST", "/experimentation/\(what)/status", #"{"status":"\#(status)"}"#)
        }
    }

    private func setUp(weights: [Int] = [40, 60]) throws -> Setup {
        let fixture = try FamilyFixture()
        fixture.settings.hasExperimentation = true
        var setup = Setup(fixture: fixture)
        let flag = try fixture.send(
            "POST", "\(path)/feature-flags", #"{"name":"flag","parameters":{"p":{"type":"string","value":"x"}}}"#)
        setup.flag = try #require(flag["id"]?.string)
        for name in ["one", "two"] {
            let made = try fixture.send(
                "POST", "\(path)/feature-flags/\(setup.flag)/variations",
                #"{"name":"\#(name)","overrides":{"p":{"value":"y"}}}"#)
            setup.variations.append(try #require(made["id"]?.string))
        }
        let allocations = zip(setup.variations, weights).enumerated().map { index, pair in
            #"{"variation_id":"\#(pair.0)","weight":\#(pair.1),"is_control":\#(index == 0)}"#
        }
        let made = try fixture.send(
            "POST", "\(path)/experiments",
            #"{"name":"exp","feature_flag_id":"\#(setup.flag)","authentication_flow":"login","#
                + #""allocation_strategy":"percentage","assignment_config":{"subject":"device"},"#
                + #""allocations":[\#(allocations.joined(separator: ","))]}"#)
        setup.experiment = try #require(made["id"]?.string)
        return setup
    }

    @Test func `a tenant has it only where it is switched on`() throws {
        let answer = try FamilyFixture().send("GET", "\(path)/segments")
        #expect(answer.status == 403 && answer["errorCode"] == "feature_not_enabled")
    }

    @Test func `an experiment is activated when it is ready, and goes its way`() throws {
        let setup = try setUp()
        let experiment = "experiments/\(setup.experiment)"
        #expect(try setup.status(experiment, "active").status == 400)
        let check = try setup.fixture.send("POST", "\(path)/\(experiment)/validate")
        #expect(check["errors"]?.items?.compactMap { $0["code"]?.string } == ["feature_flag_not_active"])
        #expect(try setup.status("feature-flags/\(setup.flag)", "active").status == 200)
        let active = try setup.status(experiment, "active")
        #expect(active["status"] == "active" && active["is_valid"] == true && active["started_at"] != nil)
        let allocation = #"{"variation_id":"\#(setup.variations[0])","is_control":true,"weight":100}"#
        let change = try setup.fixture.send("PATCH", "\(path)/\(experiment)", #"{"allocations":[\#(allocation)]}"#)
        #expect(change.status == 400 && change.message.contains("while the experiment is active"))
        #expect(try setup.fixture.send("DELETE", "\(path)/\(experiment)").status == 400)
        #expect(try setup.status(experiment, "archived").status == 400)
        for status in ["paused", "active", "completed", "archived"] {
            #expect(try setup.status(experiment, status)["status"]?.string == status)
        }
        #expect(try setup.fixture.send("DELETE", "\(path)/\(experiment)").status == 204)
    }

    @Test func `weights that do not add up keep it from being activated`() throws {
        let setup = try setUp(weights: [40, 50])
        _ = try setup.status("feature-flags/\(setup.flag)", "active")
        #expect(try setup.status("experiments/\(setup.experiment)", "active").message.contains("100"))
    }

    @Test func `what an experiment uses stays until it is archived`() throws {
        let setup = try setUp()
        let flag = "\(path)/feature-flags/\(setup.flag)"
        #expect(try setup.fixture.send("DELETE", flag).status == 409)
        #expect(try setup.fixture.send("DELETE", "\(flag)/variations/\(setup.variations[0])").status == 409)
        #expect(try setup.fixture.send("DELETE", "\(path)/experiments/\(setup.experiment)").status == 204)
        #expect(try setup.fixture.send("DELETE", "\(flag)/variations/\(setup.variations[0])").status == 204)
        #expect(try setup.fixture.send("DELETE", "\(flag)/variations/\(setup.variations[1])").status == 400)
        #expect(try setup.fixture.send("DELETE", flag).status == 204)
        #expect(try setup.fixture.send("DELETE", "\(flag)/variations/\(setup.variations[1])").status == 404)
    }

    @Test func `a variation overrides what its flag has, under a name of its own`() throws {
        let setup = try setUp()
        let variations = "\(path)/feature-flags/\(setup.flag)/variations"
        #expect(
            try setup.fixture.send("POST", variations, #"{"name":"three","overrides":{"q":{"value":1}}}"#).status == 400
        )
        #expect(try setup.fixture.send("POST", variations, #"{"name":"one","overrides":{}}"#).status == 409)
        let list = try setup.fixture.send("GET", variations)
        #expect(list.body.members?.map(\.key) == ["variations"] && list["variations"]?.items?.count == 2)
    }
}
