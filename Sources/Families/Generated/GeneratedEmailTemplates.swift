// swift-format-ignore-file
// Made by Tests/Families/derive.py; do not edit. Document: SHA-256 d7b6229e31b139d4.

package import Resources

extension GeneratedFamily {
    package static let emailTemplates = GeneratedFamily(
        name: "email-templates", firstNumber: 135,
        operations: """
            POST /email-templates post_email-templates create:email_templates body - document Create an email template
            GET /email-templates/{templateName} get_email-templates_by_templateName read:email_templates - p document Get an email template
            PUT /email-templates/{templateName} put_email-templates_by_templateName update:email_templates body p document Update an email template
            PATCH /email-templates/{templateName} patch_email-templates_by_templateName update:email_templates body p document Patch an email template
            """,
        schemas: ##"""
            {"post_email-templates.body":{"t":"o","x":0,"r":["template","body","from","subject","syntax","enabled"],"p":{
            "template":{"$":"EmailTemplateNameEnum"},
            "body":{"t":"sz","d":"Body of the email template"},
            "from":{"t":"sz","d":"Senders `from` email address"},
            "resultUrl":{"t":"sz","d":"URL to redirect the user to after a successful action"},
            "subject":{"t":"sz","d":"Subject line of the email"},
            "syntax":{"t":"sz","d":"Syntax of the template body"},
            "urlLifetimeInSeconds":{"t":"nz","d":"Lifetime in seconds that the link within the email will be valid for","m":0},
            "includeEmailInRedirect":{"t":"b","d":"Whether the `reset_email` and `verify_email` templates should include the user's email address as the `email` parameter in the returnUrl (true) or whether no email address should be included in the redirect (false). Defaults to true"},
            "enabled":{"t":"bz","d":"Whether the template is enabled (true) or disabled (false)"}}},
            "get_email-templates_by_templateName.path":{"t":"o","p":{
            "templateName":{"$":"EmailTemplateNameEnum","d":"Template name. Can be `verify_email`, `verify_email_by_code`, `auth_email_by_code`, `reset_email`, `reset_email_by_code`, `welcome_email`, `blocked_account`, `stolen_credentials`, `enrollment_email`, `mfa_oob_code`, `user_invitation`, `async_approval`, `change_password` (legacy), or `password_reset` (legacy)"}}},
            "put_email-templates_by_templateName.body":{"t":"o","x":0,"r":["template","body","from","subject","syntax","enabled"],"p":{
            "template":{"$":"EmailTemplateNameEnum"},
            "body":{"t":"sz","d":"Body of the email template"},
            "from":{"t":"sz","d":"Senders `from` email address"},
            "resultUrl":{"t":"sz","d":"URL to redirect the user to after a successful action"},
            "subject":{"t":"sz","d":"Subject line of the email"},
            "syntax":{"t":"sz","d":"Syntax of the template body"},
            "urlLifetimeInSeconds":{"t":"nz","d":"Lifetime in seconds that the link within the email will be valid for","m":0},
            "includeEmailInRedirect":{"t":"b","d":"Whether the `reset_email` and `verify_email` templates should include the user's email address as the `email` parameter in the returnUrl (true) or whether no email address should be included in the redirect (false). Defaults to true"},
            "enabled":{"t":"bz","d":"Whether the template is enabled (true) or disabled (false)"}}},
            "put_email-templates_by_templateName.path":{"t":"o","p":{
            "templateName":{"$":"EmailTemplateNameEnum","d":"Template name. Can be `verify_email`, `verify_email_by_code`, `auth_email_by_code`, `reset_email`, `reset_email_by_code`, `welcome_email`, `blocked_account`, `stolen_credentials`, `enrollment_email`, `mfa_oob_code`, `user_invitation`, `async_approval`, `change_password` (legacy), or `password_reset` (legacy)"}}},
            "patch_email-templates_by_templateName.body":{"t":"o","x":0,"p":{
            "template":{"$":"EmailTemplateNameEnum"},
            "body":{"t":"sz","d":"Body of the email template"},
            "from":{"t":"sz","d":"Senders `from` email address"},
            "resultUrl":{"t":"sz","d":"URL to redirect the user to after a successful action"},
            "subject":{"t":"sz","d":"Subject line of the email"},
            "syntax":{"t":"sz","d":"Syntax of the template body"},
            "urlLifetimeInSeconds":{"t":"nz","d":"Lifetime in seconds that the link within the email will be valid for","m":0},
            "includeEmailInRedirect":{"t":"b","d":"Whether the `reset_email` and `verify_email` templates should include the user's email address as the `email` parameter in the returnUrl (true) or whether no email address should be included in the redirect (false). Defaults to true"},
            "enabled":{"t":"bz","d":"Whether the template is enabled (true) or disabled (false)"}}},
            "patch_email-templates_by_templateName.path":{"t":"o","p":{
            "templateName":{"$":"EmailTemplateNameEnum","d":"Template name. Can be `verify_email`, `verify_email_by_code`, `auth_email_by_code`, `reset_email`, `reset_email_by_code`, `welcome_email`, `blocked_account`, `stolen_credentials`, `enrollment_email`, `mfa_oob_code`, `user_invitation`, `async_approval`, `change_password` (legacy), or `password_reset` (legacy)"}}},
            "EmailTemplateNameEnum":{"t":"s","d":"Template name. Can be `verify_email`, `verify_email_by_code`, `auth_email_by_code`, `reset_email`, `reset_email_by_code`, `welcome_email`, `blocked_account`, `stolen_credentials`, `enrollment_email`, `mfa_oob_code`, `user_invitation`, `async_approval`, `change_password` (legacy), or `password_reset` (legacy)","e":["verify_email","verify_email_by_code","auth_email_by_code","reset_email","reset_email_by_code","welcome_email","blocked_account","stolen_credentials","enrollment_email","mfa_oob_code","user_invitation","change_password","password_reset","async_approval"]}}
            """##)
}
