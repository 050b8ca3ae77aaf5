import JSON
import Resources
import Tenancy

/// Reference users-organizations.md sections 11 and 16.
struct InvitationRules: ResourceRules {
    private static let secondsDefault = 604_800

    func prepare(_ draft: inout JSONTree, _ write: Write, _ tenant: Tenant) throws(Refusal) {
        let organization = write.call.parameters.first ?? ""
        let client = try client(draft, tenant)
        try checkConnection(draft, tenant)
        try checkRoles(draft, tenant)
        let start = client["initiate_login_uri"]?.string ?? loginRoute(tenant)
        guard let start, !start.isEmpty else {
            throw .body(
                "A default login route is required to generate the invitation url. For more information, see "
                    + "https://auth0.com/docs/universal-login/configure-default-login-routes", .specified)
        }
        let ticket = write.call.ids.letters(32)
        let name = tenant.table("organizations").document(organization)?.tree["name"]?.string ?? ""
        let question = start.contains("?") ? "&" : "?"
        draft["invitation_url"] = .string(
            "\(start)\(question)invitation=\(ticket)&organization=\(organization)&organization_name=\(name)")
        draft["ticket_id"] = .string(ticket)
        draft["expires_at"] = .string(end(draft, write.call.now).text(digits: 3))
        draft["organization_id"] = .string(organization)
        draft = draft.without(["ttl_sec", "send_invitation_email"])
    }

    /// The invitation's mail, unless it is not wanted.
    func stored(_ new: MadeDocument, insteadOf old: Document?, _ write: Write, _ tenant: inout Tenant) {
        guard write.kind == .create, write.request["send_invitation_email"]?.bool ?? true else { return }
        let tree = new.tree
        Messages.add(
            "user_invitation", recipient: tree[path: "invitee.email"]?.string ?? "",
            link: tree["invitation_url"]?.string, write.call, to: &tenant)
    }

    private func end(_ draft: JSONTree, _ now: Instant) -> Instant {
        let asked = draft["ttl_sec"]?.int ?? 0
        return now.adding(seconds: asked == 0 ? InvitationRules.secondsDefault : asked)
    }

    private func client(_ draft: JSONTree, _ tenant: Tenant) throws(Refusal) -> JSONTree {
        let id = draft["client_id"]?.string ?? ""
        guard let client = tenant.table("clients").document(id)?.tree else {
            throw .body("The specified client_id does not exist.", .specified)
        }
        guard ["allow", "require"].contains(client["organization_usage"]?.string) else {
            throw .body("The specified client_id (\(id)) does not allow organizations.", .issue)
        }
        return client
    }

    private func checkConnection(_ draft: JSONTree, _ tenant: Tenant) throws(Refusal) {
        guard let id = draft["connection_id"]?.string else { return }
        guard let connection = tenant.table("connections").document(id)?.tree else {
            throw .body("The specified connection does not exist.", .specified)
        }
        if ["email", "sms"].contains(connection["strategy"]?.string) {
            throw .body("Passwordless connections are not supported.", .specified)
        }
    }

    private func checkRoles(_ draft: JSONTree, _ tenant: Tenant) throws(Refusal) {
        let table = tenant.table("roles")
        let unknown = (draft["roles"]?.strings ?? []).filter { !table.contains($0) }
        if !unknown.isEmpty { throw .unknownRoles(unknown) }
    }

    /// Where log-ins begin that no client says.
    private func loginRoute(_ tenant: Tenant) -> String? {
        tenant.table("tenants/settings").document("")?.tree["default_redirection_uri"]?.string
    }
}
