/// One pass over one text, by recursive descent: a method per rule of the grammar (RFC 8259, sections 2 to 5).
///
/// Each method starts with `position` at its first byte and leaves it after its last. The text is handed down rather
/// than stored, since a `Span` may not outlive its call. Strings and numbers are in files of their own.
struct JSONReader {
    let limits: JSONLimits
    var position = 0
    /// Decoded bytes of the string at hand if it has escapes; kept, so that one text needs one allocation for it.
    var decoded: [UInt8] = []
    private var depth = 0

    init(limits: JSONLimits) {
        self.limits = limits
    }

    mutating func document(_ bytes: Span<UInt8>) throws(JSONSyntaxError) -> JSONValue {
        skipWhitespace(bytes)
        let value = try value(bytes)
        skipWhitespace(bytes)
        guard position == bytes.count else { throw unexpected(bytes) }
        return value
    }

    /// The fault of the byte at `position`, or of there being none.
    func unexpected(_ bytes: Span<UInt8>) -> JSONSyntaxError {
        guard position < bytes.count else { return JSONSyntaxError(reason: .unexpectedEnd, offset: bytes.count) }
        return JSONSyntaxError(reason: .unexpectedByte(bytes[position]), offset: position)
    }

    private mutating func value(_ bytes: Span<UInt8>) throws(JSONSyntaxError) -> JSONValue {
        switch try current(bytes) {
        case UInt8(ascii: "\""): return .string(try string(bytes))
        case UInt8(ascii: "{"): return .object(try object(bytes))
        case UInt8(ascii: "["): return .array(try array(bytes))
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return .number(try number(bytes))
        case UInt8(ascii: "t"):
            try literal("true", bytes)
            return .bool(true)
        case UInt8(ascii: "f"):
            try literal("false", bytes)
            return .bool(false)
        case UInt8(ascii: "n"):
            try literal("null", bytes)
            return .null
        default: throw unexpected(bytes)
        }
    }

    private mutating func object(_ bytes: Span<UInt8>) throws(JSONSyntaxError) -> JSONObject {
        var object = JSONObject()
        try enter(bytes)
        if try current(bytes) == UInt8(ascii: "}") {
            leave()
            return object
        }
        while true {
            guard try current(bytes) == UInt8(ascii: "\"") else { throw unexpected(bytes) }
            let key = JSONKey(try string(bytes))
            skipWhitespace(bytes)
            guard try current(bytes) == UInt8(ascii: ":") else { throw unexpected(bytes) }
            position += 1
            skipWhitespace(bytes)
            object.set(key, to: try value(bytes))
            guard try hasNext(bytes, closing: UInt8(ascii: "}")) else { return object }
        }
    }

    private mutating func array(_ bytes: Span<UInt8>) throws(JSONSyntaxError) -> [JSONValue] {
        var items: [JSONValue] = []
        try enter(bytes)
        if try current(bytes) == UInt8(ascii: "]") {
            leave()
            return items
        }
        items.reserveCapacity(4)
        while true {
            items.append(try value(bytes))
            guard try hasNext(bytes, closing: UInt8(ascii: "]")) else { return items }
        }
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
