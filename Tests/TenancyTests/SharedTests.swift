import Tenancy
import Testing

/// What is handed around as one object is a value all the same.
@Suite struct SharedTests {
    @Test func `a change of one copy leaves the others as they are`() {
        let first = Shared(["a"])
        var second = first
        second.value.append("b")
        let third = second
        second.value = []
        #expect(first.value == ["a"])
        #expect(second.value == [])
        #expect(third.value == ["a", "b"])
    }

    @Test func `a tenant that changes its settings leaves its snapshots theirs`() {
        var tenant = Tenant(settings: TenantSettings())
        let snapshot = tenant
        tenant.settings.limits.modules = 7
        tenant.settings.isReadOnly = true
        #expect(tenant.settings.limits.modules == 7)
        #expect(tenant.settings.isReadOnly)
        #expect(snapshot.settings == TenantSettings())
    }
}
