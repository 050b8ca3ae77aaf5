import JSON

extension TerraformKind {
    private static let page = "enabled html"
    private static let font = "bold size"
    private static let points = """
        form_content=form-content form_content_start=form-content-start form_content_end=form-content-end \
        form_footer_start=form-footer-start form_footer_end=form-footer-end \
        secondary_actions_start=secondary-actions-start secondary_actions_end=secondary-actions-end
        """

    static let pages = [
        TerraformKind(
            "branding", .one([("", "/branding"), ("universal_login", "/branding/templates/universal-login")]),
            id: "!branding",
            """
            logo_url favicon_url colors{ primary page_background:plain \
              page_background_gradient=page_background{ type start end angle_deg } } font{ url } \
            universal_login{ body }
            """),
        TerraformKind(
            "branding_theme", .each("branding/themes"),
            """
            display_name=displayName \
            borders!{ button_border_radius button_border_weight buttons_style input_border_radius \
              input_border_weight inputs_style show_widget_shadow widget_border_weight widget_corner_radius } \
            colors!{ base_focus_color base_hover_color body_text captcha_widget_theme error header icons \
              input_background input_border input_filled_text input_labels_placeholders links_focused_components \
              primary_button primary_button_label secondary_button_border secondary_button_label success \
              widget_background widget_border } \
            fonts!{ font_url links_style reference_text_size body_text!{ \(font) } buttons_text!{ \(font) } \
              input_labels!{ \(font) } links!{ \(font) } subtitle!{ \(font) } title!{ \(font) } } \
            page_background!{ background_color background_image_url page_layout } \
            widget!{ header_text_alignment logo_height logo_position logo_url social_buttons_layout } \
            identifiers{ login_display otp_autocomplete phone_display{ formatting masking } }
            """, make: "POST /branding/themes"),
        TerraformKind(
            "pages", .one([("tenant", "/tenants/settings"), ("global", "clients")]), id: "!pages",
            """
            login{ \(page) } change_password=tenant.change_password{ \(page) } \
            guardian_mfa=tenant.guardian_mfa_page{ \(page) }
            """,
            shown: { pages in
                var pages = pages
                if let html = pages["global"]?["custom_login_page"], html.string?.isEmpty == false {
                    pages["login"] = ["enabled": pages["global"]?["custom_login_page_on"] ?? true, "html": html]
                }
                let isThere =
                    pages["login"] != nil
                    || ["change_password", "guardian_mfa_page"].contains {
                        pages["tenant"]?[$0]?.isObject == true
                    }
                return isThere ? pages : nil
            }),
        TerraformKind(
            "prompt", .one([("", "/prompts")]), id: "!prompt",
            "universal_login_experience identifier_first webauthn_platform_first_factor"),
        TerraformKind(
            "prompt_custom_text", .each("prompts/custom-text"), id: "@0 @1", "prompt=@0 language=@1 body=.:json"),
        TerraformKind(
            "prompt_screen_partials", .each("prompts/partials"),
            "prompt_type=@0 screen_partials=.[screen_name]{ screen_name insertion_points=.{ \(points) } }"),
        TerraformKind(
            "prompt_screen_renderer", .each("prompts/rendering"), id: "@0 @1",
            """
            prompt_type=@0 screen_name=@1 rendering_mode default_head_tags_disabled use_page_template \
            context_configuration head_tags:json \
            filters{ match_type clients:json>client organizations:json>organization domains:json>custom_domain }
            """),
    ]

    static let messages = [
        TerraformKind(
            "email_provider", .each("emails/provider"), id: "!email_provider",
            """
            name enabled default_from_address credentials!{ access_key_id=accessKeyId \
              secret_access_key=secretAccessKey region api_key domain smtp_host smtp_port smtp_user smtp_pass \
              azure_cs_connection_string=connectionString|connection_string ms365_tenant_id=tenantId \
              ms365_client_id=clientId ms365_client_secret=clientSecret } \
            settings{ headers{ x_mc_view_content_link=X-MC-ViewContentLink \
                x_ses_configuration_set=X-SES-Configuration-Set } \
              message{ configuration_set_name view_content_link } }
            """),
        TerraformKind(
            "email_template", .each("email-templates"),
            """
            template enabled from subject syntax body result_url=resultUrl \
            url_lifetime_in_seconds=urlLifetimeInSeconds include_email_in_redirect=includeEmailInRedirect
            """, make: "POST /email-templates"),
        TerraformKind(
            "phone_provider", .each("branding/phone/providers"),
            """
            name disabled configuration!{ delivery_methods default_from sid mssid } credentials!{ auth_token }
            """, make: "POST /branding/phone/providers"),
        TerraformKind(
            "phone_notification_template", .each("branding/phone/templates"),
            "type disabled content{ syntax from body{ text voice } }", make: "POST /branding/phone/templates"),
    ]

    static let rest = [
        TerraformKind(
            "flow_vault_connection", .each("flows/vault/connections"),
            "name app_id environment setup", make: "POST /flows/vault/connections"),
        TerraformKind("flow", .each("flows"), "name actions:json>flow_vault_connection", make: "POST /flows"),
        TerraformKind(
            "form", .each("forms"),
            """
            name languages{ primary default } messages{ errors:json custom:json } translations:json \
            nodes:json>flow start:json ending:json style:json
            """, make: "POST /forms"),
        TerraformKind(
            "self_service_profile", .each("self-service-profiles"),
            """
            name description allowed_strategies user_attribute_profile_id>user_attribute_profile \
            branding{ logo_url colors{ primary } } user_attributes{ name description is_optional }
            """, make: "POST /self-service-profiles"),
        TerraformKind(
            "self_service_profile_custom_text", .each("self-service-profiles/custom-text"), id: "@0 @1 @2",
            "sso_id=@0>self_service_profile language=@1 page=@2 body=.:json", labelOf: "self_service_profile"),
        TerraformKind(
            "token_exchange_profile", .each("token-exchange-profiles"),
            "name subject_token_type type action_id>action", make: "POST /token-exchange-profiles"),
        TerraformKind(
            "event_stream", .each("event-streams"),
            """
            name status destination_type=destination.type subscriptions \
            eventbridge_configuration{ aws_account_id aws_region } action_configuration{ action_id>action } \
            webhook_configuration{ webhook_endpoint webhook_authorization{ method username password:value \
              token } }
            """, make: "POST /event-streams",
            shown: { stream in
                var stream = stream
                let types = (stream["subscriptions"]?.items ?? []).compactMap { $0["event_type"] }
                stream["subscriptions"] = .array(types)
                let type = stream[path: "destination.type"]?.string ?? ""
                stream["\(type)_configuration"] = stream[path: "destination.configuration"]
                return stream
            }),
        TerraformKind(
            "experiment_feature_flag", .each("experimentation/feature-flags"),
            "name description status parameters[name]{ name type value:text description }",
            make: "POST /experimentation/feature-flags"),
        TerraformKind("rule", .each("rules"), "name script order enabled", make: "POST /rules"),
        TerraformKind("rule_config", .each("rules-configs"), "key=@0 value:must"),
        TerraformKind(
            "hook", .each("hooks"), "name script trigger_id=triggerId enabled dependencies secrets",
            with: ("secrets", "hooks/secrets"), make: "POST /hooks"),
    ]
}
