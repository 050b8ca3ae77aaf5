import Tenancy
import TestSupport

extension FamilyFixture {
    /// An action, of which the families know no more than the id.
    func makeAction(trigger: String, deployed: Bool) throws -> ActionID {
        let id = ActionID(world.newID())
        let version = deployed ? ActionVersionID(world.newID()) : nil
        let now = world.now()
        var patch = ActionPatch()
        patch.name = "action \(id.value)"
        patch.trigger = TriggerReference(id: trigger, version: "v1")
        try handle.withTenant { (tenant) throws(ActionError) in
            _ = try tenant.createAction(patch, deployingAs: version, id: id, at: now)
        }
        return id
    }
}
