// Made by Tests/Families/derive.py; do not edit. Document: SHA-256 d7b6229e31b139d4, overlay 99c493a5bdab1a9e.

package import Resources

extension GeneratedFamily {
    package static let stats = GeneratedFamily(
        name: "stats", firstNumber: 406,
        operations: """
            GET /stats/active-users get_active-users read:stats - document
            GET /stats/daily get_daily read:stats - document
            """,
        schemas: ##"""
            {"get_daily.query":{"t":"o","p":{
            "from":{"t":"s","d":"Optional first day of the date range (inclusive) in YYYYMMDD format"},
            "to":{"t":"s","d":"Optional last day of the date range (inclusive) in YYYYMMDD format"}}}}
            """##)
}
