package import JSON

/// Writes JSON with a line for each member and item, for people and for version control.
package enum IndentedJSON {
    package static func text(_ value: JSONValue) -> String {
        var text = ""
        append(value, "", to: &text)
        return text + "\n"
    }

    private static func append(_ value: JSONValue, _ indentation: String, to text: inout String) {
        let inner = indentation + "  "
        if let members = value.members, members.count > 0 {
            text += "{"
            for (index, member) in members.enumerated() {
                text += "\(index == 0 ? "" : ",")\n\(inner)\(compact { $0.string(member.key) }): "
                append(member.value, inner, to: &text)
            }
            text += "\n\(indentation)}"
        } else if let items = value.items, items.count > 0 {
            text += "["
            for (index, item) in items.enumerated() {
                text += "\(index == 0 ? "" : ",")\n\(inner)"
                append(item, inner, to: &text)
            }
            text += "\n\(indentation)]"
        } else {
            text += compact { $0.value(value) }
        }
    }

    private static func compact(_ write: (inout JSONWriter) -> Void) -> String {
        var writer = JSONWriter(capacity: 64)
        write(&writer)
        return String(decoding: writer.finish(), as: UTF8.self)
    }
}
