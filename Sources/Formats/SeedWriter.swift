import Ground
package import JSON
import Resources
package import Tenancy

/// Writes a tenant as a document that `Seed` reads.
extension JSONWriter {
    /// - Parameters:
    ///   - showsSecrets: also writes the values of secrets, which stay here otherwise.
    ///   - secretPaths: of the objects of a resource, what is secret in them.
    ///   - forms: writes the families' objects as bodies of requests, names for ids, in place of their tables; nil: the
    ///     tables as they are.
    ///   - showsClients: also writes the registered clients that have a secret, if secrets are shown.
    package mutating func seed(
        _ tenant: Tenant, showsSecrets: Bool, showsClients: Bool = true, as forms: ObjectForms? = nil,
        secretPaths: @escaping (_ resource: String) -> [String] = { _ in [] }
    ) {
        let content = tenant.content
        var export = forms.map { ObjectExport(tenant, $0, showsSecrets: showsSecrets) }
        beginObject()
        if let export {
            key(Seed.commentKey)
            string(export.rest.lines.joined(separator: " "))
        }
        key("modules")
        beginArray()
        for module in content.modules { self.module(module, showsSecrets) }
        endArray()
        key("actions")
        beginArray()
        for action in content.actions { self.action(action, showsSecrets) }
        endArray()
        key("bindings")
        beginArray()
        for (trigger, bindings) in content.bindings.sorted(by: { $0.key < $1.key }) {
            for binding in bindings { self.binding(binding, at: trigger, content) }
        }
        endArray()
        let registered = showsSecrets && showsClients ? tenant.settings.clients : []
        if let sections = export?.sections() {
            objects(sections, registered)
        } else {
            if !content.resources.isEmpty {
                key("resources")
                resources(content.resources, without: showsSecrets ? nil : secretPaths)
            }
            if !registered.isEmpty { clients(registered) }
        }
        if !tenant.settings.apis.isEmpty { apis(tenant.settings.apis) }
        endObject()
    }

    package mutating func module(_ module: Module, _ showsSecrets: Bool) {
        beginObject()
        head(module.id.value, module.name, module.createdAt, module.updatedAt)
        moduleContent(module.draft, showsSecrets)
        key("versions")
        beginArray()
        for version in module.versions {
            beginObject()
            versionHead(version.id.value, version.number, version.createdAt)
            moduleContent(version.content, showsSecrets)
            endObject()
        }
        endArray()
        endObject()
    }

    package mutating func action(_ action: Action, _ showsSecrets: Bool) {
        beginObject()
        head(action.id.value, action.name, action.createdAt, action.updatedAt)
        member("status", action.status.rawValue)
        actionContent(action.draft, showsSecrets)
        key("versions")
        beginArray()
        for version in action.versions {
            beginObject()
            versionHead(version.id.value, version.number, version.createdAt)
            time("updated_at", version.updatedAt)
            member("status", version.status.rawValue)
            if let builtAt = version.builtAt { time("built_at", builtAt) }
            actionContent(version.content, showsSecrets)
            endObject()
        }
        endArray()
        endObject()
    }

    private mutating func binding(_ binding: Binding, at trigger: String, _ content: TenantContent) {
        beginObject()
        member("id", "\(binding.id.value)")
        member("trigger_id", trigger)
        member("action_id", "\(binding.actionID.value)")
        member("action_name", content.actions.first { $0.id == binding.actionID }?.name ?? "")
        if let name = binding.displayName { member("display_name", name) }
        time("created_at", binding.createdAt)
        endObject()
    }

    private mutating func apis(_ apis: [RegisteredAPI]) {
        key("apis")
        beginArray()
        for api in apis {
            beginObject()
            member("audience", api.audience)
            key("scopes")
            strings(api.scopes)
            endObject()
        }
        endArray()
    }

    /// Sections of objects; those that may fetch tokens stand behind the tenant's own clients.
    private mutating func objects(
        _ sections: [(section: SeedSection, value: JSONTree)], _ registered: [RegisteredClient]
    ) {
        for (section, value) in sections {
            if section.key == "clients" {
                clients(registered, behind: value.items ?? [])
            } else {
                key(section.key)
                tree(value)
            }
        }
        let hasClients = sections.contains { $0.section.key == "clients" }
        if !hasClients, !registered.isEmpty { clients(registered) }
    }

    private mutating func clients(_ clients: [RegisteredClient], behind objects: [JSONTree] = []) {
        key("clients")
        beginArray()
        for object in objects { tree(object) }
        for client in clients {
            guard let secret = client.secret else { continue }
            beginObject()
            member("client_id", client.id)
            member("client_secret", secret.reveal())
            if let scopes = client.scopes {
                key("scopes")
                strings(scopes)
            }
            endObject()
        }
        endArray()
    }
}

/// Parts.
extension JSONWriter {
    private mutating func head(_ id: UniqueID, _ name: String, _ createdAt: Instant, _ updatedAt: Instant) {
        member("id", "\(id)")
        member("name", name)
        time("created_at", createdAt)
        time("updated_at", updatedAt)
    }

    private mutating func versionHead(_ id: UniqueID, _ number: Int, _ createdAt: Instant) {
        member("id", "\(id)")
        key("number")
        integer(number)
        time("created_at", createdAt)
    }

    private mutating func moduleContent(_ content: ModuleContent, _ showsSecrets: Bool) {
        code(content.code)
        dependencies(content.dependencies)
        secrets(content.secrets, showsSecrets)
    }

    private mutating func code(_ code: SourceCode) {
        key("code")
        string(escaped: code.escaped)
    }

    private mutating func actionContent(_ content: ActionContent, _ showsSecrets: Bool) {
        key("supported_triggers")
        beginArray()
        for trigger in content.triggers {
            beginObject()
            member("id", trigger.id)
            member("version", trigger.version)
            endObject()
        }
        endArray()
        code(content.code)
        member("runtime", content.runtime)
        dependencies(content.dependencies)
        secrets(content.secrets, showsSecrets)
        key("modules")
        beginArray()
        for module in content.modules {
            beginObject()
            member("module_id", "\(module.moduleID.value)")
            member("module_name", module.moduleName)
            member("module_version_id", "\(module.versionID.value)")
            key("module_version_number")
            integer(module.versionNumber)
            endObject()
        }
        endArray()
    }

    private mutating func dependencies(_ dependencies: [Dependency]) {
        key("dependencies")
        beginArray()
        for dependency in dependencies {
            beginObject()
            member("name", dependency.name)
            member("version", dependency.version)
            if let registryURL = dependency.registryURL { member("registry_url", registryURL) }
            endObject()
        }
        endArray()
    }

    private mutating func secrets(_ secrets: [Secret], _ showsSecrets: Bool) {
        key("secrets")
        beginArray()
        for secret in secrets {
            beginObject()
            member("name", secret.name)
            if showsSecrets { member("value", secret.value.reveal()) }
            time("updated_at", secret.updatedAt)
            endObject()
        }
        endArray()
    }

    private mutating func member(_ name: StaticString, _ value: String) {
        key(name)
        string(value)
    }

    private mutating func time(_ name: StaticString, _ instant: Instant) {
        key(name)
        quotedASCII(upTo: InternetTime.bytesMax) { output in
            InternetTime.append(nanoseconds: instant.nanoseconds, isExact: true, to: &output)
        }
    }
}
