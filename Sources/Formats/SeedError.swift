/// Why a seed is not taken: which field, and what is wrong with it.
package struct SeedError: Error, Equatable, CustomStringConvertible {
    /// `modules[0].name`; empty at the root.
    package let path: String
    package let reason: String

    package init(_ path: String, _ reason: String) {
        self.path = path
        self.reason = reason
    }

    package var description: String {
        path.isEmpty ? reason : "\(path): \(reason)"
    }
}
