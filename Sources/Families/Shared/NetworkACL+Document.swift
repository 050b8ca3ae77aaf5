import Ground
import JSON
import Resources
package import Tenancy

extension Tenant {
    /// The active network ACLs by their priority, ready to be held against requests; made anew after they changed.
    package mutating func readyNetworkACLs() -> [NetworkACL] {
        if let networkACLs { return networkACLs }
        let acls = table(Tenant.networkACLTable).all.compactMap { NetworkACL($0) }.sorted { $0.priority < $1.priority }
        networkACLs = acls
        return acls
    }
}

extension NetworkACL {
    /// - Returns: nil for one that is not active.
    fileprivate init?(_ document: Document) {
        let tree = document.tree
        guard tree["active"]?.bool == true, let rule = tree["rule"], let action = Action(rule["action"]),
            let scope = rule["scope"]?.string.flatMap(Scope.init(rawValue:))
        else { return nil }
        self.init(
            id: document.id, description: tree["description"]?.string ?? "", priority: tree["priority"]?.double ?? 50,
            action: action, scope: scope, match: rule["match"].map { Condition($0) },
            exclusion: rule["not_match"].map { Condition($0) })
    }
}

extension NetworkACL.Action {
    fileprivate init?(_ tree: JSONTree?) {
        switch tree?.members?.first?.key {
        case "allow": self = .allow
        case "block": self = .block
        case "log": self = .log
        case "redirect", "redirect_uri": self = .redirect(to: tree?["redirect_uri"]?.string ?? "/")
        default: return nil
        }
    }
}

extension NetworkACL.Condition {
    fileprivate init(_ tree: JSONTree) {
        self.init()
        for member in tree.members ?? [] {
            let values = member.value.strings ?? []
            switch member.key {
            case "ipv4_cidrs", "ipv6_cidrs": clients = (clients ?? []) + values.compactMap { IPNetwork($0) }
            case "connecting_ipv4_cidrs", "connecting_ipv6_cidrs":
                connecting = (connecting ?? []) + values.compactMap { IPNetwork($0) }
            case "user_agents": userAgents = values
            case "hostnames": hosts = values.map { $0.lowercased() }
            default: isUnknowable = true
            }
        }
    }
}
