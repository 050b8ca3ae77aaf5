import JSON
import Resources
import Tenancy

/// Factors, enrollments, and what the phone factors share with each other.
enum GuardianActs {
    /// Which factors are on, by name; the order is that of the list (RECORDED 166).
    static let factors = Resource(
        "guardian/factors",
        .singleton(
            #"{"sms":false,"push-notification":false,"otp":false,"email":false,"duo":false,"webauthn-roaming":false,"#
                + #""webauthn-platform":false,"recovery-code":false}"#))

    static func listFactors(_ call: ResourceCall, _ tenant: inout Tenant) throws(Refusal) -> Answer {
        let states = factors.singleton(call, tenant)?.members ?? []
        return Answer(
            200,
            .array(states.map { ["name": .string($0.key), "enabled": $0.value, "trial_expired": false] }))
    }

    static func putFactor(_ call: ResourceCall, _ tenant: inout Tenant) throws(Refusal) -> Answer {
        let isEnabled = call.body?["enabled"] ?? false
        factors.amend(call, &tenant) { $0[call.parameters.last ?? ""] = isEnabled }
        return Answer(200, ["enabled": isEnabled])
    }

    /// What `sms` and `phone` are two names of; both have gone where the tenant's phones are set up in one place
    /// (ISSUE ×3).
    static func phone(_ document: String, _ verb: Verb) -> Family.Act {
        { (call: ResourceCall, tenant: inout Tenant) throws(Refusal) -> Answer in
            let settings = call.catalogue.resource("tenants/settings")?.singleton(call, tenant)
            if settings?["phone_consolidated_experience"]?.bool ?? false { throw consolidated }
            guard let resource = call.catalogue.resource("guardian/factors/phone/" + document) else { throw .notFound }
            return try resource.perform(verb, call, &tenant)
        }
    }

    private static let consolidated = Refusal(
        403,
        "Insufficient privileges to use this deprecated feature. To handle Phone Provider/Templates refer to Tenant "
            + "Phone Settings", .issue)

    /// A ticket is made and shown; nothing redeems it.
    static func makeTicket(_ call: ResourceCall, _ tenant: inout Tenant) throws(Refusal) -> Answer {
        if let users = call.catalogue.resource("users"), let id = call.body?["user_id"]?.string {
            tenant.fillTable("users")
            guard tenant.table("users").contains(users.rules.resolved(id, call, tenant)) else { throw unknownUser }
        }
        let id = call.ids.letters(32)
        return Answer(
            200, ["ticket_id": .string(id), "ticket_url": .string("\(call.origin)/mfa/enrollment?ticket=\(id)")])
    }

    private static let unknownUser = Refusal(404, "User not found.", "inexistent_user", .specified)

    /// Nobody enrols here, so an enrollment is there only where a user has been given one.
    static func readEnrollment(_ call: ResourceCall, _ tenant: inout Tenant) throws(Refusal) -> Answer {
        Answer(200, try enrollment(call, &tenant).text)
    }

    static func removeEnrollment(_ call: ResourceCall, _ tenant: inout Tenant) throws(Refusal) -> Answer {
        let id = try enrollment(call, &tenant).id
        tenant.withTable("guardian/enrollments") { _ = $0.remove(id) }
        return Answer(204)
    }

    private static func enrollment(_ call: ResourceCall, _ tenant: inout Tenant) throws(Refusal) -> Document {
        tenant.fillTable("guardian/enrollments")
        guard let found = tenant.table("guardian/enrollments").document(call.parameters.last ?? "") else {
            throw Refusal(404, "Enrollment not found", "enrollment_not_found", .recorded)
        }
        return found
    }
}
