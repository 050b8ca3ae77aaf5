import Emulator
import Formats
import Foundation
import JSON
import Tenancy
import TestSupport
import Testing

/// What is exported can be put back, in each form, whatever a tenant has come to hold: all that the form has room for.
@Suite struct RoundTripTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    private func write(_ bytes: [UInt8], _ name: String) throws {
        let file = URL(filePath: "\(folder.path)/\(name)")
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(bytes).write(to: file)
    }

    private func read(_ name: String) throws -> Tenant {
        let check = try SeedCheck(["\(folder.path)/\(name)"])
        for result in check.results { #expect(result.error == nil && result.notes == []) }
        return check.tenant
    }

    @Test(arguments: 1...40 as ClosedRange<UInt64>)
    func `a seed brings back everything`(seed: UInt64) throws {
        let tenant = Tenant.random(seed: seed)
        var writer = JSONWriter()
        writer.seed(tenant, showsSecrets: true)
        try write(writer.finish(), "seed.json")
        let again = try read("seed.json")
        #expect(everything(again) == everything(tenant))
        #expect(builds(again) == builds(tenant))
    }

    @Test(arguments: 1...40 as ClosedRange<UInt64>)
    func `the deploy CLI's document brings back what it has room for`(seed: UInt64) throws {
        let tenant = Tenant.random(seed: seed)
        try write(Array(DeployDocument.yaml(tenant, showsSecrets: true).utf8), "tenant.yaml")
        #expect(Deployable(try read("tenant.yaml")) == Deployable(tenant, throughConfiguration: true))
    }

    @Test(arguments: 1...40 as ClosedRange<UInt64>)
    func `the deploy CLI's folder brings back what it has room for, here and there`(seed: UInt64) throws {
        let tenant = Tenant.random(seed: seed)
        let archive = DeployFolder.archive(tenant, showsSecrets: true)
        for (name, bytes) in try Tape.files(archive) { try write(bytes, "folder/\(name)") }
        let expected = Deployable(tenant, throughConfiguration: true)
        #expect(Deployable(try read("folder")) == expected)
        let theirs = try DeployCLIReader(archive: archive)
        #expect(theirs.modules.count == tenant.content.modules.count)
        #expect(theirs.modules == rows(of: tenant.content.modules))
        #expect(theirs.actions == rows(of: tenant.content.actions, in: tenant))
        #expect(theirs.bindings.sorted() == expected.bindings.sorted())
    }

    @Test func `random tenants hold what can go wrong`() {
        let tenants = (1...40 as ClosedRange<UInt64>).map { Tenant.random(seed: $0) }
        let actions = tenants.flatMap(\.content.actions)
        let statuses = Set(actions.flatMap { $0.versions.map(\.status) })
        #expect(statuses.isSuperset(of: [.built, .pending, .failed]))
        #expect(tenants.contains { !$0.content.bindings.isEmpty })
        #expect(actions.contains { !$0.draft.modules.isEmpty && $0.deployedVersion != nil })
        #expect(tenants.contains { tenant in Set(tenant.content.actions.map(\.name)).count < tenant.actionCount })
    }

    /// Who uses a module is found out anew, in another order.
    private func everything(_ tenant: Tenant) -> ReferenceModel {
        var model = ReferenceModel(tenant)
        model.users = model.users.mapValues { $0.sorted { "\($0)" < "\($1)" } }
        model.bindings = model.bindings.filter { !$0.value.isEmpty }
        model.limits = [:]
        return model
    }

    private func builds(_ tenant: Tenant) -> [String] {
        tenant.content.actions.flatMap { action in
            action.versions.map { "\($0.id) \($0.status) \($0.updatedAt) \($0.builtAt.map { "\($0)" } ?? "-")" }
        }
    }
}

/// What a configuration of the deploy CLI has of a tenant: no ids, no times, no versions but those that actions use.
private struct Deployable: Equatable {
    var modules: [String] = []
    var actions: [String] = []
    var bindings: [String] = []

    /// - Parameter throughConfiguration: as it will be when it comes back.
    init(_ tenant: Tenant, throughConfiguration isToGo: Bool = false) {
        let content = tenant.content
        for module in content.modules {
            var numbers = module.versions.map(\.number)
            if isToGo {
                let used = content.actions.flatMap(\.draft.modules).filter { reference in
                    reference.moduleID == module.id && module.versions.contains { $0.id == reference.versionID }
                }
                numbers = Set(used.map(\.versionNumber)).sorted()
                if numbers.isEmpty, module.allChangesPublished { numbers = [1] }
            }
            let draft = ReferenceModel.Content(module.draft)
            modules.append("\(module.name) \(draft.described) \(numbers)")
        }
        for action in content.actions {
            let references = action.draft.modules.filter { reference in
                content.modules.contains { module in
                    module.id == reference.moduleID && module.versions.contains { $0.id == reference.versionID }
                }
            }
            let links = references.map { "\($0.moduleName) \($0.versionNumber)" }
            let draft = ReferenceModel.Content(action.draft)
            actions.append("\(action.name) \(draft.described) \(links) \(action.deployedVersion != nil)")
        }
        for (trigger, list) in content.bindings.sorted(by: { $0.key < $1.key }) {
            for binding in list {
                let name = content.actions.first { $0.id == binding.actionID }?.name ?? "?"
                bindings.append("\(trigger) \(name) \(binding.displayName ?? name)")
            }
        }
        modules.sort()
        actions.sort()
    }
}

extension ReferenceModel.Content {
    fileprivate var described: String {
        let packages = packages.map { "\($0.name) \($0.version) \($0.registry ?? "-")" }
        return "\(code) \(packages) \(secrets.map { "\($0.name) \($0.value)" }) \(runtime) "
            + "\(trigger.map { "\($0.id) \($0.version)" } ?? "-")"
    }
}

/// As `DeployCLIReader` describes them.
extension RoundTripTests {
    private func json(_ text: String) -> String {
        var writer = JSONWriter()
        writer.string(text)
        return String(decoding: writer.finish(), as: UTF8.self)
    }

    private func list(_ items: [[(String, String?)]]) -> String {
        let objects = items.map { item in
            let members = item.compactMap { name, value in value.map { "\"\(name)\":\($0)" } }
            return "{\(members.joined(separator: ","))}"
        }
        return "[\(objects.joined(separator: ","))]"
    }

    private func dependencies(_ dependencies: [Dependency]) -> String {
        list(
            dependencies.map { item in
                [
                    ("name", json(item.name)), ("version", json(item.version)),
                    ("registry_url", item.registryURL.map(json)),
                ]
            })
    }

    private func secrets(_ secrets: [Secret]) -> String {
        list(secrets.map { [("name", json($0.name)), ("value", json($0.value.reveal()))] })
    }

    private func rows(of modules: [Module]) -> [String] {
        modules.map { module in
            let draft = module.draft
            return "\(json(module.name)) \(dependencies(draft.dependencies)) \(secrets(draft.secrets)) "
                + draft.code.text
        }.sorted()
    }

    private func rows(of actions: [Action], in tenant: Tenant) -> [String] {
        actions.map { action in
            let draft = action.draft
            let references = draft.modules.filter { reference in
                (try? tenant.version(reference.versionID, of: reference.moduleID)) != nil
            }
            let modules = list(
                references.map {
                    [("module_name", json($0.moduleName)), ("module_version_number", "\($0.versionNumber)")]
                })
            let triggers = list(draft.triggers.map { [("id", json($0.id)), ("version", json($0.version))] })
            return [
                json(action.name), json(draft.runtime), "\(action.deployedVersion != nil)", triggers,
                dependencies(draft.dependencies), secrets(draft.secrets), references.isEmpty ? "null" : modules,
                draft.code.text,
            ].joined(separator: " ")
        }.sorted()
    }
}
