/// One pass over one text, by recursive descent: a method per rule of the grammar (RFC 8259, sections 2 to 5).
///
/// Each method starts with `position` at its first byte and leaves it after its last. The text is handed down rather
/// than stored, since a `Span` may not outlive its call. Strings and numbers are in files of their own.
struct JSONReader {
    let limits: JSONLimits
    var position = 0
    /// What was read so far; see `JSONDocument`.
    var nodes: [JSONNode] = []
    var decoded: [UInt8] = []
    private var depth = 0

    init(limits: JSONLimits) {
        self.limits = limits
        nodes.reserveCapacity(24)
    }

    /// Reads a whole text.
    mutating func read(_ bytes: Span<UInt8>) throws(JSONSyntaxError) {
        skipWhitespace(bytes)
        try value(bytes)
        skipWhitespace(bytes)
        guard position == bytes.count else { throw unexpected(bytes) }
    }

    /// The fault of the byte at `position`, or of there being none.
    func unexpected(_ bytes: Span<UInt8>) -> JSONSyntaxError {
        guard position < bytes.count else { return JSONSyntaxError(reason: .unexpectedEnd, offset: bytes.count) }
        return JSONSyntaxError(reason: .unexpectedByte(bytes[position]), offset: position)
    }

    private mutating func value(_ bytes: Span<UInt8>) throws(JSONSyntaxError) {
        switch try current(bytes) {
        case UInt8(ascii: "\""): append(JSONNode(kind: .string, text: try string(bytes)))
        case UInt8(ascii: "{"): try object(bytes)
        case UInt8(ascii: "["): try array(bytes)
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
            append(JSONNode(kind: .number, text: try number(bytes)))
        case UInt8(ascii: "t"):
            try literal("true", bytes)
            append(JSONNode(kind: .true))
        case UInt8(ascii: "f"):
            try literal("false", bytes)
            append(JSONNode(kind: .false))
        case UInt8(ascii: "n"):
            try literal("null", bytes)
            append(JSONNode(kind: .null))
        default: throw unexpected(bytes)
        }
    }

    /// Appends a value that has nothing within it.
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
        if try current(bytes) == UInt8(ascii: "}") {
            leave()
        } else {
            repeat { try member(bytes, &keys) } while try hasNext(bytes, closing: UInt8(ascii: "}"))
        }
        nodes[place].count = UInt32(truncatingIfNeeded: keys.count)
        nodes[place].end = UInt32(truncatingIfNeeded: nodes.count)
    }

    private mutating func member(_ bytes: Span<UInt8>, _ keys: inout KeyPlaces) throws(JSONSyntaxError) {
        guard try current(bytes) == UInt8(ascii: "\"") else { throw unexpected(bytes) }
        let text = try string(bytes)
        let isDecoded = text.traits.contains(.decoded)
        let mark = isDecoded ? JSONKey.mark(decoded.span, text.range) : JSONKey.mark(bytes, text.range)
        skipWhitespace(bytes)
        guard try current(bytes) == UInt8(ascii: ":") else { throw unexpected(bytes) }
        position += 1
        skipWhitespace(bytes)
        let place = nodes.count
        let key = JSONNode(kind: .key, text: text, value: UInt32(truncatingIfNeeded: place &+ 1), mark: mark)
        let first = firstPlace(of: key, bytes, &keys)
        nodes.append(first == nil ? key : JSONNode(kind: .repeatedKey))
        try value(bytes)
        nodes[place].end = UInt32(truncatingIfNeeded: nodes.count)
        if let first { nodes[first].value = UInt32(truncatingIfNeeded: place &+ 1) }
    }

    private mutating func array(_ bytes: Span<UInt8>) throws(JSONSyntaxError) {
        let place = nodes.count
        nodes.append(JSONNode(kind: .array))
        var count: UInt32 = 0
        try enter(bytes)
        if try current(bytes) == UInt8(ascii: "]") {
            leave()
        } else {
            repeat {
                try value(bytes)
                count &+= 1
            } while try hasNext(bytes, closing: UInt8(ascii: "]"))
        }
        nodes[place].count = count
        nodes[place].end = UInt32(truncatingIfNeeded: nodes.count)
    }

    /// Passes the opening bracket and the whitespace after it.
    private mutating func enter(_ bytes: Span<UInt8>) throws(JSONSyntaxError) {
        guard depth < limits.depthMax else { throw JSONSyntaxError(reason: .tooDeep, offset: position) }
        depth += 1
        position += 1
        skipWhitespace(bytes)
    }

    /// Passes the closing bracket.
    private mutating func leave() {
        depth -= 1
        position += 1
    }

    /// After an element: whether a comma follows (then passes it and the whitespace after it) or the closing bracket.
    private mutating func hasNext(_ bytes: Span<UInt8>, closing: UInt8) throws(JSONSyntaxError) -> Bool {
        skipWhitespace(bytes)
        let byte = try current(bytes)
        if byte == UInt8(ascii: ",") {
            position += 1
            skipWhitespace(bytes)
            return true
        }
        guard byte == closing else { throw unexpected(bytes) }
        leave()
        return false
    }

    private mutating func literal(_ name: StaticString, _ bytes: Span<UInt8>) throws(JSONSyntaxError) {
        for index in 0..<name.utf8CodeUnitCount {
            guard try current(bytes) == name.byte(at: index) else { throw unexpected(bytes) }
            position += 1
        }
    }

    @inline(__always)
    func current(_ bytes: Span<UInt8>) throws(JSONSyntaxError) -> UInt8 {
        guard position < bytes.count else { throw unexpected(bytes) }
        return bytes[position]
    }

    @inline(__always)
    private mutating func skipWhitespace(_ bytes: Span<UInt8>) {
        while position < bytes.count {
            switch bytes[position] {
            case UInt8(ascii: " "), UInt8(ascii: "\n"), UInt8(ascii: "\r"), UInt8(ascii: "\t"): position += 1
            default: return
            }
        }
    }
}
