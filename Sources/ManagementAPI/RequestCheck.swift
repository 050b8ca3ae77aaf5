import HTTPCore
import JSON
import Routing

/// Reads query and content and holds them against an operation's schemas.
enum RequestCheck {
    /// - Returns: the query's properties, nil where there are none to look at; what its schema has as a number or a
    ///   boolean becomes one where it reads like one, a repeated property an array, as the service's platform would
    ///   have it (assumed).
    static func query(of request: HTTPRequest, _ schema: ObjectSchema?) throws(APIError) -> JSONValue? {
        guard let schema, !request.query.isEmpty else { return nil }
        guard let items = QueryItems(request.query)?.items else {
            throw APIError(SchemaFault(reason: "The query is not valid percent-encoded UTF-8"), in: .query)
        }
        let query = object(grouped(items), schema)
        do throws(SchemaFault) {
            try schema.check(query)
        } catch {
            throw APIError(error, in: .query)
        }
        return query
    }

    /// All texts of each name, names in the order of their first appearance.
    private static func grouped(
        _ items: [(name: String, value: String)]
    ) -> [(name: String, texts: [String])] {
        var groups: [(name: String, texts: [String])] = []
        // Bytes, since Swift's equality of text would take different spellings of a character for the same.
        var places: [[UInt8]: Int] = [:]
        for item in items {
            if let place = places[Array(item.name.utf8)] {
                groups[place].texts.append(item.value)
            } else {
                places[Array(item.name.utf8)] = groups.count
                groups.append((item.name, [item.value]))
            }
        }
        return groups
    }

    private static func object(
        _ groups: [(name: String, texts: [String])], _ schema: ObjectSchema
    ) -> JSONValue {
        var writer = JSONWriter()
        writer.beginObject()
        for (name, texts) in groups {
            let schema = schema.property(name)?.schema
            writer.key(name)
            if texts.count > 1 { writer.beginArray() }
            for text in texts { write(text, schema, to: &writer) }
            if texts.count > 1 { writer.endArray() }
        }
        writer.endObject()
        // What the writer makes is JSON.
        return (try? JSONParser.parse(writer.finish())) ?? .null
    }

    private static func write(_ text: String, _ schema: Schema?, to writer: inout JSONWriter) {
        switch schema {
        case .integer: integer(text).map { writer.integer($0) } ?? writer.string(text)
        case .boolean where text == "true" || text == "false": writer.bool(text == "true")
        default: writer.string(text)
        }
    }

    /// An optional minus and up to 18 digits: what fits an `Int` without a second look.
    private static func integer(_ text: String) -> Int? {
        let digits = text.utf8.first == 0x2D ? text.utf8.dropFirst() : text.utf8[...]
        guard (1...18).contains(digits.count), digits.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        return Int(text)
    }

    /// - Returns: the parsed and checked content, `null` where the operation takes none.
    static func content(of request: HTTPRequest, _ content: Operation.Content) throws(APIError) -> JSONValue {
        switch content {
        case .ignored:
            return .null
        case .empty:
            let value = try parse(request)
            if !value.isNull { try check(value, emptyObject) }
            return .null
        case .json(let schema):
            let value = try parse(request)
            try check(value, schema)
            return value
        }
    }

    /// The same name twice in one request is a 400 (assumed, design section 6), in the validator's words.
    static func distinct<Item>(
        _ items: [Item], name: (Item) -> String, _ property: Property
    ) throws(APIError) {
        guard items.count > 1 else { return }
        // Bytes, since Swift's equality of text would take different spellings of a character for the same.
        var places: [[UInt8]: Int] = [:]
        for (index, item) in items.enumerated() {
            if let first = places.updateValue(index, forKey: Array(name(item).utf8)) {
                throw APIError(
                    SchemaFault(
                        reason: "Array items are not unique (indexes \(first) and \(index))", path: property.name,
                        description: property.description), in: .payload)
            }
        }
    }

    /// More than the tenant's limit is a 400 in the validator's words (status and text assumed, design section 6).
    ///
    /// - Parameter limit: nil lifts it.
    static func count(_ count: Int, upTo limit: Int?, _ property: Property) throws(APIError) {
        guard let limit, count > limit else { return }
        throw APIError(
            SchemaFault(
                reason: "Array is too long (\(count)), maximum \(limit)", path: property.name,
                description: property.description), in: .payload)
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
            let json: StaticString = "application/json"
            let end = json.utf8CodeUnitCount
            guard value.count >= end, value.extracting(first: end).equalsIgnoringCase(json),
                value.count == end || value[end] == 0x3B || value[end] == 0x20 || value[end] == 0x09
            else { throw .unsupportedMediaType }
        }
    }
}
