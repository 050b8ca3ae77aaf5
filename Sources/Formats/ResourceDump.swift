import Ground
import JSON
import Tenancy

/// Documents and links of all resources in seeds and states, as they are stored: what was taken out comes back the
/// same, whatever its family is.
///
/// `{"origin", "counters": {name: number}, "tables": {resource: [{"id", "at", "keys": [[index, text]], "object",
/// "sealed"}]}, "links": {relation: [[from, to, at, object]]}}`
extension JSONWriter {
    /// - Parameter secrets: left out of the objects; nil: everything is written.
    mutating func resources(_ content: ResourceContent, without secrets: ((String) -> [String])?) {
        beginObject()
        key("origin")
        string(content.origin)
        key("counters")
        beginObject()
        for (name, number) in content.counters.sorted(by: { $0.key < $1.key }) {
            key(name)
            integer(number)
        }
        endObject()
        key("tables")
        beginObject()
        for (name, documents) in content.tables {
            key(name)
            beginArray()
            for document in documents { self.document(document, without: secrets?(name)) }
            endArray()
        }
        endObject()
        key("links")
        beginObject()
        for (name, pairs) in content.links {
            key(name)
            beginArray()
            for pair in pairs {
                beginArray()
                string(pair.from)
                string(pair.to)
                string(InternetTime.exactText(nanoseconds: pair.at.nanoseconds))
                raw(pair.text.isEmpty ? Array("null".utf8) : pair.text)
                endArray()
            }
            endArray()
        }
        endObject()
        endObject()
    }

    private mutating func document(_ document: Document, without secrets: [String]?) {
        beginObject()
        key("id")
        string(document.id)
        key("at")
        string(InternetTime.exactText(nanoseconds: document.createdAt.nanoseconds))
        key("keys")
        beginArray()
        let hidden = secrets.map { document.texts(of: $0) } ?? []
        // An index by a secret holds it, too.
        for entry in document.keys where !entry.text.split(separator: "\u{1F}").contains(where: hidden.contains) {
            beginArray()
            integer(entry.index)
            string(entry.text)
            endArray()
        }
        endArray()
        key("object")
        if let secrets, !secrets.isEmpty {
            var tree = JSONTree(bytes: document.text)
            for path in secrets { tree = tree.without(path: path.split(separator: ".").map(String.init)) }
            self.tree(tree)
        } else {
            raw(document.text)
        }
        if secrets == nil, !document.sealed.isEmpty {
            key("sealed")
            raw(document.sealed)
        }
        endObject()
    }
}

extension Document {
    /// The texts that it has at these paths, and all that are sealed.
    fileprivate func texts(of secrets: [String]) -> Set<Substring> {
        let (tree, sealed) = (JSONTree(bytes: text), JSONTree(bytes: sealed))
        let texts = secrets.compactMap { tree[path: $0]?.string } + (sealed.members ?? []).compactMap(\.value.string)
        return Set(texts.map { $0[...] })
    }
}

extension ResourceContent {
    /// - Throws: where the value is not what the writer makes.
    init(_ value: JSONValue) throws(SeedError) {
        self.init()
        origin = value.string("origin") ?? ""
        for member in value["counters"]?.members.map(Array.init) ?? [] {
            counters[member.key] = member.value.number?.int ?? 0
        }
        for member in value["tables"]?.members.map(Array.init) ?? [] {
            var documents: [Document] = []
            var ids: Set<String> = []
            for (index, item) in (member.value.items.map(Array.init) ?? []).enumerated() {
                let path = "resources.tables.\(member.key)[\(index)]"
                guard let id = item.string("id"), let object = item["object"],
                    object.kind == .object || object.kind == .array
                else {
                    throw SeedError(path, "must have an id and an object, or a list")
                }
                guard ids.insert(id).inserted else { throw SeedError("\(path).id", "stands more than once") }
                let sealed = item["sealed"].map { JSONTree.source($0).bytes } ?? []
                documents.append(
                    Document(
                        id: id, text: JSONTree.source(object).bytes, sealed: sealed,
                        keys: ResourceContent.keys(item["keys"]),
                        createdAt: item.string("at").flatMap(Instant.init) ?? Instant(nanoseconds: 0)))
            }
            tables.append((member.key, documents))
        }
        for member in value["links"]?.members.map(Array.init) ?? [] {
            let pairs = (member.value.items.map(Array.init) ?? []).map { $0.items.map(Array.init) ?? [] }
            guard pairs.allSatisfy({ $0.count == 4 }) else {
                throw SeedError("resources.links.\(member.key)", "must be lists of from, to, time and object")
            }
            links.append(
                (
                    member.key,
                    pairs.map { pair in
                        Pair(
                            from: pair[0].string ?? "", to: pair[1].string ?? "",
                            at: pair[2].string.flatMap(Instant.init) ?? Instant(nanoseconds: 0),
                            text: pair[3].isNull ? [] : JSONTree.source(pair[3]).bytes)
                    }
                ))
        }
    }

    private static func keys(_ value: JSONValue?) -> [Document.Key] {
        (value?.items.map(Array.init) ?? []).compactMap { entry in
            let parts = entry.items.map(Array.init) ?? []
            guard parts.count == 2, let index = parts[0].number?.int, (0..<64).contains(index),
                let text = parts[1].string
            else { return nil }
            return Document.Key(index, text)
        }
    }
}
