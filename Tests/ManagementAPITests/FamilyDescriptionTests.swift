import Families
import Foundation
import JSON
import ManagementAPI
import Resources
import Tenancy
import TestSupport
import Testing

/// What the page is made from: it knows no family by itself.
@Suite struct FamilyDescriptionTests {
    private let handle: TenantHandle

    init() throws {
        let directory = TenantDirectory(
            start: Tenant(settings: TenantSettings()), world: ManualWorld().world,
            initialDocuments: Families.initialDocuments)
        handle = try directory.tenant(named: "acme")
    }

    private func all() throws -> JSONValue { try JSONParser.parse(FamilyDescription.all(handle)) }

    private func places() throws -> [JSONValue] {
        try all()["groups"]?.list.flatMap { $0["families"]?.list ?? [] }.flatMap { $0["paths"]?.list ?? [] } ?? []
    }

    private func place(_ path: String) throws -> JSONValue {
        try #require(try places().first { $0.string("path") == path })
    }

    private func methods(_ place: JSONValue) -> [String] {
        place["operations"]?.list.compactMap { $0.string("method") } ?? []
    }

    @Test func `every family is in one group, with each of its operations`() throws {
        let families = try #require(try all()["groups"]?.list.flatMap { $0["families"]?.list ?? [] })
        #expect(families.compactMap { $0.string("name") }.sorted() == Families.catalogue.families.map(\.name).sorted())
        let ids = try places().flatMap { $0["operations"]?.list ?? [] }.compactMap { $0.string("id") }
        #expect(ids.sorted() == Families.catalogue.families.flatMap(\.operations).map(\.id).sorted())
    }

    @Test func `a collection tells of its items, what names them and how many there are`() throws {
        #expect(try place("clients").string("role") == "list" && place("clients").string("id") == "client_id")
        #expect(try methods(place("clients")) == ["GET", "POST"])
        #expect(try place("clients/{id}").string("role") == "item")
        #expect(try methods(place("clients/{id}")) == ["GET", "PATCH", "DELETE"])
        let before = try #require(try place("roles")["count"]?.number?.int)
        handle.withTenant { tenant in
            let role = Document(
                id: "rol_1", text: Array(#"{"id":"rol_1"}"#.utf8), createdAt: Instant(nanoseconds: 0))
            tenant.withTable("roles") { $0.append(role) }
        }
        #expect(try place("roles")["count"]?.number?.int == before + 1)
    }

    @Test func `counting leaves no trace in the tenant`() throws {
        _ = try all()
        #expect(handle.withTenant { $0.content.resources.tables.isEmpty })
    }

    @Test func `what refers to what is told`() throws {
        #expect(try place("client-grants")["references"]?.string("client_id") == "clients")
        #expect(try place("connections/{id}")["references"]?.string("enabled_clients") == "clients")
        #expect(try place("organizations/{id}/members").string("shows") == "users")
        #expect(try place("users/{id}/roles").string("shows") == "roles")
        #expect(try place("tenants/settings").string("role") == "singleton")
        #expect(try place("emails/provider").string("role") == "keyed")
        #expect(try place("prompts").string("role") == "other")
        #expect(try place("users")["searched"]?.bool == true && place("clients")["searched"] == nil)
    }

    @Test func `one family tells what its operations take`() throws {
        let family = try JSONParser.parse(try #require(FamilyDescription.one("roles")))
        let operations = family["paths"]?.list.flatMap { $0["operations"]?.list ?? [] } ?? []
        let create = try #require(operations.first { $0.string("id") == "post_roles" })
        let members = create["body"]?["members"]?.list ?? []
        let name = try #require(members.first { $0.string("name") == "name" })
        #expect(name.string("type") == "string" && name["required"]?.bool == true)
        #expect(members.first { $0.string("name") == "description" }?["required"]?.bool == false)
        let list = try #require(operations.first { $0.string("id") == "get_roles" })
        #expect(list["query"]?["members"]?.list.contains { $0.string("name") == "per_page" } == true)
        #expect(FamilyDescription.one("nothing") == nil)
    }

    /// A family that is new must not make the page's first look slow.
    @Test func `what all families say is small`() throws {
        #expect(FamilyDescription.all(handle).count < 150_000)
    }
}
