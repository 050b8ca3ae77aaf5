// swift-format-ignore-file
// Made by Tests/Families/derive.py; do not edit. Document: SHA-256 d7b6229e31b139d4.

package import Resources

extension GeneratedFamily {
    package static let userBlocks = GeneratedFamily(
        name: "user-blocks", firstNumber: 426,
        operations: """
            GET /user-blocks get_user-blocks read:users - q document Get blocks by identifier
            DELETE /user-blocks delete_user-blocks update:users - q document Unblock by identifier
            GET /user-blocks/{id} get_user-blocks_by_id read:users - q document Get a user's blocks
            DELETE /user-blocks/{id} delete_user-blocks_by_id update:users - - document Unblock a user
            """,
        schemas: ##"""
            {"get_user-blocks.query":{"t":"o","p":{
            "identifier":{"t":"s","d":"Should be any of a username, phone number, or email"},
            "consider_brute_force_enablement":{"t":"b","d":"If true and Brute Force Protection is enabled and configured to block logins, will return a list of blocked IP addresses.\n          If true and Brute Force Protection is disabled, will return an empty list"}},"n":["identifier"]},
            "delete_user-blocks.query":{"t":"o","p":{
            "identifier":{"t":"s","d":"Should be any of a username, phone number, or email"}},"n":["identifier"]},
            "get_user-blocks_by_id.query":{"t":"o","p":{
            "consider_brute_force_enablement":{"t":"b","d":"If true and Brute Force Protection is enabled and configured to block logins, will return a list of blocked IP addresses.\n          If true and Brute Force Protection is disabled, will return an empty list"}}}}
            """##)
}
