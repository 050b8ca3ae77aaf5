package import JSON

/// An event of each trigger that can be run, of our own making (actions runtime reference 5).
package enum Samples {
    private static let files: [(trigger: String, bytes: [UInt8])] = [
        ("post-login", PackageResources.post_login_json)
    ]

    /// - Returns: nil for a trigger that has none, and is not run.
    package static func named(_ trigger: String) -> JSONTree? {
        files.first { $0.trigger == trigger }.map { JSONTree(bytes: $0.bytes) }
    }

    package static var triggers: [String] { files.map(\.trigger) }
}
