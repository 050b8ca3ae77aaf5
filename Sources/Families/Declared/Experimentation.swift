import Resources
import Tenancy

extension Families {
    /// SPEC only, a beta (reference extensibility-and-conventions.md section 6): most tenants do not have it.
    static let experimentation = Family(
        .experimentation, lacks: "steers no login and measures nothing; there with `experimentation_enabled`",
        [
            Resource(
                Experiments.table, .collection(.base58(prefix: "exp_")), order: .fixed(ExperimentRules.order),
                defaults: [.init(#"{"status":"draft"}"#)], stamps: .init(),
                keys: [named("An experiment with this name already exists.")],
                references: [
                    .init(
                        "feature_flag_id", to: Experiments.flags,
                        unknown: Refusal(404, "Feature flag not found.", .specified))
                ],
                list: ListForm(
                    "experiments", cursor: "experiments next", defaultSize: 25,
                    filters: [.init("status"), .init("authentication_flow"), .init("feature_flag_id")]),
                missing: Refusal(404, "Experiment not found.", .specified), rules: ExperimentRules()),
            Resource(
                Experiments.flags, .collection(.base58(prefix: "flg_")),
                order: .members("id name description type status parameters created_at updated_at"),
                defaults: [.init(#"{"type":"self","status":"draft"}"#)], stamps: .init(),
                keys: [named("A feature flag with this name already exists.")],
                list: ListForm(
                    "feature_flags", cursor: "feature_flags next", defaultSize: 25,
                    filters: [.init("type"), .init("status")]),
                missing: Refusal(404, "Feature flag not found.", .specified), rules: FeatureFlagRules()),
            Resource(
                Experiments.variations, path: "experimentation/feature-flags/{id}/variations",
                .collection(.base58(prefix: "var_")),
                order: .members("id feature_flag_id name description overrides created_at updated_at"),
                stamps: .init(), keys: [named("A variation with this name already exists on this feature flag.")],
                list: ListForm("variations", offset: "variations", isAlwaysEnveloped: true, defaultSize: 10_000),
                missing: Refusal(404, "Variation not found.", .inferred), parent: Experiments.flags,
                rules: VariationRules()),
            Resource(
                Experiments.segments, .collection(.base58(prefix: "seg_")),
                order: .members("id name description type status rules created_at updated_at"),
                defaults: [.init(#"{"type":"self","status":"active"}"#)], stamps: .init(),
                keys: [named("A segment with this name already exists.")],
                list: ListForm("segments", cursor: "segments next", defaultSize: 25, filters: [.init("type")]),
                missing: Refusal(404, "Segment not found.", .specified), rules: SegmentRules()),
        ],
        acts: [
            "update_experiment_status": Experiments.moveExperiment, "validate_experiment": Experiments.validate,
            "update_feature_flag_status": Experiments.moveFlag, "delete_variation": Experiments.removeVariation,
        ],
        gate: { $0.hasExperimentation ? nil : .featureNotEnabled })

    private static func named(_ message: String) -> Resource.Key {
        Resource.Key("name", taken: Refusal(409, message, .specified))
    }
}
