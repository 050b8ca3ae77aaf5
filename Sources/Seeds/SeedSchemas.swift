import JSON

/// The form of a seed, as data. Names and lengths are those of the API.
enum SeedSchemas {
    private static let id = Property(name: "id", schema: .string(max: 36, min: 36))
    private static let name = Property(name: "name", schema: .string(max: 255, min: 1))
    private static let code = Property(name: "code", schema: .string(max: 65_536))
    private static let number = Property(name: "number", schema: .integer(minimum: 1, maximum: 1_000_000_000))
    private static let times = [
        Property(name: "created_at", schema: .string(max: 30)), Property(name: "updated_at", schema: .string(max: 30)),
    ]

    private static let dependencies = Property(
        name: "dependencies",
        schema: .array(
            items: .object(
                properties: [
                    name, Property(name: "version", schema: .string(max: 50)),
                    Property(name: "registry_url", schema: .string(max: 2_048)),
                ], required: ["name", "version"]), countMax: nil))

    private static let secrets = Property(
        name: "secrets",
        schema: .array(
            items: .object(
                properties: [
                    name, Property(name: "value", schema: .string(max: 4_096), isSecret: true),
                    Property(name: "updated_at", schema: .string(max: 30)),
                ], required: ["name"]), countMax: nil))

    private static let moduleContent = [code, dependencies, secrets]

    private static let module = Schema.object(
        properties: [id, name] + times + moduleContent + [
            Property(name: "publish", schema: .boolean),
            Property(
                name: "versions",
                schema: .array(
                    items: .object(properties: [id, number] + times + moduleContent, required: []), countMax: nil)),
        ], required: ["name"])

    private static let actionContent =
        moduleContent + [
            Property(name: "runtime", schema: .string(max: 32, min: 1)),
            Property(
                name: "supported_triggers",
                schema: .array(
                    items: .object(
                        properties: [
                            Property(name: "id", schema: .string(max: 100, min: 1)),
                            Property(name: "version", schema: .string(max: 10, min: 1)),
                        ], required: ["id"]), countMax: 1, countMin: 1)),
            Property(
                name: "modules",
                schema: .array(
                    items: .object(
                        properties: [
                            Property(name: "module_name", schema: .string(max: 255, min: 1)),
                            Property(name: "module_version_number", schema: .integer(minimum: 1, maximum: nil)),
                        ], required: ["module_name", "module_version_number"]), countMax: nil)),
        ]

    private static let action = Schema.object(
        properties: [id, name] + times + actionContent + [
            Property(name: "deploy", schema: .boolean),
            Property(
                name: "versions",
                schema: .array(
                    items: .object(properties: [id, number] + times + actionContent, required: []), countMax: nil)),
        ], required: ["name", "supported_triggers"])

    private static let binding = Schema.object(
        properties: [
            id, Property(name: "trigger_id", schema: .string(max: 100, min: 1)),
            Property(name: "action_name", schema: .string(max: 255, min: 1)),
            Property(name: "display_name", schema: .string(max: 255, min: 1)),
            Property(name: "created_at", schema: .string(max: 30)),
        ], required: ["trigger_id", "action_name"])

    private static let client = Schema.object(
        properties: [
            Property(name: "client_id", schema: .string(max: 255, min: 1)),
            Property(name: "client_secret", schema: .string(max: 4_096, min: 1), isSecret: true),
            Property(name: "scopes", schema: .array(items: .string(max: 255, min: 1), countMax: nil)),
        ], required: ["client_id", "client_secret"])

    static let root = Schema.object(
        properties: [
            Property(name: "modules", schema: .array(items: module, countMax: nil)),
            Property(name: "actions", schema: .array(items: action, countMax: nil)),
            Property(name: "bindings", schema: .array(items: binding, countMax: nil)),
            Property(name: "clients", schema: .array(items: client, countMax: nil)),
        ], required: [])
}
