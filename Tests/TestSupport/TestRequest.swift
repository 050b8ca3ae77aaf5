package import HTTPCore
package import JSON

/// Requests as tests write them.
package enum TestRequest {
    /// A request with a bearer token and, with a body, the JSON content type.
    package static func make(
        _ method: HTTPMethod, _ target: String, _ body: String? = nil, authority: String = "127.0.0.1:4664",
        fields: [(String, String)] = [("Authorization", "Bearer test")], contentType: String? = "application/json"
    ) -> HTTPRequest {
        let parts = target.split(separator: "?", maxSplits: 1).map { Array($0.utf8) }
        var all = HTTPFields()
        for (name, value) in fields { all.append(name, value) }
        if body != nil, let contentType { all.append("Content-Type", contentType) }
        return HTTPRequest(
            method: method, path: parts.first ?? [], query: parts.count > 1 ? parts[1] : [], authority: authority,
            fields: all, body: Array((body ?? "").utf8))
    }
}

extension HTTPResponse {
    /// The body as text.
    package var text: String { String(decoding: body, as: UTF8.self) }

    /// The body as JSON; `null` when it is none.
    package var json: JSONValue {
        (try? JSONParser.parse(body)) ?? .null
    }
}

extension JSONValue {
    /// The keys of an object in order.
    package var keys: [String] { members?.map(\.key) ?? [] }

    /// The items of an array; empty for all else.
    package var list: [JSONValue] { items.map(Array.init) ?? [] }
}
