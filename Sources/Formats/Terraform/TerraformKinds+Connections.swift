import JSON

extension TerraformKind {
    static let connections = [
        TerraformKind(
            "connection", .each("connections"),
            """
            name display_name strategy is_domain_connection show_as_button realms metadata \
            authentication{ active } connected_accounts{ active cross_app_access } \
            options{ \(options) }
            """, make: "POST /connections",
            shown: { connection in
                var connection = connection.without(["enabled_clients"])
                guard let options = connection["options"], options.isObject else { return connection }
                connection["options"] = TerraformKind.scoped(options, connection["strategy"]?.string ?? "")
                return connection
            }),
        TerraformKind(
            "connection_clients", .each("connections"), "connection_id=@0>connection enabled_clients>client",
            labelOf: "connection", shown: { $0["enabled_clients"]?.items?.isEmpty ?? true ? nil : $0 }),
        TerraformKind(
            "connection_scim_configuration", .each("connections/scim-configuration"),
            "connection_id=@0>connection user_id_attribute mapping{ auth0 scim }", labelOf: "connection"),
        TerraformKind(
            "connection_directory", .each("connections/directory-provisioning"),
            "connection_id=@0>connection synchronize_automatically synchronize_groups mapping{ auth0 idp }",
            labelOf: "connection"),
        TerraformKind(
            "connection_directory_synchronized_groups",
            .below("connections/directory-provisioning/synchronized-groups", as: "groups"),
            "connection_id=@0>connection groups{ id }", labelOf: "connection"),
    ]

    private static let field = """
        identifier{ active default_method } profile_required signup{ status verification{ active } } \
        verification_method
        """
    private static let key = "cert key:must"

    /// The provider has one block for all strategies; its names are not always those of the service.
    private static let options = """
        name domain tenant_domain domain_aliases icon_url client_id client_secret app_id scopes \
        allowed_audiences strategy_version set_user_root_attributes non_persistent_attrs upstream_params:json \
        auth_params=authParams configuration custom_scripts=customScripts scripts brute_force_protection \
        disable_signup disable_self_service_change_password enable_script_context \
        enabled_database_customization=enabledDatabaseCustomization import_mode requires_username \
        password_policy=passwordPolicy precedence \
        password_history{ enable size } password_no_personal_info{ enable } password_dictionary{ enable dictionary } \
        password_complexity_options{ min_length } mfa{ active return_enroll_settings } \
        validation{ username{ min max } } \
        authentication_methods{ password{ enabled } passkey{ enabled } email_otp{ enabled } phone_otp{ enabled } } \
        passkey_options{ challenge_ui local_enrollment_enabled progressive_enrollment_enabled } \
        attributes{ email{ \(field) unique } phone_number{ \(field) } \
          username{ identifier{ active } profile_required signup{ status } \
            validation{ min_length max_length allowed_types{ email phone_number } } } } \
        type issuer discovery_url jwks_uri userinfo_endpoint \
        authorization_endpoint=authorization_endpoint|authorizationURL \
        token_endpoint=token_endpoint|tokenURL pkce_enabled connection_settings{ pkce } \
        attribute_map{ mapping_mode userinfo_scope attributes:json } \
        token_endpoint_auth_method token_endpoint_auth_signing_alg id_token_signed_response_algs dpop_signing_alg \
        identity_api waad_protocol waad_common_endpoint=useCommonEndpoint use_wsfed api_enable_users \
        api_enable_groups max_groups_to_retrieve should_trust_email_verified_connection user_id_attribute \
        map_user_id_to_id adfs_server fed_metadata_xml=fedMetadataXml \
        ips use_cert_auth=certAuth use_kerberos=kerberos disable_cache \
        debug sign_in_endpoint=signInEndpoint sign_out_endpoint=signOutEndpoint disable_sign_out=disableSignout \
        signing_cert=signingCert sign_saml_request=signSAMLRequest signature_algorithm=signatureAlgorithm \
        digest_algorithm=digestAlgorithm protocol_binding=protocolBinding request_template=requestTemplate \
        fields_map=fieldsMap:json entity_id=entityId metadata_url=metadataUrl metadata_xml=metadataXml \
        ping_federate_base_url=pingFederateBaseUrl \
        global_token_revocation_jwt_iss global_token_revocation_jwt_sub \
        idp_initiated=idpinitiated{ enabled client_id>client client_protocol \
          client_authorize_query=client_authorizequery } \
        signing_key{ \(key) } decryption_key=decryptionKey{ \(key) } \
        from=from|email.from subject=email.subject syntax=syntax|email.syntax template=template|email.body \
        totp{ time_step length } twilio_sid twilio_token messaging_service_sid provider gateway_url \
        forward_request_info gateway_authentication{ method subject audience secret secret_base64_encoded } \
        community_base_url team_id=team_id|teamId key_id=kid app_secret \
        consumer_key=consumerKey consumer_secret=consumerSecret request_token_url=requestTokenURL \
        access_token_url=accessTokenURL user_authorization_url=userAuthorizationURL session_key=sessionKey \
        signature_method=signatureMethod realm_fallback
        """

    /// The provider has a list of scopes. The service has a text, a list, or a member for each.
    private static func scoped(_ options: JSONTree, _ strategy: String) -> JSONTree {
        var options = options
        let said = options["scope"]
        var scopes = said?.strings ?? said?.string?.split { $0 == " " || $0 == "," }.map(String.init) ?? []
        let known = Set(all.first { $0.type == "connection" }?.shape.parts.last?.inner?.parts.map(\.name) ?? [])
        if flagged.contains(strategy) {
            for member in options.members ?? [] where member.value.bool == true && !known.contains(member.key) {
                scopes.append(member.key)
            }
            options = .object((options.members ?? []).filter { $0.value.bool == nil || known.contains($0.key) })
        }
        options = options.without(["scope"])
        scopes = scopes.enumerated().filter { !scopes[..<$0.offset].contains($0.element) }.map(\.element)
        if !scopes.isEmpty { options["scopes"] = .array(scopes.map { .string($0) }) }
        return options
    }

    private static let flagged: Set = [
        "google-oauth2", "google-apps", "github", "linkedin", "windowslive", "facebook", "apple", "waad",
    ]
}
