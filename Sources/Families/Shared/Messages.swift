import JSON
package import Resources
package import Tenancy

/// Mail and texts that the tenant would send: kept, newest last, for whoever tests to read.
package enum Messages {
    /// The table that holds them.
    package static let table = "messages"
    /// More than these are not kept.
    package static let countMax = 10_000

    /// - Parameters:
    ///   - kind: what it is for, by the names of the tenant's e-mail templates: `verify_email`, `reset_email`,
    ///     `user_invitation`, `verification_code`, `blocked_account`.
    ///   - recipient: an address or a phone number.
    ///   - userID: empty where it is for nobody who is known.
    package static func add(
        _ kind: String, recipient: String, userID: String = "", link: String? = nil, code: String? = nil,
        _ call: ResourceCall, to tenant: inout Tenant
    ) {
        let id = "msg_" + call.ids.letters(16)
        var tree: JSONTree = [
            "id": .string(id), "kind": .string(kind), "to": .string(recipient), "user_id": .string(userID),
            "sent_at": .string(call.now.text(digits: 3)),
        ]
        if userID.isEmpty { tree["user_id"] = nil }
        if let link { tree["link"] = .string(link) }
        if let code { tree["code"] = .string(code) }
        let document = Document(id: id, text: tree.bytes, createdAt: call.now)
        tenant.withTable(table) { $0.append(document, keeping: countMax) }
    }
}
