/// What a process of Node runs: the files of `Worker`, which are the body of one function, in the order in which they
/// need each other.
package enum WorkerText {
    package static let text: String = {
        let body = files.map { String(decoding: $0, as: UTF8.self) }.joined(separator: "\n")
        return "(function worker(host) {\n\"use strict\";\n\(body)\n})();\n"
    }()

    private static let files = [
        PackageResources.realm_js, PackageResources.values_js, PackageResources.channel_js, PackageResources.errors_js,
        PackageResources.checks_js, PackageResources.console_js, PackageResources.confinement_js,
        PackageResources.network_js, PackageResources.cache_js, PackageResources.tokens_js,
        PackageResources.metadata_js, PackageResources.scopes_js, PackageResources.api_js, PackageResources.flow_js,
        PackageResources.memberships_js, PackageResources.triggers_js, PackageResources.loader_js,
        PackageResources.execution_js, PackageResources.attach_js, PackageResources.main_js,
    ]
}
