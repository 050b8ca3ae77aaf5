/// Schemas made in code; those of the vendor's document are read from its text (`SchemaText`).
extension Schema {
    /// An object with no other properties than these; `required` are the names it cannot do without.
    ///
    /// - Parameter allowsMore: lets other properties through unseen.
    package static func object(
        properties: [Property], required: [String], allowsMore: Bool = false
    ) -> Schema {
        let object = ObjectSchema(properties: properties, required: required, additional: allowsMore ? .any : .none)
        return Schema(types: .object, keywords: [.required, .properties(object)])
    }

    /// An array of so many items, all of one kind.
    package static func array(items: Schema, countMax: Int?, countMin: Int = 0) -> Schema {
        var keywords = [Keyword.items(items)]
        if let countMax { keywords.append(.maxItems(countMax)) }
        if countMin > 0 { keywords.append(.minItems(countMin)) }
        return Schema(types: .array, keywords: keywords)
    }

    /// A string of so many Unicode code points. U+0000 is always refused: the vendor's pattern is `^[^\u0000]*$`.
    package static func string(charactersMin: Int, charactersMax: Int?) -> Schema {
        var keywords: [Keyword] = []
        if charactersMin > 0 { keywords.append(.minLength(charactersMin)) }
        if let charactersMax { keywords.append(.maxLength(charactersMax)) }
        keywords.append(.noNUL)
        return Schema(types: .string, keywords: keywords)
    }

    /// A string of at least `min` and at most `max` code points.
    package static func string(max: Int, min: Int = 0) -> Schema {
        .string(charactersMin: min, charactersMax: max)
    }

    package static let boolean = Schema(types: .boolean)

    /// A number without a fraction, however it is spelled, within the bounds.
    package static func integer(minimum: Int?, maximum: Int?) -> Schema {
        var keywords: [Keyword] = []
        if let minimum { keywords.append(.minimum(JSONNumber(minimum))) }
        if let maximum { keywords.append(.maximum(JSONNumber(maximum))) }
        return Schema(types: .integer, keywords: keywords)
    }

    /// One of these strings.
    package static func choice(_ choices: [String]) -> Schema {
        var writer = JSONWriter()
        writer.strings(choices)
        // What the writer makes is JSON.
        let values = (try? JSONParser.parse(writer.finish()))?.items.map(Array.init) ?? []
        return Schema(types: .string, keywords: [.choice(values)])
    }

    package static let anything = Schema()
}
