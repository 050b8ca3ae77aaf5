import Families
import Formats
import Resources

extension ObjectForms {
    /// Of all families. What a seed says of passwords lies in a file for everybody to read, so their hashes need cost
    /// nobody anything; certificates are those that a tenant has when they are shown.
    static let live = ObjectForms(
        Families.seedSections, Families.catalogue, services: Services(crypto: LiveCrypto(passwordRounds: 1)),
        initialDocuments: Families.initialDocuments)
}
