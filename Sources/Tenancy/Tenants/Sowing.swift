/// What makes the first objects of a tenant. They are made when somebody first uses it, since some of them name the
/// tenant and the place where it is reached; a seed that would not do is refused before.
package final class Sowing: Sendable {
    let sow: @Sendable (inout Tenant, TenantWorld) -> Void

    package init(_ sow: @escaping @Sendable (inout Tenant, TenantWorld) -> Void) {
        self.sow = sow
    }
}
