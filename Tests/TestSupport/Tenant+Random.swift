package import Tenancy

extension Tenant {
    /// What steps at random have made of it; builds may fail, or be under way.
    package static func random(seed: UInt64, steps count: Int = 150) -> Tenant {
        let world = ManualWorld()
        var steps = RandomSteps(seed: seed)
        var settings = TenantSettings()
        settings.limits.modules = RandomSteps.modulesMax
        settings.limits.actions = 8
        var tenant = Tenant(settings: settings)
        for _ in 0..<count {
            tenant.settings.build.outcome = Int.random(in: 0..<6, using: &steps.random) == 0 ? .failed : .built
            let step = steps.next(ReferenceModel(tenant))
            _ = tenant.take(step, ids: (0..<5).map { _ in world.newID() }, at: world.now())
        }
        tenant.settings = settings
        return tenant
    }
}
