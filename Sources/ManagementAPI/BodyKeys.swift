import JSON

/// Members of bodies of modules and actions; made once, since a literal would be marked at each look.
extension JSONKey {
    static let name: JSONKey = "name"
    static let code: JSONKey = "code"
    static let secrets: JSONKey = "secrets"
    static let dependencies: JSONKey = "dependencies"
    /// Of secrets and of references.
    static let value: JSONKey = "value"
    /// Of dependencies and of triggers.
    static let version: JSONKey = "version"
    static let publish: JSONKey = "publish"
    static let moduleVersionID: JSONKey = "module_version_id"

    static let runtime: JSONKey = "runtime"
    static let supportedTriggers: JSONKey = "supported_triggers"
    static let id: JSONKey = "id"
    static let registryURL: JSONKey = "registry_url"
    static let modules: JSONKey = "modules"
    static let moduleID: JSONKey = "module_id"
    static let deploy: JSONKey = "deploy"
    static let updateDraft: JSONKey = "update_draft"

    static let bindings: JSONKey = "bindings"
    static let ref: JSONKey = "ref"
    static let type: JSONKey = "type"
    static let displayName: JSONKey = "display_name"
}
