import JSON
import Tenancy

/// What an execution did, out of the lines that its worker sent, in the form in which it is shown (actions runtime
/// reference 11).
struct RunRecord {
    enum Status: String {
        case running, final, partial, suspended
    }

    /// As it is shown, with its secrets still in it.
    private(set) var tree: JSONTree
    private(set) var status = Status.final
    /// What the worker needs to go on where it was suspended, and the number of the action that did.
    private(set) var suspended: (action: Int, state: JSONTree)?
    /// What the trigger's executions remember; nil: as before.
    private(set) var cache: JSONTree?

    private struct ActionRecord {
        var entry: String?
        var milliseconds: JSONTree?
        var bootMilliseconds: JSONTree?
        var calls: [JSONTree] = []
        var logs = ""
        var error: JSONTree?
        var isEnded = false
    }

    /// - Parameter head: members that stand first: id, trigger and the like.
    init(_ head: JSONTree, _ plan: RunPlan, _ output: WorkerOutput, _ options: RuntimeOptions) {
        tree = head
        var records: [Int: ActionRecord] = [:]
        var done: JSONTree = [:]
        var outcome: JSONTree = [:]
        var node = output.node
        var unread = 0
        for line in output.lines {
            guard let member = JSONTree(bytes: line).members?.first else {
                unread += 1
                continue
            }
            let value = member.value
            guard member.key != "done" else {
                done = value
                continue
            }
            if member.key == "ready" { node = value["node"]?.string ?? node }
            guard let number = value["action"]?.int, plan.actions.indices.contains(number) else { continue }
            RunRecord.note(member.key, value, &records[number, default: ActionRecord()])
            if member.key == "end", let latest = value["outcome"] { outcome = latest }
        }
        var warnings = done["warnings"]?.items ?? []
        let broken = RunRecord.error(of: output.end, options)
        if let broken { RunRecord.blame(broken, plan, &records, &warnings) }
        if unread > 0 { warnings.append(.string("\(unread) lines of the worker could not be read.")) }
        // Nothing passes for well ended of which something is wrong, or not known.
        let isWhole = broken == nil && unread == 0 && !records.values.contains { $0.error != nil }
        status = done["status"] == "suspended" ? .suspended : isWhole && done["status"] != "partial" ? .final : .partial
        if status == .suspended, let number = done["suspended"]?.int {
            suspended = (number, done["state"] ?? [:])
        }
        cache = done["cache"]
        tree["status"] = .string(status.rawValue)
        tree["node"] = .string(node)
        tree["ms"] = RunRecord.number(output.milliseconds)
        tree["warnings"] = .array(warnings)
        tree["actions"] = .array(
            plan.actions.indices.compactMap { number in
                records[number].map { RunRecord.tree($0, of: plan.actions[number]) }
            })
        let skipped = plan.actions.indices.filter { records[$0] == nil && $0 >= (records.keys.min() ?? 0) }
        tree["skipped"] = .array(skipped.map { .string(plan.actions[$0].name) })
        tree["outcome"] = done["outcome"] ?? outcome
    }

    private static func note(_ kind: String, _ value: JSONTree, _ record: inout ActionRecord) {
        switch kind {
        case "call": record.calls.append(value.without(["action"]))
        case "log": record.logs += value["text"]?.string ?? ""
        case "end":
            record.entry = value["entry"]?.string
            record.milliseconds = time(value["ms"])
            record.bootMilliseconds = time(value["boot_ms"])
            record.error = value["error"]
            record.isEnded = true
        default: break
        }
    }

    /// What ended the process before it was done; nil: nothing did.
    private static func error(of end: WorkerOutput.End, _ options: RuntimeOptions) -> JSONTree? {
        let message: String
        var code = "action_error"
        switch end {
        case .done: return nil
        case .deadline:
            code = "action_timeout"
            message = "The execution took longer than \(options.timeout) ms, and was ended."
        case .flood: message = "The execution told more than \(RuntimeOptions.answerBytesMax) bytes, and was ended."
        case .ended(let how): message = "The process of the execution \(how)."
        case .notStarted(let reason):
            code = "platform_error"
            message = "Node.js did not start: \(reason)."
        }
        return ["message": .string(message), "name": "Error", "code": .string(code)]
    }

    /// An error of the process is that of the action that was under way.
    private static func blame(
        _ error: JSONTree, _ plan: RunPlan, _ records: inout [Int: ActionRecord], _ warnings: inout [JSONTree]
    ) {
        if let number = records.first(where: { !$0.value.isEnded })?.key {
            records[number]?.error = error
        } else if records.isEmpty, !plan.actions.isEmpty {
            records[0] = ActionRecord(error: error)
        } else {
            warnings.append(error["message"] ?? "")
        }
    }

    private static func tree(_ record: ActionRecord, of action: RunPlan.PlannedAction) -> JSONTree {
        var tree: JSONTree = [
            "name": .string(action.name), "version": action.version.map { .int($0) } ?? .null,
            "modules": .array(
                action.modules.map { module in
                    ["name": .string(module.name), "version": module.version.map { .int($0) } ?? .null]
                }),
        ]
        tree["entry"] = record.entry.map { .string($0) }
        tree["boot_ms"] = record.bootMilliseconds
        tree["ms"] = record.milliseconds
        tree["calls"] = .array(record.calls)
        tree["logs"] = .string(record.logs)
        tree["error"] = record.error
        return tree
    }

    /// A number of milliseconds as it came, if it can be one: who tells it may be anybody.
    private static func time(_ value: JSONTree?) -> JSONTree? {
        guard let milliseconds = value?.double, (0...timeMax).contains(milliseconds) else { return nil }
        return value
    }

    private static let timeMax = 1e9

    private static func number(_ milliseconds: Double) -> JSONTree {
        let tenths = Int((milliseconds.clamped(to: 0...timeMax) * 10).rounded())
        return .number("\(tenths / 10).\(tenths % 10)")
    }
}

extension RunRecord {
    /// Without the values of secrets, in whatever member they are, and with no more of the console than is kept. (Cut
    /// after, since a part of a secret is none that anybody would find.)
    func shown(hiding redaction: RunRedaction?) -> JSONTree {
        var shown = tree
        if let redaction {
            shown["warnings"] = redaction.applied(to: shown["warnings"] ?? [])
            shown["outcome"] = redaction.appliedBelow(shown["outcome"] ?? [:])
        }
        shown["actions"] = .array((shown["actions"]?.items ?? []).map { RunRecord.shown($0, hiding: redaction) })
        return shown
    }

    /// Keys of ours stay, whatever a secret is.
    private static func shown(_ action: JSONTree, hiding redaction: RunRedaction?) -> JSONTree {
        var shown = action
        let logs = action["logs"]?.string ?? ""
        let isCut = logs.utf8.count > RuntimeOptions.logBytesMax
        if let redaction {
            shown["calls"] = .array((action["calls"]?.items ?? []).map { redaction.appliedBelow($0) })
            shown["error"] = action["error"].map { redaction.appliedBelow($0) }
            let kept = redaction.applied(to: logs)
            // Where the worker cut, the beginning of a secret may be left.
            shown["logs"] = .string(isCut ? redaction.withoutBeginning(kept) : kept)
        }
        guard isCut else { return shown }
        let kept = shown["logs"]?.string ?? ""
        shown["logs"] = .string(String(decoding: kept.utf8.prefix(RuntimeOptions.logBytesMax), as: UTF8.self))
        shown["logs_cut"] = true
        return shown
    }
}

extension Double {
    fileprivate func clamped(to range: ClosedRange<Double>) -> Double {
        isNaN ? range.lowerBound : Swift.min(Swift.max(self, range.lowerBound), range.upperBound)
    }
}
