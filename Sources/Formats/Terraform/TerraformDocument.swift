package import Tenancy

/// A tenant as a configuration for Terraform: resources of the provider `auth0/auth0`, each with an `import` block that
/// takes over the one there is (Terraform 1.5 and later).
///
/// Values of secrets are variables, unless they are shown. `publish` is left out: with it the provider publishes after
/// each change, and the service refuses that for what is published already (409). `deploy` stands where the draft is
/// what is deployed.
package struct TerraformDocument {
    private let content: TenantContent
    private let showsSecrets: Bool
    private var moduleLabels: [ModuleID: String] = [:]
    private var actionLabels: [ActionID: String] = [:]
    private var variableNames = UniqueNames(.identifier)
    private var blocks: [String] = []

    /// - Parameter showsSecrets: also writes the values of secrets, which stay here otherwise.
    /// - Returns: a configuration as `terraform fmt` would have it.
    package static func hcl(_ tenant: Tenant, showsSecrets: Bool) -> String {
        var document = TerraformDocument(content: tenant.content, showsSecrets: showsSecrets)
        document.write()
        return document.blocks.joined(separator: "\n")
    }

    private init(content: TenantContent, showsSecrets: Bool) {
        self.content = content
        self.showsSecrets = showsSecrets
        var names = UniqueNames(.identifier)
        for module in content.modules { moduleLabels[module.id] = names.name(for: module.name) }
        names = UniqueNames(.identifier)
        for action in content.actions { actionLabels[action.id] = names.name(for: action.name) }
    }

    private mutating func write() {
        blocks = ["terraform {\n  required_providers {\n    auth0 = {\n      source = \"auth0/auth0\"\n    }\n  }\n}\n"]
        for module in content.modules { write(module) }
        for action in content.actions { write(action) }
        for (trigger, bindings) in content.bindings.sorted(by: { $0.key < $1.key }) { write(bindings, of: trigger) }
    }

    private mutating func write(_ module: Module) {
        let label = moduleLabels[module.id] ?? ""
        let secrets = secrets(module.draft.secrets, of: "module", label, module.name)
        write(
            "auth0_action_module", label, id: "\(module.id.value)",
            Block.attributes([("name", HCL.quoted(module.name)), ("code", HCL.code(module.draft.code.text))])
                + dependencies(module.draft.dependencies) + secrets)
    }

    private mutating func write(_ action: Action) {
        let label = actionLabels[action.id] ?? ""
        let draft = action.draft
        let secrets = secrets(draft.secrets, of: "action", label, action.name)
        var attributes = [("name", HCL.quoted(action.name)), ("runtime", HCL.quoted(runtime(of: draft)))]
        if action.allChangesDeployed { attributes.append(("deploy", "true")) }
        attributes.append(("code", HCL.code(draft.code.text)))
        let triggers = draft.triggers.map { trigger in
            Block.nested(
                "supported_triggers", [("id", HCL.quoted(trigger.id)), ("version", HCL.quoted(trigger.version))])
        }
        let modules = content.existing(draft.modules).map { module in
            Block.nested(
                "modules",
                [
                    ("module_id", "auth0_action_module.\(moduleLabels[module.moduleID] ?? "").id"),
                    ("module_version_id", HCL.quoted("\(module.versionID.value)")),
                ])
        }
        write(
            "auth0_action", label, id: "\(action.id.value)",
            Block.attributes(attributes) + triggers.joined() + dependencies(draft.dependencies) + secrets
                + modules.joined())
    }

    private mutating func write(_ bindings: [Binding], of trigger: String) {
        let actions = bindings.map { binding in
            let label = actionLabels[binding.actionID] ?? ""
            let name = binding.displayName.map(HCL.quoted) ?? "auth0_action.\(label).name"
            return Block.nested("actions", [("id", "auth0_action.\(label).id"), ("display_name", name)])
        }
        var names = UniqueNames(.identifier)
        write(
            "auth0_trigger_actions", names.name(for: trigger), id: trigger,
            Block.attributes([("trigger", HCL.quoted(trigger))]) + actions.joined())
    }

    private mutating func write(_ type: String, _ label: String, id: String, _ body: String) {
        blocks.append("import {\n  to = \(type).\(label)\n  id = \(HCL.quoted(id))\n}\n")
        blocks.append("resource \"\(type)\" \"\(label)\" {\n\(body)}\n")
    }

    private func dependencies(_ dependencies: [Dependency]) -> String {
        dependencies.map { dependency in
            Block.nested(
                "dependencies", [("name", HCL.quoted(dependency.name)), ("version", HCL.quoted(dependency.version))])
        }.joined()
    }

    /// Blocks of the secrets, after the variables that they refer to.
    private mutating func secrets(_ secrets: [Secret], of kind: String, _ label: String, _ name: String) -> String {
        var result = ""
        for secret in secrets {
            var value = HCL.quoted(showsSecrets ? secret.value.reveal() : "")
            if !showsSecrets {
                // With the kind in front it is none of the names that Terraform keeps for itself.
                let variable = variableNames.name(for: "\(kind)_\(label)_\(secret.name)")
                let description = HCL.quoted("The secret \(secret.name) of the \(kind) \(name).")
                let attributes = [("description", description), ("type", "string"), ("sensitive", "true")]
                blocks.append("variable \"\(variable)\" {\n\(Block.attributes(attributes))}\n")
                value = "var.\(variable)"
            }
            result += Block.nested("secrets", [("name", HCL.quoted(secret.name)), ("value", value)])
        }
        return result
    }

    /// The provider has a name of its own for this runtime, but for one trigger.
    private func runtime(of draft: ActionContent) -> String {
        let isRenamed = draft.runtime == "node18-actions" && draft.triggers.first?.id != "custom-token-exchange"
        return isRenamed ? "node18" : draft.runtime
    }
}

/// Parts of a block, indented as `terraform fmt` does it.
enum Block {
    static func attributes(_ attributes: [(name: String, value: String)], indentation: String = "  ") -> String {
        let width = attributes.map(\.name.count).max() ?? 0
        return attributes.map { name, value in
            "\(indentation)\(name)\(String(repeating: " ", count: width - name.count)) = \(value)\n"
        }.joined()
    }

    static func nested(_ name: String, _ attributes: [(name: String, value: String)]) -> String {
        "\n  \(name) {\n\(Block.attributes(attributes, indentation: "    "))  }\n"
    }
}
