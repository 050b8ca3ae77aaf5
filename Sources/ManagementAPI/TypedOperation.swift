import HTTPCore

/// What an operation on modules or actions does. Where it is and what it takes stands in the table of all operations,
/// with those of the other families.
///
/// A class, so that finding one for a request copies a reference.
final class TypedOperation: Sendable {
    typealias Perform = @Sendable (Call) throws(APIError) -> HTTPResponse

    private let id: String
    /// Tenants without the feature refuse it.
    let needsModules: Bool
    let perform: Perform

    private init(_ id: String, needsModules: Bool, _ perform: @escaping Perform) {
        self.id = id
        self.needsModules = needsModules
        self.perform = perform
    }

    static func module(_ id: String, _ perform: @escaping Perform) -> TypedOperation {
        TypedOperation(id, needsModules: true, perform)
    }

    static func action(_ id: String, _ perform: @escaping Perform) -> TypedOperation {
        TypedOperation(id, needsModules: false, perform)
    }

    /// By their ids in the table.
    static let all = Dictionary(
        (ModuleOperations.all + ActionOperations.all).map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
}
