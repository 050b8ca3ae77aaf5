import Families
import Resources
import Testing

@Suite struct FamilyGroupTests {
    @Test func `every family has its place in the dashboard`() {
        let names = Families.catalogue.families.map(\.name)
        #expect(names.filter { FamilyGroup(of: $0) == .others } == [])
        for group in FamilyGroup.allCases where group != .others {
            #expect(names.contains { FamilyGroup(of: $0) == group }, "\(group.rawValue) is empty")
        }
    }

    @Test func `a family that nobody has put anywhere is among the others`() {
        #expect(FamilyGroup(of: "not-known-yet") == .others)
        #expect(FamilyGroup.place(of: "roles") < FamilyGroup.place(of: "not-known-yet"))
    }
}
