import HTTPCore

/// A route that the real Management API has.
struct KnownRoute: Sendable {
    let method: HTTPMethod
    let path: String
    let operationID: String
}

/// Every operation of the Management API, read from the table beside this file.
enum KnownRoutes {
    ///
    /// Parted as bytes: parting it as characters would take longer than all else at the program's start.
    static let all: [KnownRoute] = table.utf8.split(separator: 0x0A).compactMap { line in
        let columns = line.split(separator: 0x20).map { String(Substring($0)) }
        guard columns.count == 3 else { return nil }
        return KnownRoute(
            method: HTTPMethod(columns[0]), path: "/api/v2" + columns[1], operationID: columns[2])
    }
}
