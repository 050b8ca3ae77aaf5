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

/// Every trigger of a tenant: the state of a real one in August 2026, in the order in which it was listed (actions
/// reference 3.10, RECORDED). The real service shuffles the versions of a trigger from call to call.
package enum TriggerCatalogue {
    package static let all: [Trigger] =
        [
            trigger("post-login", "v3", modern, compatible: [TriggerReference(id: "post-login", version: "v2")]),
            trigger("post-login", "v1", ["node22"], "node12", .deprecated),
            trigger("post-login", "v2", ["node18", "node22"], "node16", .deprecated),
        ]
        + ["credentials-exchange", "pre-user-registration"].flatMap { [current($0), deprecated($0)] }
        + ["post-user-registration", "post-change-password"].flatMap { [deprecated($0), current($0)] }
        + ["send-phone-message"].flatMap { [current($0), deprecated($0)] }
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
        all.first {
            $0.reference.id == id && ($0.reference.version == version || version == nil && $0.status == .current)
        }
    }

    /// The runtime that an action gets at a trigger if it names none.
    ///
    /// - Parameter day: as it was on that day; nil for now.
    package static func defaultRuntime(of trigger: Trigger, on day: Day?) -> String {
        guard let day, trigger.defaultRuntime == modern[1] else { return trigger.defaultRuntime }
        let changes = trigger.reference.id == "custom-token-exchange" ? entityBoundChanges : triggerBoundChanges
        return changes.first { day.rawValue < $0.until }?.runtime ?? trigger.defaultRuntime
    }

    /// Whether an action of a trigger may name a runtime: one that the trigger is listed with, its default, or, of a
    /// current trigger, one that was the default in earlier years (RECORDED on `post-login` v3 with `node16`).
    ///
    /// - Parameter trigger: nil for one that is not listed, which takes whatever any other does (assumed).
    package static func takes(_ runtime: String, at trigger: Trigger?) -> Bool {
        guard let trigger else { return all.contains { takes(runtime, at: $0) } }
        let earlier = (triggerBoundChanges + entityBoundChanges).map(\.runtime)
        return trigger.runtimes.contains(runtime) || trigger.defaultRuntime == runtime
            || trigger.status == .current && earlier.contains(runtime)
    }

    /// Default runtimes of earlier years, each until the day of the change (RECORDED in actions that were made on both
    /// sides of it; the day itself within weeks).
    private static let triggerBoundChanges = [
        (until: "2023-07-16", runtime: "node16"), (until: "2025-01-01", runtime: "node18-actions"),
    ]
    private static let entityBoundChanges = [(until: "2025-03-01", runtime: "node18")]

    private static let modern = ["node18-actions", "node22"]

    private static func current(_ id: String) -> Trigger { trigger(id, "v2", modern) }

    private static func deprecated(_ id: String) -> Trigger { trigger(id, "v1", ["node22"], "node12", .deprecated) }

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
