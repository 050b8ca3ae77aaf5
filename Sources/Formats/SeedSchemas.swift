import JSON

/// The form of a seed, as data. Names are those of the API; lengths are not looked at, since an export must be taken
/// whatever the limits were when its entities were made.
enum SeedSchemas {
    private static let id = Property(name: "id", schema: .string(max: 36, min: 36))
    private static let text = Schema.string(charactersMin: 0, charactersMax: nil)
    private static let name = Property(name: "name", schema: text)
    private static let code = Property(name: "code", schema: text)
    /// Versions can be added without end.
    private static let number = Property(name: "number", schema: .integer(minimum: 1, maximum: 1 << 53))
    private static let times = [
        Property(name: "created_at", schema: .string(max: 30)), Property(name: "updated_at", schema: .string(max: 30)),
    ]

    private static func dependencies(required: [String]) -> Property {
        Property(
            name: "dependencies",
            schema: .array(
                items: .object(
                    properties: [
                        name, Property(name: "version", schema: text),
                        Property(name: "registry_url", schema: text),
                    ], required: required), countMax: nil))
    }

    private static let secrets = Property(
        name: "secrets",
        schema: .array(
            items: .object(
                properties: [
                    name, Property(name: "value", schema: text, isSecret: true),
                    Property(name: "updated_at", schema: .string(max: 30)),
                ], required: ["name"]), countMax: nil))

    private static let moduleContent = [code, dependencies(required: ["name", "version"]), secrets]

    private static let module = Schema.object(
        properties: [id, name] + times + moduleContent + [
            Property(name: "publish", schema: .boolean),
            Property(
                name: "versions",
                schema: .array(
                    items: .object(properties: [id, number] + times + moduleContent, required: []), countMax: nil)),
        ], required: ["name"])

    /// Of an action a dependency may have no version, as in the vendor's document.
    private static let actionContent =
        [code, dependencies(required: ["name"]), secrets] + [
            Property(name: "runtime", schema: text),
            Property(
                name: "supported_triggers",
                schema: .array(
                    items: .object(
                        properties: [
                            Property(name: "id", schema: text),
                            Property(name: "version", schema: text),
                        ], required: ["id"]), countMax: 1, countMin: 1)),
            Property(
                name: "modules",
                schema: .array(
                    items: .object(
                        properties: [
                            Property(name: "module_id", schema: text), Property(name: "module_name", schema: text),
                            Property(name: "module_version_id", schema: text),
                            Property(name: "module_version_number", schema: .integer(minimum: 1, maximum: 1 << 53)),
                        ], required: ["module_name", "module_version_number"]), countMax: nil)),
        ]

    private static let statuses = ["pending", "building", "retrying", "built", "failed"]

    private static let action = Schema.object(
        properties: [id, name] + times + actionContent + [
            Property(name: "deploy", schema: .boolean), Property(name: "status", schema: .choice(statuses)),
            Property(
                name: "versions",
                schema: .array(
                    items: .object(
                        properties: [id, number] + times + actionContent + [
                            Property(name: "status", schema: .choice(statuses)),
                            Property(name: "built_at", schema: .string(max: 30)),
                        ], required: []), countMax: nil)),
        ], required: ["name", "supported_triggers"])

    private static let binding = Schema.object(
        properties: [
            id, Property(name: "trigger_id", schema: text), Property(name: "action_id", schema: text),
            Property(name: "action_name", schema: text),
            Property(name: "display_name", schema: text),
            Property(name: "created_at", schema: .string(max: 30)),
        ], required: ["trigger_id", "action_name"])

    static let client = Schema.object(
        properties: [
            Property(name: "client_id", schema: text),
            Property(name: "client_secret", schema: text, isSecret: true),
            Property(name: "scopes", schema: .array(items: text, countMax: nil)),
        ], required: ["client_id", "client_secret"])

    private static let api = Schema.object(
        properties: [
            Property(name: "audience", schema: .string(charactersMin: 1, charactersMax: nil)),
            Property(name: "scopes", schema: .array(items: text, countMax: nil)),
        ], required: ["audience"])

    static let root = Schema.object(
        properties: [
            Property(name: "modules", schema: .array(items: module, countMax: nil)),
            Property(name: "actions", schema: .array(items: action, countMax: nil)),
            Property(name: "bindings", schema: .array(items: binding, countMax: nil)),
            Property(name: "clients", schema: .array(items: client, countMax: nil)),
            Property(name: "apis", schema: .array(items: api, countMax: nil)),
            Property(name: "resources", schema: .object(properties: [], required: [], allowsMore: true)),
        ], required: [])
}
