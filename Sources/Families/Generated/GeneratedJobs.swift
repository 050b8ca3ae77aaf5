// swift-format-ignore-file
// Made by Tests/Families/derive.py; do not edit. Document: SHA-256 d7b6229e31b139d4.

package import Resources

extension GeneratedFamily {
    package static let jobs = GeneratedFamily(
        name: "jobs", firstNumber: 261,
        operations: """
            POST /jobs/users-exports post_users-exports read:users body - document Create export users job
            POST /jobs/users-imports post_users-imports create:users multipart q document Create import users job
            POST /jobs/verification-email post_verification-email update:users body - document Send an email address verification email
            GET /jobs/{id} get_jobs_by_id create:users,read:users - - document Get a job
            GET /jobs/{id}/errors get_errors create:users,read:users - - document Get job error details
            """,
        schemas: ##"""
            {"post_users-exports.body":{"t":"o","x":0,"p":{
            "connection_id":{"t":"s","d":"connection_id of the connection from which users will be exported","P":"^con_[A-Za-z0-9]{16}$"},
            "format":{"t":"s","d":"Format of the file. Must be `json` or `csv`","e":["json","csv"]},
            "limit":{"t":"i","d":"Limit the number of records","m":1},
            "fields":{"t":"a","d":"List of fields to be included in the CSV. Defaults to a predefined set of fields","a":{"t":"o","x":0,"r":["name"],"p":{"name":{"t":"s","d":"Name of the field in the profile","L":100},"export_as":{"t":"s","d":"Title of the column in the exported CSV","L":100}}}}}},
            "post_users-imports.body":{"t":"o","r":["users","connection_id"],"p":{
            "users":{"t":"s","f":"binary"},
            "connection_id":{"t":"s","d":"connection_id of the connection to which users will be imported","P":"^con_[A-Za-z0-9]{16}$"},
            "upsert":{"t":"b","d":"Whether to update users if they already exist (true) or to ignore them (false)"},
            "external_id":{"t":"s","d":"Customer-defined ID"},
            "send_completion_email":{"t":"b","d":"Whether to send a completion email to all tenant owners when the job is finished (true) or not (false)"}}},
            "post_users-imports.query":{"t":"o","p":{
            "test":{}}},
            "post_verification-email.body":{"t":"o","x":0,"r":["user_id"],"p":{
            "user_id":{"t":"s","d":"user_id of the user to send the verification email to","f":"user-id"},
            "client_id":{"t":"s","d":"client_id of the client (application). If no value provided, the global Client ID will be used","f":"client-id"},
            "identity":{"t":"o","d":"This must be provided to verify primary social, enterprise and passwordless email identities. Also, is needed to verify secondary identities","x":0,"r":["user_id","provider"],"p":{"user_id":{"t":"s","d":"user_id of the identity to be verified"},"provider":{"t":"s","d":"Identity provider name of the identity (e.g. `google-oauth2`)","e":["ad","adfs","amazon","apple","dropbox","bitbucket","auth0-oidc","auth0","baidu","bitly","box","custom","daccount","dwolla","email","evernote-sandbox","evernote","exact","facebook","fitbit","github","google-apps","google-oauth2","instagram","ip","line","linkedin","oauth1","oauth2","office365","oidc","okta","paypal","paypal-sandbox","pingfederate","planningcenter","salesforce-community","salesforce-sandbox","salesforce","samlp","sharepoint","shopify","shop","sms","soundcloud","thirtysevensignals","twitter","untappd","vkontakte","waad","weibo","windowslive","wordpress","yahoo","yandex"]},"connection_id":{"t":"s","d":"connection_id of the identity","P":"^con_[A-Za-z0-9]{16}$"}}},
            "organization_id":{"t":"s","d":"(Optional) Organization ID – the ID of the Organization. If provided, organization parameters will be made available to the email template and organization branding will be applied to the prompt. In addition, the redirect link in the prompt will include organization_id and organization_name query string parameters","f":"organization-id"}}}}
            """##)
}
