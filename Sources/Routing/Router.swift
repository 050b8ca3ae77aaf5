import Ground
package import HTTPCore

/// Finds the number of the route for a method and a path. Built once, then only read.
///
/// Routes are numbers, places in a table of the caller, so that a look-up handles no value of unknown type.
///
/// Templates are literal segments and `{name}` for one non-empty segment; a literal goes before a parameter. A last
/// `{name...}` takes all that is left, for paths that nothing else fits. Paths are compared as they come:
/// case-sensitive, a trailing slash makes another path.
package struct Router: Sendable {
    /// A route that fits a request.
    package struct Match {
        package let route: Int
        /// Values of the template's parameters in order, percent-decoded.
        package let parameters: [String]
    }

    /// A literal segment: its bytes among `names`, and where it leads.
    private struct Literal {
        /// The last eight bytes, or all there are: tells most segments apart in one comparison.
        let mark: UInt64
        let name: Range<Int>
        let node: Int
    }

    private struct Node {
        var literals: [Literal] = []
        var parameter: Int?
        var rest: Int?
        var routes: [(method: HTTPMethod, route: Int)] = []
    }

    private var nodes = [Node()]
    /// The bytes of all literals, one behind the other, so that comparing them touches no other storage.
    private var names: [UInt8] = []

    package init() {}

    /// Adds a route; a later one for the same method and template replaces the earlier.
    package mutating func add(_ method: HTTPMethod, _ template: String, route: Int) {
        var node = 0
        for segment in template.utf8.split(separator: 0x2F, omittingEmptySubsequences: false).dropFirst() {
            if segment.first != 0x7B {
                node = literalChild(of: node, Array(segment))
            } else if segment.dropLast().last == 0x2E {
                node = restChild(of: node)
            } else {
                node = parameterChild(of: node)
            }
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

    private mutating func restChild(of node: Int) -> Int {
        if let child = nodes[node].rest { return child }
        nodes.append(Node())
        nodes[node].rest = nodes.count - 1
        return nodes.count - 1
    }

    private mutating func literalChild(of node: Int, _ name: [UInt8]) -> Int {
        if let child = nodes[node].literals.first(where: { names[$0.name].elementsEqual(name) }) { return child.node }
        nodes.append(Node())
        let start = names.count
        names += name
        let mark = name.reduce(0) { Router.mark($0, followedBy: $1) }
        nodes[node].literals.append(Literal(mark: mark, name: start..<names.count, node: nodes.count - 1))
        return nodes.count - 1
    }

    /// - Parameters:
    ///   - path: begins with `/`, without query.
    ///   - start: where what the templates are of begins: at a `/`, or at the end, which is the empty template's.
    /// - Returns: nil when no route fits, or a parameter's percent-encoding is malformed.
    package func match(_ method: HTTPMethod, _ path: [UInt8], from start: Int = 0) -> Match? {
        guard path.first == 0x2F else { return nil }
        var segments: [Range<Int>] = []
        guard let route = follow(method, path.span, start, 0, &segments) else { return nil }
        var parameters: [String] = []
        for segment in segments {
            guard let value = PercentEncoding.decode(path.span.extracting(segment)) else { return nil }
            parameters.append(value)
        }
        return Match(route: route, parameters: parameters)
    }

    /// - Parameter parameters: gets the segments that stand for parameters.
    private func route(
        _ method: HTTPMethod, _ path: Span<UInt8>, from start: Int, node: Int, _ parameters: inout [Range<Int>]
    ) -> Int? {
        var (end, mark) = (start, 0 as UInt64)
        while end < path.count, path[end] != 0x2F {
            mark = Router.mark(mark, followedBy: path[end])
            end += 1
        }
        for index in nodes[node].literals.indices {
            let literal = nodes[node].literals[index]
            guard literal.mark == mark, isName(literal.name, path, start..<end),
                let found = follow(method, path, end, literal.node, &parameters)
            else { continue }
            return found
        }
        if let child = nodes[node].parameter, start < end {
            parameters.append(start..<end)
            if let found = follow(method, path, end, child, &parameters) { return found }
            parameters.removeLast()
        }
        guard let child = nodes[node].rest, start < path.count else { return nil }
        parameters.append(start..<path.count)
        if let found = follow(method, path, path.count, child, &parameters) { return found }
        parameters.removeLast()
        return nil
    }

    /// Goes on behind a segment that ends at `end`: at the path's end, or at a `/`.
    private func follow(
        _ method: HTTPMethod, _ path: Span<UInt8>, _ end: Int, _ node: Int, _ parameters: inout [Range<Int>]
    ) -> Int? {
        guard end == path.count else { return route(method, path, from: end + 1, node: node, &parameters) }
        for index in nodes[node].routes.indices where nodes[node].routes[index].method == method {
            return nodes[node].routes[index].route
        }
        return nil
    }

    @inline(__always)
    private static func mark(_ mark: UInt64, followedBy byte: UInt8) -> UInt64 { mark << 8 | UInt64(byte) }

    /// Whether a literal is that segment, given that they have the same mark.
    private func isName(_ name: Range<Int>, _ path: Span<UInt8>, _ segment: Range<Int>) -> Bool {
        guard name.count == segment.count else { return false }
        return name.count <= 8 || names.span.extracting(name).hasSameBytes(as: path.extracting(segment))
    }
}
