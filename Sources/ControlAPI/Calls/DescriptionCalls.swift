import HTTPCore
import JSON

/// What control calls there are, for people and for programs.
enum DescriptionCalls {
    static let all = [
        ControlOperation(.get, "/__admin", "lists the control calls", perform: list),
        ControlOperation(.get, "/__admin/openapi.json", "the same as an OpenAPI document", perform: document),
    ]

    private static func list(_ call: ControlCall) -> HTTPResponse {
        ControlResponse.json { writer in
            writer.beginObject()
            writer.key("calls")
            writer.beginArray()
            for operation in ControlResponder.operations {
                writer.beginObject()
                writer.member("method", operation.method.rawValue)
                writer.member("path", operation.path)
                writer.member("summary", operation.summary)
                writer.endObject()
            }
            writer.endArray()
            writer.endObject()
        }
    }

    private static func document(_ call: ControlCall) -> HTTPResponse {
        let operations = ControlResponder.operations
        var paths: [String] = []
        for operation in operations where !paths.contains(operation.path) { paths.append(operation.path) }
        return ControlResponse.json { writer in
            writer.beginObject()
            writer.member("openapi", "3.1.0")
            writer.key("info")
            writer.beginObject()
            writer.member("title", "LocalTenant's control calls")
            writer.member("version", call.responder.version)
            writer.endObject()
            writer.key("paths")
            writer.beginObject()
            for path in paths {
                writer.key(path.replacing("...", with: ""))
                writer.beginObject()
                for operation in operations where operation.path == path { writer.operation(operation) }
                writer.endObject()
            }
            writer.endObject()
            writer.endObject()
        }
    }
}

extension JSONWriter {
    fileprivate mutating func member(_ name: StaticString, _ value: String) {
        key(name)
        string(value)
    }

    fileprivate mutating func operation(_ operation: ControlOperation) {
        key(operation.method.rawValue.lowercased())
        beginObject()
        member("summary", operation.summary)
        key("parameters")
        beginArray()
        for part in operation.path.split(separator: "/") where part.hasPrefix("{") {
            parameter(String(part.dropFirst().prefix { $0 != "." && $0 != "}" }), in: "path", "")
        }
        parameter("tenant", in: "query", "The tenant it is about, or * for all; else the one that the host names.")
        endArray()
        key("responses")
        beginObject()
        for (status, words) in [("2XX", "Done."), ("4XX", "Refused; nothing has changed, and `message` says why.")] {
            key(status)
            beginObject()
            member("description", words)
            endObject()
        }
        endObject()
        endObject()
    }

    private mutating func parameter(_ name: String, in place: String, _ description: String) {
        beginObject()
        member("name", name)
        member("in", place)
        if place == "path" {
            key("required")
            bool(true)
        } else {
            member("description", description)
        }
        key("schema")
        beginObject()
        member("type", "string")
        endObject()
        endObject()
    }
}
