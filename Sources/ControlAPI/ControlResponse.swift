import HTTPCore
import JSON
import Tenancy

/// A refused control call, in words for the person who wrote the test.
struct ControlError: Error {
    let status: HTTPStatus
    let message: String

    init(_ status: HTTPStatus, _ message: String) {
        self.status = status
        self.message = message
    }

    var response: HTTPResponse {
        ControlResponse.json(status) { writer in
            writer.beginObject()
            writer.key("error")
            writer.string(status.reasonPhrase)
            writer.key("message")
            writer.string(message)
            writer.endObject()
        }
    }
}

/// Answers of control calls.
enum ControlResponse {
    static func json(_ status: HTTPStatus = .ok, _ write: (inout JSONWriter) -> Void) -> HTTPResponse {
        var writer = JSONWriter()
        write(&writer)
        return HTTPResponse(
            status: status,
            fields: [HTTPField("content-type", "application/json"), HTTPField("cache-control", "no-store")],
            body: writer.finish())
    }

    /// A tenant's fidelity switches; a lifted limit is `null`.
    static func settings(_ settings: TenantSettings) -> HTTPResponse {
        json { writer in
            writer.beginObject()
            writer.key("name_rule")
            writer.string(settings.nameRule.rawValue)
            writer.key("patch_echo")
            writer.string(settings.patchEcho.rawValue)
            writer.key("rollback_to_current")
            writer.string(settings.rollbackToCurrent.rawValue)
            writer.key("as_of")
            if let day = settings.asOf { writer.string(day.rawValue) } else { writer.null() }
            writer.key("limits")
            writer.beginObject()
            for name in CountLimits.names {
                writer.key(name)
                if let limit = settings.limits.value(of: name) { writer.integer(limit) } else { writer.null() }
            }
            writer.endObject()
            writer.key("build")
            writer.beginObject()
            writer.key("reads")
            writer.integer(settings.build.reads)
            writer.key("milliseconds")
            writer.integer(Int(settings.build.milliseconds))
            writer.key("outcome")
            writer.string(settings.build.outcome.rawValue)
            writer.endObject()
            writer.endObject()
        }
    }
}
