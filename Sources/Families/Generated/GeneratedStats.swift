// swift-format-ignore-file
// Made by Tests/Families/derive.py; do not edit. Document: SHA-256 d7b6229e31b139d4.

package import Resources

extension GeneratedFamily {
    package static let stats = GeneratedFamily(
        name: "stats", firstNumber: 406,
        operations: """
            GET /stats/active-users get_active-users read:stats - - document Get active users count
            GET /stats/daily get_daily read:stats - q document Get daily stats
            """,
        schemas: ##"""
            {"get_daily.query":{"t":"o","p":{
            "from":{"t":"s","d":"Optional first day of the date range (inclusive) in YYYYMMDD format"},
            "to":{"t":"s","d":"Optional last day of the date range (inclusive) in YYYYMMDD format"}}}}
            """##)
}
