package import Ground

/// An active network ACL of a tenant, made ready to be held against requests (reference
/// extensibility-and-conventions.md section 1; how rules are evaluated: DOCS, tenant access control list).
package struct NetworkACL: Sendable {
    package enum Action: Equatable, Sendable {
        /// Only `log` lets later ones have their say.
        case allow, block, log
        case redirect(to: String)
    }

    /// Which requests it looks at.
    package enum Scope: String, Sendable {
        case management, authentication
        case registration = "dynamic_client_registration"
        case all = "tenant"
    }

    package let id: String
    package let description: String
    /// The least comes first.
    package let priority: Double
    package let action: Action
    package let scope: Scope
    /// What must hold of a request.
    private let match: Condition?
    /// Of what nothing may hold.
    private let exclusion: Condition?

    package init(
        id: String, description: String = "", priority: Double, action: Action, scope: Scope, match: Condition?,
        exclusion: Condition?
    ) {
        self.id = id
        self.description = description
        self.priority = priority
        self.action = action
        self.scope = scope
        self.match = match
        self.exclusion = exclusion
    }
}

extension NetworkACL {
    /// Lists of values, each of another signal; nil: the signal does not count.
    package struct Condition: Sendable {
        /// Of both versions, which are one signal (DOCS).
        package var clients: [IPNetwork]?
        package var connecting: [IPNetwork]?
        package var userAgents: [String]?
        /// Lower-case.
        package var hosts: [String]?
        /// It asks for what nobody knows here: where an address is and whose, and how TLS was spoken.
        package var isUnknowable = false

        package init() {}
    }

    /// What of a request counts.
    package struct Visit: Sendable {
        /// Who has made the request.
        package let client: IPAddress
        /// Who brought it here: the client, or the last proxy before us.
        package let connecting: IPAddress
        package let userAgent: String
        /// Lower-case.
        package let host: String
        /// Which part of the tenant it is for; `all` is none.
        package let scope: Scope

        package init(client: IPAddress, connecting: IPAddress, userAgent: String, host: String, scope: Scope) {
            self.client = client
            self.connecting = connecting
            self.userAgent = userAgent
            self.host = host
            self.scope = scope
        }
    }

    /// Whether its conditions hold of a request that it looks at.
    package func applies(to visit: Visit) -> Bool {
        guard isConcerned(with: visit.scope) else { return false }
        // Whether what is unknown holds is unknown, and so whether it does not: such a rule never applies.
        if match?.isUnknowable ?? false || exclusion?.isUnknowable ?? false { return false }
        return (match?.signals(of: visit).allSatisfy { $0 } ?? true)
            && (exclusion?.signals(of: visit).allSatisfy { !$0 } ?? true)
    }

    /// `authentication` is all that is not management (DOCS), hence the registration of clients, too.
    private func isConcerned(with part: Scope) -> Bool {
        switch scope {
        case .all: true
        case .authentication: part != .management
        case .management, .registration: part == scope
        }
    }
}

extension NetworkACL.Condition {
    /// Of each signal that counts, whether one of its values is the request's.
    fileprivate func signals(of visit: NetworkACL.Visit) -> [Bool] {
        [
            clients.map { list in list.contains { $0.contains(visit.client) } },
            connecting.map { list in list.contains { $0.contains(visit.connecting) } },
            userAgents.map { $0.contains(visit.userAgent) },
            hosts.map { $0.contains(visit.host) },
        ].compactMap { $0 }
    }
}

extension [NetworkACL] {
    /// Those that apply to a request, by their priority, up to the first that decides on it.
    package func applying(to visit: NetworkACL.Visit) -> [NetworkACL] {
        var applying: [NetworkACL] = []
        for acl in self where acl.applies(to: visit) {
            applying.append(acl)
            if acl.action != .log { break }
        }
        return applying
    }
}

extension Tenant {
    /// Where the documents are that `networkACLs` is made of.
    package static let networkACLTable = "network-acls"

    /// Whether an ACL may have something to say of requests.
    var isGuarded: Bool { networkACLs?.isEmpty != true }

    /// To be called when the documents have changed.
    package mutating func forgetNetworkACLs() {
        networkACLs = documents[Tenant.networkACLTable]?.count ?? 0 == 0 ? [] : nil
    }
}
