// swift-format-ignore-file
// Made by Tests/Families/derive.py; do not edit. Document: SHA-256 d7b6229e31b139d4.

package import Resources

extension GeneratedFamily {
    package static let keys = GeneratedFamily(
        name: "keys", firstNumber: 266,
        operations: """
            GET /keys/custom-signing get_custom_signing_keys read:custom_signing_keys - - document Get custom signing keys
            PUT /keys/custom-signing put_custom_signing_keys create:custom_signing_keys,update:custom_signing_keys body - document Create or replace custom signing keys
            DELETE /keys/custom-signing delete_custom_signing_keys delete:custom_signing_keys - - document Delete custom signing keys
            GET /keys/encryption get_encryption_keys read:encryption_keys - q document Get all encryption keys
            POST /keys/encryption post_encryption create:encryption_keys body - document Create the new encryption key
            POST /keys/encryption/rekey post_encryption_rekey create:encryption_keys,update:encryption_keys - - document Rekey the key hierarchy
            GET /keys/encryption/{kid} get_encryption_key read:encryption_keys - - document Get the encryption key by its key id
            POST /keys/encryption/{kid} post_encryption_key update:encryption_keys body - document Import the encryption key
            DELETE /keys/encryption/{kid} delete_encryption_key delete:encryption_keys - - document Delete the encryption key by its key id
            POST /keys/encryption/{kid}/wrapping-key post_encryption_wrapping_key create:encryption_keys - - document Create the public wrapping key
            GET /keys/signing get_signing_keys read:signing_keys - - document Get all Application Signing Keys
            POST /keys/signing/rotate post_signing_keys create:signing_keys,update:signing_keys - - document Rotate the Application Signing Key
            GET /keys/signing/{kid} get_signing_key read:signing_keys - - document Get an Application Signing Key by its key id
            PUT /keys/signing/{kid}/revoke put_signing_keys update:signing_keys - - document Revoke an Application Signing Key by its key id
            """,
        schemas: ##"""
            {"put_custom_signing_keys.body":{"t":"o","d":"JWKS representing an array of custom public signing keys","x":0,"r":["keys"],"p":{
            "keys":{"t":"a","d":"An array of custom public signing keys","c":1,"a":{"t":"o","d":"JWK representing a custom public signing key","x":0,"r":["kty"],"p":{"kty":{"t":"s","d":"Key type","e":["EC","RSA"]},"kid":{"t":"s","d":"Key identifier"},"use":{"t":"s","d":"Key use","e":["sig"]},"key_ops":{"t":"a","d":"Key operations","c":1,"a":{"t":"s","e":["verify"]}},"alg":{"t":"s","d":"Key algorithm","e":["RS256","RS384","RS512","ES256","ES384","ES512","PS256","PS384","PS512"]},"n":{"t":"s","d":"Key modulus"},"e":{"t":"s","d":"Key exponent"},"crv":{"t":"s","d":"Curve","e":["P-256","P-384","P-521"]},"x":{"t":"s","d":"X coordinate"},"y":{"t":"s","d":"Y coordinate"},"x5u":{"t":"s","d":"X.509 URL"},"x5c":{"t":"a","d":"X.509 certificate chain","c":1,"a":{"t":"s"}},"x5t":{"t":"s","d":"X.509 certificate SHA-1 thumbprint"},"x5t#S256":{"t":"s","d":"X.509 certificate SHA-256 thumbprint"}}}}}},
            "get_encryption_keys.query":{"t":"o","p":{
            "page":{"t":"i","m":0,"d":"Page index of the results to return. First page is 0"},
            "per_page":{"t":"i","m":1,"M":100,"d":"Number of results per page. Default value is 50, maximum value is 100"},
            "include_totals":{"t":"b","d":"Return results inside an object that contains the total result count (true) or as a direct array of results (false, default)"}}},
            "post_encryption.body":{"t":"o","r":["type"],"p":{
            "type":{"t":"s","d":"Type of the encryption key to be created","e":["customer-provided-root-key","tenant-encryption-key"]}}},
            "post_encryption_key.body":{"t":"o","r":["wrapped_key"],"p":{
            "wrapped_key":{"t":"s","d":"Base64 encoded ciphertext of key material wrapped by public wrapping key"}}}}
            """##)
}
