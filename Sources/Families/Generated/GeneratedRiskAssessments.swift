// swift-format-ignore-file
// Made by Tests/Families/derive.py; do not edit. Document: SHA-256 d7b6229e31b139d4.

package import Resources

extension GeneratedFamily {
    package static let riskAssessments = GeneratedFamily(
        name: "risk-assessments", firstNumber: 368,
        operations: """
            GET /risk-assessments/settings get_risk_assessments_settings read:attack_protection - - document Get risk assessment settings
            PATCH /risk-assessments/settings patch_risk_assessments_settings update:attack_protection body - document Update risk assessment settings
            GET /risk-assessments/settings/new-device get_new-device read:attack_protection - - document Get new device assessor
            PATCH /risk-assessments/settings/new-device patch_new-device update:attack_protection body - document Update new device assessor
            """,
        schemas: ##"""
            {"patch_risk_assessments_settings.body":{"t":"o","x":0,"r":["enabled"],"p":{
            "enabled":{"t":"b","d":"Whether or not risk assessment is enabled"}}},
            "patch_new-device.body":{"t":"o","x":0,"r":["remember_for"],"p":{
            "remember_for":{"t":"i","d":"Length of time to remember devices for, in days","m":1,"M":365}}}}
            """##)
}
