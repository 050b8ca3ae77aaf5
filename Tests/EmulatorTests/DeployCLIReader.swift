import JSON
import TestSupport

/// What the deploy CLI would make of a folder: its reading rules once more, from its documentation and examples.
///
/// Each kind has a folder of a fixed name; of that folder, and not of those below, the files that end in `.json` are
/// read. `code` is the path of a file: any slashes, backslashes too, are one slash; a drive or `./` in front is
/// dropped; the rest leads from the folder. Folders of other names are passed over.
struct DeployCLIReader {
    struct Failure: Error {
        let reason: String
    }

    /// A row each: what of it reaches the service.
    private(set) var modules: [String] = []
    private(set) var actions: [String] = []
    private(set) var bindings: [String] = []
    private let files: [String: [UInt8]]

    /// - Parameter archive: the folder, packed by tar.
    init(archive: [UInt8]) throws {
        files = try Tape.files(archive)
        modules = try entities("action-modules").map { try row($0, ["name", "dependencies", "secrets"]) }.sorted()
        actions = try entities("actions").map { item in
            try row(
                item,
                ["name", "runtime", "deployed", "supported_triggers", "dependencies", "secrets", "modules"])
        }.sorted()
        guard let triggers = try entities("triggers").first else { throw Failure(reason: "no triggers") }
        for member in triggers.members.map(Array.init) ?? [] as [JSONMembers.Member] {
            bindings += (member.value.items.map(Array.init) ?? []).map { item in
                "\(member.key) \(item.string("action_name") ?? "?") \(item.string("display_name") ?? "?")"
            }
        }
    }

    private func entities(_ folder: String) throws -> [JSONValue] {
        let names = files.keys.filter { name in
            name.hasPrefix("\(folder)/") && name.hasSuffix(".json") && !name.dropFirst(folder.count + 1).contains("/")
        }
        return try names.sorted().map { try JSONParser.parse(files[$0] ?? []) }
    }

    private func row(_ item: JSONValue, _ keys: [String]) throws -> String {
        let values = keys.map { key in
            var writer = JSONWriter()
            writer.value(item[JSONKey(key)] ?? .null)
            return String(decoding: writer.finish(), as: UTF8.self)
        }
        return values.joined(separator: " ") + " " + (try code(item.string("code") ?? ""))
    }

    private func code(_ path: String) throws -> String {
        guard !path.isEmpty else { return "" }
        let slashes = path.replacing(#/[\\/]+/#, with: "/").replacing(#/^([a-zA-Z]+:|\.\/)/#, with: "")
        guard !slashes.hasPrefix("/"), !slashes.split(separator: "/").contains(".."), let bytes = files[slashes] else {
            throw Failure(reason: "there is no file \(path)")
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
