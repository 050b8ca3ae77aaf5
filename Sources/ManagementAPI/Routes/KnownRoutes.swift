import HTTPCore

/// A route that the real Management API has.
struct KnownRoute: Sendable {
    let method: HTTPMethod
    let path: String
    let operationID: String
}

/// Every operation of the Management API, read from the table beside this file.
enum KnownRoutes {
    static let all: [KnownRoute] = table.split(separator: "\n").compactMap { line in
        let columns = line.split(separator: " ").map(String.init)
        guard columns.count == 3 else { return nil }
        return KnownRoute(
            method: HTTPMethod(columns[0]), path: "/api/v2" + columns[1], operationID: columns[2])
    }
}
