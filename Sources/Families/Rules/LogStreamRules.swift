import Ground
import JSON
import Resources
import Tenancy

/// Log streams (reference tenant-settings.md 9).
struct LogStreamRules: ResourceRules {
    static let sinks = [
        "http": "httpAuthorization httpContentFormat httpContentType httpEndpoint httpCustomHeaders",
        "splunk": "splunkDomain splunkPort splunkToken splunkSecure",
        "datadog": "datadogApiKey datadogRegion",
        "mixpanel":
            "mixpanelRegion mixpanelProjectId mixpanelServiceAccountUsername mixpanelServiceAccountPassword",
        "eventbridge": "awsAccountId awsRegion awsPartnerEventSource",
        "eventgrid": "azureSubscriptionId azureRegion azureResourceGroup azurePartnerTopic",
        "segment": "segmentWriteKey",
        "sumo": "sumoSourceAddress",
    ]
    /// Where the password goes of which only a mask is shown.
    static let password = "mixpanelServiceAccountPassword"
    private static let mask: JSONTree = "********"
    /// Names of sources of events that the service makes for partners, once.
    private static let partners = [
        "eventbridge": ("awsPartnerEventSource", "aws.partner"), "eventgrid": ("azurePartnerTopic", "azure.partner"),
    ]

    func prepare(_ draft: inout JSONTree, _ write: Write, _ tenant: Tenant) throws(Refusal) {
        let type = draft["type"]?.string ?? ""
        let members = (LogStreamRules.sinks[type] ?? "").words
        try write.checkForeign("sink", known: members)
        var sink = draft["sink"] ?? .emptyObject
        if let (member, scheme) = LogStreamRules.partners[type] {
            let id = write.call.ids.id(.uuid) ?? ""
            sink[member] =
                write.oldTree?["sink"]?[member] ?? .string("\(scheme)/auth0.com/\(tenant.facts.name)-\(id)/auth0.logs")
        }
        if let secret = sink[LogStreamRules.password], secret != LogStreamRules.mask {
            draft[LogStreamRules.password] = secret
            sink[LogStreamRules.password] = LogStreamRules.mask
        }
        draft["sink"] = sink.ordered(members)
        if draft["isPriority"]?.bool ?? false {
            // Whatever was sent (RECORDED 26).
            draft["filters"] = [["type": "category", "name": "security"]]
        } else if draft["filters"]?.items?.isEmpty ?? false {
            draft["filters"] = nil
        }
        // One that is not sent again goes (RECORDED 2).
        guard var pii = write.request["pii_config"], pii.isObject else { return draft["pii_config"] = nil }
        pii.fill(from: ["method": "hash", "algorithm": "xxhash"])
        draft["pii_config"] = pii.ordered(["log_fields", "method", "algorithm"])
    }

    func stored(_ new: MadeDocument, insteadOf old: Document?, _ write: Write, _ tenant: inout Tenant) {
        tenant.noteStreams()
        Deliveries.resume(new, insteadOf: old, write, tenant)
    }

    func removed(_ document: Document, _ call: ResourceCall, _ tenant: inout Tenant) {
        tenant.noteStreams()
    }
}
