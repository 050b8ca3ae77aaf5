// swift-format-ignore-file
// Made by Tests/Families/derive.py; do not edit. Document: SHA-256 d7b6229e31b139d4.

package import Resources

extension GeneratedFamily {
    package static let connectionsScimConfigurations = GeneratedFamily(
        name: "connections-scim-configurations", firstNumber: 122,
        operations: """
            GET /connections-scim-configurations get_connections-scim-configurations read:scim_config - q document Get a list of SCIM configurations
            """,
        schemas: ##"""
            {"get_connections-scim-configurations.query":{"t":"o","p":{
            "from":{"t":"s","d":"Optional Id from which to start selection"},
            "take":{"t":"i","m":1,"M":100,"d":"Number of results per page. Defaults to 50"}}}}
            """##)
}
