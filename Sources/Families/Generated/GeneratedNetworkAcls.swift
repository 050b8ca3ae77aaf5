// swift-format-ignore-file
// Made by Tests/Families/derive.py; do not edit. Document: SHA-256 d7b6229e31b139d4.

package import Resources

extension GeneratedFamily {
    package static let networkAcls = GeneratedFamily(
        name: "network-acls", firstNumber: 287,
        operations: """
            GET /network-acls get_network-acls read:network_acls - q document Get all access control list entries for a tenant
            POST /network-acls post_network-acls create:network_acls body - document Create Access Control List
            GET /network-acls/{id} get_network-acls_by_id read:network_acls - - document Get a specific access control list entry for a tenant
            PUT /network-acls/{id} put_network-acls_by_id update:network_acls body - document Update Access Control List
            PATCH /network-acls/{id} patch_network-acls_by_id update:network_acls body - document Partial Update for an Access Control List
            DELETE /network-acls/{id} delete_network-acls_by_id delete:network_acls - - document Delete Access Control List
            """,
        schemas: ##"""
            {"get_network-acls.query":{"t":"o","p":{
            "page":{"t":"i","m":0,"d":"Use this field to request a specific page of the list results"},
            "per_page":{"t":"i","m":0,"M":100,"d":"The amount of results per page"},
            "include_totals":{"t":"b","d":"Return results inside an object that contains the total result count (true) or as a direct array of results (false, default)"}}},
            "post_network-acls.body":{"t":"o","x":0,"r":["description","active","rule"],"p":{
            "description":{"t":"s","L":255},
            "active":{"t":"b","d":"Indicates whether or not this access control list is actively being used"},
            "priority":{"t":"n","d":"Indicates the order in which the ACL will be evaluated relative to other ACL rules","m":1,"M":100},
            "rule":{"t":"o","x":0,"r":["action","scope"],"p":{"action":{"$":"NetworkAclAction"},"match":{"t":"o","x":0,"p":{"asns":{"t":"a","c":1,"a":{"t":"i"}},"geo_country_codes":{"t":"a","c":1,"a":{"t":"s"}},"geo_subdivision_codes":{"t":"a","c":1,"a":{"t":"s"}},"ipv4_cidrs":{"t":"a","c":1,"a":{"$":"NetworkACLMatchIpv4Cidr"}},"ipv6_cidrs":{"t":"a","c":1,"a":{"$":"NetworkACLMatchIpv6Cidr"}},"ja3_fingerprints":{"t":"a","c":1,"a":{"t":"s"}},"ja4_fingerprints":{"t":"a","c":1,"a":{"t":"s"}},"user_agents":{"t":"a","c":1,"a":{"t":"s"}},"hostnames":{"t":"a","c":1,"a":{"t":"s","f":"hostname"}},"connecting_ipv4_cidrs":{"t":"a","c":1,"a":{"$":"NetworkACLMatchConnectingIpv4Cidr"}},"connecting_ipv6_cidrs":{"t":"a","c":1,"a":{"$":"NetworkACLMatchConnectingIpv6Cidr"}},"auth0_managed":{"t":"a","a":{"t":"s"}}}},"not_match":{"t":"o","x":0,"p":{"asns":{"t":"a","c":1,"a":{"t":"i"}},"geo_country_codes":{"t":"a","c":1,"a":{"t":"s"}},"geo_subdivision_codes":{"t":"a","c":1,"a":{"t":"s"}},"ipv4_cidrs":{"t":"a","c":1,"a":{"$":"NetworkACLMatchIpv4Cidr"}},"ipv6_cidrs":{"t":"a","c":1,"a":{"$":"NetworkACLMatchIpv6Cidr"}},"ja3_fingerprints":{"t":"a","c":1,"a":{"t":"s"}},"ja4_fingerprints":{"t":"a","c":1,"a":{"t":"s"}},"user_agents":{"t":"a","c":1,"a":{"t":"s"}},"hostnames":{"t":"a","c":1,"a":{"t":"s","f":"hostname"}},"connecting_ipv4_cidrs":{"t":"a","c":1,"a":{"$":"NetworkACLMatchConnectingIpv4Cidr"}},"connecting_ipv6_cidrs":{"t":"a","c":1,"a":{"$":"NetworkACLMatchConnectingIpv6Cidr"}},"auth0_managed":{"t":"a","a":{"t":"s"}}}},"scope":{"$":"NetworkAclRuleScopeEnum"}}}}},
            "put_network-acls_by_id.body":{"t":"o","x":0,"r":["description","active","rule"],"p":{
            "description":{"t":"s","L":255},
            "active":{"t":"b","d":"Indicates whether or not this access control list is actively being used"},
            "priority":{"t":"n","d":"Indicates the order in which the ACL will be evaluated relative to other ACL rules","m":1,"M":100},
            "rule":{"t":"o","x":0,"r":["action","scope"],"p":{"action":{"$":"NetworkAclAction"},"match":{"t":"o","x":0,"p":{"asns":{"t":"a","c":1,"a":{"t":"i"}},"geo_country_codes":{"t":"a","c":1,"a":{"t":"s"}},"geo_subdivision_codes":{"t":"a","c":1,"a":{"t":"s"}},"ipv4_cidrs":{"t":"a","c":1,"a":{"$":"NetworkACLMatchIpv4Cidr"}},"ipv6_cidrs":{"t":"a","c":1,"a":{"$":"NetworkACLMatchIpv6Cidr"}},"ja3_fingerprints":{"t":"a","c":1,"a":{"t":"s"}},"ja4_fingerprints":{"t":"a","c":1,"a":{"t":"s"}},"user_agents":{"t":"a","c":1,"a":{"t":"s"}},"hostnames":{"t":"a","c":1,"a":{"t":"s","f":"hostname"}},"connecting_ipv4_cidrs":{"t":"a","c":1,"a":{"$":"NetworkACLMatchConnectingIpv4Cidr"}},"connecting_ipv6_cidrs":{"t":"a","c":1,"a":{"$":"NetworkACLMatchConnectingIpv6Cidr"}},"auth0_managed":{"t":"a","a":{"t":"s"}}}},"not_match":{"t":"o","x":0,"p":{"asns":{"t":"a","c":1,"a":{"t":"i"}},"geo_country_codes":{"t":"a","c":1,"a":{"t":"s"}},"geo_subdivision_codes":{"t":"a","c":1,"a":{"t":"s"}},"ipv4_cidrs":{"t":"a","c":1,"a":{"$":"NetworkACLMatchIpv4Cidr"}},"ipv6_cidrs":{"t":"a","c":1,"a":{"$":"NetworkACLMatchIpv6Cidr"}},"ja3_fingerprints":{"t":"a","c":1,"a":{"t":"s"}},"ja4_fingerprints":{"t":"a","c":1,"a":{"t":"s"}},"user_agents":{"t":"a","c":1,"a":{"t":"s"}},"hostnames":{"t":"a","c":1,"a":{"t":"s","f":"hostname"}},"connecting_ipv4_cidrs":{"t":"a","c":1,"a":{"$":"NetworkACLMatchConnectingIpv4Cidr"}},"connecting_ipv6_cidrs":{"t":"a","c":1,"a":{"$":"NetworkACLMatchConnectingIpv6Cidr"}},"auth0_managed":{"t":"a","a":{"t":"s"}}}},"scope":{"$":"NetworkAclRuleScopeEnum"}}}}},
            "patch_network-acls_by_id.body":{"t":"o","x":0,"p":{
            "description":{"t":"s","L":255},
            "active":{"t":"b","d":"Indicates whether or not this access control list is actively being used"},
            "priority":{"t":"n","d":"Indicates the order in which the ACL will be evaluated relative to other ACL rules","m":1,"M":100},
            "rule":{"t":"o","x":0,"r":["action","scope"],"p":{"action":{"$":"NetworkAclAction"},"match":{"t":"o","x":0,"p":{"asns":{"t":"a","c":1,"a":{"t":"i"}},"geo_country_codes":{"t":"a","c":1,"a":{"t":"s"}},"geo_subdivision_codes":{"t":"a","c":1,"a":{"t":"s"}},"ipv4_cidrs":{"t":"a","c":1,"a":{"$":"NetworkACLMatchIpv4Cidr"}},"ipv6_cidrs":{"t":"a","c":1,"a":{"$":"NetworkACLMatchIpv6Cidr"}},"ja3_fingerprints":{"t":"a","c":1,"a":{"t":"s"}},"ja4_fingerprints":{"t":"a","c":1,"a":{"t":"s"}},"user_agents":{"t":"a","c":1,"a":{"t":"s"}},"hostnames":{"t":"a","c":1,"a":{"t":"s","f":"hostname"}},"connecting_ipv4_cidrs":{"t":"a","c":1,"a":{"$":"NetworkACLMatchConnectingIpv4Cidr"}},"connecting_ipv6_cidrs":{"t":"a","c":1,"a":{"$":"NetworkACLMatchConnectingIpv6Cidr"}},"auth0_managed":{"t":"a","a":{"t":"s"}}}},"not_match":{"t":"o","x":0,"p":{"asns":{"t":"a","c":1,"a":{"t":"i"}},"geo_country_codes":{"t":"a","c":1,"a":{"t":"s"}},"geo_subdivision_codes":{"t":"a","c":1,"a":{"t":"s"}},"ipv4_cidrs":{"t":"a","c":1,"a":{"$":"NetworkACLMatchIpv4Cidr"}},"ipv6_cidrs":{"t":"a","c":1,"a":{"$":"NetworkACLMatchIpv6Cidr"}},"ja3_fingerprints":{"t":"a","c":1,"a":{"t":"s"}},"ja4_fingerprints":{"t":"a","c":1,"a":{"t":"s"}},"user_agents":{"t":"a","c":1,"a":{"t":"s"}},"hostnames":{"t":"a","c":1,"a":{"t":"s","f":"hostname"}},"connecting_ipv4_cidrs":{"t":"a","c":1,"a":{"$":"NetworkACLMatchConnectingIpv4Cidr"}},"connecting_ipv6_cidrs":{"t":"a","c":1,"a":{"$":"NetworkACLMatchConnectingIpv6Cidr"}},"auth0_managed":{"t":"a","a":{"t":"s"}}}},"scope":{"$":"NetworkAclRuleScopeEnum"}}}}},
            "NetworkACLMatchConnectingIpv4Cidr":{"t":"s","o":[{"t":"s","f":"ipv4"},{"t":"s","f":"cidr"}]},
            "NetworkACLMatchConnectingIpv6Cidr":{"t":"s","o":[{"t":"s","f":"ipv6"},{"t":"s","f":"ipv6_cidr"}]},
            "NetworkACLMatchIpv4Cidr":{"t":"s","o":[{"t":"s","f":"ipv4"},{"t":"s","f":"cidr"}]},
            "NetworkACLMatchIpv6Cidr":{"t":"s","o":[{"t":"s","f":"ipv6"},{"t":"s","f":"ipv6_cidr"}]},
            "NetworkAclAction":{"t":"o","x":0,"p":{
            "block":{"t":"b","d":"Indicates the rule will block requests that either match or not_match specific criteria","e":[true]},
            "allow":{"t":"b","d":"Indicates the rule will allow requests that either match or not_match specific criteria","e":[true]},
            "log":{"t":"b","d":"Indicates the rule will log requests that either match or not_match specific criteria","e":[true]},
            "redirect":{"t":"b","d":"Indicates the rule will redirect requests that either match or not_match specific criteria","e":[true]},
            "redirect_uri":{"t":"s","d":"The URI to which the match or not_match requests will be routed","l":1,"L":2000}}},
            "NetworkAclRuleScopeEnum":{"t":"s","d":"Identifies the origin of the request as the Management API (management), Authentication API (authentication), Dynamic Client Registration API (dynamic_client_registration), or any (tenant)","e":["management","authentication","tenant","dynamic_client_registration"]}}
            """##)
}
