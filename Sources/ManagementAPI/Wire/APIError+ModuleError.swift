import HTTPCore
import Tenancy

/// The one place where a refusal of the domain gets its status and words.
///
/// Statuses are SPEC; nobody recorded the bodies, so all texts are assumed, in the manner of the recorded
/// `That action does not exist.` (reference 6.1).
extension ModuleError: APIErrorConvertible {
    var apiError: APIError {
        switch self {
        case .moduleNotFound: .service(.notFound, "That module does not exist.")
        case .versionNotFound: .service(.notFound, "That module version does not exist.")
        case .nameTaken: .service(.conflict, "A module with that name already exists.")
        case .nothingToPublish: .service(.conflict, "That module has no changes to publish.")
        case .alreadyCurrent: .service(.conflict, "That module version is already the current draft.")
        case .inUse: .service(.preconditionFailed, "That module is in use by an action.")
        case .versionLimitReached(let limit):
            .service(.preconditionFailed, ModuleError.text(ofVersionLimit: limit))
        case .moduleLimitReached(let limit):
            .front(
                .forbidden, "The limit of \(limit) modules has been reached.", "too_many_entities",
                rule: "moduleLimitReached", .assumed)
        }
    }

    /// The latest version stays whether it is used or not, so that at a limit of one there is nothing to make room.
    private static func text(ofVersionLimit limit: Int) -> String {
        switch limit {
        case ..<1: "That module cannot have a version: the limit is 0."
        case 1: "That module has reached the limit of 1 version, and the latest version stays."
        default:
            "That module has reached the limit of \(limit) versions, and actions use all but the latest."
        }
    }
}
