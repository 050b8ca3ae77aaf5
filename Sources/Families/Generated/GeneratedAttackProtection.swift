// swift-format-ignore-file
// Made by Tests/Families/derive.py; do not edit. Document: SHA-256 d7b6229e31b139d4.

package import Resources

extension GeneratedFamily {
    package static let attackProtection = GeneratedFamily(
        name: "attack-protection", firstNumber: 27,
        operations: """
            GET /attack-protection/bot-detection get_bot-detection read:attack_protection - - document Get Bot Detection settings
            PATCH /attack-protection/bot-detection patch_bot-detection update:attack_protection body - document Update Bot Detection settings
            GET /attack-protection/breached-password-detection get_breached-password-detection read:attack_protection - - document Get Breached Password Detection settings
            PATCH /attack-protection/breached-password-detection patch_breached-password-detection update:attack_protection body - document Update Breached Password Detection settings
            GET /attack-protection/brute-force-protection get_brute-force-protection read:attack_protection - - document Get Brute-force settings
            PATCH /attack-protection/brute-force-protection patch_brute-force-protection update:attack_protection body - document Update Brute-force settings
            GET /attack-protection/captcha get_captcha read:attack_protection - - document Get the CAPTCHA configuration for a tenant
            PATCH /attack-protection/captcha patch_captcha update:attack_protection body - document Partial Update for CAPTCHA Configuration
            GET /attack-protection/phone-provider-protection get_phone-provider-protection read:attack_protection - - document Get Phone Provider Protection settings
            PATCH /attack-protection/phone-provider-protection patch_phone-provider-protection update:attack_protection body - document Update Phone Provider Protection settings
            GET /attack-protection/suspicious-ip-throttling get_suspicious-ip-throttling read:attack_protection - - document Get Suspicious IP Throttling settings
            PATCH /attack-protection/suspicious-ip-throttling patch_suspicious-ip-throttling update:attack_protection body - document Update Suspicious IP Throttling settings
            """,
        schemas: ##"""
            {"patch_bot-detection.body":{"t":"o","x":0,"p":{
            "bot_detection_level":{"t":"s","d":"The level of bot detection sensitivity","e":["low","medium","high"]},
            "challenge_password_policy":{"t":"s","d":"The policy that defines how often to show CAPTCHA","e":["never","when_risky","always"]},
            "challenge_passwordless_policy":{"t":"s","d":"The policy that defines how often to show CAPTCHA","e":["never","when_risky","always"]},
            "challenge_password_reset_policy":{"t":"s","d":"The policy that defines how often to show CAPTCHA","e":["never","when_risky","always"]},
            "allowlist":{"t":"a","d":"List of IP addresses or CIDR blocks to allowlist","a":{"t":"s","d":"IP address (IPv4 or IPv6) or CIDR block","o":[{"t":"s","d":"IPv4 address","f":"ipv4"},{"t":"s","d":"IPv6 address","f":"ipv6"},{"t":"s","d":"CIDR block","f":"cidr"},{"t":"s","d":"IPv6 CIDR block","f":"ipv6_cidr"}]}},
            "monitoring_mode_enabled":{"t":"b","d":"Whether monitoring mode is enabled (logs but does not block)"}}},
            "patch_breached-password-detection.body":{"t":"o","x":0,"p":{
            "enabled":{"t":"b","d":"Whether or not breached password detection is active"},
            "shields":{"t":"a","d":"Action to take when a breached password is detected during a login.\n      Possible values: <code>block</code>, <code>user_notification</code>, <code>admin_notification</code>","a":{"t":"s","e":["block","user_notification","admin_notification"]}},
            "admin_notification_frequency":{"t":"a","d":"When \"admin_notification\" is enabled, determines how often email notifications are sent.\n        Possible values: <code>immediately</code>, <code>daily</code>, <code>weekly</code>, <code>monthly</code>","a":{"t":"s","e":["immediately","daily","weekly","monthly"]}},
            "method":{"t":"s","d":"The subscription level for breached password detection methods. Use \"enhanced\" to enable Credential Guard.\n        Possible values: <code>standard</code>, <code>enhanced</code>","e":["standard","enhanced"]},
            "stage":{"t":"o","x":0,"p":{"pre-user-registration":{"t":"o","x":0,"p":{"shields":{"t":"a","d":"Action to take when a breached password is detected during a signup.\n              Possible values: <code>block</code>, <code>admin_notification</code>","a":{"t":"s","e":["block","admin_notification"]}}}},"pre-change-password":{"t":"o","x":0,"p":{"shields":{"t":"a","d":"Action to take when a breached password is detected during a password reset.\n              Possible values: <code>block</code>, <code>admin_notification</code>","a":{"t":"s","e":["block","admin_notification"]}}}}}}}},
            "patch_brute-force-protection.body":{"t":"o","x":0,"p":{
            "enabled":{"t":"b","d":"Whether or not brute force attack protections are active"},
            "shields":{"t":"a","d":"Action to take when a brute force protection threshold is violated.\n        Possible values: <code>block</code>, <code>user_notification</code>","a":{"t":"s","e":["block","user_notification"]}},
            "allowlist":{"t":"a","d":"List of trusted IP addresses that will not have attack protection enforced against them","a":{"t":"s","y":[{"t":"s","f":"ipv4"},{"t":"s","f":"cidr"},{"t":"s","f":"ipv6"},{"t":"s","f":"ipv6_cidr"}]}},
            "mode":{"t":"s","d":"Account Lockout: Determines whether or not IP address is used when counting failed attempts.\n          Possible values: <code>count_per_identifier_and_ip</code>, <code>count_per_identifier</code>","e":["count_per_identifier_and_ip","count_per_identifier"]},
            "max_attempts":{"t":"i","d":"Maximum number of unsuccessful attempts","m":1,"M":100},
            "form_submission_mode":{"t":"s","e":["auto","manual"]}}},
            "patch_captcha.body":{"t":"o","x":0,"p":{
            "active_provider_id":{"t":"s","d":"The id of the active provider for the CAPTCHA","L":36,"e":["arkose","auth_challenge","friendly_captcha","hcaptcha","recaptcha_v2","recaptcha_enterprise","simple_captcha"]},
            "arkose":{"t":"o","x":0,"r":["site_key","secret"],"p":{"site_key":{"t":"s","d":"The site key for the Arkose captcha provider","L":100},"secret":{"t":"s","d":"The secret key for the Arkose captcha provider","L":100},"client_subdomain":{"t":"s","d":"The subdomain used for client requests to the Arkose captcha provider","L":100},"verify_subdomain":{"t":"s","d":"The subdomain used for server-side verification requests to the Arkose captcha provider","L":100},"fail_open":{"t":"b","d":"Whether the captcha should fail open"}}},
            "auth_challenge":{"t":"o","x":0,"r":["fail_open"],"p":{"fail_open":{"t":"b","d":"Whether the auth challenge should fail open"}}},
            "hcaptcha":{"t":"o","x":0,"r":["site_key","secret"],"p":{"site_key":{"t":"s","d":"The site key for the hCaptcha provider","L":100},"secret":{"t":"s","d":"The secret key for the hCaptcha provider","L":100}}},
            "friendly_captcha":{"t":"o","x":0,"r":["site_key","secret"],"p":{"site_key":{"t":"s","d":"The site key for the Friendly Captcha provider","L":100},"secret":{"t":"s","d":"The secret key for the Friendly Captcha provider","L":100}}},
            "recaptcha_enterprise":{"t":"o","x":0,"r":["site_key","api_key","project_id"],"p":{"site_key":{"t":"s","d":"The site key for the reCAPTCHA Enterprise provider","L":100},"api_key":{"t":"s","d":"The API key for the reCAPTCHA Enterprise provider","L":100},"project_id":{"t":"s","d":"The project ID for the reCAPTCHA Enterprise provider","L":100}}},
            "recaptcha_v2":{"t":"o","x":0,"r":["site_key","secret"],"p":{"site_key":{"t":"s","d":"The site key for the reCAPTCHA v2 provider","L":100},"secret":{"t":"s","d":"The secret key for the reCAPTCHA v2 provider","L":100}}},
            "simple_captcha":{"t":"o","p":{}}}},
            "patch_phone-provider-protection.body":{"t":"o","x":0,"r":["type"],"p":{
            "type":{"t":"s","d":"The type of backoff strategy to use","e":["exponential","none","default"]}}},
            "patch_suspicious-ip-throttling.body":{"t":"o","x":0,"p":{
            "enabled":{"t":"b","d":"Whether or not suspicious IP throttling attack protections are active"},
            "shields":{"t":"a","d":"Action to take when a suspicious IP throttling threshold is violated.\n          Possible values: <code>block</code>, <code>admin_notification</code>","a":{"t":"s","e":["block","admin_notification"]}},
            "allowlist":{"t":"a","d":"List of trusted IP addresses that will not have attack protection enforced against them","a":{"t":"s","y":[{"t":"s","f":"ipv4"},{"t":"s","f":"cidr"},{"t":"s","f":"ipv6"},{"t":"s","f":"ipv6_cidr"}]}},
            "stage":{"t":"o","d":"Holds per-stage configuration options (max_attempts and rate)","x":0,"p":{"pre-login":{"t":"o","d":"Configuration options that apply before every login attempt","x":0,"p":{"max_attempts":{"t":"i","d":"Total number of attempts allowed per day","m":1,"M":2500},"rate":{"t":"i","d":"Interval of time, given in milliseconds, at which new attempts are granted","m":34560,"M":86400000}}},"pre-user-registration":{"t":"o","d":"Configuration options that apply before every user registration attempt","x":0,"p":{"max_attempts":{"t":"i","d":"Total number of attempts allowed","m":1,"M":72000},"rate":{"t":"i","d":"Interval of time, given in milliseconds, at which new attempts are granted","m":1200,"M":86400000}}},"pre-custom-token-exchange":{"t":"o"}}}}}}
            """##)
}
