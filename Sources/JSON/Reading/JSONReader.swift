/// One pass over one text, by recursive descent: a method per rule of the grammar (RFC 8259, sections 2 to 5).
///
/// Strings are in a file of their own.
struct JSONReader: ~Copyable {
    let limits: JSONLimits
    var cursor = JSONCursor()
    /// What was read so far; see `JSONDocument`.
    var nodes = GrowingBuffer<JSONNode>(capacity: 24)
    var decoded = ByteBuffer()
    private var depth = 0

    /// Reads a whole text.
    static func read(_ text: [UInt8], _ limits: JSONLimits) throws(JSONSyntaxError) -> JSONDocument {
        var reader = JSONReader(limits: limits)
        // Memory that grows by doubling is taken from the system again and again, at more than the reading costs.
        if text.count > 64 * 1024 { reader.nodes = GrowingBuffer(capacity: nodesMax(text.span)) }
        try reader.read(text.span)
        return JSONDocument(text: text, decoded: reader.decoded, nodes: reader.nodes)
    }

    /// No text has more nodes than places where one may begin.
    private static func nodesMax(_ bytes: Span<UInt8>) -> Int {
        var count = 1
        for index in 0..<bytes.count {
            switch bytes[index] {
            case UInt8(ascii: ","), UInt8(ascii: ":"), UInt8(ascii: "["), UInt8(ascii: "{"): count &+= 1
            default: break
            }
        }
        return count
    }

    private init(limits: JSONLimits) {
        self.limits = limits
    }

    private mutating func read(_ bytes: Span<UInt8>) throws(JSONSyntaxError) {
        cursor.skipWhitespace(bytes)
        try value(bytes)
        cursor.skipWhitespace(bytes)
        guard cursor.position == bytes.count else { throw cursor.unexpected(bytes) }
    }

    private mutating func value(_ bytes: Span<UInt8>) throws(JSONSyntaxError) {
        switch try cursor.current(bytes) {
        case UInt8(ascii: "\""): append(JSONNode(kind: .string, text: try string(bytes)))
        case UInt8(ascii: "{"): try object(bytes)
        case UInt8(ascii: "["): try array(bytes)
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
            append(JSONNode(kind: .number, text: try cursor.number(bytes, bytesMax: limits.numberBytesMax)))
        case UInt8(ascii: "t"):
            try cursor.literal("true", bytes)
            append(JSONNode(kind: .true))
        case UInt8(ascii: "f"):
            try cursor.literal("false", bytes)
            append(JSONNode(kind: .false))
        case UInt8(ascii: "n"):
            try cursor.literal("null", bytes)
            append(JSONNode(kind: .null))
        default: throw cursor.unexpected(bytes)
        }
    }

    /// Appends a value that has nothing within it.
    @inline(__always)
    private mutating func append(_ node: JSONNode) {
        var node = node
        node.end = UInt32(truncatingIfNeeded: nodes.count &+ 1)
        nodes.append(node)
    }

    private mutating func object(_ bytes: Span<UInt8>) throws(JSONSyntaxError) {
        let place = nodes.count
        nodes.append(JSONNode(kind: .object))
        var keys = KeyPlaces(first: place + 1)
        try enter(bytes)
        if try cursor.current(bytes) == UInt8(ascii: "}") {
            leave()
        } else {
            repeat { try member(bytes, &keys) } while try hasNext(bytes, closing: UInt8(ascii: "}"))
        }
        close(place, count: UInt32(truncatingIfNeeded: keys.count))
    }

    // As two more below, part of its caller: being called costs more than what it does.
    @inline(__always)
    private mutating func member(_ bytes: Span<UInt8>, _ keys: inout KeyPlaces) throws(JSONSyntaxError) {
        guard try cursor.current(bytes) == UInt8(ascii: "\"") else { throw cursor.unexpected(bytes) }
        let text = try keyString(bytes)
        let mark = mark(of: text, bytes)
        cursor.skipWhitespace(bytes)
        guard try cursor.current(bytes) == UInt8(ascii: ":") else { throw cursor.unexpected(bytes) }
        cursor.pass(bytes)
        let place = nodes.count
        let first = firstPlace(of: text, mark, bytes, &keys)
        nodes.append(
            JSONNode(
                kind: first == nil ? .key : .repeatedKey, text: text, value: UInt32(truncatingIfNeeded: place &+ 1),
                mark: mark))
        try value(bytes)
        nodes[place].end = UInt32(truncatingIfNeeded: nodes.count)
        if let first { nodes[first].value = UInt32(truncatingIfNeeded: place &+ 1) }
    }

    private mutating func array(_ bytes: Span<UInt8>) throws(JSONSyntaxError) {
        let place = nodes.count
        nodes.append(JSONNode(kind: .array))
        var count: UInt32 = 0
        try enter(bytes)
        if try cursor.current(bytes) == UInt8(ascii: "]") {
            leave()
        } else {
            repeat {
                try value(bytes)
                count &+= 1
            } while try hasNext(bytes, closing: UInt8(ascii: "]"))
        }
        close(place, count: count)
    }

    /// Says of an array or object what is known once all within it is read.
    @inline(__always)
    private mutating func close(_ place: Int, count: UInt32) {
        nodes[place].count = count
        nodes[place].end = UInt32(truncatingIfNeeded: nodes.count)
    }

    /// Passes the opening bracket and the whitespace after it.
    @inline(__always)
    private mutating func enter(_ bytes: Span<UInt8>) throws(JSONSyntaxError) {
        guard depth < limits.depthMax else { throw JSONSyntaxError(reason: .tooDeep, offset: cursor.position) }
        depth += 1
        cursor.pass(bytes)
    }

    /// Passes the closing bracket.
    private mutating func leave() {
        depth -= 1
        cursor.position += 1
    }

    /// After an element: whether a comma follows (then passes it and the whitespace after it) or the closing bracket.
    @inline(__always)
    private mutating func hasNext(_ bytes: Span<UInt8>, closing: UInt8) throws(JSONSyntaxError) -> Bool {
        cursor.skipWhitespace(bytes)
        let byte = try cursor.current(bytes)
        if byte == UInt8(ascii: ",") {
            cursor.pass(bytes)
            return true
        }
        guard byte == closing else { throw cursor.unexpected(bytes) }
        leave()
        return false
    }
}
