import Families
import HTTPCore
import Resources
import Routing
import Synchronization

/// Finds the operation of a family that a method and a path name. The first segment chooses the family; its routes are
/// read when a request first names it.
enum FamilyRoutes {
    struct Match {
        let operation: FamilyOperation
        /// The path's parameters in order, decoded.
        let parameters: [String]
    }

    static let prefix = "/api/v2"

    static func match(_ method: HTTPMethod, _ path: [UInt8]) -> Match? {
        let start = prefix.utf8.count + 1
        guard path.count > start, path.starts(with: prefix.utf8), path[start - 1] == 0x2F else { return nil }
        let end = path[start...].firstIndex(of: 0x2F) ?? path.count
        guard let table = byName[String(decoding: path[start..<end], as: UTF8.self)],
            let match = table.router.match(method, path)
        else { return nil }
        return Match(operation: table.family.operations[match.route], parameters: match.parameters)
    }

    private static let byName: [String: Table] = Dictionary(
        Families.catalogue.families.map { ($0.name, Table($0)) }, uniquingKeysWith: { first, _ in first })

    private final class Table: Sendable {
        let family: Family
        private let made = AtomicLazyReference<Box>()

        init(_ family: Family) {
            self.family = family
        }

        var router: Router {
            if let made = made.load() { return made.router }
            var router = Router()
            for (route, operation) in family.operations.enumerated() {
                router.add(HTTPMethod(operation.method), prefix + operation.path, route: route)
            }
            return made.storeIfNil(Box(router)).router
        }

        private final class Box: Sendable {
            let router: Router

            init(_ router: Router) {
                self.router = router
            }
        }
    }

    /// The ids of all operations by their numbers.
    static var operationIDs: [String] {
        GeneratedFamily.all.flatMap { $0.lines().map(\.id) }
    }

    static var operationScopes: [[String]] {
        GeneratedFamily.all.flatMap { $0.lines().map(\.scopes) }
    }
}
