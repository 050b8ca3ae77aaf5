import Resources
import Routing
import Tenancy

/// What a tenant's guards let through.
extension [RequestGuard] {
    /// - Throws: 403 of the first guard that refuses it.
    func check(_ operation: FamilyOperation, _ path: [UInt8]) throws(APIError) {
        for guarding in self where guarding.concerns(method: operation.method, path: operation.path) {
            guard guarding.pathTemplate.map({ PathTemplate($0).fits(path) }) ?? true else { continue }
            throw guarding == .readOnly ? .readOnly : .guarded(guarding)
        }
    }
}
