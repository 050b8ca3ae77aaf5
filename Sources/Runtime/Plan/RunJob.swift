import JSON
import Tenancy

/// The line that tells a worker what to run.
enum RunJob {
    /// - Parameters:
    ///   - resumed: what the worker left when it suspended the execution.
    ///   - network: where code may connect to.
    static func line(
        _ plan: RunPlan, _ request: RunRequest, resumed: SuspendedRun?, _ options: RuntimeOptions,
        at now: Instant
    ) -> [UInt8] {
        var writer = JSONWriter(capacity: 16 * 1024)
        writer.beginObject()
        writer.key("trigger")
        writer.string(request.trigger)
        writer.key("trigger_version")
        writer.string(plan.triggerVersion)
        writer.key("kind")
        writer.string(resumed == nil ? "execute" : "continue")
        writer.key("event")
        writer.tree(request.event)
        writer.key("actions")
        writer.beginArray()
        for action in plan.actions { writer.planned(action) }
        writer.endArray()
        writer.key("cache")
        writer.tree(plan.cache ?? [])
        for (name, value) in [
            ("groups", request.groups), ("roles", request.roles), ("executed_rules", request.executedRules),
        ] {
            writer.key(name)
            writer.tree(value)
        }
        writer.key("now")
        writer.integer(Int(now.nanoseconds / 1_000_000))
        writer.key("network")
        writer.string(options.network.rawValue)
        writer.key("node_modules")
        if let folder = options.packagesFolder { writer.string(folder) } else { writer.null() }
        writer.key("logs_bytes")
        writer.integer(RuntimeOptions.logBytesMax)
        if let resumed {
            writer.key("resume")
            writer.tree(["action": .int(resumed.action), "state": resumed.state])
        }
        writer.endObject()
        return writer.finish() + [UInt8(ascii: "\n")]
    }
}

extension JSONWriter {
    fileprivate mutating func planned(_ action: RunPlan.PlannedAction) {
        beginObject()
        head(action.name, action.version)
        part(action.content.code, action.content.secrets, action.content.dependencies)
        key("modules")
        beginArray()
        for module in action.modules {
            beginObject()
            head(module.name, module.version)
            part(module.content.code, module.content.secrets, module.content.dependencies)
            endObject()
        }
        endArray()
        endObject()
    }

    private mutating func head(_ name: String, _ version: Int?) {
        key("name")
        string(name)
        key("version")
        if let version { integer(version) } else { null() }
    }

    private mutating func part(_ code: SourceCode, _ secrets: [Secret], _ dependencies: [Dependency]) {
        key("code")
        string(escaped: code.escaped)
        key("secrets")
        beginObject()
        for secret in secrets {
            key(secret.name)
            string(secret.value.reveal())
        }
        endObject()
        key("dependencies")
        beginArray()
        for dependency in dependencies {
            beginObject()
            key("name")
            string(dependency.name)
            key("version")
            string(dependency.version)
            endObject()
        }
        endArray()
    }
}
