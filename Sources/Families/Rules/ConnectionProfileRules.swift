import JSON
import Resources
import Tenancy

/// The last two members are null until they are sent (RECORDED 5).
struct ConnectionProfileRules: ResourceRules {
    func prepare(_ draft: inout JSONTree, _ write: Write, _ tenant: Tenant) throws(Refusal) {
        draft.fill(from: .object([.init("connection_config", .null), .init("strategy_overrides", .null)]))
    }
}

/// Templates are the service's own, the same in every tenant.
enum ConnectionProfileTemplates {
    static func list(_ call: ResourceCall, _ tenant: inout Tenant) throws(Refusal) -> Answer {
        Answer(200, ["connection_profile_templates": [JSONTree(text: template)]])
    }

    static func read(_ call: ResourceCall, _ tenant: inout Tenant) throws(Refusal) -> Answer {
        let tree = JSONTree(text: template)
        guard tree["id"]?.string == call.parameters.last else {
            throw Refusal(404, "Connection profile template not found.", .specified)
        }
        return Answer(200, tree)
    }

    /// INFERRED: nobody recorded one; the members are SPEC's.
    private static let template = """
        {"id":"auth0-connection-profile","display_name":"Auth0 Connection Profile","template":\
        {"name":"Auth0 Connection Profile","organization":{"show_as_button":"required",\
        "assign_membership_on_login":"required"},"connection_name_prefix_template":"con-{org_id}",\
        "enabled_features":["scim","universal_logout"],"connection_config":{},"strategy_overrides":{}}}
        """
}
