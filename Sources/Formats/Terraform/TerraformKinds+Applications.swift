import JSON

extension TerraformKind {
    static let applications = [
        TerraformKind(
            "resource_server", .each("resource-servers"),
            """
            name identifier signing_alg signing_secret:shown allow_offline_access allow_online_access \
            allow_online_access_with_ephemeral_sessions token_lifetime token_lifetime_for_web \
            token_lifetime_for_anonymous_access_tokens skip_consent_for_verifiable_first_party_clients \
            enforce_policies token_dialect consent_policy verification_location \
            token_encryption{ format encryption_key{ name algorithm=alg kid pem:must } } \
            authorization_details{ type } proof_of_possession{ mechanism required required_for } \
            authorization_policy{ policy_id } \
            subject_type_authorization{ user{ policy } client{ policy } anonymous_user{ policy } } \
            access_token{ claims_mapping{ custom_claims{ name expression } } }
            """, make: "POST /resource-servers", shown: { $0.without(["scopes"]) }),
        TerraformKind(
            "resource_server_scopes", .each("resource-servers"), id: "identifier",
            """
            resource_server_identifier=identifier>resource_server.identifier scopes{ name=value description }
            """, labelOf: "resource_server", shown: { $0["scopes"]?.items?.isEmpty ?? true ? nil : $0 }),
        TerraformKind(
            "user_attribute_profile", .each("user-attribute-profiles"),
            """
            name user_id{ oidc_mapping saml_mapping scim_mapping \
              strategy_overrides[strategy]{ strategy oidc_mapping saml_mapping scim_mapping } } \
            user_attributes[name]{ name description label profile_required auth0_mapping \
              oidc_mapping{ mapping display_name } saml_mapping scim_mapping \
              strategy_overrides[strategy]{ strategy oidc_mapping{ mapping display_name } saml_mapping \
                scim_mapping } }
            """, make: "POST /user-attribute-profiles"),
        TerraformKind(
            "connection_profile", .each("connection-profiles"),
            """
            name connection_name_prefix_template enabled_features connection_config{ } \
            organization{ show_as_button assign_membership_on_login } \
            strategy_overrides{ ad{ \(profile) } adfs{ \(profile) } google_apps=google-apps{ \(profile) } \
              oidc{ \(profile) } okta{ \(profile) } pingfederate{ \(profile) } samlp{ \(profile) } \
              waad{ \(profile) } }
            """, make: "POST /connection-profiles"),
        TerraformKind(
            "client", .each("clients"),
            """
            name description app_type logo_uri is_first_party oidc_conformant callbacks allowed_logout_urls \
            allowed_origins web_origins allowed_clients client_aliases grant_types initiate_login_uri \
            cross_origin_auth=cross_origin_authentication|cross_origin_auth cross_origin_loc custom_login_page_on \
            custom_login_page \
            form_template sso sso_disabled is_token_endpoint_ip_header_trusted organization_usage \
            organization_require_behavior organization_discovery_methods require_pushed_authorization_requests \
            require_proof_of_possession compliance_level async_approval_notification_channels \
            skip_non_verifiable_callback_uri_confirmation_prompt:text third_party_security_mode \
            resource_server_identifier>resource_server.identifier client_metadata encryption_key \
            default_organization{ organization_id>organization flows } \
            jwt_configuration{ lifetime_in_seconds secret_encoded alg scopes } \
            refresh_token{ rotation_type expiration_type leeway token_lifetime infinite_token_lifetime \
              idle_token_lifetime infinite_idle_token_lifetime policies{ audience>resource_server.identifier scope } } \
            mobile{ android{ app_package_name sha256_cert_fingerprints } ios{ team_id app_bundle_identifier } } \
            native_social_login{ apple{ enabled } facebook{ enabled } google{ enabled } } \
            oidc_logout{ backchannel_logout_urls backchannel_logout_initiators{ mode selected_initiators } \
              backchannel_logout_session_metadata{ include } } \
            session_transfer{ can_create_session_transfer_token allowed_authentication_methods \
              enforce_device_binding allow_refresh_token enforce_cascade_revocation \
              enforce_online_refresh_tokens } \
            token_exchange{ allow_any_profile_of_type } token_quota{ \
              client_credentials{ enforce per_day per_hour } } \
            express_configuration{ admin_login_domain connection_profile_id>connection_profile enable_client \
              enable_organization initiate_login_uri_template linked_clients{ client_id } okta_oin_client_id \
              user_attribute_profile_id>user_attribute_profile } \
            my_organization_configuration{ allowed_strategies connection_deletion_behavior \
              connection_profile_id>connection_profile user_attribute_profile_id>user_attribute_profile } \
            addons{ \(addons) }
            """, make: "POST /clients",
            shown: { client in
                // What another type keeps, and the one client that stands for all.
                let others = ["client_secret", "client_authentication_methods", "token_endpoint_auth_method"]
                return client["global"]?.bool == true ? nil : client.without(others + ["signed_request_object"])
            }),
        TerraformKind(
            "client_credentials", .each("clients"),
            """
            client_id=@0>client authentication_method client_secret:shown \
            private_key_jwt{ credentials{ \(credential) } } \
            self_signed_tls_client_auth{ credentials{ name credential_type pem:must } } \
            tls_client_auth{ credentials{ name credential_type subject_dn } } \
            signed_request_object{ required credentials{ \(credential) } }
            """, labelOf: "client", with: ("known*", "clients/credentials"), shown: credentials),
        TerraformKind(
            "client_grant", .each("client-grants"),
            """
            client_id>client audience>resource_server.identifier scopes=scope allow_all_scopes subject_type \
            organization_usage allow_any_organization authorization_details_types default_for
            """, make: "POST /client-grants",
            shown: { grant in
                var grant = grant
                let audience = grant["audience"]?.string ?? ""
                grant["name"] = .string("\(grant["client_id"]?.string ?? "default") \(audience)")
                if grant["allow_all_scopes"]?.bool == true { grant["scope"] = nil }
                return grant
            }),
    ]

    private static let profile = "enabled_features connection_config{ }"
    private static let credential = "name credential_type algorithm=alg pem:must expires_at"
    private static let salesforce = "client_id community_name community_url_section principal"

    private static let addons = """
        aws{ lifetime_in_seconds principal role } \
        azure_blob{ account_name=accountName blob_delete blob_name=blobName blob_read blob_write container_delete \
          container_list container_name=containerName container_read container_write expiration \
          signed_identifier=signedIdentifier storage_access_key=storageAccessKey } \
        azure_sb{ entity_path=entityPath expiration namespace sas_key=sasKey sas_key_name=sasKeyName } \
        box{ } cloudbees{ } concur{ } dropbox{ } echosign{ domain } egnyte{ domain } \
        firebase{ client_email lifetime_in_seconds private_key private_key_id secret } \
        layer{ expiration key_id=keyId private_key=privateKey principal provider_id=providerId } \
        mscrm{ url } newrelic{ account } office365{ connection domain } rms{ url } \
        salesforce{ entity_id=entityId } salesforce_api{ \(salesforce) } salesforce_sandbox_api{ \(salesforce) } \
        samlp{ audience authn_context_class_ref=authnContextClassRef binding create_upn_claim=createUpnClaim \
          destination digest_algorithm=digestAlgorithm \
          include_attribute_name_format=includeAttributeNameFormat issuer \
          lifetime_in_seconds=lifetimeInSeconds map_identities=mapIdentities \
          map_unknown_claims_as_is=mapUnknownClaimsAsIs mappings \
          name_identifier_format=nameIdentifierFormat name_identifier_probes=nameIdentifierProbes \
          passthrough_claims_with_no_mapping=passthroughClaimsWithNoMapping recipient sign_response=signResponse \
          signature_algorithm=signatureAlgorithm signing_cert=signingCert typed_attributes=typedAttributes \
          logout{ callback slo_enabled } } \
        sap_api{ client_id=clientid name_identifier_format=nameIdentifierFormat scope \
          service_password=servicePassword token_endpoint_url=tokenEndpointUrl \
          username_attribute=usernameAttribute } \
        sentry{ base_url org_slug } sharepoint{ external_url url } slack{ team } springcm{ acs_url } \
        sso_integration{ name version } wams{ master_key=masterkey } wsfed{ } zendesk{ account_name=accountName } \
        zoom{ account }
        """

    /// How a client says who it is: by its secret, or by credentials that its methods name.
    private static let credentials: @Sendable (JSONTree) -> JSONTree? = { client in
        guard client["global"]?.bool != true else { return nil }
        let known = client["known"]?.items ?? []
        let filled = { @Sendable (method: JSONTree) -> JSONTree in
            let ids = (method["credentials"]?.items ?? []).compactMap { $0["id"]?.string }
            var method = method
            method["credentials"] = .array(known.filter { ids.contains($0["id"]?.string ?? "") })
            return method
        }
        let methods = client["client_authentication_methods"]?.members ?? []
        var made = client.only(["@0", "name", "client_secret"])
        made["authentication_method"] = methods.first.map { .string($0.key) } ?? client["token_endpoint_auth_method"]
        for method in methods { made[method.key] = filled(method.value) }
        made["signed_request_object"] = client["signed_request_object"].map(filled)
        return made["authentication_method"] == nil && made["client_secret"]?.string == nil ? nil : made
    }
}
