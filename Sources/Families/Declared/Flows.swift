import Resources

extension Families {
    /// Reference extensibility-and-conventions.md section 5.
    static let flows = Family(
        .flows, lacks: "runs nowhere; tries no vault connection",
        [
            Resource(
                "flows", .collection(.base58(prefix: "af_")),
                order: .members("id name actions created_at updated_at executed_at"), stamps: .init(),
                removal: .init(isIdempotent: false),
                list: ListForm(
                    "flows", offset: "limit start total flows", order: .newestFirst, fields: .ignored),
                missing: Refusal(404, "Flow not found", .recorded), secrets: ["params.headers.Authorization"],
                rules: FlowRules()),
            Resource(
                "flows/vault/connections", .collection(.base58(prefix: "ac_")),
                order: .members("id app_id name account_name ready created_at updated_at fingerprint"),
                stamps: .init(), sealed: ["setup"], removal: .init(isIdempotent: false),
                list: ListForm("connections", offset: "limit start total connections", fields: .ignored),
                missing: Refusal(404, "Connection not found", .recorded), rules: VaultConnectionRules()),
            // Nothing runs flows here, so there are none until somebody brings them.
            Resource(
                "flows/executions", path: "flows/{flow_id}/executions", .collection(.base58(prefix: "ex_")),
                order: .members("id trace_id journey_id status debug created_at updated_at started_at ended_at"),
                removal: .init(isIdempotent: false),
                list: ListForm(
                    "executions", offset: "limit start total executions", cursor: "executions next", fields: .ignored),
                missing: Refusal(404, "Execution not found", .inferred), parent: "flows"),
        ])

    /// Reference extensibility-and-conventions.md section 5.
    static let forms = Family(
        .forms, lacks: "shown nowhere",
        [
            Resource(
                "forms", .collection(.base58(prefix: "ap_")),
                order: .members(
                    "id name messages languages translations nodes start ending style created_at updated_at "
                        + "embedded_at submitted_at"),
                defaults: [.init(#"{"languages":{"primary":"en"},"ending":{"resume_flow":true}}"#)], stamps: .init(),
                removal: .init(isIdempotent: false),
                list: ListForm("forms", offset: "limit start total forms", fields: .ignored),
                missing: Refusal(404, "Form not found", .recorded), secrets: ["config.secret_key"],
                rules: FormRules())
        ])
}
