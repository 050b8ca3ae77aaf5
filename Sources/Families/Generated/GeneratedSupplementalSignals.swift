// swift-format-ignore-file
// Made by Tests/Families/derive.py; do not edit. Document: SHA-256 d7b6229e31b139d4.

package import Resources

extension GeneratedFamily {
    package static let supplementalSignals = GeneratedFamily(
        name: "supplemental-signals", firstNumber: 408,
        operations: """
            GET /supplemental-signals get_supplemental-signals read:attack_protection - - document Get the supplemental signals configuration for a tenant
            PATCH /supplemental-signals patch_supplemental-signals update:attack_protection body - document Update the supplemental signals configuration for a tenant
            """,
        schemas: ##"""
            {"patch_supplemental-signals.body":{"t":"o","x":0,"r":["akamai_enabled"],"p":{
            "akamai_enabled":{"t":"b","d":"Indicates if incoming Akamai Headers should be processed"}}}}
            """##)
}
