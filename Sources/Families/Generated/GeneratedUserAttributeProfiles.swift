// swift-format-ignore-file
// Made by Tests/Families/derive.py; do not edit. Document: SHA-256 d7b6229e31b139d4.

package import Resources

extension GeneratedFamily {
    package static let userAttributeProfiles = GeneratedFamily(
        name: "user-attribute-profiles", firstNumber: 419,
        operations: """
            GET /user-attribute-profiles get_user-attribute-profiles read:user_attribute_profiles - q document Get User Attribute Profiles
            POST /user-attribute-profiles post_user-attribute-profiles create:user_attribute_profiles body - document Post User Attribute Profile
            GET /user-attribute-profiles/templates get_user_attribute_profile_templates read:user_attribute_profiles - - document Get User Attribute Profile Templates
            GET /user-attribute-profiles/templates/{id} get_user_attribute_profile_template read:user_attribute_profiles - - document Get User Attribute Profile Template
            GET /user-attribute-profiles/{id} get_user-attribute-profiles_by_id read:user_attribute_profiles - - document Get User Attribute Profile
            PATCH /user-attribute-profiles/{id} patch_user-attribute-profiles_by_id update:user_attribute_profiles body - document Modify a user attribute profile
            DELETE /user-attribute-profiles/{id} delete_user-attribute-profiles_by_id delete:user_attribute_profiles - - document Delete User Attribute Profile
            """,
        schemas: ##"""
            {"get_user-attribute-profiles.query":{"t":"o","p":{
            "from":{"t":"s","d":"Optional Id from which to start selection"},
            "take":{"t":"i","m":1,"d":"Number of results per page. Defaults to 5"}}},
            "post_user-attribute-profiles.body":{"t":"o","x":0,"r":["name","user_attributes"],"p":{
            "name":{"$":"UserAttributeProfileName"},
            "user_id":{"$":"UserAttributeProfileUserId"},
            "user_attributes":{"$":"UserAttributeProfileUserAttributes"}}},
            "patch_user-attribute-profiles_by_id.body":{"t":"o","x":0,"p":{
            "name":{"$":"UserAttributeProfileName"},
            "user_id":{"o":[{"$":"UserAttributeProfileUserId"},{"t":"z"}]},
            "user_attributes":{"$":"UserAttributeProfileUserAttributes"}}},
            "UserAttributeProfileName":{"t":"s","d":"The name of the user attribute profile","l":1,"L":128},
            "UserAttributeProfileOidcMapping":{"t":"o","d":"OIDC mapping for this attribute","x":0,"r":["mapping"],"p":{
            "mapping":{"t":"s","d":"OIDC mapping field","l":1,"L":50},
            "display_name":{"t":"s","d":"Display name for the OIDC mapping","l":1,"L":50}}},
            "UserAttributeProfileSamlMapping":{"t":"a","d":"SAML mapping override for this strategy","c":1,"a":{"t":"s","d":"SAML mapping field","l":1,"L":128}},
            "UserAttributeProfileStrategyOverridesMapping":{"t":"o","x":0,"p":{
            "oidc_mapping":{"$":"UserAttributeProfileOidcMapping","d":"OIDC mapping override for this strategy"},
            "saml_mapping":{"$":"UserAttributeProfileSamlMapping"},
            "scim_mapping":{"t":"s","d":"SCIM mapping override for this strategy","l":1,"L":128}}},
            "UserAttributeProfileStrategyOverridesUserIdMapping":{"t":"o","x":0,"p":{
            "oidc_mapping":{"t":"s","d":"OIDC mapping override for this strategy","l":1,"L":50,"e":["sub","oid","email"]},
            "saml_mapping":{"$":"UserAttributeProfileSamlMapping"},
            "scim_mapping":{"t":"s","d":"SCIM mapping override for this strategy","l":1,"L":128}}},
            "UserAttributeProfileUserAttributes":{"t":"o","d":"User attributes configuration map. Keys are attribute names, values are the mapping configuration for each attribute","x":{"t":"o","x":0,"r":["description","label","profile_required","auth0_mapping"],"p":{"description":{"t":"s","d":"Description of this attribute","l":1,"L":128},"label":{"t":"s","d":"Display label for this attribute","l":1,"L":128},"profile_required":{"t":"b","d":"Whether this attribute is required in the profile"},"auth0_mapping":{"t":"s","d":"Auth0 mapping for this attribute","l":1,"L":50},"oidc_mapping":{"$":"UserAttributeProfileOidcMapping"},"saml_mapping":{"$":"UserAttributeProfileSamlMapping","d":"SAML mapping for this attribute"},"scim_mapping":{"t":"s","d":"SCIM mapping for this attribute","l":1,"L":128},"strategy_overrides":{"t":"o","d":"Strategy-specific overrides for this attribute","x":0,"p":{"pingfederate":{"$":"UserAttributeProfileStrategyOverridesMapping"},"ad":{"$":"UserAttributeProfileStrategyOverridesMapping"},"adfs":{"$":"UserAttributeProfileStrategyOverridesMapping"},"waad":{"$":"UserAttributeProfileStrategyOverridesMapping"},"google-apps":{"$":"UserAttributeProfileStrategyOverridesMapping"},"okta":{"$":"UserAttributeProfileStrategyOverridesMapping"},"oidc":{"$":"UserAttributeProfileStrategyOverridesMapping"},"samlp":{"$":"UserAttributeProfileStrategyOverridesMapping"}}}}},"k":1,"K":64},
            "UserAttributeProfileUserId":{"t":"o","d":"User ID mapping configuration","x":0,"p":{
            "oidc_mapping":{"t":"s","d":"OIDC mapping for user ID","l":1,"L":50,"e":["sub"]},
            "saml_mapping":{"t":"a","d":"SAML mapping for user ID","c":1,"a":{"t":"s","d":"SAML mapping field","l":1,"L":128}},
            "scim_mapping":{"t":"s","d":"SCIM mapping for user ID","l":1,"L":128},
            "strategy_overrides":{"t":"o","d":"Strategy-specific overrides for user ID","x":0,"p":{"pingfederate":{"$":"UserAttributeProfileStrategyOverridesUserIdMapping"},"ad":{"$":"UserAttributeProfileStrategyOverridesUserIdMapping"},"adfs":{"$":"UserAttributeProfileStrategyOverridesUserIdMapping"},"waad":{"$":"UserAttributeProfileStrategyOverridesUserIdMapping"},"google-apps":{"$":"UserAttributeProfileStrategyOverridesUserIdMapping"},"okta":{"$":"UserAttributeProfileStrategyOverridesUserIdMapping"},"oidc":{"$":"UserAttributeProfileStrategyOverridesUserIdMapping"},"samlp":{"$":"UserAttributeProfileStrategyOverridesUserIdMapping"}}}}}}
            """##)
}
