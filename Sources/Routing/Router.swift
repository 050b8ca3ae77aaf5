package import HTTPCore

/// Finds the number of the route for a method and a path. Built once, then only read.
///
/// Routes are numbers, places in a table of the caller, so that a look-up handles no value of unknown type.
///
/// Templates are literal segments and `{name}` for one non-empty segment; a literal goes before a parameter. Paths
/// are compared as they come: case-sensitive, a trailing slash makes another path.
package struct Router: Sendable {
    /// A route that fits a request.
    package struct Match {
        package let route: Int
        /// Values of the template's parameters in order, percent-decoded.
        package let parameters: [String]
    }

    private struct Node {
        var literals: [(name: [UInt8], node: Int)] = []
        var parameter: Int?
        var routes: [(method: HTTPMethod, route: Int)] = []
    }

    private var nodes = [Node()]

    package init() {}

    /// Adds a route; a later one for the same method and template replaces the earlier.
    package mutating func add(_ method: HTTPMethod, _ template: String, route: Int) {
        var node = 0
        for segment in template.utf8.split(separator: 0x2F, omittingEmptySubsequences: false).dropFirst() {
            node = segment.first == 0x7B ? parameterChild(of: node) : literalChild(of: node, Array(segment))
        }
        nodes[node].routes.removeAll { $0.method == method }
        nodes[node].routes.append((method, route))
    }

    private mutating func parameterChild(of node: Int) -> Int {
        if let child = nodes[node].parameter { return child }
        nodes.append(Node())
        nodes[node].parameter = nodes.count - 1
        return nodes.count - 1
    }

    private mutating func literalChild(of node: Int, _ name: [UInt8]) -> Int {
        if let child = nodes[node].literals.first(where: { $0.name == name }) { return child.node }
        nodes.append(Node())
        nodes[node].literals.append((name, nodes.count - 1))
        return nodes.count - 1
    }

    /// - Parameter path: begins with `/`, without query.
    /// - Returns: nil when no route fits, or a parameter's percent-encoding is malformed.
    package func match(_ method: HTTPMethod, _ path: [UInt8]) -> Match? {
        guard path.first == 0x2F else { return nil }
        return match(method, path.span, from: 1, node: 0)
    }

    private func match(_ method: HTTPMethod, _ path: Span<UInt8>, from start: Int, node: Int) -> Match? {
        var end = start
        while end < path.count, path[end] != 0x2F { end += 1 }
        let segment = path.extracting(start..<end)
        let isLast = end == path.count
        for literal in nodes[node].literals where segment.equals(literal.name) {
            let found =
                isLast ? self.end(method, literal.node) : match(method, path, from: end + 1, node: literal.node)
            if let found { return found }
        }
        guard let child = nodes[node].parameter, !segment.isEmpty,
            let found = isLast ? self.end(method, child) : match(method, path, from: end + 1, node: child),
            let value = PercentEncoding.decode(segment)
        else { return nil }
        return Match(route: found.route, parameters: [value] + found.parameters)
    }

    private func end(_ method: HTTPMethod, _ node: Int) -> Match? {
        for candidate in nodes[node].routes where candidate.method == method {
            return Match(route: candidate.route, parameters: [])
        }
        return nil
    }
}

extension Span where Element == UInt8 {
    fileprivate func equals(_ other: [UInt8]) -> Bool {
        guard count == other.count else { return false }
        for index in 0..<count where self[index] != other[index] { return false }
        return true
    }
}
