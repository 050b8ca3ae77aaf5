/// An npm package that a module or an action imports. `latest` stays as sent (assumed; reference section 4.7 would
/// resolve it).
package struct Dependency: Sendable {
    package let name: String
    package let version: String
    /// Of an action, echoed until it is built (actions reference 2.1, RECORDED); modules have none.
    package let registryURL: String?

    package init(name: String, version: String, registryURL: String? = nil) {
        self.name = name
        self.version = version
        self.registryURL = registryURL
    }
}

/// The same package: where it comes from is no part of what is published or deployed.
extension Dependency: Equatable {
    package static func == (left: Dependency, right: Dependency) -> Bool {
        left.name.isExactly(right.name) && left.version.isExactly(right.version)
    }
}
