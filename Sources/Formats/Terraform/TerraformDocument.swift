import JSON
import Resources
package import Tenancy

/// A tenant as a configuration for Terraform: resources of the provider `auth0/auth0`, each with an `import` block that
/// takes over the one there is (Terraform 1.5 and later).
///
/// Values of secrets are variables, unless they are shown. `publish` is left out: with it the provider publishes after
/// each change, and the service refuses that for what is published already (409). `deploy` stands where the draft is
/// what is deployed. What the provider has no place for is counted in the comment at the top.
package struct TerraformDocument {
    private let content: TenantContent
    private let showsSecrets: Bool
    private let forms: ObjectForms
    private var writer: TerraformWriter

    /// - Parameter showsSecrets: also writes the values of secrets, which stay here otherwise.
    /// - Returns: a configuration as `terraform fmt` would have it.
    package static func hcl(_ tenant: Tenant, _ forms: ObjectForms = .none, showsSecrets: Bool) -> String {
        var document = TerraformDocument(tenant.content, forms, showsSecrets: showsSecrets)
        document.write(TerraformObjects(tenant, forms, showsSecrets: showsSecrets))
        return document.writer.blocks.joined(separator: "\n")
    }

    private init(_ content: TenantContent, _ forms: ObjectForms, showsSecrets: Bool) {
        self.content = content
        self.forms = forms
        self.showsSecrets = showsSecrets
        writer = TerraformWriter(showsSecrets: showsSecrets)
        var names = UniqueNames(.identifier)
        for module in content.modules {
            writer.label("action_module", "\(module.id.value)", names.name(for: module.name))
        }
        names = UniqueNames(.identifier)
        for action in content.actions { writer.label("action", "\(action.id.value)", names.name(for: action.name)) }
    }

    private mutating func write(_ found: TerraformObjects) {
        var (own, provider) = (HCLBody(), HCLBody(depth: 3))
        provider.attribute("source", HCL.quoted("auth0/auth0"))
        own.block("required_providers") { $0.attribute("auth0", provider.braced) }
        for module in content.modules { write(module) }
        for action in content.actions { write(action) }
        for (trigger, bindings) in content.bindings.sorted(by: { $0.key < $1.key }) { write(bindings, of: trigger) }
        writer.label(found.objects)
        let makes = Set(found.objects.compactMap(\.kind.make))
        let sayable = Dictionary(
            makes.map { ($0, forms.operation(SeedSection.Operation($0))?.bodyMembers ?? []) },
            uniquingKeysWith: { first, _ in first })
        for object in found.objects { writer.write(object, sayable: sayable[object.kind.make ?? ""] ?? []) }
        let members = writer.left.sorted { $0.key < $1.key }.map { (resource: $0.key, count: $0.value) }
        let comment =
            TerraformDocument.comment("Not here, as the provider has no resource for it:", found.left)
            + TerraformDocument.comment("Not here, as the resource has no attribute for it:", members)
        writer.blocks.insert("\(comment)terraform \(own.braced)\n", at: 0)
    }

    private static func comment(_ title: String, _ counts: [(resource: String, count: Int)]) -> String {
        guard !counts.isEmpty else { return "" }
        return "# \(title)\n" + counts.map { "#   \(HCL.commented($0.resource)) (\($0.count))\n" }.joined() + "\n"
    }

    private mutating func write(_ module: Module) {
        let label = writer.label("action_module", "\(module.id.value)") ?? ""
        var body = HCLBody()
        body.attribute("name", HCL.quoted(module.name))
        body.attribute("code", HCL.code(module.draft.code.text))
        add(module.draft.dependencies, to: &body)
        add(module.draft.secrets, of: "module", label, module.name, to: &body)
        writer.resource("action_module", label, id: "\(module.id.value)", body)
    }

    private mutating func write(_ action: Action) {
        let label = writer.label("action", "\(action.id.value)") ?? ""
        let draft = action.draft
        var body = HCLBody()
        body.attribute("name", HCL.quoted(action.name))
        body.attribute("runtime", HCL.quoted(runtime(of: draft)))
        if action.allChangesDeployed { body.attribute("deploy", "true") }
        body.attribute("code", HCL.code(draft.code.text))
        for trigger in draft.triggers {
            body.block("supported_triggers") {
                $0.attribute("id", HCL.quoted(trigger.id))
                $0.attribute("version", HCL.quoted(trigger.version))
            }
        }
        add(draft.dependencies, to: &body)
        add(draft.secrets, of: "action", label, action.name, to: &body)
        for module in content.existing(draft.modules) {
            let moduleLabel = writer.label("action_module", "\(module.moduleID.value)") ?? ""
            body.block("modules") {
                $0.attribute("module_id", "auth0_action_module.\(moduleLabel).id")
                $0.attribute("module_version_id", HCL.quoted("\(module.versionID.value)"))
            }
        }
        writer.resource("action", label, id: "\(action.id.value)", body)
    }

    private mutating func write(_ bindings: [Binding], of trigger: String) {
        var body = HCLBody()
        body.attribute("trigger", HCL.quoted(trigger))
        for binding in bindings {
            let action = "auth0_action.\(writer.label("action", "\(binding.actionID.value)") ?? "")"
            body.block("actions") {
                $0.attribute("id", "\(action).id")
                $0.attribute("display_name", binding.displayName.map(HCL.quoted) ?? "\(action).name")
            }
        }
        var names = UniqueNames(.identifier)
        writer.resource("trigger_actions", names.name(for: trigger), id: trigger, body)
    }

    private func add(_ dependencies: [Dependency], to body: inout HCLBody) {
        for dependency in dependencies {
            body.block("dependencies") {
                $0.attribute("name", HCL.quoted(dependency.name))
                $0.attribute("version", HCL.quoted(dependency.version))
            }
        }
    }

    /// Blocks of the secrets, after the variables that they refer to.
    private mutating func add(
        _ secrets: [Secret], of kind: String, _ label: String, _ name: String, to body: inout HCLBody
    ) {
        for secret in secrets {
            let value =
                showsSecrets
                ? HCL.quoted(secret.value.reveal()) : writer.variable(secret.name, of: kind, label, name)
            body.block("secrets") {
                $0.attribute("name", HCL.quoted(secret.name))
                $0.attribute("value", value)
            }
        }
    }

    /// The provider has a name of its own for this runtime, but for one trigger.
    private func runtime(of draft: ActionContent) -> String {
        let isRenamed = draft.runtime == "node18-actions" && draft.triggers.first?.id != "custom-token-exchange"
        return isRenamed ? "node18" : draft.runtime
    }
}
