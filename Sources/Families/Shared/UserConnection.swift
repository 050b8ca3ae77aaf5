import JSON
import Resources
import Tenancy

/// What users need to know of the connection they are in.
struct UserConnection {
    let id: String
    let name: String
    let strategy: String
    /// The connection's `options`.
    let options: JSONTree

    private init(_ document: Document) {
        let tree = document.tree
        id = document.id
        name = tree["name"]?.string ?? ""
        strategy = tree["strategy"]?.string ?? ""
        options = tree["options"] ?? .emptyObject
    }

    /// The connection that a new tenant has (reference section 17).
    private init() {
        (id, name, strategy, options) = ("", UserConnection.usual, "auth0", .emptyObject)
    }

    static let usual = "Username-Password-Authentication"

    static func named(_ name: String, _ call: ResourceCall, _ tenant: Tenant) -> UserConnection? {
        guard let resource = call.catalogue.resource("connections") else {
            return name == usual ? UserConnection() : nil
        }
        if let found = resource.documents(where: "name", is: name, in: tenant).first { return UserConnection(found) }
        return tenant.table("connections").all.first { $0.tree["name"]?.string == name }.map { UserConnection($0) }
    }

    static func identified(_ id: String, _ call: ResourceCall, _ tenant: Tenant) -> UserConnection? {
        tenant.table("connections").document(id).map { UserConnection($0) }
    }

    /// Whether it has accounts and passwords of its own.
    var isDatabase: Bool { strategy == "auth0" }

    /// Strategies whose accounts this tenant keeps itself, so that they can be made here.
    var makesUsers: Bool { ["auth0", "email", "sms"].contains(strategy) }
}
