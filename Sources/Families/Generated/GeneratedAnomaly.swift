// swift-format-ignore-file
// Made by Tests/Families/derive.py; do not edit. Document: SHA-256 d7b6229e31b139d4.

package import Resources

extension GeneratedFamily {
    package static let anomaly = GeneratedFamily(
        name: "anomaly", firstNumber: 25,
        operations: """
            GET /anomaly/blocks/ips/{id} get_ips_by_id read:anomaly_blocks - p document Check if an IP address is blocked
            DELETE /anomaly/blocks/ips/{id} delete_ips_by_id delete:anomaly_blocks - p document Remove the blocked IP address
            """,
        schemas: ##"""
            {"get_ips_by_id.path":{"t":"o","p":{
            "id":{"$":"AnomalyIPFormat","d":"IP address to check"}}},
            "delete_ips_by_id.path":{"t":"o","p":{
            "id":{"$":"AnomalyIPFormat","d":"IP address to unblock"}}},
            "AnomalyIPFormat":{"t":"s","o":[{"t":"s","f":"ipv4"},{"t":"s","f":"ipv6"}],"d":"IP address to check"}}
            """##)
}
