import JSON
import Resources
import Tenancy

/// What happens in a tenant, as its event streams are told (SPEC: the types and what each is about).
enum StreamEvents {
    /// What the coming, the change and the going of a resource's documents are called; nil: nobody is told.
    private static let types: [String: (added: String, changed: String?, removed: String)] = [
        "users": ("user.created", "user.updated", "user.deleted"),
        "organizations": ("organization.created", "organization.updated", "organization.deleted"),
        "organizations/connections": (
            "organization.connection.added", "organization.connection.updated", "organization.connection.removed"
        ),
        "organizations/members/roles": (
            "organization.member.role.assigned", nil, "organization.member.role.deleted"
        ),
        "organizations/groups/roles": ("organization.group.role.assigned", nil, "organization.group.role.deleted"),
        "groups": ("group.created", "group.updated", "group.deleted"),
        "groups/members": ("group.member.added", nil, "group.member.deleted"),
    ]

    /// Of a document that came, changed or went.
    static let note: Catalogue.Observer = { change, call, tenant in
        guard let types = types[change.resource.name], let document = change.new ?? change.old else { return }
        let isGone = change.new == nil
        guard let type = isGone ? types.removed : change.old == nil ? types.added : types.changed,
            let object = object(change.resource.name, document, isGone: isGone, call.now, tenant)
        else { return }
        tell(type, object, call, &tenant)
    }

    /// Of users who came into an organization, or left it.
    static func members(
        _ users: [String], _ type: String, of organization: Document, _ call: ResourceCall, _ tenant: inout Tenant
    ) {
        guard tenant.hasEventStreams else { return }
        let organization = organization.tree.only(["id", "name"])
        for user in users {
            tell(type, ["organization": organization, "user": ["user_id": .string(user)]], call, &tenant)
        }
    }

    /// Of a role that a group got, or lost.
    static func groupRole(
        _ role: String, of group: String, isGone: Bool = false, _ call: ResourceCall, _ tenant: inout Tenant
    ) {
        guard tenant.hasEventStreams else { return }
        let object: JSONTree = [
            "group": self.group(group, tenant), "role": self.role(role, isGone: isGone, tenant),
            isGone ? "deleted_at" : "created_at": .string(call.now.text(digits: 3)),
        ]
        tell(isGone ? "group.role.deleted" : "group.role.assigned", object, call, &tenant)
    }

    /// - Returns: nil of what goes with something larger, which is told of.
    private static func object(
        _ resource: String, _ document: Document, isGone: Bool, _ now: Instant, _ tenant: Tenant
    ) -> JSONTree? {
        let tree = document.tree
        let time = JSONTree.string(now.text(digits: 3))
        let parent = String(document.id.prefix { $0 != "/" })
        switch resource {
        case "users", "groups":
            var object = tree
            if resource == "groups" { object["type"] = "connection" }
            if isGone { object["deleted_at"] = time }
            return object
        case "organizations":
            return tree.only(["id", "name", "display_name", "metadata"] + (isGone ? [] : ["branding"]))
        case "groups/members":
            guard tenant.table("groups").contains(parent) else { return nil }
            return ["group": group(parent, tenant), "member": tree.only(["member_type", "id"])]
        default: break
        }
        guard let organization = tenant.table("organizations").document(parent)?.tree else { return nil }
        if resource == "organizations/connections" {
            return [
                "organization": organization.only(["id", "name"]),
                "connection": ["id": tree["connection_id"] ?? ""],
            ]
        }
        var object: JSONTree = ["organization": organization.only(["id"])]
        if let user = tree["user_id"] { object["user"] = ["user_id": user] }
        object["role"] = role(tree["role_id"]?.string ?? "", isGone: isGone, tenant)
        if resource == "organizations/groups/roles" {
            object["group"] = group(tree["group_id"]?.string ?? "", tenant)
            object[isGone ? "deleted_at" : "created_at"] = time
        }
        return object
    }

    private static func role(_ id: String, isGone: Bool, _ tenant: Tenant) -> JSONTree {
        let name = isGone ? nil : tenant.table("roles").document(id)?.tree["name"]
        return name.map { ["id": .string(id), "name": $0] } ?? ["id": .string(id)]
    }

    private static func group(_ id: String, _ tenant: Tenant) -> JSONTree {
        let tree = tenant.table("groups").document(id)?.tree ?? .emptyObject
        var group: JSONTree = ["id": .string(id)]
        group["external_id"] = tree["external_id"]
        group["type"] = "connection"
        group["connection_id"] = tree["connection_id"]
        return group
    }

    private static func tell(_ type: String, _ object: JSONTree, _ call: ResourceCall, _ tenant: inout Tenant) {
        let event = StreamEvent(type, ["object": object], call)
        for stream in tenant.table("event-streams").all {
            let tree = stream.tree
            let types = (tree["subscriptions"]?.items ?? []).map { $0["event_type"]?.string }
            guard tree["status"] == "enabled", types.contains(type) else { continue }
            event.add(to: stream, call, &tenant)
        }
    }
}

/// Something that happened (CloudEvents 1.0).
struct StreamEvent {
    let id: String
    private let type: String
    private let data, source, time: JSONTree

    init(_ type: String, _ data: JSONTree, _ call: ResourceCall) {
        id = call.ids.id(.base58(prefix: "evt_")) ?? ""
        self.type = type
        self.data = data
        source = .string("urn:auth0:\(StreamEvent.host(call))")
        time = .string(call.now.text(digits: 3))
    }

    /// Of the tenant, without a port.
    private static func host(_ call: ResourceCall) -> String {
        let authority = call.origin.split(separator: "/").last ?? ""
        return String(authority.split(separator: ":").first ?? "")
    }

    /// - Returns: the delivery as it is before anybody was called.
    @discardableResult
    func add(
        to stream: Document, isTest: Bool = false, _ call: ResourceCall, _ tenant: inout Tenant
    ) -> JSONTree {
        // In the order in which deliveries show it (RECORDED 3).
        var delivery: JSONTree = [
            "id": .string(id), "event_stream_id": .string(stream.id), "event_type": .string(type), "status": "pending",
            "attempts": [],
            "event": [
                "id": .string(id), "source": source, "specversion": "1.0", "type": .string(type), "time": time,
                "data": data, "a0tenant": .string(tenant.facts.name), "a0stream": .string(stream.id),
            ],
        ]
        if isTest { delivery[Deliveries.purpose] = "test" }
        Deliveries.add(
            delivery, to: stream, in: Deliveries.events, at: call.now, by: call.services.delivery, &tenant)
        var answer = delivery
        answer[Deliveries.purpose] = nil
        answer["event"] = Destination.posted(delivery)
        return answer
    }
}
