import Families
import Ground
import HTTPCore
import Resources
import Routing

/// Finds the operation of a family that a method and a path name. The first segment chooses the family; its routes are
/// read when a request first names it.
enum FamilyRoutes {
    struct Match {
        let operation: FamilyOperation
        /// The path's parameters in order, decoded.
        let parameters: [String]
    }

    private static let prefix = "/api/v2"

    static func match(_ method: HTTPMethod, _ path: [UInt8]) -> Match? {
        let start = prefix.utf8.count + 1
        guard path.count > start, let family = family(path, from: start) else { return nil }
        let routes = family.routes.value { Routes(family.family) }
        guard let match = routes.router.match(method, path) else { return nil }
        return Match(operation: routes.operations[match.route], parameters: match.parameters)
    }

    /// The family that the segment names; found by a walk over marks, which costs less than a hash of the name.
    private static func family(_ path: [UInt8], from start: Int) -> Entry? {
        var (end, mark) = (start, 0 as UInt64)
        while end < path.count, path[end] != 0x2F {
            mark = mark << 8 | UInt64(path[end])
            end += 1
        }
        let segment = path.span.extracting(start..<end)
        for entry in entries where entry.mark == mark && entry.name.utf8.span.hasSameBytes(as: segment) {
            return entry
        }
        return nil
    }

    private static let entries = Families.catalogue.families.map { Entry($0) }

    private final class Entry: Sendable {
        let family: Family
        let name: String
        /// The last eight bytes of the name, or all there are.
        let mark: UInt64
        let routes = Once<Routes>()

        init(_ family: Family) {
            self.family = family
            name = family.name
            mark = name.utf8.reduce(0) { $0 << 8 | UInt64($1) }
        }
    }

    private final class Routes: Sendable {
        let operations: [FamilyOperation]
        let router: Router

        init(_ family: Family) {
            operations = family.operations
            var router = Router()
            for (route, operation) in operations.enumerated() {
                router.add(HTTPMethod(operation.method), prefix + operation.path, route: route)
            }
            self.router = router
        }
    }

    static func family(ofOperation number: Int) -> Family? {
        entries.last { $0.family.generated.firstNumber <= number }?.family
    }

    /// The ids of all operations by their numbers.
    static var operationIDs: [String] {
        GeneratedFamily.all.flatMap { $0.lines().map(\.id) }
    }

    static var operationScopes: [[String]] {
        GeneratedFamily.all.flatMap { $0.lines().map(\.scopes) }
    }
}
