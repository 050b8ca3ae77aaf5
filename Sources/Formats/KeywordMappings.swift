import JSON

/// The deploy CLI's keyword replacement: `##KEY##` becomes the value's text, `@@KEY@@` the value as JSON, together with
/// the quotes around it if there are any.
package struct KeywordMappings: Sendable {
    private var mappings: [(key: String, text: String, json: String)] = []

    package init() {}

    /// - Parameter text: a JSON object, as `AUTH0_KEYWORD_REPLACE_MAPPINGS` holds it.
    package init(_ text: String) throws(SeedError) {
        guard let members = (try? JSONParser.parse(Array(text.utf8)))?.members else {
            throw SeedError("", "it must be a JSON object")
        }
        for member in members {
            var writer = JSONWriter()
            writer.value(member.value)
            let json = String(decoding: writer.finish(), as: UTF8.self)
            mappings.append((member.key, member.value.string ?? json, json))
        }
    }

    package func replace(in text: String) -> String {
        guard text.contains("##") || text.contains("@@") else { return text }
        return mappings.reduce(text) { text, mapping in
            text.replacing("\"@@\(mapping.key)@@\"", with: mapping.json)
                .replacing("@@\(mapping.key)@@", with: mapping.json)
                .replacing("##\(mapping.key)##", with: mapping.text)
        }
    }
}
