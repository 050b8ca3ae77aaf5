import JSON
import Resources
import Tenancy

/// SPEC.
struct ExperimentRules: ResourceRules {
    static let order = [
        "id", "name", "description", "feature_flag_id", "authentication_flow", "allocation_strategy",
        "assignment_config", "status", "is_valid", "allocations", "editable_fields", "started_at", "ended_at",
        "created_at", "updated_at",
    ]

    func prepare(_ draft: inout JSONTree, _ write: Write, _ tenant: Tenant) throws(Refusal) {
        guard write.request["allocations"] != nil, write.oldTree?["status"]?.string == "active" else { return }
        throw .body("Allocations cannot be modified while the experiment is active.", .specified)
    }

    func mayRemove(_ document: Document, _ call: ResourceCall, _ tenant: Tenant) throws(Refusal) {
        guard document.tree["status"]?.string == "active" else { return }
        throw .body("Active experiments cannot be deleted. Pause or complete the experiment first.", .specified)
    }

    var views: ViewKinds { [.created, .read, .changed, .item] }

    /// Whether it is ready hangs on other documents, too, so it is seen when it is asked for.
    func view(
        _ tree: inout JSONTree, _ kind: ViewKind, _ document: Document, _ call: ResourceCall, _ tenant: Tenant
    ) {
        tree["is_valid"] = .bool(Experiments.problems(of: tree, tenant).isEmpty)
        // Not in the document, but what auth0-python 6.8 wants (CLIENT); which ones follows from what is refused here.
        let fields = ["name", "description", "assignment_config"]
        let isActive = tree["status"]?.string == "active"
        tree["editable_fields"] = .array((fields + (isActive ? [] : ["allocations"])).map { .string($0) })
        tree = tree.ordered(ExperimentRules.order)
    }
}

/// SPEC.
struct FeatureFlagRules: ResourceRules {
    func mayRemove(_ document: Document, _ call: ResourceCall, _ tenant: Tenant) throws(Refusal) {
        guard Experiments.current(tenant).contains(where: { $0["feature_flag_id"]?.string == document.id }) else {
            return
        }
        throw Refusal(
            409, "Feature flag is in use by one or more non-archived experiments and cannot be deleted.", .specified)
    }
}

/// SPEC.
struct VariationRules: ResourceRules {
    func prepare(_ draft: inout JSONTree, _ write: Write, _ tenant: Tenant) throws(Refusal) {
        let flag = write.call.parameters[0]
        draft["feature_flag_id"] = .string(flag)
        let parameters = tenant.table(Experiments.flags).document(flag)?.tree["parameters"]
        for override in draft["overrides"]?.members ?? [] where parameters?[override.key] == nil {
            throw .body("The feature flag has no parameter \(override.key).", .inferred)
        }
    }

    func mayRemove(_ document: Document, _ call: ResourceCall, _ tenant: Tenant) throws(Refusal) {
        guard !Experiments.allocations(tenant).contains(where: { $0["variation_id"]?.string == document.ownID }) else {
            throw Refusal(
                409, "Variation is in use by one or more non-archived allocations and cannot be deleted.", .specified)
        }
        if Experiments.variations(of: call.parameters[0], call, tenant).count == 1 {
            throw .body(
                "Feature flag must have at least one variation. Cannot delete the last variation.", .specified)
        }
    }
}

/// SPEC.
struct SegmentRules: ResourceRules {
    func mayRemove(_ document: Document, _ call: ResourceCall, _ tenant: Tenant) throws(Refusal) {
        guard Experiments.allocations(tenant).contains(where: { $0["segment_id"]?.string == document.id }) else {
            return
        }
        throw Refusal(409, "Segment is in use by one or more non-archived experiment allocations.", .specified)
    }
}
