import JSON

/// What a test event is about where its request does not say.
enum SampleEvent {
    static func data(of type: String) -> JSONTree {
        if let object = objects[type] { return ["object": JSONTree(text: "{\(object)}")] }
        var object = JSONTree(text: user)
        if type == "user.deleted" { object["deleted_at"] = .string(time) }
        return ["object": object]
    }

    /// As deliveries show it: members in alphabetical order, and without three that the service drops (RECORDED 3).
    static func delivered(_ data: JSONTree) -> JSONTree {
        guard let members = data.members else { return data }
        return .object(members.map { JSONTree.Member($0.key, sorted($0.value)) })
    }

    private static func sorted(_ tree: JSONTree) -> JSONTree {
        if let items = tree.items { return .array(items.map(sorted)) }
        guard let members = tree.members else { return tree }
        let kept = members.filter { !["multifactor", "isSocial", "profileData"].contains($0.key) }
        return .object(
            kept.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
                .map { JSONTree.Member($0.key, sorted($0.value)) })
    }

    /// The same each time (RECORDED 4).
    private static let user = """
        {"user_id":"auth0|507f1f77bcf86cd799439020","email":"john.doe@example.com","email_verified":false,
        "username":"johndoe","phone_number":"+15555555555","phone_verified":false,"created_at":"2025-02-01T12:34:56Z",
        "updated_at":"2025-02-01T12:34:56Z","identities":[{"provider":"auth0","isSocial":false,
        "connection":"Username-Password-Authentication","user_id":"507f1f77bcf86cd799439020","profileData":{
        "email":"john.doe@example.com","email_verified":false,"name":"John Doe","username":"johndoe",
        "given_name":"John","family_name":"Doe","phone_number":"+15555555555","phone_verified":false}}],
        "app_metadata":{"plan":"pro"},"user_metadata":{"hobby":"skydiving"},
        "picture":"https://example.com/avatar.png","name":"John Doe","nickname":"John Doe","multifactor":["sample"],
        "last_ip":"10.0.0.1","last_login":"2025-02-01T12:34:56Z","logins_count":42,"blocked":false,
        "given_name":"John","family_name":"Doe"}
        """

    private static let time = "2025-02-01T12:34:56Z"
    private static let organization = #""organization":{"id":"org_0123456789abcdef","name":"acme"}"#
    private static let owner = #""organization":{"id":"org_0123456789abcdef"}"#
    private static let connection = #""connection":{"id":"con_0123456789abcdef"}"#
    private static let person = #""user":{"user_id":"auth0|507f1f77bcf86cd799439020"}"#
    private static let member = #""member":{"member_type":"user","id":"auth0|507f1f77bcf86cd799439020"}"#
    private static let role = #""role":{"id":"rol_0123456789abcdef","name":"reader"}"#
    private static let oldRole = #""role":{"id":"rol_0123456789abcdef"}"#
    private static let origin = #""type":"connection","connection_id":"con_0123456789abcdef""#
    private static let group = #""group":{"id":"grp_123456789abcdefg","external_id":"acme",\#(origin)}"#
    private static let acme = #""id":"org_0123456789abcdef","name":"acme","display_name":"Acme""#
    private static let staff =
        #""id":"grp_123456789abcdefg","name":"Acme","external_id":"acme",\#(origin),"created_at":"\#(time)""#
    private static let changedStaff = #"\#(staff),"updated_at":"\#(time)""#

    /// What all but users are told with (SPEC: what must be there).
    private static let objects = [
        "group.created": staff, "group.updated": changedStaff, "group.deleted": changedStaff,
        "group.member.added": "\(group),\(member)", "group.member.deleted": "\(group),\(member)",
        "group.role.assigned": #"\#(group),\#(role),"created_at":"\#(time)""#,
        "group.role.deleted": #"\#(group),\#(oldRole),"deleted_at":"\#(time)""#,
        "organization.created": acme, "organization.updated": acme, "organization.deleted": acme,
        "organization.connection.added": "\(organization),\(connection)",
        "organization.connection.updated": "\(organization),\(connection)",
        "organization.connection.removed": "\(organization),\(connection)",
        "organization.member.added": "\(organization),\(person)",
        "organization.member.deleted": "\(organization),\(person)",
        "organization.member.role.assigned": "\(owner),\(person),\(role)",
        "organization.member.role.deleted": "\(owner),\(person),\(role)",
        "organization.group.role.assigned": #"\#(owner),\#(role),\#(group),"created_at":"\#(time)""#,
        "organization.group.role.deleted": #"\#(owner),\#(oldRole),\#(group),"deleted_at":"\#(time)""#,
    ]
}
