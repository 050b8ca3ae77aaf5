import JSON
import Resources
import Tenancy

/// Reference users-organizations.md section 13.
struct UserAttributeProfileRules: ResourceRules {
    private static let userID = """
        {"oidc_mapping":"sub","saml_mapping":[\
        "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/nameidentifier",\
        "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/upn",\
        "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/name"],"scim_mapping":"externalId"}
        """

    /// `user_id` is always complete: a new one is laid over the default, never over the old one (RECORDED 7).
    func prepare(_ draft: inout JSONTree, _ write: Write, _ tenant: Tenant) throws(Refusal) {
        if write.old == nil || write.request.contains("user_id") {
            var mapping = JSONTree(text: UserAttributeProfileRules.userID)
            if let sent = write.request["user_id"], sent.isObject { mapping.merge(sent, .shallow) }
            draft["user_id"] = mapping.jsonbOrdered
        }
        draft["user_attributes"] = draft["user_attributes"]?.jsonbOrdered
    }
}
