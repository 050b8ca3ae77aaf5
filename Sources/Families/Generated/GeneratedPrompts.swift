// swift-format-ignore-file
// Made by Tests/Families/derive.py; do not edit. Document: SHA-256 d7b6229e31b139d4.

package import Resources

extension GeneratedFamily {
    package static let prompts = GeneratedFamily(
        name: "prompts", firstNumber: 341,
        operations: """
            GET /prompts get_prompts read:prompts - - document Get prompt settings
            PATCH /prompts patch_prompts update:prompts body - document Update prompt settings
            GET /prompts/rendering get_all_rendering read:prompts - q document Get render setting configurations for all screens
            PATCH /prompts/rendering patch_bulk_rendering update:prompts body - document Update render settings for multiple screens
            GET /prompts/{prompt}/custom-text/{language} get_custom-text_by_language read:prompts - p document Get custom text for a prompt
            PUT /prompts/{prompt}/custom-text/{language} put_custom-text_by_language update:prompts body p document Set custom text for a specific prompt
            GET /prompts/{prompt}/partials get_partials read:prompts - p document Get partials for a prompt
            PUT /prompts/{prompt}/partials put_partials update:prompts body p document Set partials for a prompt
            GET /prompts/{prompt}/screen/{screen}/rendering get_rendering read:prompts - p document Get render settings for a screen
            PATCH /prompts/{prompt}/screen/{screen}/rendering patch_rendering update:prompts body p document Update render settings for a screen
            GET /prompts/mfa-push get_mfa-push read:prompts - - recorded
            PATCH /prompts/mfa-push patch_mfa-push update:prompts body - recorded
            """,
        schemas: ##"""
            {"patch_prompts.body":{"t":"o","d":"Prompts settings","x":0,"k":1,"p":{
            "universal_login_experience":{"t":"s","d":"Which login experience to use. Can be `new` or `classic`","e":["new","classic"]},
            "identifier_first":{"t":"bz","d":"Whether identifier first is enabled or not"},
            "webauthn_platform_first_factor":{"t":"bz","d":"Use WebAuthn with Device Biometrics as the first authentication factor"}}},
            "get_all_rendering.query":{"t":"o","p":{
            "fields":{"t":"s","d":"Comma-separated list of fields to include or exclude (based on value provided for include_fields) in the result. Leave empty to retrieve all fields"},
            "include_fields":{"t":"b","d":"Whether specified fields are to be included (default: true) or excluded (false)"},
            "page":{"t":"i","m":0,"d":"Page index of the results to return. First page is 0"},
            "per_page":{"t":"i","m":1,"M":100,"d":"Number of results per page. Maximum value is 100, default value is 50"},
            "include_totals":{"t":"b","d":"Return results inside an object that contains the total configuration count (true) or as a direct array of results (false, default)"},
            "prompt":{"t":"s","d":"Name of the prompt to filter by"},
            "screen":{"t":"s","d":"Name of the screen to filter by"},
            "rendering_mode":{"$":"AculRenderingModeEnum","d":"Rendering mode to filter by"}}},
            "patch_bulk_rendering.body":{"t":"o","d":"Bulk update render settings for multiple screens","x":0,"r":["configs"],"p":{
            "configs":{"t":"a","d":"Array of screen configurations to update","c":1,"a":{"t":"o","x":0,"r":["prompt","screen"],"p":{"prompt":{"$":"PromptGroupNameEnum"},"screen":{"$":"ScreenGroupNameEnum"},"rendering_mode":{"$":"AculRenderingModeEnum","d":"Rendering mode"},"context_configuration":{"$":"AculContextConfiguration"},"default_head_tags_disabled":{"t":"bz","d":"Override Universal Login default head tags"},"use_page_template":{"t":"bz","d":"Use page template with ACUL"},"head_tags":{"t":"az","d":"An array of head tags","a":{"$":"AculHeadTag"}},"filters":{"$":"AculFilters"}}}}}},
            "get_custom-text_by_language.path":{"t":"o","p":{
            "prompt":{"$":"PromptGroupNameEnum","d":"Name of the prompt"},
            "language":{"$":"PromptLanguageEnum","d":"Language to update"}}},
            "put_custom-text_by_language.body":{"t":"o","d":"An object containing custom dictionaries for a group of screens"},
            "put_custom-text_by_language.path":{"t":"o","p":{
            "prompt":{"$":"PromptGroupNameEnum","d":"Name of the prompt"},
            "language":{"$":"PromptLanguageEnum","d":"Language to update"}}},
            "get_partials.path":{"t":"o","p":{
            "prompt":{"$":"PartialGroupsEnum","d":"Name of the prompt"}}},
            "put_partials.body":{"t":"o","d":"An object containing template partials for a group of screens"},
            "put_partials.path":{"t":"o","p":{
            "prompt":{"$":"PartialGroupsEnum","d":"Name of the prompt"}}},
            "get_rendering.path":{"t":"o","p":{
            "prompt":{"$":"PromptGroupNameEnum","d":"Name of the prompt"},
            "screen":{"$":"ScreenGroupNameEnum","d":"Name of the screen"}}},
            "patch_rendering.body":{"t":"o","d":"Render settings for the given screen","x":0,"p":{
            "rendering_mode":{"$":"AculRenderingModeEnum","d":"Rendering mode"},
            "context_configuration":{"$":"AculContextConfiguration"},
            "default_head_tags_disabled":{"t":"bz","d":"Override Universal Login default head tags"},
            "use_page_template":{"t":"bz","d":"Use page template with ACUL"},
            "head_tags":{"t":"az","d":"An array of head tags","a":{"$":"AculHeadTag"}},
            "filters":{"$":"AculFilters"}}},
            "patch_rendering.path":{"t":"o","p":{
            "prompt":{"$":"PromptGroupNameEnum","d":"Name of the prompt"},
            "screen":{"$":"ScreenGroupNameEnum","d":"Name of the screen"}}},
            "patch_mfa-push.body":{"t":"o"},
            "AculContextConfiguration":{"t":"az","d":"Context values to make available","a":{"o":[{"t":"s","d":"Static context values","e":["branding.settings","branding.themes.default","client.logo_uri","client.description","organization.display_name","organization.branding","screen.texts","tenant.name","tenant.friendly_name","tenant.logo_url","tenant.enabled_locales","untrusted_data.submitted_form_data","untrusted_data.authorization_params.login_hint","untrusted_data.authorization_params.screen_hint","untrusted_data.authorization_params.ui_locales","user.organizations","transaction.custom_domain.domain","experiment"]},{"t":"s","d":"Dynamic client metadata key (e.g., `client.metadata.myKey`)","P":"^client\\.metadata\\.[^\\.]+$"},{"t":"s","d":"Dynamic organization metadata key (e.g., `organization.metadata.myKey`)","P":"^organization\\.metadata\\.[^\\.]+$"},{"t":"s","d":"Dynamic transaction custom domain metadata key (e.g., `transaction.custom_domain.domain_metadata.myKey`)","P":"^transaction\\.custom_domain\\.domain_metadata\\.[^\\.]+$"},{"t":"s","d":"Dynamic user metadata key (e.g., `user.user_metadata.myKey`)","P":"^user\\.user_metadata\\.[^\\.]+$"},{"t":"s","d":"Dynamic app metadata key (e.g., `user.app_metadata.myKey`)","P":"^user\\.app_metadata\\.[^\\.]+$"},{"t":"s","d":"Dynamic authorization param ext key (e.g., `untrusted_data.authorization_params.ext-myKey`)","P":"^untrusted_data\\.authorization_params\\.ext-[^\\.]+$"}]}},
            "AculFilters":{"t":"oz","d":"Optional filters to apply rendering rules to specific entities","x":0,"p":{
            "match_type":{"t":"s","d":"Type of match to apply","e":["includes_any","excludes_any"]},
            "clients":{"t":"a","d":"Clients filter","a":{"t":"o","d":"Client array filter items","o":[{"t":"o","x":0,"r":["id"],"p":{"id":{"t":"s","d":"Client ID"}}},{"t":"o","x":0,"r":["metadata"],"p":{"metadata":{"t":"o","d":"Client metadata key/value pairs","K":1}}}]}},
            "organizations":{"t":"a","d":"Organizations filter","a":{"t":"o","d":"Organizations array filter items","o":[{"t":"o","x":0,"r":["id"],"p":{"id":{"t":"s","d":"Organization ID"}}},{"t":"o","x":0,"r":["metadata"],"p":{"metadata":{"t":"o","d":"Organization metadata key/value pairs","K":1}}}]}},
            "domains":{"t":"a","d":"Domains filter","a":{"t":"o","d":"Domains array filter items","o":[{"t":"o","x":0,"r":["id"],"p":{"id":{"t":"s","d":"Domain ID"}}},{"t":"o","x":0,"r":["metadata"],"p":{"metadata":{"t":"o","d":"Domain metadata key/value pairs","K":1}}}]}}}},
            "AculHeadTag":{"t":"o","p":{
            "tag":{"t":"s","d":"Any HTML element valid for use in the head tag"},
            "attributes":{"t":"o","d":"Attributes of the HTML tag. See <a href=\"https://developer.mozilla.org/en-US/docs/Web/HTML/Reference/Attributes\"> MDN documentation</a> for valid attributes","K":10},
            "content":{"t":"s","d":"Text or markup between the element’s opening and closing tags. \nYou can use <a href=\"https://auth0.com/docs/customize/login-pages/advanced-customizations/getting-started/configure-acul-screens\">context variables</a> to display dynamic values"}}},
            "AculRenderingModeEnum":{"t":"s","e":["advanced","standard"],"d":"Rendering mode to filter by"},
            "PartialGroupsEnum":{"t":"s","e":["login","login-id","login-password","login-passwordless","signup","signup-id","signup-password","customized-consent","passkeys"],"d":"Name of the prompt"},
            "PromptGroupNameEnum":{"t":"s","d":"Name of the prompt","e":["login","login-id","login-password","login-passwordless","login-email-verification","signup","signup-id","signup-password","phone-identifier-enrollment","phone-identifier-challenge","email-identifier-challenge","reset-password","custom-form","consent","customized-consent","logout","mfa-push","mfa-otp","mfa-voice","mfa-phone","mfa-webauthn","mfa-sms","mfa-email","mfa-recovery-code","mfa","status","device-flow","email-verification","email-otp-challenge","organizations","invitation","common","passkeys","captcha","brute-force-protection","async-approval-flow","confirmation"]},
            "PromptLanguageEnum":{"t":"s","e":["am","ar","ar-EG","ar-SA","az","bg","bn","bs","ca-ES","cnr","cs","cy","da","de","el","en","en-CA","es","es-419","es-AR","es-MX","et","eu-ES","fa","fi","fr","fr-CA","fr-FR","gl-ES","gu","he","hi","hr","hu","hy","id","is","it","ja","ka","kk","kn","ko","lt","lv","mk","ml","mn","mr","ms","my","nb","nl","nn","no","pa","pl","pt","pt-BR","pt-PT","ro","ru","sk","sl","so","sq","sr","sv","sw","ta","te","th","tl","tr","uk","ur","vi","zgh","zh-CN","zh-HK","zh-MO","zh-TW"],"d":"Language to update"},
            "ScreenGroupNameEnum":{"t":"s","d":"Name of the screen","e":["login","login-id","login-password","login-passwordless-email-code","login-passwordless-email-link","login-passwordless-sms-otp","login-email-verification","signup","signup-id","signup-password","phone-identifier-enrollment","phone-identifier-challenge","email-identifier-challenge","reset-password-request","reset-password-email","reset-password","reset-password-success","reset-password-error","reset-password-mfa-email-challenge","reset-password-mfa-otp-challenge","reset-password-mfa-phone-challenge","reset-password-mfa-push-challenge-push","reset-password-mfa-recovery-code-challenge","reset-password-mfa-sms-challenge","reset-password-mfa-voice-challenge","reset-password-mfa-webauthn-platform-challenge","reset-password-mfa-webauthn-roaming-challenge","custom-form","consent","customized-consent","logout","logout-complete","logout-aborted","mfa-push-welcome","mfa-push-enrollment-qr","mfa-push-enrollment-code","mfa-push-success","mfa-push-challenge-push","mfa-push-list","mfa-otp-enrollment-qr","mfa-otp-enrollment-code","mfa-otp-challenge","mfa-voice-enrollment","mfa-voice-challenge","mfa-phone-challenge","mfa-phone-enrollment","mfa-webauthn-platform-enrollment","mfa-webauthn-roaming-enrollment","mfa-webauthn-platform-challenge","mfa-webauthn-roaming-challenge","mfa-webauthn-change-key-nickname","mfa-webauthn-enrollment-success","mfa-webauthn-error","mfa-webauthn-not-available-error","mfa-country-codes","mfa-sms-enrollment","mfa-sms-challenge","mfa-sms-list","mfa-email-challenge","mfa-email-list","mfa-recovery-code-enrollment","mfa-recovery-code-challenge-new-code","mfa-recovery-code-challenge","mfa-detect-browser-capabilities","mfa-enroll-result","mfa-login-options","mfa-begin-enroll-options","status","device-code-activation","device-code-activation-allowed","device-code-activation-denied","device-code-confirmation","email-verification-result","email-otp-challenge","organization-selection","organization-picker","pre-login-organization-picker","accept-invitation","redeem-ticket","passkey-enrollment","passkey-enrollment-local","interstitial-captcha","brute-force-protection-unblock","brute-force-protection-unblock-success","brute-force-protection-unblock-failure","async-approval-error","async-approval-accepted","async-approval-denied","confirmation","async-approval-wrong-user"]}}
            """##)
}
