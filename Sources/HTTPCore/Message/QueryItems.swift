import Ground

/// The name and value pairs of a query in `application/x-www-form-urlencoded` form, in order, repeats kept.
package struct QueryItems: Sendable {
    package let items: [(name: String, value: String)]

    /// - Returns: nil when an escape is broken or the text is not UTF-8. An empty query has no items.
    package init?(_ query: [UInt8]) {
        var items: [(name: String, value: String)] = []
        let bytes = query.span
        var start = 0
        while start < bytes.count {
            var end = start
            while end < bytes.count, bytes[end] != 0x26 { end += 1 }
            var equals = start
            while equals < end, bytes[equals] != 0x3D { equals += 1 }
            if end > start {
                guard let name = PercentEncoding.decodeQueryPart(bytes.extracting(start..<equals)),
                    let value = PercentEncoding.decodeQueryPart(bytes.extracting(min(equals + 1, end)..<end))
                else { return nil }
                items.append((name, value))
            }
            start = end + 1
        }
        self.items = items
    }
}
