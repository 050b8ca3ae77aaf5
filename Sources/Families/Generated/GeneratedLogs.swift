// swift-format-ignore-file
// Made by Tests/Families/derive.py; do not edit. Document: SHA-256 d7b6229e31b139d4.

package import Resources

extension GeneratedFamily {
    package static let logs = GeneratedFamily(
        name: "logs", firstNumber: 285,
        operations: """
            GET /logs get_logs read:logs,read:logs_users - q document Search log events
            GET /logs/{id} get_logs_by_id read:logs,read:logs_users - - document Get a log event by id
            """,
        schemas: ##"""
            {"get_logs.query":{"t":"o","p":{
            "page":{"t":"i","m":0,"d":"Page index of the results to return. First page is 0"},
            "per_page":{"t":"i","m":0,"M":100,"d":"Number of results per page. Paging is disabled if parameter not sent. Default: <code>50</code>. Max value: <code>100</code>"},
            "sort":{"t":"s","d":"Field to use for sorting appended with <code>:1</code>  for ascending and <code>:-1</code> for descending. e.g. <code>date:-1</code>"},
            "fields":{"t":"s","d":"Comma-separated list of fields to include or exclude (based on value provided for <code>include_fields</code>) in the result. Leave empty to retrieve all fields"},
            "include_fields":{"t":"b","d":"Whether specified fields are to be included (<code>true</code>) or excluded (<code>false</code>)"},
            "include_totals":{"t":"b","d":"Return results as an array when false (default). Return results inside an object that also contains a total result count when true"},
            "from":{"t":"s","d":"Log Event Id from which to start selection from"},
            "take":{"t":"i","d":"Number of entries to retrieve when using the <code>from</code> parameter. Default <code>50</code>, max <code>100</code>"},
            "search":{"t":"s","d":"Retrieves logs that match the specified search criteria. This parameter can be combined with all the others in the /api/logs endpoint but is specified separately for clarity.\nIf no fields are provided a case insensitive 'starts with' search is performed on all of the following fields: client_name, connection, user_name. Otherwise, you can specify multiple fields and specify the search using the %field%:%search%, for example: application:node user:\"John@contoso.com\".\nValues specified without quotes are matched using a case insensitive 'starts with' search. If quotes are used a case insensitve exact search is used. If multiple fields are used, the AND operator is used to join the clauses"},
            "q":{}}}}
            """##)
}
