// swift-format-ignore-file
// Made by Tests/Families/derive.py; do not edit. Document: SHA-256 d7b6229e31b139d4.

package import Resources

extension GeneratedFamily {
    package static let connectionProfiles = GeneratedFamily(
        name: "connection-profiles", firstNumber: 84,
        operations: """
            GET /connection-profiles get_connection-profiles read:connection_profiles - q document Get Connection Profiles
            POST /connection-profiles post_connection-profiles create:connection_profiles body - document Create a connection profile
            GET /connection-profiles/templates get_connection_profile_templates read:connection_profiles - - document Get Connection Profile Templates
            GET /connection-profiles/templates/{id} get_connection_profile_template read:connection_profiles - - document Get Connection Profile Template
            GET /connection-profiles/{id} get_connection-profiles_by_id read:connection_profiles - - document Get Connection Profile
            PATCH /connection-profiles/{id} patch_connection-profiles_by_id update:connection_profiles body - document Modify a Connection Profile
            DELETE /connection-profiles/{id} delete_connection-profiles_by_id delete:connection_profiles - - document Delete Connection Profile
            """,
        schemas: ##"""
            {"get_connection-profiles.query":{"t":"o","p":{
            "from":{"t":"s","d":"Optional Id from which to start selection"},
            "take":{"t":"i","m":1,"M":10,"d":"Number of results per page. Defaults to 5"}}},
            "post_connection-profiles.body":{"t":"o","x":0,"r":["name"],"p":{
            "name":{"$":"ConnectionProfileName"},
            "organization":{"$":"ConnectionProfileOrganization"},
            "connection_name_prefix_template":{"$":"ConnectionNamePrefixTemplate"},
            "enabled_features":{"$":"ConnectionProfileEnabledFeatures"},
            "connection_config":{"t":"oz","d":"Connection profile configuration","x":0,"p":{}},
            "strategy_overrides":{"t":"oz","d":"Strategy-specific overrides for this attribute","x":0,"p":{"pingfederate":{"$":"ConnectionProfileStrategyOverride"},"ad":{"$":"ConnectionProfileStrategyOverride"},"adfs":{"$":"ConnectionProfileStrategyOverride"},"waad":{"$":"ConnectionProfileStrategyOverride"},"google-apps":{"$":"ConnectionProfileStrategyOverride"},"okta":{"$":"ConnectionProfileStrategyOverride"},"oidc":{"$":"ConnectionProfileStrategyOverride"},"samlp":{"$":"ConnectionProfileStrategyOverride"}}},
            "provisioning":{"t":"o","x":0,"p":{"scim":{"t":"o","x":0,"r":["tokens"],"p":{"tokens":{"t":"o","x":0,"r":["scopes"],"p":{"scopes":{"t":"a","a":{"t":"s","e":["get:users","post:users","patch:users","delete:users","put:users"]}},"default_expiry":{"t":"i"},"max_allowed_expiry":{"t":"i"}}}}},"google_workspace":{"t":"o","x":0,"r":["sync_users"],"p":{"sync_users":{"t":"b"}}}}},
            "cross_app_access_resource_app":{"t":"o","x":0,"r":["status"],"p":{"status":{"t":"o","x":0,"r":["default_value"],"p":{"default_value":{"t":"s","e":["enabled","disabled"]},"allowed_values":{"t":"a","a":{"t":"s","e":["enabled","disabled"]}}}}}}}},
            "patch_connection-profiles_by_id.body":{"t":"o","x":0,"p":{
            "name":{"$":"ConnectionProfileName"},
            "organization":{"$":"ConnectionProfileOrganization"},
            "connection_name_prefix_template":{"$":"ConnectionNamePrefixTemplate"},
            "enabled_features":{"$":"ConnectionProfileEnabledFeatures"},
            "connection_config":{"t":"oz","d":"Connection profile configuration","x":0,"p":{}},
            "strategy_overrides":{"t":"oz","d":"Strategy-specific overrides for this attribute","x":0,"p":{"pingfederate":{"$":"ConnectionProfileStrategyOverride"},"ad":{"$":"ConnectionProfileStrategyOverride"},"adfs":{"$":"ConnectionProfileStrategyOverride"},"waad":{"$":"ConnectionProfileStrategyOverride"},"google-apps":{"$":"ConnectionProfileStrategyOverride"},"okta":{"$":"ConnectionProfileStrategyOverride"},"oidc":{"$":"ConnectionProfileStrategyOverride"},"samlp":{"$":"ConnectionProfileStrategyOverride"}}},
            "provisioning":{"t":"o","x":0,"p":{"scim":{"t":"o","x":0,"r":["tokens"],"p":{"tokens":{"t":"o","x":0,"r":["scopes"],"p":{"scopes":{"t":"a","a":{"t":"s","e":["get:users","post:users","patch:users","delete:users","put:users"]}},"default_expiry":{"t":"i"},"max_allowed_expiry":{"t":"i"}}}}},"google_workspace":{"t":"o","x":0,"r":["sync_users"],"p":{"sync_users":{"t":"b"}}}}},
            "cross_app_access_resource_app":{"t":"o","x":0,"r":["status"],"p":{"status":{"t":"o","x":0,"r":["default_value"],"p":{"default_value":{"t":"s","e":["enabled","disabled"]},"allowed_values":{"t":"a","a":{"t":"s","e":["enabled","disabled"]}}}}}}}},
            "ConnectionNamePrefixTemplate":{"t":"s","d":"Connection name prefix template","l":0,"L":15,"P":"^(?!-)(?!.*--)(?:[a-zA-Z0-9-]|{org_id}|{org_name})*$"},
            "ConnectionProfileEnabledFeatures":{"t":"a","d":"Enabled features for the connection profile","a":{"$":"EnabledFeaturesEnum"}},
            "ConnectionProfileName":{"t":"s","d":"The name of the connection profile","l":1,"L":50},
            "ConnectionProfileOrganization":{"t":"o","d":"The organization of the connection profile","x":0,"p":{
            "show_as_button":{"t":"s","d":"Indicates if the organization should be shown as a button","e":["none","optional","required"]},
            "assign_membership_on_login":{"t":"s","d":"Indicates if membership should be assigned on login","e":["none","optional","required"]}}},
            "ConnectionProfileStrategyOverride":{"t":"o","d":"Connection Profile Strategy Override","x":0,"p":{
            "enabled_features":{"t":"a","d":"Enabled features for a connections profile strategy override","a":{"$":"EnabledFeaturesEnum"}},
            "connection_config":{"t":"o","d":"Connection profile strategy overrides connection configuration","x":0,"p":{}}}},
            "EnabledFeaturesEnum":{"t":"s","d":"Enum for enabled features","e":["scim","universal_logout"]}}
            """##)
}
