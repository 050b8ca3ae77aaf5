import JSON

/// Request schemas of the Modules family (reference 3.2, 3.4, 3.9: SPEC), as data.
///
/// Count limits are not here, since tenants can lift them; `ModuleBody` checks those.
enum ModuleSchemas {
    /// The name of a secret or a dependency.
    static let itemName = Property(name: "name", schema: .string(max: 255, min: 1))  // min assumed, design section 6
    static let secretValue = Property(name: "value", schema: .string(max: 4_096), isSecret: true)
    static let dependencyVersion = Property(name: "version", schema: .string(max: 50))

    private static let secret = Schema.object(properties: [itemName, secretValue], required: ["name", "value"])
    private static let dependency = Schema.object(
        properties: [itemName, dependencyVersion], required: ["name", "version"])

    static let code = Property(
        name: "code", schema: .string(max: 65_536), description: "The source code of the action module")
    static let secrets = Property(
        name: "secrets", schema: .array(items: secret, countMax: nil),
        description: "The secrets to associate with the action module")
    static let dependencies = Property(
        name: "dependencies", schema: .array(items: dependency, countMax: nil),
        description: "The npm dependencies of the action module")
    static let name = Property(
        name: "name", schema: .string(max: 255, min: 1),  // min assumed, design section 6
        description: "The name of the action module")

    static let publish = Property(
        name: "publish", schema: .boolean, description: "Whether to publish the module immediately after creation")

    static let create = Schema.object(
        properties: [
            name, code, secrets, dependencies,
            Property(name: "api_version", schema: .string(max: 20), description: "The API version of the module"),
            publish,
        ],
        required: ["name", "code"])

    static let patch = Schema.object(properties: [code, secrets, dependencies], required: [])

    static let moduleVersionID = Property(
        name: "module_version_id", schema: .string(charactersMin: 0, charactersMax: nil))

    static let rollback = Schema.object(
        properties: [moduleVersionID],
        required: ["module_version_id"])
}
