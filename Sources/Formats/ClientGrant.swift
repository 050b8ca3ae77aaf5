package import JSON

/// What a client may do with an API, to be made elsewhere.
package struct ClientGrant: Equatable, Sendable {
    package let clientID: String
    package let audience: String
    package let scopes: [String]

    package init(clientID: String, audience: String, scopes: [String]) {
        self.clientID = clientID
        self.audience = audience
        self.scopes = scopes
    }

    /// Few scopes that are enough for all of these operations: those that an operation asks for alone, and of others
    /// again and again the one that most of what is left would take, the first named among equals. (Which are fewest
    /// of all is hard to find; of the operations there are all but a handful ask for one.)
    ///
    /// - Parameter operations: of each what it asks for; any one is enough.
    package static func leastScopes(_ operations: some Sequence<[String]>) -> [String] {
        var chosen: Set<String> = []
        for scopes in operations where scopes.count == 1 { chosen.insert(scopes[0]) }
        var left = operations.filter { !$0.isEmpty && chosen.isDisjoint(with: $0) }
        while !left.isEmpty {
            var counts: [String: Int] = [:]
            for scope in left.joined() { counts[scope, default: 0] += 1 }
            let most = counts.values.max() ?? 0
            guard let scope = left.joined().first(where: { counts[$0] == most }) else { break }
            chosen.insert(scope)
            left.removeAll { $0.contains(scope) }
        }
        return chosen.sorted()
    }

    /// Resources of Terraform's provider `auth0/auth0`.
    package static func hcl(_ grants: [ClientGrant]) -> String {
        var names = UniqueNames(.identifier)
        return grants.map { grant in
            var body = HCLBody()
            body.attribute("client_id", HCL.quoted(grant.clientID))
            body.attribute("audience", HCL.quoted(grant.audience))
            body.attribute("scopes", "[\(grant.scopes.map(HCL.quoted).joined(separator: ", "))]")
            return "resource \"auth0_client_grant\" \"\(names.name(for: grant.clientID))\" \(body.braced)\n"
        }.joined(separator: "\n")
    }
}

extension JSONWriter {
    /// The content of `POST /api/v2/client-grants`.
    package mutating func clientGrant(_ grant: ClientGrant) {
        beginObject()
        key("client_id")
        string(grant.clientID)
        key("audience")
        string(grant.audience)
        key("scope")
        strings(grant.scopes)
        endObject()
    }
}
