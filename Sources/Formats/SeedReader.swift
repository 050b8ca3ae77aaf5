import Ground
import JSON
import Tenancy

/// Takes entities out of a document that the schema has passed.
struct SeedReader {
    let world: TenantWorld
    let day: Day?
    private let start: Instant
    private(set) var content = TenantContent()
    private(set) var clients: [RegisteredClient] = []
    private(set) var apis: [RegisteredAPI] = []

    init(_ base: Seed, world: TenantWorld, day: Day?) {
        content = base.content
        clients = base.clients
        apis = base.apis
        self.world = world
        self.day = day
        start = world.now()
    }

    mutating func readModules(_ list: JSONValue?) throws(SeedError) {
        for (index, item) in SeedReader.items(list).enumerated() {
            let path = "modules[\(index)]"
            let id = ModuleID(try self.id(item, path))
            let created = try time(item, "created_at", path) ?? start
            let draft = try moduleContent(item, path, created)
            var versions: [ModuleVersion] = []
            for (index, item) in SeedReader.items(item["versions"]).enumerated() {
                let path = "\(path).versions[\(index)]"
                let number = try number(item, after: versions.last?.number, path)
                let time = try time(item, "created_at", path) ?? created
                versions.append(
                    ModuleVersion(
                        ModuleVersionID(try self.id(item, path)), of: id, number: number,
                        content: try moduleContent(item, path, time), at: time))
            }
            if versions.isEmpty, item["publish"]?.bool == true {
                versions = [
                    ModuleVersion(ModuleVersionID(world.newID()), of: id, number: 1, content: draft, at: created)
                ]
            }
            let name = item.string("name") ?? ""
            guard !name.isEmpty else { throw SeedError("\(path).name", "must not be empty") }
            content.modules.append(
                Module(
                    id: id, name: name, draft: draft, createdAt: created,
                    updatedAt: try time(item, "updated_at", path) ?? created, versions: ChunkedList(versions)))
        }
    }

    mutating func readActions(_ list: JSONValue?) throws(SeedError) {
        for (index, item) in SeedReader.items(list).enumerated() {
            let path = "actions[\(index)]"
            let id = ActionID(try self.id(item, path))
            let created = try time(item, "created_at", path) ?? start
            let draft = try actionContent(item, path, created, trigger: nil)
            var versions: [ActionVersion] = []
            for (index, item) in SeedReader.items(item["versions"]).enumerated() {
                let path = "\(path).versions[\(index)]"
                let number = try number(item, after: versions.last?.number, path)
                let time = try time(item, "created_at", path) ?? created
                versions.append(
                    ActionVersion(
                        ActionVersionID(try self.id(item, path)), number: number,
                        content: try actionContent(item, path, time, trigger: draft.triggers.first), at: time,
                        updatedAt: try self.time(item, "updated_at", path), status: status(item),
                        builtAt: try self.time(item, "built_at", path)))
            }
            if versions.isEmpty, item["deploy"]?.bool == true {
                versions = [ActionVersion(ActionVersionID(world.newID()), number: 1, content: draft, at: created)]
            }
            content.actions.append(
                Action(
                    id: id, name: item.string("name") ?? "", draft: draft, createdAt: created,
                    updatedAt: try time(item, "updated_at", path) ?? created, versions: versions,
                    status: status(item)))
        }
    }

    mutating func readBindings(_ list: JSONValue?) throws(SeedError) {
        for (index, item) in SeedReader.items(list).enumerated() {
            let path = "bindings[\(index)]"
            let name = item.string("action_name") ?? ""
            let id = item.string("action_id").flatMap { UniqueID($0) }
            // Names may repeat, ids do not; those of another tenant's export mean nothing here.
            let trigger = item.string("trigger_id") ?? ""
            guard let action = action(id, name, at: trigger) else {
                throw SeedError("\(path).action_name", "there is no action \(name)")
            }
            guard action.deployedVersion != nil else {
                throw SeedError("\(path).action_name", "the action \(name) is not deployed")
            }
            guard action.draft.triggers.contains(where: { $0.id == trigger }) else {
                throw SeedError("\(path).trigger_id", "the action \(name) is not for \(trigger)")
            }
            content.bindings[trigger, default: []].append(
                Binding(
                    BindingID(try self.id(item, path)), to: action.id, displayName: item.string("display_name"),
                    at: try time(item, "created_at", path) ?? start))
        }
    }

    /// Of several actions of a name the one that can be bound is meant, as in the API.
    private func action(_ id: UniqueID?, _ name: String, at trigger: String) -> Action? {
        if let id, let action = content.actions.first(where: { $0.id.value == id }) { return action }
        let named = content.actions.filter { $0.name.isExactly(name) }
        let fitting = named.first { action in
            action.deployedVersion != nil && action.draft.triggers.contains { $0.id == trigger }
        }
        return fitting ?? named.first
    }

    mutating func readClients(_ list: [JSONValue]) {
        for item in list {
            clients.append(
                RegisteredClient(
                    id: item.string("client_id") ?? "", secret: SecretValue(item.string("client_secret") ?? ""),
                    scopes: item["scopes"]?.items?.compactMap(\.string)))
        }
    }

    mutating func readAPIs(_ list: JSONValue?) {
        for item in SeedReader.items(list) {
            apis.append(
                RegisteredAPI(
                    audience: item.string("audience") ?? "",
                    scopes: item["scopes"]?.items?.compactMap(\.string) ?? []))
        }
    }

    private func moduleContent(_ item: JSONValue, _ path: String, _ time: Instant) throws(SeedError) -> ModuleContent {
        ModuleContent(code(item), dependencies(item), try secrets(item, path, time))
    }

    /// - Parameter trigger: of the action, for a version that names none.
    private func actionContent(
        _ item: JSONValue, _ path: String, _ time: Instant, trigger: TriggerReference?
    ) throws(SeedError) -> ActionContent {
        let named = SeedReader.items(item["supported_triggers"]).first
        let id = named?.string("id") ?? trigger?.id ?? ""
        guard TriggerCatalogue.hasTrigger(id) else {
            throw SeedError("\(path).supported_triggers[0].id", "there is no trigger \(id)")
        }
        let version = named?.string("version") ?? (named == nil ? trigger?.version : nil)
        let found = TriggerCatalogue.trigger(id, version: version)
        let reference = found?.reference ?? TriggerReference(id: id, version: version ?? "v1")
        let runtime =
            item.string("runtime") ?? found.map { TriggerCatalogue.defaultRuntime(of: $0, on: day) } ?? "node22"
        return ActionContent(
            reference, code: code(item), runtime: runtime, dependencies(item),
            try secrets(item, path, time), try modules(item, path))
    }

    /// What is not said is built.
    private func status(_ item: JSONValue) -> BuildStatus {
        item.string("status").flatMap(BuildStatus.init(rawValue:)) ?? .built
    }

    private func code(_ item: JSONValue) -> SourceCode {
        SourceCode(escaped: item["code"]?.escapedString ?? "")
    }

    private func modules(_ item: JSONValue, _ path: String) throws(SeedError) -> [ModuleReference] {
        var references: [ModuleReference] = []
        for (index, item) in SeedReader.items(item["modules"]).enumerated() {
            let path = "\(path).modules[\(index)]"
            if let reference = exported(item) {
                references.append(reference)
                continue
            }
            let name = item.string("module_name") ?? ""
            guard let module = content.modules.first(where: { $0.name.isExactly(name) }) else {
                throw SeedError("\(path).module_name", "there is no module \(name)")
            }
            let number = item["module_version_number"]?.number?.int
            guard let version = module.versions.first(where: { $0.number == number }) else {
                throw SeedError("\(path).module_version_number", "the module \(name) has no such version")
            }
            references.append(ModuleReference(version, of: module))
        }
        return references
    }

    /// A reference with ids, as exports have it: a draft may refer to a module or version that is gone meanwhile.
    private func exported(_ item: JSONValue) -> ModuleReference? {
        guard let moduleID = item.string("module_id").flatMap({ UniqueID($0) }),
            let versionID = item.string("module_version_id").flatMap({ UniqueID($0) })
        else { return nil }
        return ModuleReference(
            ModuleID(moduleID), item.string("module_name") ?? "", ModuleVersionID(versionID),
            number: item["module_version_number"]?.number?.int ?? 1)
    }

    private func dependencies(_ item: JSONValue) -> [Dependency] {
        SeedReader.items(item["dependencies"]).map { item in
            Dependency(
                name: item.string("name") ?? "", version: item.string("version") ?? "",
                registryURL: item.string("registry_url"))
        }
    }

    private func secrets(_ item: JSONValue, _ path: String, _ time: Instant) throws(SeedError) -> [Secret] {
        var secrets: [Secret] = []
        for (index, item) in SeedReader.items(item["secrets"]).enumerated() {
            secrets.append(
                Secret(
                    name: item.string("name") ?? "", value: SecretValue(item.string("value") ?? ""),
                    updatedAt: try self.time(item, "updated_at", "\(path).secrets[\(index)]") ?? time))
        }
        return secrets
    }

    /// Of a version: as written, or one more than before.
    private func number(_ item: JSONValue, after last: Int?, _ path: String) throws(SeedError) -> Int {
        let number = item["number"]?.number?.int ?? (last ?? 0) + 1
        guard number > last ?? 0 else { throw SeedError("\(path).number", "must rise from version to version") }
        return number
    }

    private func id(_ item: JSONValue, _ path: String) throws(SeedError) -> UniqueID {
        guard let text = item.string("id") else { return world.newID() }
        guard let id = UniqueID(text) else { throw SeedError("\(path).id", "must be a UUID") }
        return id
    }

    private func time(_ item: JSONValue, _ key: JSONKey, _ path: String) throws(SeedError) -> Instant? {
        guard let text = item.string(key) else { return nil }
        guard let nanoseconds = InternetTime.nanoseconds(of: text),
            Instant.settable.contains(Instant(nanoseconds: nanoseconds))
        else {
            throw SeedError(
                "\(path).\(key.text)", "must be a time in UTC, such as 2026-01-01T00:00:00Z, from 1970 to 2199")
        }
        return Instant(nanoseconds: nanoseconds)
    }

    private static func items(_ list: JSONValue?) -> [JSONValue] {
        list?.items.map(Array.init) ?? []
    }
}
