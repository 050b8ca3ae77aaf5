import Resources
import Tenancy

extension Families {
    /// Reference tenant-settings.md 9.
    static let logStreams = Family(
        .logStreams, lacks: "delivers to nobody but HTTP endpoints that `--deliver-to` names; masks no personal data",
        [
            Resource(
                "log-streams", .collection(.counter(prefix: "lst_", digits: 16)),
                order: .members("id name type status sink filters isPriority pii_config"),
                defaults: [
                    .init(#"{"status":"active"}"#), .init(#"{"isPriority":false}"#, since: Day(rawValue: "2024-09-27")),
                ],
                sealed: [LogStreamRules.password], statuses: .init(create: 200), list: ListForm("log_streams"),
                missing: Refusal(404, "The log stream does not exist.", .recorded),
                secrets: [
                    "sink.httpAuthorization", "sink.httpCustomHeaders", "sink.splunkToken", "sink.datadogApiKey",
                    "sink.segmentWriteKey", "sink.sumoSourceAddress", "sink." + LogStreamRules.password,
                ],
                rules: LogStreamRules()),
            // No operation shows them; `/__admin/deliveries` does.
            Resource(
                Deliveries.lines, path: "log-streams/{id}/deliveries", .collection(.member("id")),
                indexed: [Deliveries.status, Deliveries.due], parent: "log-streams",
                isRecord: true),
        ])
}
