import Formats
import JSON
import Journal
import Tenancy

/// One object of a tenant, of whatever family: as it is, for comparisons, and as it may be shown. Of both the shape is
/// the same, but for the placeholders of secrets.
struct TenantObject {
    /// With its secrets; never leaves.
    let whole: JSONTree
    let shown: JSONTree

    init(whole: JSONTree, shown: JSONTree) {
        self.whole = whole
        self.shown = shown
    }

    private init(_ whole: JSONTree, masked: JSONTree, secrets: [String]) {
        self.whole = whole
        let paths = secrets.map { $0.split(separator: ".").map(String.init) }
        let value = (try? JSONParser.parse(masked.bytes)) ?? .null
        shown = JSONTree(bytes: Redaction.text(of: value, paths))
    }

    /// - Parameter secrets: paths of members that are not shown, beside those that are sealed.
    init(_ document: Document, secrets: [String]) {
        let text = JSONTree(bytes: document.text)
        let sealed = document.sealed.isEmpty ? .emptyObject : JSONTree(bytes: document.sealed)
        self.init(text.covered(by: sealed), masked: text.covered(by: sealed.masked), secrets: secrets)
    }

    init(_ module: Module) {
        self.init { $0.module(module, true) }
    }

    init(_ action: Action) {
        self.init { $0.action(action, true) }
    }

    /// What a trigger runs, in order.
    init(_ bindings: [Binding]) {
        self.init { writer in
            writer.beginObject()
            writer.key("bindings")
            writer.beginArray()
            for binding in bindings {
                writer.beginObject()
                writer.key("id")
                writer.string("\(binding.id.value)")
                writer.key("action_id")
                writer.string("\(binding.actionID.value)")
                if let name = binding.displayName {
                    writer.key("display_name")
                    writer.string(name)
                }
                writer.endObject()
            }
            writer.endArray()
            writer.endObject()
        }
    }

    /// What is tied to an object, by the ids of the other ends.
    init(_ links: [LinkTable.Link]) {
        self.init { writer in
            writer.beginObject()
            for link in links {
                writer.key(link.id)
                writer.raw(link.text.isEmpty ? Array("{}".utf8) : link.text)
            }
            writer.endObject()
        }
    }

    private init(_ write: (inout JSONWriter) -> Void) {
        var writer = JSONWriter()
        write(&writer)
        let tree = JSONTree(bytes: writer.finish())
        self.init(tree, masked: tree, secrets: [])
    }

    var name: String? { shown["name"]?.string }

    /// The same with nothing in it.
    var emptied: TenantObject {
        let nothing: JSONTree = shown.items == nil ? .emptyObject : []
        return TenantObject(whole: nothing, shown: nothing)
    }
}

extension JSONTree {
    /// With what is sealed, which is kept by path: `credentials.smtp_pass`.
    fileprivate func covered(by sealed: JSONTree) -> JSONTree {
        (sealed.members ?? []).reduce(into: self) { $0[path: $1.key] = $1.value }
    }

    /// Placeholders for all that is no object.
    fileprivate var masked: JSONTree {
        .object(
            (members ?? []).map { member in
                let isInner = !(member.value.members?.isEmpty ?? true)
                return Member(member.key, isInner ? member.value.masked : .string(Redaction.placeholder))
            })
    }
}
