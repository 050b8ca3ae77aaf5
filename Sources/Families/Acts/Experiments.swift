import JSON
import Resources
import Tenancy

/// What experiments, their flags and segments go through. Nobody takes part in an experiment here.
enum Experiments {
    static let table = "experimentation/experiments"
    static let flags = "experimentation/feature-flags"
    static let variations = "experimentation/feature-flags/variations"
    static let segments = "experimentation/segments"

    /// SPEC has the arrows but the last (INFERRED).
    private static let moves = [
        "draft": ["active"], "active": ["paused", "completed"], "paused": ["active", "completed"],
        "completed": ["archived"],
    ]

    /// SPEC.
    private static let flagMoves = ["draft": ["active", "archived"], "active": ["archived"]]

    static func moveExperiment(_ call: ResourceCall, _ tenant: inout Tenant) throws(Refusal) -> Answer {
        try move(table, moves, call, &tenant) { (tree, tenant) throws(Refusal) in
            let now = JSONTree.string(call.now.text(digits: 3))
            switch tree["status"]?.string {
            case "active":
                if let problem = problems(of: tree, tenant).first { throw .body(problem.message, .inferred) }
                tree.fill(from: ["started_at": now])
            case "completed": tree["ended_at"] = now
            default: break
            }
        }
    }

    static func moveFlag(_ call: ResourceCall, _ tenant: inout Tenant) throws(Refusal) -> Answer {
        try move(flags, flagMoves, call, &tenant) { (_, _) throws(Refusal) in }
    }

    private static func move(
        _ name: String, _ moves: [String: [String]], _ call: ResourceCall, _ tenant: inout Tenant,
        _ change: (inout JSONTree, Tenant) throws(Refusal) -> Void
    ) throws(Refusal) -> Answer {
        guard let resource = call.catalogue.resource(name) else { throw .notFound }
        let old = try resource.document(call, &tenant)
        var tree = old.tree
        let status = call.body?["status"]?.string ?? ""
        guard moves[tree["status"]?.string ?? ""]?.contains(status) ?? false else {
            throw .body("Status transition is not allowed.", .specified)
        }
        tree["status"] = .string(status)
        tenant.fillTable(flags)
        tenant.fillTable(variations)
        tenant.fillTable(segments)
        try change(&tree, tenant)
        tree["updated_at"] = .string(call.now.text(digits: 3))
        let moved = Document(
            id: old.id, text: resource.arranged(tree).bytes, keys: old.keys, createdAt: old.createdAt)
        tenant.withTable(name) { _ = $0.replace(moved) }
        return Answer(200, resource.shown(moved, .changed, call, tenant))
    }

    static func validate(_ call: ResourceCall, _ tenant: inout Tenant) throws(Refusal) -> Answer {
        guard let resource = call.catalogue.resource(table) else { throw .notFound }
        let problems = problems(of: try resource.document(call, &tenant).tree, tenant)
        let errors = problems.map { ["code": .string($0.code), "message": .string($0.message)] as JSONTree }
        return Answer(200, ["is_valid": .bool(problems.isEmpty), "errors": .array(errors)])
    }

    /// A flag that is not there is a 404, a variation that is not there is none (SPEC).
    static func removeVariation(_ call: ResourceCall, _ tenant: inout Tenant) throws(Refusal) -> Answer {
        guard let resource = call.catalogue.resource(variations) else { throw .notFound }
        try resource.checkParent(call, &tenant)
        return try resource.remove(call, &tenant)
    }

    /// Experiments that are not archived.
    static func current(_ tenant: Tenant) -> [JSONTree] {
        tenant.table(table).all.map(\.tree).filter { $0["status"]?.string != "archived" }
    }

    /// Theirs.
    static func allocations(_ tenant: Tenant) -> [JSONTree] {
        current(tenant).flatMap { $0["allocations"]?.items ?? [] }
    }

    static func variations(of flag: String, _ call: ResourceCall, _ tenant: Tenant) -> [Document] {
        call.catalogue.resource(variations)?.documents(below: flag, in: tenant) ?? []
    }

    /// What keeps an experiment from being activated (INFERRED: SPEC has the form of these, and none of them).
    static func problems(of experiment: JSONTree, _ tenant: Tenant) -> [(code: String, message: String)] {
        var found: [(code: String, message: String)] = []
        let flag = experiment["feature_flag_id"]?.string ?? ""
        if tenant.table(flags).document(flag)?.tree["status"]?.string != "active" {
            found.append(("feature_flag_not_active", "The feature flag must be active."))
        }
        let allocations = experiment["allocations"]?.items ?? []
        if allocations.contains(where: {
            !tenant.table(variations).contains("\(flag)/\($0["variation_id"]?.string ?? "")")
        }) {
            found.append(("variation_not_found", "Every allocation must name a variation of the feature flag."))
        }
        if allocations.count(where: { $0["is_control"]?.bool ?? false }) != 1 {
            found.append(("invalid_control", "Exactly one allocation must be the control group."))
        }
        if experiment["allocation_strategy"]?.string == "percentage" {
            if allocations.compactMap({ $0["weight"]?.double }).reduce(0, +) != 100 {
                found.append(("invalid_weights", "The weights of all allocations must add up to 100."))
            }
            return found
        }
        let targeted = allocations.filter { $0["is_fallback"]?.bool != true }
        if targeted.contains(where: { !tenant.table(segments).contains($0["segment_id"]?.string ?? "") }) {
            found.append(("segment_not_found", "Every allocation but the fallback must name a segment."))
        }
        if Set(targeted.map { $0["priority"]?.int ?? 0 }).count != targeted.count {
            found.append(("invalid_priorities", "Every allocation but the fallback must have its own priority."))
        }
        if allocations.count - targeted.count != 1 {
            found.append(("invalid_fallback", "Exactly one allocation must be the fallback."))
        }
        return found
    }
}
