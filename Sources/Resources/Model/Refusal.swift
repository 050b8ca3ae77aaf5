/// A refusal as a value: what the service answers, and how we know.
package struct Refusal: Error, Equatable, Sendable {
    /// How we know that the real service answers so; see `Evidence`.
    package enum Evidence: String, Sendable {
        case recorded, specified, client, issue, inferred, assumed, own
    }

    package let status: Int
    package let message: String
    package let errorCode: String?
    /// The rule that was broken, as a name for people who ask.
    package let rule: String
    package let evidence: Evidence

    package init(
        _ status: Int, _ message: String, _ errorCode: String?, rule: String = "", _ evidence: Evidence
    ) {
        self.status = status
        self.message = message
        self.errorCode = errorCode
        self.rule = rule.isEmpty ? Refusal.rule(of: status) : rule
        self.evidence = evidence
    }

    /// One without an error code.
    package init(_ status: Int, _ message: String, rule: String = "", _ evidence: Evidence) {
        self.init(status, message, nil, rule: rule, evidence)
    }

    private static func rule(of status: Int) -> String {
        switch status {
        case 404: "missing"
        case 409: "conflict"
        case 403: "forbidden"
        default: "rule"
        }
    }

    /// `{id}` in the message becomes the id.
    package func naming(_ id: String) -> Refusal {
        guard message.contains("{id}") else { return self }
        let parts = message.split(separator: "{id}", omittingEmptySubsequences: false)
        return Refusal(status, parts.joined(separator: id), errorCode, rule: rule, evidence)
    }

    /// The front's answer where a thing has no words of its own (RECORDED).
    package static let notFound = Refusal(404, "Not Found", .recorded)

    /// A feature that the tenant does not have (RECORDED).
    package static let featureNotEnabled = Refusal(
        403, "This feature is not enabled for this tenant.", "feature_not_enabled", rule: "feature", .recorded)

    /// A rule of the front about a body: a plain sentence.
    package static func body(_ message: String, _ evidence: Evidence) -> Refusal {
        Refusal(400, message, "invalid_body", rule: "body", evidence)
    }
}
