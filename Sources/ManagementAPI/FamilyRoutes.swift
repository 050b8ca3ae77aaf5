import Families
import Ground
import HTTPCore
import Resources
import Routing
import Synchronization

/// Finds the operation that a method and a path name. The first segment chooses the family; its routes are read when a
/// request first names it.
enum FamilyRoutes {
    struct Match {
        fileprivate let route: Route
        /// The path's parameters in order, decoded.
        let parameters: [String]

        var operation: FamilyOperation { route.operation }
        /// What it does, if it is one on modules or actions.
        var typed: TypedOperation? { route.typed }
    }

    static func match(_ method: HTTPMethod, _ path: [UInt8]) -> Match? {
        guard path.count > 8, path.span.word(at: 0) == prefix else { return nil }
        var (end, mark) = (8, 0 as UInt64)
        while end < path.count, path[end] != 0x2F {
            mark = mark << 8 | UInt64(path[end])
            end += 1
        }
        guard let family = family(path.span.extracting(8..<end), mark) else { return nil }
        let routes = family.routes
        guard let match = routes.router.match(method, path, from: end) else { return nil }
        return Match(route: routes.all[match.route], parameters: match.parameters)
    }

    /// The family that the segment names; found by a walk over marks, which costs less than a hash of the name.
    private static func family(_ segment: Span<UInt8>, _ mark: UInt64) -> Entry? {
        for place in marks.indices where marks[place] == mark {
            let entry = entries[place]
            guard entry.length == segment.count else { continue }
            // A mark is all there is of a short name.
            if entry.length <= 8 || entry.name.utf8.span.hasSameBytes(as: segment) { return entry }
        }
        return nil
    }

    /// The first eight bytes of every path.
    private static let prefix = "/api/v2/".utf8.span.word(at: 0)

    private static let entries = Families.catalogue.families.map { Entry($0) }
    /// Of each entry the last eight bytes of the name, or all there are.
    private static let marks = entries.map { $0.name.utf8.reduce(0) { $0 << 8 | UInt64($1) } }

    private final class Entry: Sendable {
        let family: Family
        let name: String
        let length: Int
        private let made = Mutex<Routes?>(nil)

        /// Two who ask at once may both make them; the first one's stay. (Not by `Once` of Resources: generic code of
        /// another module costs each request 800 instructions.)
        var routes: Routes {
            if let made = made.withLock({ $0 }) { return made }
            let new = Routes(family)
            return made.withLock { made in
                let routes = made ?? new
                made = routes
                return routes
            }
        }

        init(_ family: Family) {
            self.family = family
            name = family.name
            length = name.utf8.count
        }
    }

    /// A class, so that finding one for a request copies a reference and not its parts.
    fileprivate final class Route: Sendable {
        let operation: FamilyOperation
        let typed: TypedOperation?

        init(_ operation: FamilyOperation) {
            self.operation = operation
            typed = TypedOperation.all[operation.id]
        }
    }

    private final class Routes: Sendable {
        let all: [Route]
        /// Of what is below the family's segment.
        let router: Router

        init(_ family: Family) {
            all = family.operations.map { Route($0) }
            var router = Router()
            for (place, route) in all.enumerated() {
                let template = route.operation.path.dropFirst(1 + family.name.count)
                router.add(HTTPMethod(route.operation.method), String(template), route: place)
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
