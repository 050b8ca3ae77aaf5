import Glibc

/// The variables of this process.
package enum ProcessEnvironment {
    /// All of them as `NAME=value`, those given instead of those of the same name.
    ///
    /// - Parameter without: names of those to leave out.
    package static func adding(
        _ variables: [(name: String, value: String)], without: [String] = []
    ) -> [String] {
        var all: [String] = []
        let given = (variables.map(\.name) + without).map { "\($0)=" }
        var place = unsafe environ
        while let entry = unsafe place.pointee {
            let text = unsafe String(cString: entry)
            if !given.contains(where: { text.hasPrefix($0) }) { all.append(text) }
            unsafe place += 1
        }
        return all + variables.map { "\($0.name)=\($0.value)" }
    }

    /// The program of a name in `PATH`; nil where there is none.
    package static func program(_ name: String) -> String? {
        let folders = value("PATH")?.split(separator: ":") ?? []
        return folders.lazy.map { "\($0)/\(name)" }.first { unsafe access($0, X_OK) == 0 }
    }

    /// The value of a variable; nil when it is not set, or empty.
    package static func value(_ name: String) -> String? {
        guard let value = unsafe getenv(name), unsafe value.pointee != 0 else { return nil }
        return unsafe String(cString: value)
    }
}
