import Resources

extension Families {
    /// Reference extensibility-and-conventions.md section 4.
    static let eventStreams = Family(
        .eventStreams, lacks: "delivers to nobody but webhooks that `--deliver-to` names; logins tell of nothing",
        [
            Resource(
                "event-streams", .collection(.base58(prefix: "est_")),
                order: .members("id status name subscriptions created_at updated_at destination"),
                nested: [
                    "destination": "type configuration",
                    "destination.configuration":
                        "webhook_endpoint webhook_authorization aws_region aws_account_id aws_partner_event_source",
                    "destination.configuration.webhook_authorization": "method username header_key",
                ],
                defaults: [.init(#"{"status":"enabled"}"#)], stamps: .init(),
                sealed: ["password", "token", "header_value"].map {
                    "destination.configuration.webhook_authorization.\($0)"
                },
                keys: [.init("name", taken: Refusal(409, "Event stream name already in use.", .specified))],
                list: ListForm("eventStreams", cursor: "eventStreams next"),
                missing: Refusal(404, "The requested stream does not exist.", .recorded), rules: EventStreamRules()),
            Resource(
                "event-streams/deliveries", path: "event-streams/{id}/deliveries",
                .collection(.base58(prefix: "evt_")),
                order: .members("id event_stream_id event_type status attempts event"),
                indexed: [Deliveries.status, Deliveries.due],
                missing: Refusal(404, "The requested event does not exist.", .inferred), parent: "event-streams",
                isRecord: true, rules: DeliveryRules()),
        ],
        acts: [
            "post_test_event": EventStreamActs.test, "get_event_deliveries": EventStreamActs.deliveries,
            "post_redeliver": EventStreamActs.redeliver,
            "post_redeliver_by_event_id": EventStreamActs.redeliverOne,
            "get_event_stream_stats": EventStreamActs.statistics,
        ])

    /// SPEC only.
    static let events = Family(
        .events, lacks: "knows only events that a stream was told of; the answer ends with them", [],
        acts: ["subscribe_events": EventStreamActs.subscribe]
    )
}
