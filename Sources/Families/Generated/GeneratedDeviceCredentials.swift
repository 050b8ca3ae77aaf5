// swift-format-ignore-file
// Made by Tests/Families/derive.py; do not edit. Document: SHA-256 d7b6229e31b139d4.

package import Resources

extension GeneratedFamily {
    package static let deviceCredentials = GeneratedFamily(
        name: "device-credentials", firstNumber: 132,
        operations: """
            GET /device-credentials get_device-credentials read:device_credentials - q document Retrieve device credentials
            POST /device-credentials post_device-credentials create:current_user_device_credentials body - document Create a device public key credential
            DELETE /device-credentials/{id} delete_device-credentials_by_id delete:device_credentials,delete:current_user_device_credentials - - document Delete a device credential
            """,
        schemas: ##"""
            {"get_device-credentials.query":{"t":"o","p":{
            "page":{"t":"i","m":0,"d":"Page index of the results to return. First page is 0"},
            "per_page":{"t":"i","m":1,"M":100,"d":"Number of results per page.  There is a maximum of 1000 results allowed from this endpoint"},
            "include_totals":{"t":"b","d":"Return results inside an object that contains the total result count (true) or as a direct array of results (false, default)"},
            "fields":{"t":"s","d":"Comma-separated list of fields to include or exclude (based on value provided for include_fields) in the result. Leave empty to retrieve all fields"},
            "include_fields":{"t":"b","d":"Whether specified fields are to be included (true) or excluded (false)"},
            "user_id":{"t":"s","d":"user_id of the devices to retrieve"},
            "client_id":{"t":"s","d":"client_id of the devices to retrieve"},
            "type":{"t":"s","e":["public_key","refresh_token","rotating_refresh_token"],"d":"Type of credentials to retrieve. Must be `public_key`, `refresh_token` or `rotating_refresh_token`. The property will default to `refresh_token` when paging is requested"}}},
            "post_device-credentials.body":{"t":"o","r":["device_name","type","value","device_id"],"p":{
            "device_name":{"t":"s","d":"Name for this device easily recognized by owner","l":1},
            "type":{"t":"s","d":"Type of credential. Must be `public_key`","e":["public_key"]},
            "value":{"t":"s","d":"Base64 encoded string containing the credential","l":1},
            "device_id":{"t":"s","d":"Unique identifier for the device. Recommend using <a href=\"http://developer.android.com/reference/android/provider/Settings.Secure.html#ANDROID_ID\">Android_ID</a> on Android and <a href=\"https://developer.apple.com/library/ios/documentation/UIKit/Reference/UIDevice_Class/index.html#//apple_ref/occ/instp/UIDevice/identifierForVendor\">identifierForVendor</a>","L":36,"P":"^[-A-Fa-f0-9]+$"},
            "client_id":{"t":"s","d":"client_id of the client (application) this credential is for","f":"client-id"}}}}
            """##)
}
