// swift-format-ignore-file
// Made by Tests/Families/derive.py; do not edit. Document: SHA-256 d7b6229e31b139d4.

package import Resources

extension GeneratedFamily {
    package static let guardian = GeneratedFamily(
        name: "guardian", firstNumber: 206,
        operations: """
            POST /guardian/enrollments/ticket post_ticket create:guardian_enrollment_tickets body - document Create a multi-factor authentication enrollment ticket
            GET /guardian/enrollments/{id} get_enrollments_by_id read:guardian_enrollments - - document Get a multi-factor authentication enrollment
            DELETE /guardian/enrollments/{id} delete_enrollments_by_id delete:guardian_enrollments - - document Delete a multi-factor authentication enrollment
            GET /guardian/factors get_factors read:guardian_factors - - document Get Factors and multi-factor authentication details
            GET /guardian/factors/duo/settings get_factor_duo_settings read:guardian_factors - - document Get DUO Configuration
            PUT /guardian/factors/duo/settings put_factor_duo_settings update:guardian_factors body - document Set the DUO Configuration
            PATCH /guardian/factors/duo/settings patch_factor_duo_settings update:guardian_factors body - document Update the DUO Configuration
            GET /guardian/factors/phone/message-types get_message-types read:guardian_factors - - document Get Enabled Phone Factors
            PUT /guardian/factors/phone/message-types put_message-types update:guardian_factors body - document Update the Enabled Phone Factors
            GET /guardian/factors/phone/providers/twilio get_phone_twilio_factor_provider read:guardian_factors - - document Get Twilio configuration
            PUT /guardian/factors/phone/providers/twilio put_twilio update:guardian_factors body - document Update Twilio configuration
            GET /guardian/factors/phone/selected-provider get_guardian_phone_providers read:guardian_factors - - document Get phone provider configuration
            PUT /guardian/factors/phone/selected-provider put_phone_providers update:guardian_factors body - document Update phone provider configuration
            GET /guardian/factors/phone/templates get_factor_phone_templates read:guardian_factors - - document Get Enrollment and Verification Phone Templates
            PUT /guardian/factors/phone/templates put_factor_phone_templates update:guardian_factors body - document Update Enrollment and Verification Phone Templates
            GET /guardian/factors/push-notification/providers/apns get_apns read:guardian_factors - - document Get APNS push notification configuration
            PUT /guardian/factors/push-notification/providers/apns put_apns update:guardian_factors body - document Update APNS configuration
            PATCH /guardian/factors/push-notification/providers/apns patch_apns update:guardian_factors body - document Update APNs provider configuration
            PUT /guardian/factors/push-notification/providers/fcm put_fcm update:guardian_factors body - document Overwrite FCM configuration
            PATCH /guardian/factors/push-notification/providers/fcm patch_fcm update:guardian_factors body - document Updates FCM configuration
            PUT /guardian/factors/push-notification/providers/fcmv1 put_fcmv1 update:guardian_factors body - document Overwrite FCMV1 configuration
            PATCH /guardian/factors/push-notification/providers/fcmv1 patch_fcmv1 update:guardian_factors body - document Updates FCMV1 configuration
            GET /guardian/factors/push-notification/providers/sns get_sns read:guardian_factors - - document Get AWS SNS configuration
            PUT /guardian/factors/push-notification/providers/sns put_sns update:guardian_factors body - document Configure AWS SNS configuration
            PATCH /guardian/factors/push-notification/providers/sns patch_sns update:guardian_factors body - document Update AWS SNS configuration
            GET /guardian/factors/push-notification/selected-provider get_pn_providers read:guardian_factors - - document Get push notification provider
            PUT /guardian/factors/push-notification/selected-provider put_pn_providers update:guardian_factors body - document Update Push Notification configuration
            GET /guardian/factors/sms/providers/twilio get_sms_twilio_factor_provider read:guardian_factors - - document Get Twilio SMS configuration
            PUT /guardian/factors/sms/providers/twilio put_sms_twilio_factor_provider update:guardian_factors body - document Update Twilio SMS configuration
            GET /guardian/factors/sms/selected-provider get_sms_providers read:guardian_factors - - document Get SMS configuration
            PUT /guardian/factors/sms/selected-provider put_sms_providers update:guardian_factors body - document Update SMS configuration
            GET /guardian/factors/sms/templates get_factor_sms_templates read:guardian_factors - - document Get SMS enrollment and verification templates
            PUT /guardian/factors/sms/templates put_factor_sms_templates update:guardian_factors body - document Update SMS enrollment and verification templates
            PUT /guardian/factors/{name} put_factors_by_name update:guardian_factors body p document Update multi-factor authentication type
            GET /guardian/policies get_policies read:mfa_policies - - document Get multi-factor authentication policies
            PUT /guardian/policies put_policies update:mfa_policies body - document Update multi-factor authentication policies
            GET /guardian/factors/webauthn-roaming/settings get_webauthn-roaming_settings read:guardian_factors - - recorded
            PUT /guardian/factors/webauthn-roaming/settings put_webauthn-roaming_settings update:guardian_factors body - recorded
            GET /guardian/factors/webauthn-platform/settings get_webauthn-platform_settings read:guardian_factors - - recorded
            PUT /guardian/factors/webauthn-platform/settings put_webauthn-platform_settings update:guardian_factors body - recorded
            GET /guardian/factors/phone/settings get_phone_settings read:guardian_factors - - recorded
            PUT /guardian/factors/phone/settings put_phone_settings update:guardian_factors body - recorded
            GET /guardian/factors/email/settings get_email_settings read:guardian_factors - - recorded
            PUT /guardian/factors/email/settings put_email_settings update:guardian_factors body - recorded
            GET /guardian/settings get_guardian_settings read:guardian_factors - - recorded
            PUT /guardian/settings put_guardian_settings update:guardian_factors body - recorded
            """,
        schemas: ##"""
            {"post_ticket.body":{"t":"o","x":0,"r":["user_id"],"p":{
            "user_id":{"t":"s","d":"user_id for the enrollment ticket","f":"user-id"},
            "email":{"t":"s","d":"alternate email to which the enrollment email will be sent. Optional - by default, the email will be sent to the user's default address","f":"email"},
            "send_mail":{"t":"b","d":"Send an email to the user to start the enrollment"},
            "email_locale":{"t":"s","d":"Optional. Specify the locale of the enrollment email. Used with send_email"},
            "factor":{"t":"s","d":"Optional. Specifies which factor the user must enroll with.<br />Note: Parameter can only be used with Universal Login; it cannot be used with Classic Login or custom MFA pages","e":["push-notification","phone","email","otp","webauthn-roaming","webauthn-platform"]},
            "allow_multiple_enrollments":{"t":"b","d":"Optional. Allows a user who has previously enrolled in MFA to enroll with additional factors.<br />Note: Parameter can only be used with Universal Login; it cannot be used with Classic Login or custom MFA pages"}}},
            "put_factor_duo_settings.body":{"t":"o","x":0,"p":{
            "ikey":{"t":"s","L":10000},
            "skey":{"t":"s","L":10000,"f":"non-empty-string"},
            "host":{"t":"s","L":10000}}},
            "patch_factor_duo_settings.body":{"t":"o","x":0,"p":{
            "ikey":{"t":"s","L":10000},
            "skey":{"t":"s","L":10000,"f":"non-empty-string"},
            "host":{"t":"s","L":10000}}},
            "put_message-types.body":{"t":"o","x":0,"r":["message_types"],"p":{
            "message_types":{"t":"a","d":"The list of phone factors to enable on the tenant. Can include `sms` and `voice`","a":{"t":"s","e":["sms","voice"]}}}},
            "put_twilio.body":{"t":"o","x":0,"p":{
            "from":{"t":"sz","d":"From number","l":0,"L":64},
            "messaging_service_sid":{"t":"sz","d":"Copilot SID","l":1,"L":1000},
            "auth_token":{"t":"sz","d":"Twilio Authentication token","l":1,"L":1000},
            "sid":{"t":"sz","d":"Twilio SID","l":1,"L":1000}}},
            "put_phone_providers.body":{"t":"o","x":0,"r":["provider"],"p":{
            "provider":{"$":"GuardianFactorsProviderSmsProviderEnum"}}},
            "put_factor_phone_templates.body":{"t":"o","x":0,"r":["enrollment_message","verification_message"],"p":{
            "enrollment_message":{"t":"s","d":"Message sent to the user when they are invited to enroll with a phone number"},
            "verification_message":{"t":"s","d":"Message sent to the user when they are prompted to verify their account"}}},
            "put_apns.body":{"t":"o","x":0,"p":{
            "sandbox":{"t":"b"},
            "bundle_id":{"t":"sz","l":1,"L":1000},
            "p12":{"t":"sz","l":1,"L":10000}}},
            "patch_apns.body":{"t":"o","x":0,"p":{
            "sandbox":{"t":"b"},
            "bundle_id":{"t":"sz","l":1,"L":1000},
            "p12":{"t":"sz","l":1,"L":10000}}},
            "put_fcm.body":{"t":"o","x":0,"p":{
            "server_key":{"t":"sz","l":1,"L":152}}},
            "patch_fcm.body":{"t":"o","x":0,"p":{
            "server_key":{"t":"sz","l":1,"L":152}}},
            "put_fcmv1.body":{"t":"o","x":0,"p":{
            "server_credentials":{"t":"sz","l":1,"L":10000}}},
            "patch_fcmv1.body":{"t":"o","x":0,"p":{
            "server_credentials":{"t":"sz","l":1,"L":10000}}},
            "put_sns.body":{"t":"o","x":0,"p":{
            "aws_access_key_id":{"t":"sz","l":1,"L":1000},
            "aws_secret_access_key":{"t":"sz","l":1,"L":1000},
            "aws_region":{"t":"sz","l":1,"L":1000,"P":"^(?:us-east-[0-9]{1,2}|us-west-[0-9]{1,2}|ap-southeast-[0-9]{1,2}|ap-northeast-[0-9]{1,2}|ap-central-[0-9]{1,2}|eu-west-[0-9]{1,2}|eu-central-[0-9]{1,2})$"},
            "sns_apns_platform_application_arn":{"t":"sz","l":1,"L":1000},
            "sns_gcm_platform_application_arn":{"t":"sz","l":1,"L":1000}}},
            "patch_sns.body":{"t":"o","x":0,"p":{
            "aws_access_key_id":{"t":"sz","l":1,"L":1000},
            "aws_secret_access_key":{"t":"sz","l":1,"L":1000},
            "aws_region":{"t":"sz","l":1,"L":1000,"P":"^(?:us-east-[0-9]{1,2}|us-west-[0-9]{1,2}|ap-southeast-[0-9]{1,2}|ap-northeast-[0-9]{1,2}|ap-central-[0-9]{1,2}|eu-west-[0-9]{1,2}|eu-central-[0-9]{1,2})$"},
            "sns_apns_platform_application_arn":{"t":"sz","l":1,"L":1000},
            "sns_gcm_platform_application_arn":{"t":"sz","l":1,"L":1000}}},
            "put_pn_providers.body":{"t":"o","x":0,"r":["provider"],"p":{
            "provider":{"t":"s","e":["guardian","sns","direct"]}}},
            "put_sms_twilio_factor_provider.body":{"t":"o","x":0,"p":{
            "from":{"t":"sz","d":"From number","l":0,"L":64},
            "messaging_service_sid":{"t":"sz","d":"Copilot SID","l":1,"L":1000},
            "auth_token":{"t":"sz","d":"Twilio Authentication token","l":1,"L":1000},
            "sid":{"t":"sz","d":"Twilio SID","l":1,"L":1000}}},
            "put_sms_providers.body":{"t":"o","x":0,"r":["provider"],"p":{
            "provider":{"$":"GuardianFactorsProviderSmsProviderEnum"}}},
            "put_factor_sms_templates.body":{"t":"o","x":0,"r":["enrollment_message","verification_message"],"p":{
            "enrollment_message":{"t":"s","d":"Message sent to the user when they are invited to enroll with a phone number"},
            "verification_message":{"t":"s","d":"Message sent to the user when they are prompted to verify their account"}}},
            "put_factors_by_name.body":{"t":"o","x":0,"r":["enabled"],"p":{
            "enabled":{"t":"b","d":"Whether this factor is enabled (true) or disabled (false)"}}},
            "put_factors_by_name.path":{"t":"o","p":{
            "name":{"t":"s","d":"Factor name. Can be `sms`, `push-notification`, `email`, `duo` `otp` `webauthn-roaming`, `webauthn-platform`, or `recovery-code`","l":1,"e":["push-notification","sms","email","duo","otp","webauthn-roaming","webauthn-platform","recovery-code"]}}},
            "put_policies.body":{"t":"a","a":{"t":"s","d":"The MFA policy","e":["all-applications","confidence-score"]}},
            "put_webauthn-roaming_settings.body":{"t":"o"},
            "put_webauthn-platform_settings.body":{"t":"o"},
            "put_phone_settings.body":{"t":"o"},
            "put_email_settings.body":{"t":"o"},
            "put_guardian_settings.body":{"t":"o"},
            "GuardianFactorsProviderSmsProviderEnum":{"t":"s","e":["auth0","twilio","phone-message-hook"]}}
            """##)
}
