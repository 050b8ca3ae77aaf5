// swift-format-ignore-file
// Made by Tests/Families/derive.py; do not edit. Document: SHA-256 d7b6229e31b139d4.

package import Resources

extension GeneratedFamily {
    package static let verifiableCredentials = GeneratedFamily(
        name: "verifiable-credentials", firstNumber: 472,
        operations: """
            GET /verifiable-credentials/verification/templates get_vc_templates read:vdcs_templates - q document List verifiable credential templates for a tenant.
            POST /verifiable-credentials/verification/templates post_vc_templates create:vdcs_templates body - document Create a verifiable credential template.
            GET /verifiable-credentials/verification/templates/{id} get_vc_templates_by_id read:vdcs_templates - - document Get a verifiable credential template by ID.
            PATCH /verifiable-credentials/verification/templates/{id} patch_vc_templates_by_id update:vdcs_templates body - document Update a verifiable credential template by ID.
            DELETE /verifiable-credentials/verification/templates/{id} delete_vc_templates_by_id delete:vdcs_templates - - document Delete a verifiable credential template by ID.
            """,
        schemas: ##"""
            {"get_vc_templates.query":{"t":"o","p":{
            "from":{"t":"s","d":"Optional Id from which to start selection"},
            "take":{"t":"i","m":1,"M":100,"d":"Number of results per page. Defaults to 50"}}},
            "post_vc_templates.body":{"t":"o","x":0,"r":["name","dialect","presentation","type","well_known_trusted_issuers"],"p":{
            "name":{"t":"s","l":1,"L":255},
            "type":{"t":"s","l":1,"L":255},
            "dialect":{"t":"s","L":255,"P":"^simplified/1.0$"},
            "presentation":{"$":"MdlPresentationRequest"},
            "custom_certificate_authority":{"t":"sz","l":1,"L":4096},
            "well_known_trusted_issuers":{"t":"s","l":1,"L":255,"P":"^aamva$"}}},
            "patch_vc_templates_by_id.body":{"t":"o","x":0,"p":{
            "name":{"t":"sz","l":1,"L":255},
            "type":{"t":"sz","l":1,"L":255},
            "dialect":{"t":"sz","L":255,"P":"^simplified/1.0$"},
            "presentation":{"$":"MdlPresentationRequest"},
            "well_known_trusted_issuers":{"t":"sz","l":1,"L":255,"P":"^aamva$"},
            "version":{"t":"nz"}}},
            "MdlPresentationRequest":{"t":"o","d":"A simplified presentation request","x":0,"r":["org.iso.18013.5.1.mDL"],"p":{
            "org.iso.18013.5.1.mDL":{"t":"o","x":0,"r":["org.iso.18013.5.1"],"p":{"org.iso.18013.5.1":{"t":"o","k":1,"p":{"family_name":{"t":"b","d":"Family Name"},"given_name":{"t":"b","d":"Given Name"},"birth_date":{"t":"b","d":"Birth Date"},"issue_date":{"t":"b","d":"Issue Date"},"expiry_date":{"t":"b","d":"Expiry Date"},"issuing_country":{"t":"b","d":"Issuing Country"},"issuing_authority":{"t":"b","d":"Issuing Authority"},"portrait":{"t":"b","d":"Portrait"},"driving_privileges":{"t":"b","d":"Driving Privileges"},"resident_address":{"t":"b","d":"Resident Address"},"portrait_capture_date":{"t":"b","d":"Portrait Capture Date"},"age_in_years":{"t":"b","d":"Age in Years"},"age_birth_year":{"t":"b","d":"Age Birth Year"},"issuing_jurisdiction":{"t":"b","d":"Issuing Jurisdiction"},"nationality":{"t":"b","d":"Nationality"},"resident_city":{"t":"b","d":"Resident City"},"resident_state":{"t":"b","d":"Resident State"},"resident_postal_code":{"t":"b","d":"Resident Postal Code"},"resident_country":{"t":"b","d":"Resident Country"},"family_name_national_character":{"t":"b","d":"Family Name National Character"},"given_name_national_character":{"t":"b","d":"Given Name National Character"}}}}}}}}
            """##)
}
