import Tenancy
import TestSupport
import Testing

/// A seeded walk beside a naive model: after each step both must agree on everything that can be seen.
@Suite struct RandomWalkTests {
    /// What the model knows of a module.
    private struct Expected: Equatable {
        var id: ModuleID
        var name: String
        var code: String
        var published: [(number: Int, code: String)]

        static func == (left: Expected, right: Expected) -> Bool {
            left.id == right.id && left.name == right.name && left.code == right.code
                && left.published.elementsEqual(right.published) { $0 == $1 }
        }
    }

    @Test(arguments: [1, 2, 3, 4, 5, 6, 7, 8] as [UInt64])
    func `every step leaves the tenant as the model says`(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        var settings = TenantSettings()
        settings.limits.modules = 90
        settings.limits.versions = 4
        var fixture = TenantFixture(settings)
        var model: [Expected] = []
        for step in 0..<1_500 {
            try walk(&fixture, &model, &random)
            try check(fixture.tenant, model, "seed \(seed), step \(step)")
        }
    }

    private func walk(
        _ fixture: inout TenantFixture, _ model: inout [Expected], _ random: inout SeededGenerator
    ) throws {
        let name = "m\(Int.random(in: 0..<120, using: &random))"
        let code = "c\(Int.random(in: 0..<4, using: &random))"
        let index = model.isEmpty ? nil : Int.random(in: 0..<model.count, using: &random)
        switch (Int.random(in: 0..<10, using: &random), index) {
        case (0...3, _), (_, nil):
            create(name, code, &fixture, &model)
        case (4...5, .some(let index)):
            _ = try fixture.patch(model[index].id, ModulePatch(code: code))
            model[index].code = code
        case (6...7, .some(let index)):
            publish(index, &fixture, &model)
        case (8, .some(let index)):
            try fixture.tenant.deleteModule(model[index].id)
            model.remove(at: index)
        case (_, .some(let index)):
            try rollBack(index, &fixture, &model, &random)
        }
    }

    private func create(
        _ name: String, _ code: String, _ fixture: inout TenantFixture, _ model: inout [Expected]
    ) {
        let expected: ModuleError? =
            model.contains { $0.name == name } ? .nameTaken : model.count >= 90 ? .moduleLimitReached(90) : nil
        do throws(ModuleError) {
            let module = try fixture.create(name, code: code)
            #expect(expected == nil)
            model.append(Expected(id: module.id, name: name, code: code, published: []))
        } catch {
            #expect(error == expected)
        }
    }

    private func publish(_ index: Int, _ fixture: inout TenantFixture, _ model: inout [Expected]) {
        let isCurrent = model[index].published.last?.code == model[index].code
        do throws(ModuleError) {
            let version = try fixture.publish(model[index].id)
            #expect(!isCurrent)
            #expect(version.number == (model[index].published.last?.number ?? 0) + 1)
            if model[index].published.count == 4 { model[index].published.removeFirst() }
            model[index].published.append((version.number, model[index].code))
        } catch {
            #expect(error == .nothingToPublish)
            #expect(isCurrent)
        }
    }

    private func rollBack(
        _ index: Int, _ fixture: inout TenantFixture, _ model: inout [Expected], _ random: inout SeededGenerator
    ) throws {
        let versions = try fixture.tenant.module(model[index].id).versions
        guard let version = versions.randomElement(using: &random) else { return }
        let isCurrent = version.content.code == model[index].code
        do throws(ModuleError) {
            _ = try fixture.tenant.rollBackModule(model[index].id, to: version.id, at: fixture.world.now())
            #expect(!isCurrent)
            model[index].code = version.content.code
        } catch {
            #expect(error == .alreadyCurrent)
            #expect(isCurrent)
        }
    }

    private func check(_ tenant: Tenant, _ model: [Expected], _ place: Comment) throws {
        let listed = tenant.modules(PageRequest(index: 0, size: 1_000))
        try #require(listed.items.map(\.id) == model.map(\.id), place)
        try #require(listed.total == model.count && tenant.moduleCount == model.count, place)
        for (module, expected) in zip(listed.items, model) {
            let seen = Expected(
                id: module.id, name: module.name, code: module.draft.code,
                published: module.versions.map { ($0.number, $0.content.code) })
            try #require(seen == expected, place)
            try #require(module.allChangesPublished == (expected.published.last?.code == expected.code), place)
            try #require(try tenant.module(module.id).name == expected.name, place)
        }
    }
}
