import JSON

/// The query of every paged list. Bounds are assumed from the general rule of the API (reference 3.1).
enum PageSchema {
    static let query = Schema.object(properties: properties, required: [])

    static let properties = [
        Property(name: "page", schema: .integer(minimum: 0, maximum: nil)),
        Property(name: "per_page", schema: .integer(minimum: 1, maximum: 100)),
    ]
}
