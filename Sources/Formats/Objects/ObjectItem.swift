package import JSON
import Resources

/// One item of a section, and where it stands in the document that it came from.
package struct ObjectItem: Sendable {
    package let section: String
    package let value: JSONTree
    /// As people read it: `clients[0]`.
    package let path: String

    package init(_ section: String, _ value: JSONTree, _ path: String) {
        self.section = section
        self.value = value
        self.path = path
    }
}

extension ObjectForms {
    /// The items of a section's value: those of a list, or the value itself.
    func items(_ section: SeedSection, _ value: JSONValue, _ path: String) throws(SeedError) -> [ObjectItem] {
        if value.isNull { return [] }
        if case .single = section.form { return [ObjectItem(section.key, .source(value), path)] }
        guard let items = value.items else { throw SeedError(path, "must be an array") }
        return items.enumerated().map { ObjectItem(section.key, .source($0.element), "\(path)[\($0.offset)]") }
    }
}
