import Ground
import HTTPCore
import JSON
import Resources

/// Reads query and content and holds them against an operation's schemas.
enum RequestCheck {
    /// - Returns: the query's properties, nil where there are none to look at; what its schema has as a number or a
    ///   boolean becomes one where it reads like one, a repeated property an array, as the service's platform would
    ///   have it (assumed).
    static func query(of request: HTTPRequest, _ schema: Schema?) throws(APIError) -> JSONValue? {
        guard let schema, !request.query.isEmpty else { return nil }
        guard let items = QueryItems(request.query)?.items else {
            throw APIError(SchemaProblem(reason: "The query is not valid percent-encoded UTF-8"), in: .query)
        }
        let query = object(grouped(items), schema)
        guard schema.fits(query) else { throw APIError(schema.problems(of: query), in: .query) }
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
        _ groups: [(name: String, texts: [String])], _ schema: Schema
    ) -> JSONValue {
        var writer = JSONWriter()
        writer.beginObject()
        for (name, texts) in groups {
            let types = schema.property(name)?.schema.types ?? .all
            writer.key(name)
            // One text of a list is a list (RECORDED of `strategy`).
            let isList = texts.count > 1 || types.contains(.array) && !types.contains(.string)
            if isList { writer.beginArray() }
            for text in texts { write(text, types, to: &writer) }
            if isList { writer.endArray() }
        }
        writer.endObject()
        // What the writer makes is JSON.
        return (try? JSONParser.parse(writer.finish())) ?? .null
    }

    private static func write(_ text: String, _ types: JSONTypes, to writer: inout JSONWriter) {
        if types.contains(.string) { return writer.string(text) }
        if !types.isDisjoint(with: [.integer, .number]), let number = integer(text) { return writer.integer(number) }
        if types.contains(.boolean), text == "true" || text == "false" { return writer.bool(text == "true") }
        writer.string(text)
    }

    /// An optional minus and up to 18 digits: what fits an `Int` without a second look.
    private static func integer(_ text: String) -> Int? {
        let digits = text.utf8.first == 0x2D ? text.utf8.dropFirst() : text.utf8[...]
        guard (1...18).contains(digits.count), digits.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        return Int(text)
    }

    /// Of modules and actions, which take JSON alone (design section 6).
    ///
    /// - Returns: the parsed and checked content, `null` where there is none, and none is needed.
    static func content(of request: HTTPRequest, _ operation: FamilyOperation) throws(APIError) -> JSONValue {
        switch operation.content {
        case .none, .multipart: return .null
        case .optional where request.body.isEmpty: return .null
        case .body, .optional: return try checked(try parse(request), operation.body)
        }
    }

    /// - Returns: the path's parameters, held against what the document says of them.
    static func parameters(_ match: FamilyRoutes.Match) throws(APIError) -> [String] {
        guard let schema = match.operation.parameters else { return match.parameters }
        let names = match.operation.path.split(separator: "/").filter { $0.first == "{" }.map {
            $0.dropFirst().dropLast()
        }
        var writer = JSONWriter()
        writer.beginObject()
        for (name, text) in zip(names, match.parameters) {
            writer.key(String(name))
            writer.string(text)
        }
        writer.endObject()
        let value = (try? JSONParser.parse(writer.finish())) ?? .null
        guard schema.fits(value) else {
            let problems = schema.problems(of: value)
            // RECORDED of a value outside a list.
            let isChoice = problems.first?.reason.hasPrefix("Invalid value") ?? false
            throw APIError(problems, in: .path, errorCode: isChoice ? "bad_request" : nil)
        }
        return match.parameters
    }

    /// - Returns: the checked content; nil where there is none, and none is needed.
    static func body(of request: HTTPRequest, _ operation: FamilyOperation) throws(APIError) -> JSONTree? {
        switch operation.content {
        case .none: return nil
        case .optional where request.body.isEmpty: return nil
        case .multipart: return .string(String(decoding: request.body, as: UTF8.self))
        case .body, .optional:
            let value: JSONValue
            if isOf("application/x-www-form-urlencoded", request.fields) {
                value = try form(request, operation.body)
            } else if isOf("text/html", request.fields), let page = page(request), operation.body.fits(page) {
                value = page
            } else {
                value = try parse(request)
            }
            return .source(try checked(value, operation.body))
        }
    }

    private static func isOf(_ type: String, _ fields: HTTPFields) -> Bool {
        fields[.contentType]?.lowercased().hasPrefix(type) ?? false
    }

    /// A page is the text that it would be in JSON (SPEC, of the page template).
    private static func page(_ request: HTTPRequest) -> JSONValue? {
        try? JSONParser.parse(JSONTree.string(String(decoding: request.body, as: UTF8.self)).bytes)
    }

    /// A form, made JSON by the types of the schema: SPEC lets nearly every body be one.
    private static func form(_ request: HTTPRequest, _ schema: Schema) throws(APIError) -> JSONValue {
        guard let items = QueryItems(request.body)?.items else { throw .malformedJSON }
        return object(grouped(items), schema)
    }

    /// The same name twice in one request is a 400 (assumed, design section 6), in the validator's words.
    static func distinct<Item>(
        _ items: [Item], name: (Item) -> String, _ member: JSONKey, of operation: FamilyOperation
    ) throws(APIError) {
        guard items.count > 1 else { return }
        // Bytes, since Swift's equality of text would take different spellings of a character for the same.
        var places: [[UInt8]: Int] = [:]
        for (index, item) in items.enumerated() {
            if let first = places.updateValue(index, forKey: Array(name(item).utf8)) {
                throw APIError(
                    "Array items are not unique (indexes \(first) and \(index))", on: member, of: operation)
            }
        }
    }

    /// More than the tenant's limit is a 400 in the validator's words (status and text assumed, design section 6).
    ///
    /// - Parameter limit: nil lifts it.
    static func count(
        _ count: Int, upTo limit: Int?, _ member: JSONKey, of operation: FamilyOperation
    ) throws(APIError) {
        guard let limit, count > limit else { return }
        throw APIError("Array is too long (\(count)), maximum \(limit)", on: member, of: operation)
    }

    private static func checked(_ value: JSONValue, _ schema: Schema) throws(APIError) -> JSONValue {
        guard schema.fits(value) else { throw APIError(schema.problems(of: value), in: .payload) }
        return value
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
