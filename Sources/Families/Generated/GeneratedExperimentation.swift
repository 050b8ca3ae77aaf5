// swift-format-ignore-file
// Made by Tests/Families/derive.py; do not edit. Document: SHA-256 d7b6229e31b139d4.

package import Resources

extension GeneratedFamily {
    package static let experimentation = GeneratedFamily(
        name: "experimentation", firstNumber: 155,
        operations: """
            GET /experimentation/experiments get_experiments read:experimentation - q document List experiments for the tenant.
            POST /experimentation/experiments create_experiment create:experimentation body - document Create an experiment for the Experiment Center.
            GET /experimentation/experiments/{id} get_experiment read:experimentation - - document Get an experiment by ID.
            PATCH /experimentation/experiments/{id} update_experiment update:experimentation body - document Update an experiment.
            DELETE /experimentation/experiments/{id} delete_experiment delete:experimentation - - document Delete an experiment.
            POST /experimentation/experiments/{id}/status update_experiment_status update:experimentation body - document Transition an experiment to a new status.
            POST /experimentation/experiments/{id}/validate validate_experiment read:experimentation - - document Validate an experiment.
            GET /experimentation/feature-flags get_feature_flags read:experimentation - q document List feature flags for the tenant.
            POST /experimentation/feature-flags create_feature_flag create:experimentation body - document Create a feature flag for the Experiment Center.
            GET /experimentation/feature-flags/{id} get_feature_flag read:experimentation - - document Get a feature flag by ID.
            PATCH /experimentation/feature-flags/{id} update_feature_flag update:experimentation body - document Update a feature flag.
            DELETE /experimentation/feature-flags/{id} delete_feature_flag delete:experimentation - - document Delete a feature flag.
            POST /experimentation/feature-flags/{id}/status update_feature_flag_status update:experimentation body - document Transition a feature flag to a new status.
            GET /experimentation/feature-flags/{id}/variations get_variations read:experimentation - - document List all variations for a feature flag.
            POST /experimentation/feature-flags/{id}/variations create_variation create:experimentation body - document Create a variation for a feature flag.
            GET /experimentation/feature-flags/{id}/variations/{vid} get_variation read:experimentation - - document Get a variation by ID.
            PATCH /experimentation/feature-flags/{id}/variations/{vid} update_variation update:experimentation body - document Update a variation.
            DELETE /experimentation/feature-flags/{id}/variations/{vid} delete_variation delete:experimentation - - document Delete a variation.
            GET /experimentation/segments get_segments read:experimentation - q document List segments for the tenant.
            POST /experimentation/segments create_segment create:experimentation body - document Create a segment for the Experiment Center.
            GET /experimentation/segments/{id} get_segment read:experimentation - - document Get a segment by ID.
            PATCH /experimentation/segments/{id} update_segment update:experimentation body - document Update a segment.
            DELETE /experimentation/segments/{id} delete_segment delete:experimentation - - document Delete a segment.
            """,
        schemas: ##"""
            {"get_experiments.query":{"t":"o","p":{
            "from":{"t":"s","d":"Optional Id from which to start selection"},
            "take":{"t":"i","m":1,"M":50,"d":"Number of experiments to return per page. Defaults to 25, maximum 50"},
            "status":{"t":"s","e":["draft","active","paused","completed","archived"],"d":"Filter by status. Exact match"},
            "authentication_flow":{"t":"s","d":"Filter by authentication flow. Exact match"},
            "feature_flag_id":{"t":"s","d":"Filter by feature flag ID. Exact match"}}},
            "create_experiment.body":{"t":"o","d":"Create an experiment with traffic allocation","x":0,"r":["name","feature_flag_id","authentication_flow","allocation_strategy","assignment_config","allocations"],"p":{
            "name":{"t":"s","d":"A human-readable name for the experiment","l":3,"L":255,"P":"^(?!.*\\x00)\\S(.*\\S)?$"},
            "description":{"t":"s","d":"A description of the experiment","l":3,"L":1024,"P":"^(?!.*\\x00)\\S(.*\\S)?$"},
            "feature_flag_id":{"t":"s","d":"The ID of the feature flag this experiment is based on","P":"^flg_[A-HJ-NP-Za-km-z1-9]+$"},
            "authentication_flow":{"t":"s","d":"The authentication flow this experiment applies to"},
            "allocation_strategy":{"t":"s","e":["percentage","segment"],"d":"The traffic allocation strategy for this experiment"},
            "assignment_config":{"$":"AssignmentConfig","d":"Configuration for how users are assigned to variations"},
            "allocations":{"t":"a","d":"Traffic allocations mapping variations to weights or segments","c":1,"a":{"$":"AllocationRequestItem"}},
            "default_config":{"t":"s","e":["tenant","flag"]}}},
            "update_experiment.body":{"t":"o","d":"Partial update of an experiment. Only provided fields are updated. Providing allocations replaces the entire allocations set","x":0,"k":1,"p":{
            "name":{"t":"s","d":"A human-readable name for the experiment","l":3,"L":255,"P":"^(?!.*\\x00)\\S(.*\\S)?$"},
            "description":{"d":"A description of the experiment","t":"sz","l":3,"L":1024,"P":"^(?!.*\\x00)\\S(.*\\S)?$"},
            "assignment_config":{"$":"AssignmentConfig","d":"Configuration for how users are assigned to variations"},
            "allocations":{"t":"a","d":"Replaces all traffic allocations. Cannot be modified while the experiment is active","c":1,"a":{"$":"AllocationRequestItem"}},
            "default_config":{"t":"s","e":["tenant","flag"]}}},
            "update_experiment_status.body":{"t":"o","d":"The target lifecycle status for the experiment","x":0,"r":["status"],"p":{
            "status":{"t":"s","d":"The target status to transition the experiment to","e":["active","paused","completed","archived"]}}},
            "get_feature_flags.query":{"t":"o","p":{
            "from":{"t":"s","d":"Optional Id from which to start selection"},
            "take":{"t":"i","m":1,"M":50,"d":"Number of feature flags to return per page. Defaults to 25, maximum 50"},
            "type":{"t":"s","e":["auth0","self"],"d":"Filter by type. Exact match"},
            "status":{"$":"FeatureFlagStatusEnum","d":"Filter by status. Exact match"}}},
            "create_feature_flag.body":{"t":"o","d":"Create a feature flag for experiment configuration","x":0,"r":["name","parameters"],"p":{
            "name":{"t":"s","d":"A human-readable name for the feature flag","l":3,"L":255,"P":"^(?!.*\\x00)\\S(.*\\S)?$"},
            "description":{"t":"s","d":"A description of what this feature flag controls","l":3,"L":1024,"P":"^(?!.*\\x00)\\S(.*\\S)?$"},
            "parameters":{"t":"o","d":"Configuration parameters for this feature flag","x":{"$":"FeatureFlagConfigParam"},"k":1,"K":10}}},
            "update_feature_flag.body":{"t":"o","d":"Partial update of a feature flag. Only provided fields are updated","x":0,"k":1,"p":{
            "name":{"t":"s","d":"A human-readable name for the feature flag","l":3,"L":255,"P":"^(?!.*\\x00)\\S(.*\\S)?$"},
            "description":{"t":"sz","d":"A description of what this feature flag controls","l":3,"L":1024,"P":"^(?!.*\\x00)\\S(.*\\S)?$"},
            "parameters":{"t":"o","d":"Configuration parameters for this feature flag","x":{"$":"FeatureFlagConfigParam"},"k":1,"K":10}}},
            "update_feature_flag_status.body":{"t":"o","d":"The target lifecycle status for the feature flag","x":0,"r":["status"],"p":{
            "status":{"$":"FeatureFlagStatusEnum","d":"The target status to transition the feature flag to"}}},
            "create_variation.body":{"t":"o","d":"Create a variation for a feature flag","x":0,"r":["name","overrides"],"p":{
            "name":{"t":"s","d":"A human-readable name for the variation","l":3,"L":255,"P":"^(?!.*\\x00)\\S(.*\\S)?$"},
            "description":{"t":"s","d":"A description of what this variation controls","l":3,"L":1024,"P":"^(?!.*\\x00)\\S(.*\\S)?$"},
            "overrides":{"t":"o","d":"Configuration overrides for this variation; keys must exist in the parent flag parameters. Empty {} is the baseline (control) variation that overrides nothing","x":{"t":"o","x":0,"r":["value"],"p":{"value":{"d":"Override value for this configuration parameter"}}}}}},
            "update_variation.body":{"t":"o","d":"Partial update of a variation. Only provided fields are updated","x":0,"k":1,"p":{
            "name":{"t":"s","d":"A human-readable name for the variation","l":3,"L":255,"P":"^(?!.*\\x00)\\S(.*\\S)?$"},
            "description":{"t":"sz","d":"A description of what this variation controls","l":3,"L":1024,"P":"^(?!.*\\x00)\\S(.*\\S)?$"},
            "overrides":{"t":"o","d":"Configuration overrides for this variation; keys must exist in the parent flag parameters. Empty {} is the baseline (control) variation that overrides nothing","x":{"t":"o","x":0,"r":["value"],"p":{"value":{"d":"Override value for this configuration parameter"}}}}}},
            "get_segments.query":{"t":"o","p":{
            "from":{"t":"s","d":"Optional Id from which to start selection"},
            "take":{"t":"i","m":1,"M":50,"d":"Number of segments to return per page. Defaults to 25, maximum 50"},
            "type":{"t":"s","e":["auth0","self"],"d":"Filter by type. Exact match"}}},
            "create_segment.body":{"t":"o","d":"Create a segment for experiment targeting","x":0,"r":["name","rules"],"p":{
            "name":{"t":"s","d":"A human-readable name for the segment","l":3,"L":255,"P":"^(?!.*\\x00)\\S(.*\\S)?$"},
            "description":{"t":"s","d":"A description of the segment","l":3,"L":1024,"P":"^(?!.*\\x00)\\S(.*\\S)?$"},
            "rules":{"t":"a","d":"An ordered list of rules. A segment matches if any rule matches","c":1,"a":{"$":"SegmentRule"}}}},
            "update_segment.body":{"t":"o","d":"Partial update of a segment. Only provided fields are updated. Sending rules replaces the entire rules array","x":0,"k":1,"p":{
            "name":{"t":"s","d":"A human-readable name for the segment","l":3,"L":255,"P":"^(?!.*\\x00)\\S(.*\\S)?$"},
            "description":{"t":"sz","d":"A description of the segment","l":3,"L":1024,"P":"^(?!.*\\x00)\\S(.*\\S)?$"},
            "rules":{"t":"a","d":"Replaces the entire rules array","c":1,"a":{"$":"SegmentRule"}},
            "status":{"t":"s","e":["active","archived"]}}},
            "AllocationRequestItem":{"t":"o","x":0,"r":["variation_id","is_control"],"p":{
            "variation_id":{"t":"s","d":"The ID of the variation to allocate","P":"^var_[A-HJ-NP-Za-km-z1-9]+$"},
            "weight":{"t":"n","d":"Percentage weight for this allocation (percentage strategy only)","m":0,"M":100},
            "segment_id":{"t":"s","d":"The segment this allocation targets (segment strategy only)","P":"^seg_[A-HJ-NP-Za-km-z1-9]+$"},
            "priority":{"t":"i","d":"Evaluation order; 1 = highest priority (segment strategy only)","m":1},
            "is_control":{"t":"b","d":"Whether this allocation is the control group"},
            "is_fallback":{"t":"b","d":"Whether this allocation is the default fallback (segment strategy only)"}}},
            "AssignmentConfig":{"t":"o","x":0,"r":["subject"],"p":{
            "subject":{"t":"s","e":["device"]}}},
            "FeatureFlagConfigParam":{"t":"o","x":0,"r":["type","value"],"p":{
            "type":{"t":"s","d":"The data type of the parameter value","e":["string","boolean","number","array","object"]},
            "value":{"d":"The parameter value"},
            "description":{"t":"s","d":"A human-readable description of the parameter","L":255}}},
            "FeatureFlagStatusEnum":{"t":"s","e":["draft","active","archived"],"d":"Filter by status. Exact match"},
            "SegmentMatchExpression":{"o":[{"t":"a","c":1,"a":{"t":"s","L":1024}},{"t":"o","x":0,"r":["contains"],"p":{"contains":{"t":"a","c":1,"a":{"t":"s","L":1024}}}},{"t":"o","x":0,"r":["starts_with"],"p":{"starts_with":{"t":"a","c":1,"a":{"t":"s","L":1024}}}},{"t":"o","x":0,"r":["ends_with"],"p":{"ends_with":{"t":"a","c":1,"a":{"t":"s","L":1024}}}},{"t":"o","x":0,"r":["exists"],"p":{"exists":{"t":"b"}}}]},
            "SegmentRule":{"t":"o","x":0,"k":1,"p":{
            "match":{"t":"o","d":"Attribute conditions that must match","x":0,"k":1,"K":10,"p":{"client_id":{"$":"SegmentMatchExpression"},"connection":{"$":"SegmentMatchExpression"},"connection_type":{"$":"SegmentMatchExpression"},"organization_id":{"$":"SegmentMatchExpression"},"domain":{"$":"SegmentMatchExpression"},"device_type":{"$":"SegmentMatchExpression"},"browser":{"$":"SegmentMatchExpression"},"platform":{"$":"SegmentMatchExpression"},"user_agent":{"$":"SegmentMatchExpression"},"country":{"$":"SegmentMatchExpression"},"region":{"$":"SegmentMatchExpression"}}},
            "not_match":{"t":"o","d":"Attribute conditions that must not match","x":0,"k":1,"K":10,"p":{"client_id":{"$":"SegmentMatchExpression"},"connection":{"$":"SegmentMatchExpression"},"connection_type":{"$":"SegmentMatchExpression"},"organization_id":{"$":"SegmentMatchExpression"},"domain":{"$":"SegmentMatchExpression"},"device_type":{"$":"SegmentMatchExpression"},"browser":{"$":"SegmentMatchExpression"},"platform":{"$":"SegmentMatchExpression"},"user_agent":{"$":"SegmentMatchExpression"},"country":{"$":"SegmentMatchExpression"},"region":{"$":"SegmentMatchExpression"}}}}}}
            """##)
}
