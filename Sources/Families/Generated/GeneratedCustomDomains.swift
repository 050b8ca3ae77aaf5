// swift-format-ignore-file
// Made by Tests/Families/derive.py; do not edit. Document: SHA-256 d7b6229e31b139d4.

package import Resources

extension GeneratedFamily {
    package static let customDomains = GeneratedFamily(
        name: "custom-domains", firstNumber: 123,
        operations: """
            GET /custom-domains get_custom-domains read:custom_domains - q document Get custom domains configurations
            POST /custom-domains post_custom-domains create:custom_domains body - document Configure a new custom domain
            GET /custom-domains/default get_default read:custom_domains - - document Get the default domain
            PATCH /custom-domains/default patch_default update:custom_domains body - document Update the default custom domain for the tenant
            GET /custom-domains/{id} get_custom-domains_by_id read:custom_domains - - document Get custom domain configuration
            PATCH /custom-domains/{id} patch_custom-domains_by_id update:custom_domains body - document Update custom domain configuration
            DELETE /custom-domains/{id} delete_custom-domains_by_id delete:custom_domains - - document Delete custom domain configuration
            POST /custom-domains/{id}/test post_test_domain read:custom_domains - - document Test a custom domain
            POST /custom-domains/{id}/verify post_verify create:custom_domains - - document Verify a custom domain
            """,
        schemas: ##"""
            {"get_custom-domains.query":{"t":"o","p":{
            "take":{"t":"i","m":1,"M":100,"d":"Number of results per page. Defaults to 50"},
            "from":{"t":"s","L":1000,"d":"Optional Id from which to start selection"},
            "q":{"t":"s","L":1000,"d":"Query in <a href =\"https://lucene.apache.org/core/2_9_4/queryparsersyntax.html\">Lucene query string syntax</a>"},
            "fields":{"t":"s","L":100,"d":"Comma-separated list of fields to include or exclude (based on value provided for include_fields) in the result. Leave empty to retrieve all fields"},
            "include_fields":{"t":"b","d":"Whether specified fields are to be included (true) or excluded (false)"},
            "sort":{"t":"s","L":15,"d":"Field to sort by. Only <code>domain:1</code> (ascending order by domain) is supported at this time"}}},
            "post_custom-domains.body":{"t":"o","x":0,"r":["domain","type"],"p":{
            "domain":{"t":"s","d":"Domain name","l":3,"L":255,"P":"^(([a-zA-Z0-9]|[a-zA-Z0-9][a-zA-Z0-9-]{0,61}[a-zA-Z0-9])\\.)*([A-Za-z0-9]|[A-Za-z0-9][A-Za-z0-9-]{0,61}[A-Za-z0-9])$"},
            "type":{"t":"s","d":"Custom domain provisioning type. Must be `auth0_managed_certs` or `self_managed_certs`","e":["auth0_managed_certs","self_managed_certs"]},
            "verification_method":{"t":"s","d":"Custom domain verification method. Must be `txt`","e":["txt"]},
            "tls_policy":{"$":"CustomDomainTlsPolicyEnum"},
            "custom_client_ip_header":{"$":"CustomDomainCustomClientIpHeader"},
            "domain_metadata":{"$":"DomainMetadata"},
            "relying_party_identifier":{"t":"s","d":"Relying Party ID (rpId) to be used for Passkeys on this custom domain. If not provided, the full domain will be used","L":255,"f":"hostname"}}},
            "patch_default.body":{"t":"o","x":0,"r":["domain"],"p":{
            "domain":{"t":"s","d":"The domain to set as the default custom domain. Must be a verified custom domain or the canonical domain","l":3,"L":255}}},
            "patch_custom-domains_by_id.body":{"t":"o","x":0,"p":{
            "tls_policy":{"$":"CustomDomainTlsPolicyEnum","d":"recommended includes TLS 1.2"},
            "custom_client_ip_header":{"$":"CustomDomainCustomClientIpHeader"},
            "domain_metadata":{"$":"DomainMetadata"},
            "relying_party_identifier":{"t":"sz","d":"Relying Party ID (rpId) to be used for Passkeys on this custom domain. Set to null to remove the rpId and fall back to using the full domain","L":255,"f":"hostname"}}},
            "CustomDomainCustomClientIpHeader":{"o":[{"t":"s","d":"The HTTP header to fetch the client's IP address","e":["true-client-ip","cf-connecting-ip","x-forwarded-for","x-azure-clientip",""]},{"t":"z"}]},
            "CustomDomainTlsPolicyEnum":{"t":"s","d":"Custom domain TLS policy. Must be `recommended`, includes TLS 1.2","e":["recommended"]},
            "DomainMetadata":{"t":"o","d":"Domain metadata associated with the custom domain, in the form of an object with string values (max 255 chars). Maximum of 10 domain metadata properties allowed","x":{"t":"sz","L":255},"K":10}}
            """##)
}
