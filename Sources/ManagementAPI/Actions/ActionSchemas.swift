import JSON
import Tenancy

/// Request schemas of actions, triggers and bindings (SPEC), as data. Count limits are the domain's.
enum ActionSchemas {
    static let triggerID = Property(
        name: "triggerId", schema: .choice(TriggerCatalogue.ids), description: "An actions extensibility point")

    static let name = Property(
        name: "name", schema: .string(charactersMin: 0, charactersMax: nil), description: "The name of an action")
    static let triggers = Property(
        name: "supported_triggers", schema: .array(items: trigger, countMax: 1, countMin: 1),
        description: "The list of triggers that this action supports. At this time, an action can only target a single "
            + "trigger at a time")
    static let code = Property(
        name: "code", schema: .string(max: 102_400),  // 100 kB, DOCS; that characters are counted is assumed
        description: "The source code of the action")
    static let dependencies = Property(
        name: "dependencies", schema: .array(items: dependency, countMax: nil),
        description: "The list of third party npm modules, and their versions, that this action depends on")
    static let runtime = Property(
        name: "runtime", schema: .string(charactersMin: 0, charactersMax: nil),
        description: "The Node runtime. For example: `node22`, defaults to `node22`")
    static let secrets = Property(
        name: "secrets", schema: .array(items: secret, countMax: nil),
        description: "The list of secrets that are included in an action or a version of an action")
    static let modules = Property(
        name: "modules", schema: .array(items: module, countMax: nil),
        description: "The list of action modules and their versions used by this action")
    static let deploy = Property(
        name: "deploy", schema: .boolean, description: "True if the action should be deployed after creation")

    static let itemID = Property(
        name: "id", schema: .choice(TriggerCatalogue.ids), description: "An actions extensibility point")
    static let itemVersion = Property(name: "version", schema: text)
    static let itemName = Property(name: "name", schema: .string(charactersMin: 1, charactersMax: nil))
    static let registryURL = Property(name: "registry_url", schema: text)
    static let value = Property(name: "value", schema: .string(max: 4_096), isSecret: true)
    /// Its length is the actions service's to check, as is that it is there.
    private static let secretName = Property(name: "name", schema: text)
    static let moduleID = Property(name: "module_id", schema: text)
    static let moduleVersionID = Property(name: "module_version_id", schema: text)

    private static let text = Schema.string(charactersMin: 0, charactersMax: nil)

    /// A trigger as a list shows it may be sent back; id and version count.
    private static let trigger = Schema.object(
        properties: [
            itemID, itemVersion, Property(name: "status", schema: text),
            Property(name: "runtimes", schema: .array(items: text, countMax: nil)),
            Property(name: "default_runtime", schema: text),
            Property(name: "compatible_triggers", schema: .array(items: .anything, countMax: nil)),
            Property(name: "binding_policy", schema: .choice(["trigger-bound", "entity-bound"])),
        ],
        required: ["id"])

    private static let dependency = Schema.object(properties: [itemName, itemVersion, registryURL], required: ["name"])

    /// Clients send back what they were given, times included (RECORDED).
    private static let secret = Schema.object(properties: [secretName, value], required: [], allowsMore: true)

    private static let module = Schema.object(
        properties: [
            moduleID, moduleVersionID, Property(name: "module_name", schema: text),
            Property(name: "module_version_number", schema: .integer(minimum: nil, maximum: nil)),
        ],
        required: [])

    private static let content = [name, triggers, code, dependencies, runtime, secrets, modules]

    static let create = Schema.object(properties: content + [deploy], required: ["name", "supported_triggers"])
    static let patch = Schema.object(properties: content, required: [])

    static let updateDraft = Property(name: "update_draft", schema: .boolean)
    static let redeploy = Schema.nullable(.object(properties: [updateDraft], required: []))

    static let payload = Property(
        name: "payload", schema: .object(properties: [], required: [], allowsMore: true),
        description: "The payload for the action")
    static let test = Schema.object(properties: [payload], required: ["payload"])

    static let logSession = Schema.nullable(.object(properties: [], required: [], allowsMore: true))

    static let refType = Property(name: "type", schema: .choice(["binding_id", "action_id", "action_name"]))
    static let refValue = Property(name: "value", schema: text)
    static let ref = Property(
        name: "ref", schema: .object(properties: [refType, refValue], required: [], allowsMore: true))
    static let displayName = Property(name: "display_name", schema: text)
    static let bindings = Property(
        name: "bindings",
        schema: .array(
            items: .oneOf(
                .object(properties: [ref, displayName, secrets], required: ["ref"])), countMax: nil),
        description: "The actions that will be bound to this trigger. The order in which they are included will be the "
            + "order in which they are executed")
    static let replaceBindings = Schema.object(properties: [bindings], required: [])

    static let list = Schema.object(
        properties: [
            triggerID, Property(name: "actionName", schema: text), Property(name: "deployed", schema: .boolean),
            Property(name: "installed", schema: .boolean),
        ] + PageSchema.properties, required: [])
    static let delete = Schema.object(properties: [Property(name: "force", schema: .boolean)], required: [])
}
