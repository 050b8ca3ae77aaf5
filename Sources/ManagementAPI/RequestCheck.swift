import HTTPCore
import JSON
import Routing

/// Reads query and content and holds them against an operation's schemas.
enum RequestCheck {
    /// - Returns: the query's properties; what its schema has as a number or a boolean becomes one where it reads like
    ///   one, a repeated property an array, as the service's platform would have it (assumed).
    static func query(of request: HTTPRequest, _ schema: ObjectSchema?) throws(APIError) -> JSONObject {
        guard let schema else { return JSONObject() }
        guard !request.query.isEmpty else { return JSONObject() }
        guard let items = QueryItems(request.query)?.items else {
            throw APIError(SchemaFault(reason: "The query is not valid percent-encoded UTF-8"), in: .query)
        }
        var object = JSONObject()
        for (name, text) in items {
            let key = JSONKey(name)
            let value = value(text, schema.property(key)?.schema)
            switch object[key] {
            case nil: object.set(key, to: value)
            case .array(let values): object.set(key, to: .array(values + [value]))
            case .some(let first): object.set(key, to: .array([first, value]))
            }
        }
        do throws(SchemaFault) {
            try schema.check(object)
        } catch {
            throw APIError(error, in: .query)
        }
        return object
    }

    private static func value(_ text: String, _ schema: Schema?) -> JSONValue {
        switch schema {
        case .integer: number(text).map { .number($0) } ?? .string(text)
        case .boolean where text == "true" || text == "false": .bool(text == "true")
        default: .string(text)
        }
    }

    /// An optional minus and up to 18 digits: what fits an `Int` without a second look.
    private static func number(_ text: String) -> JSONNumber? {
        let digits = text.utf8.first == 0x2D ? text.utf8.dropFirst() : text.utf8[...]
        guard (1...18).contains(digits.count), digits.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        return Int(text).map { JSONNumber($0) }
    }

    /// - Returns: the parsed and checked content, `null` where the operation takes none.
    static func content(of request: HTTPRequest, _ content: Operation.Content) throws(APIError) -> JSONValue {
        switch content {
        case .ignored:
            return .null
        case .empty:
            let value = try parse(request)
            if value != .null { try check(value, emptyObject) }
            return .null
        case .json(let schema):
            let value = try parse(request)
            try check(value, schema)
            return value
        }
    }

    /// The same name twice in one request is a 400 (assumed, design section 6), in the validator's words.
    static func distinct(_ names: [String], _ property: Property) throws(APIError) {
        guard names.count > 1 else { return }
        // Bytes, since Swift's equality of text would take different spellings of a character for the same.
        var places: [[UInt8]: Int] = [:]
        for (index, name) in names.enumerated() {
            if let first = places.updateValue(index, forKey: Array(name.utf8)) {
                throw APIError(
                    SchemaFault(
                        reason: "Array items are not unique (indexes \(first) and \(index))", path: property.name,
                        description: property.description), in: .payload)
            }
        }
    }

    private static let emptyObject = Schema.object(properties: [], required: [])

    private static func check(_ value: JSONValue, _ schema: Schema) throws(APIError) {
        do throws(SchemaFault) {
            try schema.check(value)
        } catch {
            throw APIError(error, in: .payload)
        }
    }

    /// No content reads as `null`, which the schemas then name as the fault.
    private static func parse(_ request: HTTPRequest) throws(APIError) -> JSONValue {
        guard !request.body.isEmpty else { return .null }
        try checkMediaType(request.fields)
        do throws(JSONSyntaxError) {
            return try JSONParser.parse(request.body)
        } catch {
            throw .malformedJSON
        }
    }

    /// `application/json` with any parameters; a missing type is taken as JSON (assumed, design section 6).
    private static func checkMediaType(_ fields: HTTPFields) throws(APIError) {
        try fields.forEachValue(of: .contentType) { (value: Span<UInt8>) throws(APIError) in
            var end = 0
            while end < value.count, value[end] != 0x3B, value[end] != 0x20, value[end] != 0x09 { end += 1 }
            guard value.extracting(0..<end).equalsIgnoringCase("application/json") else {
                throw .unsupportedMediaType
            }
        }
    }
}
