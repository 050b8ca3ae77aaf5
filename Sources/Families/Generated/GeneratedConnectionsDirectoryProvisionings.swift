// swift-format-ignore-file
// Made by Tests/Families/derive.py; do not edit. Document: SHA-256 d7b6229e31b139d4.

package import Resources

extension GeneratedFamily {
    package static let connectionsDirectoryProvisionings = GeneratedFamily(
        name: "connections-directory-provisionings", firstNumber: 121,
        operations: """
            GET /connections-directory-provisionings get_connections-directory-provisionings read:directory_provisionings - q document Get a list of directory provisioning configurations
            """,
        schemas: ##"""
            {"get_connections-directory-provisionings.query":{"t":"o","p":{
            "from":{"t":"s","d":"Optional Id from which to start selection"},
            "take":{"t":"i","m":1,"M":100,"d":"Number of results per page. Defaults to 50"}}}}
            """##)
}
