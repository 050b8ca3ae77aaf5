/// A point where the service runs actions.
package struct Trigger: Sendable {
    package enum Status: String, Sendable {
        case current = "CURRENT"
        case deprecated = "DEPRECATED"
    }

    package enum BindingPolicy: String, Sendable {
        case triggerBound = "trigger-bound"
        case entityBound = "entity-bound"
    }

    package let reference: TriggerReference
    package let status: Status
    package let runtimes: [String]
    package let defaultRuntime: String
    package let bindingPolicy: BindingPolicy
    package let compatible: [TriggerReference]
}

/// Every trigger of a tenant: the state of a real one in August 2026 (actions reference 3.10, RECORDED).
package enum TriggerCatalogue {
    package static let all: [Trigger] =
        [
            trigger("post-login", "v3", modern, compatible: [TriggerReference(id: "post-login", version: "v2")]),
            trigger("post-login", "v2", ["node18", "node22"], "node16", .deprecated),
            trigger("post-login", "v1", ["node22"], "node12", .deprecated),
        ]
        + [
            "credentials-exchange", "pre-user-registration", "post-user-registration", "post-change-password",
            "send-phone-message",
        ].flatMap { [trigger($0, "v2", modern), trigger($0, "v1", ["node22"], "node12", .deprecated)] }
        + ["password-reset-post-challenge", "custom-phone-provider", "custom-email-provider"]
        .map { trigger($0, "v1", modern) }
        + [trigger("custom-token-exchange", "v1", ["node18", "node22"], policy: .entityBound)]
        + ["event-stream", "password-hash-migration", "mcp-tool"]
        .map { trigger($0, "v1", ["node22"], policy: .entityBound) }

    /// Trigger ids that answer to bindings without being listed: of the vendor's document, or recorded while in beta.
    private static let unlisted = ["login-post-identifier", "signup-post-identifier", "custom-token-exchange-beta"]

    /// The ids of all triggers, each once.
    package static let ids: [String] = {
        var ids = unlisted
        for trigger in all where !ids.contains(trigger.reference.id) { ids.append(trigger.reference.id) }
        return ids
    }()

    package static func hasTrigger(_ id: String) -> Bool {
        ids.contains(id)
    }

    /// The trigger of that id and version; without a version the current one.
    package static func trigger(_ id: String, version: String?) -> Trigger? {
        all.first { $0.reference.id == id && (version == nil || $0.reference.version == version) }
    }

    private static let modern = ["node18-actions", "node22"]

    private static func trigger(
        _ id: String, _ version: String, _ runtimes: [String], _ defaultRuntime: String = "node22",
        _ status: Trigger.Status = .current, policy: Trigger.BindingPolicy = .triggerBound,
        compatible: [TriggerReference] = []
    ) -> Trigger {
        Trigger(
            reference: TriggerReference(id: id, version: version), status: status, runtimes: runtimes,
            defaultRuntime: defaultRuntime, bindingPolicy: policy, compatible: compatible)
    }
}
