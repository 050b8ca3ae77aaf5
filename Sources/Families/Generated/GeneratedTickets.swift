// swift-format-ignore-file
// Made by Tests/Families/derive.py; do not edit. Document: SHA-256 d7b6229e31b139d4.

package import Resources

extension GeneratedFamily {
    package static let tickets = GeneratedFamily(
        name: "tickets", firstNumber: 412,
        operations: """
            POST /tickets/email-verification post_email-verification create:user_tickets body - document Create an email verification ticket
            POST /tickets/password-change post_password-change create:user_tickets body - document Create a password change ticket
            """,
        schemas: ##"""
            {"post_email-verification.body":{"t":"o","x":0,"r":["user_id"],"p":{
            "result_url":{"t":"s","d":"URL the user will be redirected to in the classic Universal Login experience once the ticket is used. Cannot be specified when using client_id or organization_id","f":"url"},
            "user_id":{"t":"s","d":"user_id of for whom the ticket should be created","f":"user-id"},
            "client_id":{"t":"s","d":"ID of the client (application). If provided for tenants using the New Universal Login experience, the email template and UI displays application details, and the user is prompted to redirect to the application's <a target='' href='https://auth0.com/docs/authenticate/login/auth0-universal-login/configure-default-login-routes#completing-the-password-reset-flow'>default login route</a> after the ticket is used. client_id is required to use the <a target='' href='https://auth0.com/docs/customize/actions/flows-and-triggers/post-change-password-flow'>Password Reset Post Challenge</a> trigger","f":"client-id"},
            "organization_id":{"t":"s","d":"(Optional) Organization ID – the ID of the Organization. If provided, organization parameters will be made available to the email template and organization branding will be applied to the prompt. In addition, the redirect link in the prompt will include organization_id and organization_name query string parameters","f":"organization-id"},
            "ttl_sec":{"t":"i","d":"Number of seconds for which the ticket is valid before expiration. If unspecified or set to 0, this value defaults to 432000 seconds (5 days)","m":0},
            "includeEmailInRedirect":{"t":"b","d":"Whether to include the email address as part of the returnUrl in the reset_email (true), or not (false)"},
            "identity":{"t":"o","d":"This must be provided to verify primary social, enterprise and passwordless email identities. Also, is needed to verify secondary identities","x":0,"r":["user_id","provider"],"p":{"user_id":{"t":"s","d":"user_id of the identity to be verified"},"provider":{"t":"s","d":"Identity provider name of the identity (e.g. `google-oauth2`)","e":["ad","adfs","amazon","apple","dropbox","bitbucket","auth0-oidc","auth0","baidu","bitly","box","custom","daccount","dwolla","email","evernote-sandbox","evernote","exact","facebook","fitbit","github","google-apps","google-oauth2","instagram","ip","line","linkedin","oauth1","oauth2","office365","oidc","okta","paypal","paypal-sandbox","pingfederate","planningcenter","salesforce-community","salesforce-sandbox","salesforce","samlp","sharepoint","shopify","shop","sms","soundcloud","thirtysevensignals","twitter","untappd","vkontakte","waad","weibo","windowslive","wordpress","yahoo","yandex"]},"connection_id":{"t":"s","d":"connection_id of the identity","P":"^con_[A-Za-z0-9]{16}$"}}}}},
            "post_password-change.body":{"t":"o","x":0,"p":{
            "result_url":{"t":"s","d":"URL the user will be redirected to in the classic Universal Login experience once the ticket is used. Cannot be specified when using organization_id. May be specified together with client_id when the tenant has a custom password reset page enabled and a password-reset-post-challenge Action bound","f":"url"},
            "user_id":{"t":"s","d":"user_id of for whom the ticket should be created","f":"user-id"},
            "client_id":{"t":"s","d":"ID of the client (application). If provided for tenants using the New Universal Login experience, the email template and UI displays application details, and the user is prompted to redirect to the application's <a target='' href='https://auth0.com/docs/authenticate/login/auth0-universal-login/configure-default-login-routes#completing-the-password-reset-flow'>default login route</a> after the ticket is used. client_id is required to use the <a target='' href='https://auth0.com/docs/customize/actions/flows-and-triggers/post-change-password-flow'>Password Reset Post Challenge</a> trigger","f":"client-id"},
            "organization_id":{"t":"s","d":"(Optional) Organization ID – the ID of the Organization. If provided, organization parameters will be made available to the email template and organization branding will be applied to the prompt. In addition, the redirect link in the prompt will include organization_id and organization_name query string parameters","f":"organization-id"},
            "connection_id":{"t":"s","d":"ID of the connection. If provided, allows the user to be specified using email instead of user_id. If you set this value, you must also send the email parameter. You cannot send user_id when specifying a connection_id","P":"^con_[A-Za-z0-9]{16}$"},
            "email":{"t":"s","d":"Email address of the user for whom the tickets should be created. Requires the connection_id parameter. Cannot be specified when using user_id","f":"email"},
            "ttl_sec":{"t":"i","d":"Number of seconds for which the ticket is valid before expiration. If unspecified or set to 0, this value defaults to 432000 seconds (5 days)","m":0},
            "mark_email_as_verified":{"t":"b","d":"Whether to set the email_verified attribute to true (true) or whether it should not be updated (false)"},
            "includeEmailInRedirect":{"t":"b","d":"Whether to include the email address as part of the returnUrl in the reset_email (true), or not (false)"},
            "identity":{"t":"o","d":"The user's identity. If you set this value, you must also send the user_id parameter","x":0,"r":["user_id","provider"],"p":{"user_id":{"t":"s","d":"user_id of the identity"},"provider":{"t":"s","d":"Identity provider name of the identity. Only `auth0` is supported","e":["auth0"]},"connection_id":{"t":"s","d":"connection_id of the identity","P":"^con_[A-Za-z0-9]{16}$"}}}}}}
            """##)
}
