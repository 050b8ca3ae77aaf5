import Foundation

/// What people read: README, and the pages of the DocC catalogue. Tests hold them to the program.
package struct ManualPage: Sendable, CustomStringConvertible {
    /// From the root of the package.
    package let path: String
    package let text: String

    package var description: String { path }

    private static let catalogue = "Sources/localtenant/Documentation.docc"

    /// README, which leads to all the others.
    package static func readme() throws -> ManualPage { try ManualPage(path: "README.md") }

    /// A page of the catalogue, such as `Reference/Options`.
    package static func named(_ name: String) throws -> ManualPage { try ManualPage(path: "\(catalogue)/\(name).md") }

    /// The pages of one folder of the catalogue, such as `Clients`; of all of them without one.
    package static func all(in folder: String = "") throws -> [ManualPage] {
        let below = FileManager.default.enumerator(atPath: PackageFolder.root.appending(path: "\(catalogue)").path)
        let names = (below?.compactMap { $0 as? String } ?? []).filter { $0.hasPrefix(folder) && $0.hasSuffix(".md") }
        return try names.sorted().map { try ManualPage(path: "\(catalogue)/\($0)") }
    }

    package init(path: String) throws {
        self.path = path
        text = try PackageFolder.text(PackageFolder.root.appending(path: path))
    }

    /// Its name in the catalogue's folder, such as `Options`.
    package var name: String { String(path.split(separator: "/").last?.dropLast(3) ?? "") }

    /// A piece of code that stands by itself.
    package struct Listing: Sendable {
        /// What the fence says: `sh`, `json`, or nothing for what is only shown.
        package let language: String
        package let text: String
    }

    package var listings: [Listing] {
        text.matches(of: #/(?s)^```([a-z]*)\n(.*?)^```$/#.anchorsMatchLineEndings())
            .map { Listing(language: String($0.1), text: String($0.2)) }
    }

    /// The page without its listings and without code in its lines.
    package var prose: String {
        text.replacing(#/(?s)^```.*?^```$/#.anchorsMatchLineEndings(), with: "").replacing(#/`[^`\n]*`/#, with: "")
    }
}
