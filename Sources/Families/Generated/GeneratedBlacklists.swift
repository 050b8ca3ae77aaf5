// Made by Tests/Families/derive.py; do not edit. Document: SHA-256 d7b6229e31b139d4, overlay 99c493a5bdab1a9e.

package import Resources

extension GeneratedFamily {
    package static let blacklists = GeneratedFamily(
        name: "blacklists", firstNumber: 39,
        operations: """
            GET /blacklists/tokens get_blacklisted_tokens blacklist:tokens - recorded
            POST /blacklists/tokens post_blacklisted_token blacklist:tokens body recorded
            """,
        schemas: ##"""
            {"post_blacklisted_token.body":{"t":"o"}}
            """##)
}
