// swift-format-ignore-file
// Made by Tests/Families/derive.py; do not edit. Document: SHA-256 d7b6229e31b139d4.

package import Resources

extension GeneratedFamily {
    package static let emails = GeneratedFamily(
        name: "emails", firstNumber: 139,
        operations: """
            GET /emails/provider get_provider read:email_provider - q document Get email provider
            POST /emails/provider post_provider create:email_provider body - document Configure email provider
            PATCH /emails/provider patch_provider update:email_provider body - document Update email provider
            DELETE /emails/provider delete_provider delete:email_provider - - document Delete email provider
            """,
        schemas: ##"""
            {"get_provider.query":{"t":"o","p":{
            "fields":{"t":"s","d":"Comma-separated list of fields to include or exclude (dependent upon include_fields) from the result. Leave empty to retrieve `name` and `enabled`. Additional fields available include `credentials`, `default_from_address`, and `settings`"},
            "include_fields":{"t":"b","d":"Whether specified fields are to be included (true) or excluded (false)"}}},
            "post_provider.body":{"t":"o","x":0,"r":["name","credentials"],"p":{
            "name":{"$":"EmailProviderNameEnum"},
            "enabled":{"t":"b","d":"Whether the provider is enabled (true) or disabled (false)"},
            "default_from_address":{"t":"s","d":"Email address to use as \"from\" when no other address specified"},
            "credentials":{"$":"EmailProviderCredentialsSchema"},
            "settings":{"$":"EmailSpecificProviderSettingsWithAdditionalProperties"}}},
            "patch_provider.body":{"t":"o","x":0,"k":1,"p":{
            "name":{"$":"EmailProviderNameEnum"},
            "enabled":{"t":"b","d":"Whether the provider is enabled (true) or disabled (false)"},
            "default_from_address":{"t":"s","d":"Email address to use as \"from\" when no other address specified"},
            "credentials":{"$":"EmailProviderCredentialsSchema"},
            "settings":{"$":"EmailSpecificProviderSettingsWithAdditionalProperties"}}},
            "EmailProviderCredentialsSchema":{"t":"o","d":"Credentials required to use the provider","y":[{"t":"o","x":0,"r":["api_key"],"p":{"api_key":{"t":"s","d":"API Key","l":1}}},{"t":"o","x":0,"k":1,"p":{"accessKeyId":{"t":"s","d":"AWS Access Key ID","l":1},"secretAccessKey":{"t":"s","d":"AWS Secret Access Key","l":1},"region":{"t":"s","d":"AWS region","l":1}}},{"t":"o","x":0,"k":1,"p":{"smtp_host":{"t":"s","d":"SMTP host","y":[{"t":"s","f":"hostname-rfc2181"},{"t":"s","f":"ipv4"},{"t":"s","f":"ipv6"}]},"smtp_port":{"t":"i","d":"SMTP port"},"smtp_user":{"t":"s","d":"SMTP username","l":1},"smtp_pass":{"t":"s","d":"SMTP password","l":1}}},{"t":"o","x":0,"k":1,"p":{"api_key":{"t":"s","d":"API Key","l":1},"region":{"d":"Set to <code>eu</code> to use SparkPost service hosted in Western Europe. To use SparkPost hosted in North America, set it to <code>null</code>","e":["eu",null]}}},{"t":"o","x":0,"k":1,"p":{"api_key":{"t":"s","d":"API Key","l":1},"domain":{"t":"s","d":"Domain","l":4},"region":{"d":"Set to <code>eu</code> if your domain is provisioned to use Mailgun's EU region. Otherwise, set to <code>null</code>","e":["eu",null]}}},{"t":"o","x":0,"k":1,"p":{"connectionString":{"t":"s","d":"Azure Communication Services Connection String","l":1}}},{"t":"o","x":0,"k":1,"p":{"tenantId":{"t":"s","d":"Microsoft 365 Tenant ID","l":1},"clientId":{"t":"s","d":"Microsoft 365 Client ID","l":1},"clientSecret":{"t":"s","d":"Microsoft 365 Client Secret","l":1}}},{"t":"o","x":0,"p":{}}]},
            "EmailProviderNameEnum":{"t":"s","d":"Name of the email provider. Can be `mailgun`, `mandrill`, `sendgrid`, `resend`, `ses`, `sparkpost`, `smtp`, `azure_cs`, `ms365`, or `custom`","e":["mailgun","mandrill","sendgrid","resend","ses","sparkpost","smtp","azure_cs","ms365","custom"]},
            "EmailSpecificProviderSettingsWithAdditionalProperties":{"t":"oz","d":"Specific provider setting"}}
            """##)
}
