import JSON
import Resources
import Tenancy

/// Reference extensibility-and-conventions.md section 3.
struct TokenExchangeProfileRules: ResourceRules {
    /// The action is there and deployed when the profile is made; later it may go (RECORDED).
    func prepare(_ draft: inout JSONTree, _ write: Write, _ tenant: Tenant) throws(Refusal) {
        guard write.kind == .create, let name = draft["action_id"]?.string else { return }
        guard let action = Families.action(name, tenant, at: write.call.now) else {
            throw Refusal(400, "The action \(name) does not exist.", "invalid_body", .inferred)
        }
        guard action.deployedVersion != nil else {
            throw Refusal(400, "The action \(name) must be deployed.", "invalid_body", .inferred)
        }
    }

    /// Keeps the action from being deleted before the profile.
    func stored(_ new: MadeDocument, insteadOf old: Document?, _ write: Write, _ tenant: inout Tenant) {
        guard let id = new.tree["action_id"]?.string.flatMap({ UniqueID($0) }) else { return }
        tenant.withLinks("actions/token-exchange-profiles") { links in
            _ = links.tie(id.description, new.id, at: write.call.now)
        }
    }
}

extension Families {
    /// An action as it is; its build is not driven on.
    static func action(_ name: String, _ tenant: Tenant, at now: Instant) -> Action? {
        guard let id = UniqueID(name) else { return nil }
        var tenant = tenant
        return try? tenant.action(ActionID(id), at: now)
    }
}
