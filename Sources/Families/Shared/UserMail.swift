import JSON
import Resources
import Tenancy

/// Tickets of users, and the mail that carries them.
enum UserMail {
    /// A ticket: a page's address with 32 letters that stand for the user (RECORDED 2: the `#` at its end).
    ///
    /// - Parameters:
    ///   - page: `email-verification` or `reset-password`.
    ///   - kind: the ticket's own name for what it does.
    /// - Returns: the address.
    static func ticket(
        _ page: String, for userID: String, _ details: JSONTree, seconds: Int, _ call: ResourceCall,
        _ tenant: inout Tenant
    ) -> String {
        let id = call.ids.letters(32)
        var tree: JSONTree = ["id": .string(id), "page": .string(page), "user_id": .string(userID)]
        tree.merge(details, .shallow)
        tree["expires_at"] = .string(call.now.adding(seconds: seconds).text(digits: 3))
        let document = Document(id: id, text: tree.bytes, createdAt: call.now)
        tenant.withTable("tickets") { $0.append(document, keeping: Messages.countMax) }
        return "\(call.origin)/u/\(page)?ticket=\(id)#"
    }

    /// Five days, where nobody says how long (SPEC).
    static let ticketSeconds = 432_000

    static func verification(of userID: String, _ email: String, _ call: ResourceCall, _ tenant: inout Tenant) {
        let link = ticket("email-verification", for: userID, [:], seconds: ticketSeconds, call, &tenant)
        Messages.add("verify_email", recipient: email, userID: userID, link: link, call, to: &tenant)
    }
}
