package import JSON

/// The configuration of Auth0's deploy CLI (`tenant.yaml`, or its folder form) as a seed.
///
/// Of all it may hold, `actionModules`, `actions` and `triggers` are taken, and of these what a seed has a name for.
/// Code stands in files of its own: a value that names one is replaced by what is in it.
package struct DeployConfiguration {
    private let root: JSONValue
    /// The content of a file, by its path from the configuration's folder.
    private let readFile: (String) throws(SeedError) -> String

    package init(_ root: JSONValue, readFile: @escaping (String) throws(SeedError) -> String) {
        self.root = root
        self.readFile = readFile
    }

    /// Whether a document is such a configuration rather than a seed. YAML is, unless it has what only a seed has.
    package static func isOne(_ document: JSONValue, isYAML: Bool) -> Bool {
        let isSeed = document["modules"] != nil || document["bindings"] != nil
        return document["actionModules"] != nil || document["triggers"] != nil || (isYAML && !isSeed)
    }

    /// The document that `Seed` reads.
    package func seed() throws(SeedError) -> JSONValue {
        guard root.kind == .object || root.isNull else { throw SeedError("", "must be an object") }
        var writer = JSONWriter(capacity: 4_096)
        writer.beginObject()
        writer.key("modules")
        try write(root["actionModules"], "actionModules", to: &writer) { (item, path, writer) throws(SeedError) in
            for key in ["dependencies", "secrets"] as [StaticString] { copy(key, of: item, to: &writer) }
            try writeVersions(of: item, path, to: &writer)
        }
        writer.key("actions")
        try write(root["actions"], "actions", to: &writer) { (item, path, writer) throws(SeedError) in
            for key in ["runtime", "dependencies", "secrets", "supported_triggers"] as [StaticString] {
                copy(key, of: item, to: &writer)
            }
            try writeModules(item["modules"], path, to: &writer)
            writer.key("deploy")
            writer.bool(try DeployConfiguration.bool(item["deployed"], "\(path).deployed") ?? false)
        }
        writer.key("bindings")
        try writeBindings(to: &writer)
        writer.endObject()
        guard let seed = try? JSONParser.parse(writer.finish()) else { throw SeedError("", "it stands for no JSON") }
        return seed
    }

    /// What stands for a value of the seed in the configuration: `actionModules[0].name` for `modules[0].name`.
    package func path(ofSeed path: String) -> String {
        if path.hasPrefix("modules") {
            // A version is what its module is.
            let parts = path.split(separator: ".", maxSplits: 2)
            let rest = parts.dropFirst().first?.hasPrefix("versions[") == true ? parts.dropFirst(2) : parts.dropFirst()
            return (["actionModules\(parts[0].dropFirst("modules".count))"] + rest).joined(separator: ".")
        }
        guard path.hasPrefix("bindings["), let end = path.firstIndex(of: "]"),
            let index = Int(path[..<end].dropFirst("bindings[".count))
        else { return path }
        let places = (root["triggers"]?.members.map(Array.init) ?? []).flatMap { trigger in
            (0..<(trigger.value.items?.count ?? 0)).map { "triggers.\(trigger.key)[\($0)]" }
        }
        return places.indices.contains(index) ? places[index] + path[path.index(after: end)...] : "triggers"
    }

    /// A configuration has no versions, but its actions refer to some: each of those is what the module is now.
    private func writeVersions(
        of module: JSONValue, _ path: String, to writer: inout JSONWriter
    ) throws(SeedError) {
        let isPublished = try DeployConfiguration.bool(module["all_changes_published"], "\(path).all_changes_published")
        let used = usedVersions(of: module.string("name") ?? "")
        guard !used.isEmpty else {
            writer.key("publish")
            // An exported configuration says nothing of it.
            return writer.bool(isPublished ?? true)
        }
        writer.key("versions")
        writer.beginArray()
        for number in used {
            writer.beginObject()
            writer.key("number")
            writer.integer(number)
            try writeCode(of: module, path, to: &writer)
            for key in ["dependencies", "secrets"] as [StaticString] { copy(key, of: module, to: &writer) }
            writer.endObject()
        }
        writer.endArray()
    }

    /// The versions that actions refer to, ascending.
    private func usedVersions(of name: String) -> [Int] {
        let actions: [JSONValue] = root["actions"]?.items.map(Array.init) ?? []
        let references: [JSONValue] = actions.flatMap { $0["modules"]?.items.map(Array.init) ?? [] }
        let numbers = references.filter { $0.string("module_name") == name }.compactMap {
            $0["module_version_number"]?.number?.int
        }
        return Set(numbers.filter { $0 > 0 }).sorted()
    }

    private func writeCode(of item: JSONValue, _ path: String, to writer: inout JSONWriter) throws(SeedError) {
        guard let code = item["code"] else { return }
        guard let text = code.string else { throw SeedError("\(path).code", "must be text") }
        writer.key("code")
        do throws(SeedError) {
            writer.string(try content(text))
        } catch {
            throw SeedError("\(path).code", error.reason)
        }
    }

    private func write(
        _ list: JSONValue?, _ name: String, to writer: inout JSONWriter,
        _ more: (JSONValue, String, inout JSONWriter) throws(SeedError) -> Void
    ) throws(SeedError) {
        writer.beginArray()
        for (index, item) in try DeployConfiguration.items(list, name).enumerated() {
            let path = "\(name)[\(index)]"
            guard item.kind == .object else { throw SeedError(path, "must be an object") }
            writer.beginObject()
            copy("name", of: item, to: &writer)
            try writeCode(of: item, path, to: &writer)
            try more(item, path, &writer)
            writer.endObject()
        }
        writer.endArray()
    }

    /// Code in a file is named by its path; code in place has more than one line, no such ending, or is a comment.
    static func isPath(_ code: String) -> Bool {
        let isLine = !code.utf8.contains { $0 == 0x0A || $0 == 0x0D }
        return isLine && code.hasSuffix(".js") && !code.hasPrefix("//") && !code.hasPrefix("/*")
    }

    private func content(_ code: String) throws(SeedError) -> String {
        guard DeployConfiguration.isPath(code) else { return code }
        return try readFile(code.hasPrefix("./") ? String(code.dropFirst(2)) : code)
    }

    private func copy(_ key: StaticString, of item: JSONValue, to writer: inout JSONWriter) {
        guard let value = item[JSONKey("\(key)")], !value.isNull else { return }
        writer.key(key)
        writer.value(value)
    }

    /// References have ids beside the names; those are another tenant's.
    private func writeModules(
        _ modules: JSONValue?, _ path: String, to writer: inout JSONWriter
    ) throws(SeedError) {
        writer.key("modules")
        writer.beginArray()
        for item in try DeployConfiguration.items(modules, "\(path).modules") {
            writer.beginObject()
            for key in ["module_name", "module_version_number"] as [StaticString] { copy(key, of: item, to: &writer) }
            writer.endObject()
        }
        writer.endArray()
    }

    private func writeBindings(to writer: inout JSONWriter) throws(SeedError) {
        writer.beginArray()
        let list = root["triggers"] ?? .null
        guard list.isNull || list.kind == .object else { throw SeedError("triggers", "must be an object") }
        let triggers: [JSONMembers.Member] = list.members.map(Array.init) ?? []
        for trigger in triggers {
            for binding in try DeployConfiguration.items(trigger.value, "triggers.\(trigger.key)") {
                writer.beginObject()
                writer.key("trigger_id")
                writer.string(trigger.key)
                for key in ["action_name", "display_name"] as [StaticString] { copy(key, of: binding, to: &writer) }
                writer.endObject()
            }
        }
        writer.endArray()
    }
}

/// Values that may be missing or null, but not of another kind.
extension DeployConfiguration {
    private static func items(_ value: JSONValue?, _ path: String) throws(SeedError) -> [JSONValue] {
        guard let value, !value.isNull else { return [] }
        guard let items = value.items else { throw SeedError(path, "must be an array") }
        return Array(items)
    }

    private static func bool(_ value: JSONValue?, _ path: String) throws(SeedError) -> Bool? {
        guard let value, !value.isNull else { return nil }
        guard let bool = value.bool else { throw SeedError(path, "must be true or false") }
        return bool
    }
}
