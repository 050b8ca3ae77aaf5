// swift-format-ignore-file
// Made by Tests/Families/derive.py; do not edit. Document: SHA-256 d7b6229e31b139d4.

package import Resources

extension GeneratedFamily {
    package static let usersByEmail = GeneratedFamily(
        name: "users-by-email", firstNumber: 471,
        operations: """
            GET /users-by-email get_users-by-email read:users - q document Search Users by Email
            """,
        schemas: ##"""
            {"get_users-by-email.query":{"t":"o","p":{
            "fields":{"t":"s","d":"Comma-separated list of fields to include or exclude (based on value provided for include_fields) in the result. Leave empty to retrieve all fields"},
            "include_fields":{"t":"b","d":"Whether specified fields are to be included (true) or excluded (false). Defaults to true"},
            "email":{"t":"s","d":"Email address to search for (case-sensitive)"}},"n":["email"]}}
            """##)
}
