import JSON
import Resources
import Tenancy

extension ConnectionRules {
    /// With a connection go the users that it made (DOCS, reference users-organizations.md section 17).
    func removed(_ document: Document, _ call: ResourceCall, _ tenant: inout Tenant) {
        guard let name = document.tree["name"]?.string, let users = call.catalogue.resource("users"),
            tenant.table("users").count > 0
        else { return }
        let asker = DocumentScanner.Asker(
            path: ["identities", "connection"], mark: 0, test: .equal(Array(name.utf8)), isFolded: false)
        let scanner = DocumentScanner([asker])
        var marks = Marks(count: 1)
        let found = tenant.table("users").all.filter { user in
            marks.removeAll()
            scanner.scan(user.text, &marks)
            // Accounts that are linked to users of other connections stay.
            return marks.contains(0) && user.tree["identities"]?.items?.first?["connection"]?.string == name
        }
        for user in found { users.drop(user, call, &tenant) }
    }
}
