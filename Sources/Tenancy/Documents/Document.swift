/// One object of a family: its JSON text, and by what it is found. It is never changed, only replaced.
///
/// The text is opaque here; whoever stores it says what its keys are.
package final class Document: Sendable {
    /// What it is looked up by: its id, and for what lies under a parent the parent's before it.
    package let id: String
    /// As it is mostly read.
    package let text: [UInt8]
    /// What is never answered, as JSON: passwords, private keys; empty where there is nothing of the kind.
    package let sealed: [UInt8]
    /// Entries of the table's indexes.
    package let keys: [Key]
    package let createdAt: Instant

    package struct Key: Equatable, Sendable {
        /// The index's number in its table.
        package let index: Int
        package let text: String

        package init(_ index: Int, _ text: String) {
            self.index = index
            self.text = text
        }
    }

    package init(id: String, text: [UInt8], sealed: [UInt8] = [], keys: [Key] = [], createdAt: Instant) {
        self.id = id
        self.text = text
        self.sealed = sealed
        self.keys = keys
        self.createdAt = createdAt
    }
}
