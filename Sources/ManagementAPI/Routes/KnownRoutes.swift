package import HTTPCore
import Routing

/// Every operation of the Management API, read from the table beside this file when a request first names none of ours:
/// reading it takes as long as a sixth of all else at the program's start.
package enum KnownRoutes {
    package static let all: [(method: HTTPMethod, path: String, operationID: String)] =
        // Parted as bytes, which takes a fraction of what parting it as characters would.
        table.utf8.split(separator: 0x0A).map { line in
            let columns = line.split(separator: 0x20).map { String(Substring($0)) }
            return (HTTPMethod(columns[0]), "/api/v2" + columns[1], columns[2])
        }

    private static let router: Router = {
        var router = Router()
        for (place, route) in all.enumerated() { router.add(route.method, route.path, route: place) }
        return router
    }()

    /// - Parameter path: without query.
    /// - Returns: nil where the real service has no such route either.
    static func operationID(_ method: HTTPMethod, _ path: [UInt8]) -> String? {
        router.match(method, path).map { all[$0.route].operationID }
    }
}
