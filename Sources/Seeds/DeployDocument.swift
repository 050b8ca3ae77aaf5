import JSON
package import Tenancy

/// A tenant as the deploy CLI's `tenant.yaml`, code in place.
package struct DeployDocument {
    private let content: TenantContent
    private let showsSecrets: Bool
    private var lines: [String] = []

    /// - Parameter showsSecrets: also writes the values of secrets, which stay here otherwise.
    package static func yaml(_ tenant: Tenant, showsSecrets: Bool) -> String {
        var document = DeployDocument(content: tenant.content, showsSecrets: showsSecrets)
        document.write()
        return document.lines.joined(separator: "\n") + "\n"
    }

    private init(content: TenantContent, showsSecrets: Bool) {
        self.content = content
        self.showsSecrets = showsSecrets
    }

    private mutating func write() {
        begin("actionModules", isEmpty: content.modules.isEmpty)
        for module in content.modules {
            lines.append("  - name: \(DeployDocument.quoted(module.name))")
            write(code: module.draft.code)
            write(module.draft.dependencies, module.draft.secrets)
            lines.append("    all_changes_published: \(module.allChangesPublished)")
        }
        begin("actions", isEmpty: content.actions.isEmpty)
        for action in content.actions { write(action) }
        begin("triggers", isEmpty: content.bindings.isEmpty)
        for (trigger, bindings) in content.bindings.sorted(by: { $0.key < $1.key }) {
            lines.append("  \(DeployDocument.quoted(trigger)):")
            for binding in bindings {
                let name = content.actions.first { $0.id == binding.actionID }?.name ?? ""
                lines.append("    - action_name: \(DeployDocument.quoted(name))")
                lines.append("      display_name: \(DeployDocument.quoted(binding.displayName ?? name))")
            }
        }
    }

    private mutating func begin(_ name: String, isEmpty: Bool) {
        lines.append(isEmpty ? "\(name): \(name == "triggers" ? "{}" : "[]")" : "\(name):")
    }

    private mutating func write(_ action: Action) {
        lines.append("  - name: \(DeployDocument.quoted(action.name))")
        write(code: action.draft.code)
        lines.append("    runtime: \(DeployDocument.quoted(action.draft.runtime))")
        lines.append("    deployed: \(action.deployedVersion != nil)")
        lines.append("    supported_triggers:")
        for trigger in action.draft.triggers {
            lines.append("      - id: \(DeployDocument.quoted(trigger.id))")
            lines.append("        version: \(DeployDocument.quoted(trigger.version))")
        }
        write(action.draft.dependencies, action.draft.secrets)
        // A draft may refer to what is gone.
        let modules = action.draft.modules.filter { reference in
            content.modules.contains { module in
                module.id == reference.moduleID && module.versions.contains { $0.id == reference.versionID }
            }
        }
        guard !modules.isEmpty else { return }
        lines.append("    modules:")
        for module in modules {
            lines.append("      - module_name: \(DeployDocument.quoted(module.moduleName))")
            lines.append("        module_version_number: \(module.versionNumber)")
        }
    }

    private mutating func write(_ dependencies: [Dependency], _ secrets: [Secret]) {
        lines.append(dependencies.isEmpty ? "    dependencies: []" : "    dependencies:")
        for dependency in dependencies {
            lines.append("      - name: \(DeployDocument.quoted(dependency.name))")
            lines.append("        version: \(DeployDocument.quoted(dependency.version))")
            if let url = dependency.registryURL { lines.append("        registry_url: \(DeployDocument.quoted(url))") }
        }
        lines.append(secrets.isEmpty ? "    secrets: []" : "    secrets:")
        for secret in secrets {
            lines.append("      - name: \(DeployDocument.quoted(secret.name))")
            if showsSecrets { lines.append("        value: \(DeployDocument.quoted(secret.value.reveal()))") }
        }
    }

    /// As a block where that is the same text: lines of printable characters that end with a line.
    private mutating func write(code: String) {
        let isBlock =
            code.hasSuffix("\n") && !code.hasSuffix("\n\n") && code.utf8.count > 1
            && code.unicodeScalars.allSatisfy { $0 == "\n" || $0 == "\t" || (" "..."~").contains($0) }
        guard isBlock else { return lines.append("    code: \(DeployDocument.quoted(code))") }
        // The indentation is named, since the first line may have some of its own.
        lines.append("    code: |2")
        for line in code.dropLast().split(separator: "\n", omittingEmptySubsequences: false) {
            lines.append(line.isEmpty ? "" : "      \(line)")
        }
    }

    /// A JSON string is a YAML string, but for characters that YAML takes for the end of a line or does not print.
    private static func quoted(_ text: String) -> String {
        var writer = JSONWriter(capacity: text.utf8.count + 16)
        writer.string(text)
        let json = String(decoding: writer.finish(), as: UTF8.self)
        guard json.unicodeScalars.contains(where: isSpecial) else { return json }
        return json.unicodeScalars.map { scalar in
            let digits = String(scalar.value, radix: 16)
            return isSpecial(scalar) ? "\\u" + String(repeating: "0", count: 4 - digits.count) + digits : String(scalar)
        }.joined()
    }

    private static func isSpecial(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x7F...0xA0, 0x2028, 0x2029, 0xFEFF, 0xFFFE, 0xFFFF: true
        default: false
        }
    }
}
