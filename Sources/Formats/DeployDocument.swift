import JSON
package import Tenancy

/// A tenant as the deploy CLI's `tenant.yaml`, code in place.
package enum DeployDocument {
    /// - Parameter showsSecrets: also writes the values of secrets, which stay here otherwise.
    package static func yaml(_ tenant: Tenant, _ forms: ObjectForms = .none, showsSecrets: Bool) -> String {
        let export = DeployExport(tenant, forms, showsSecrets: showsSecrets)
        let comment = forms.isNone ? [] : export.comment
        return comment.map { "# \($0)\n" }.joined()
            + YAMLText.text((try? JSONParser.parse(bytes(tenant, export, showsSecrets))) ?? .null)
    }

    /// The same as JSON, which is YAML, too.
    package static func json(_ tenant: Tenant, _ forms: ObjectForms = .none, showsSecrets: Bool) -> String {
        let export = DeployExport(tenant, forms, showsSecrets: showsSecrets)
        return String(decoding: bytes(tenant, export, showsSecrets), as: UTF8.self)
    }

    private static func bytes(_ tenant: Tenant, _ export: DeployExport, _ showsSecrets: Bool) -> [UInt8] {
        let document = DeployContent(tenant, showsSecrets: showsSecrets)
        var writer = JSONWriter(capacity: 4_096)
        writer.beginObject()
        writer.key("actionModules")
        writer.beginArray()
        for module in document.content.modules {
            document.write(module, code: inPlace(module.draft.code.text), to: &writer)
        }
        writer.endArray()
        writer.key("actions")
        writer.beginArray()
        for action in document.content.actions {
            document.write(action, code: inPlace(action.draft.code.text), to: &writer)
        }
        writer.endArray()
        writer.key("triggers")
        document.writeTriggers(to: &writer)
        for (kind, value) in export.kinds {
            writer.key(kind.key)
            writer.tree(value)
        }
        writer.endObject()
        return writer.finish()
    }

    /// A line that would be read as the path of a file is one no more with its end.
    private static func inPlace(_ code: String) -> String {
        CodePath.isPath(code) ? code + "\n" : code
    }
}
