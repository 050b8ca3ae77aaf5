import Families
import Resources
import Testing

@Suite struct ExtensibilityTests {
    @Test(arguments: [
        "event-streams", "events", "experimentation", "flows", "forms", "hooks", "network-acls", "rules",
        "rules-configs", "self-service-profiles", "token-exchange-profiles", "verifiable-credentials",
    ])
    func `every operation behaves`(name: String) throws {
        let family = try #require(Families.catalogue.family(name))
        #expect(!family.operations.isEmpty && family.strayActs.isEmpty)
        #expect(family.operations.filter { $0.binding == nil }.map(\.id) == [])
    }
}
