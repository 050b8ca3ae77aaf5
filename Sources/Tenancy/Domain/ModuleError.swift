/// Why an operation on modules is refused. A refused operation changes nothing.
package enum ModuleError: Error, Equatable, Sendable {
    /// Another module has the name; names are compared exactly (assumed, design section 6).
    case nameTaken
    case moduleNotFound
    case versionNotFound
    /// The draft equals the latest version (reference 3.6).
    case nothingToPublish
    /// The draft already has the content to roll back to (reference 3.9).
    case alreadyCurrent
    /// Deployed actions use the module (reference 3.5).
    case inUse
    /// So many versions exist, and actions use them all (reference 3.6).
    case versionLimitReached(Int)
    case moduleLimitReached(Int)
}
