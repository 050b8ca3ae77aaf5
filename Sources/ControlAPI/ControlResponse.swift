import HTTPCore
import JSON
import Tenancy

/// A refused control call, in words for the person who wrote the test.
struct ControlError: Error {
    let status: HTTPStatus
    let message: String
    /// What a 405 names in `Allow` (RFC 9110 section 15.5.6).
    let allowed: [HTTPMethod]

    init(_ status: HTTPStatus, _ message: String, allowed: [HTTPMethod] = []) {
        self.status = status
        self.message = message
        self.allowed = allowed
    }

    var response: HTTPResponse {
        var response = ControlResponse.json(status) { writer in
            writer.beginObject()
            writer.key("error")
            writer.string(status.reasonPhrase)
            writer.key("message")
            writer.string(message)
            writer.endObject()
        }
        if !allowed.isEmpty {
            response.fields.append(HTTPField("allow", allowed.map(\.rawValue).joined(separator: ", ")))
        }
        return response
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

    /// What a tenant keeps for tests to read, and how much it is.
    ///
    /// - Parameter texts: JSON.
    static func kept(_ name: StaticString, _ texts: [[UInt8]]) -> HTTPResponse {
        json { writer in
            writer.beginObject()
            writer.key(name)
            writer.beginArray()
            for text in texts { writer.raw(text) }
            writer.endArray()
            writer.key("total")
            writer.integer(texts.count)
            writer.endObject()
        }
    }

    /// Done, and nothing to say.
    static var empty: HTTPResponse {
        HTTPResponse(status: .noContent, fields: [HTTPField("cache-control", "no-store")])
    }
}

extension JSONWriter {
    /// A tenant's fidelity switches; a lifted limit is `null`.
    mutating func settings(_ settings: TenantSettings) {
        beginObject()
        key("name_rule")
        string(settings.nameRule.rawValue)
        key("patch_echo")
        string(settings.patchEcho.rawValue)
        key("rollback_to_current")
        string(settings.rollbackToCurrent.rawValue)
        key("as_of")
        if let day = settings.asOf { string(day.rawValue) } else { null() }
        key("authentication")
        string(settings.authentication.rawValue)
        key("rate_plan")
        string(settings.ratePlan.rawValue)
        key("modules_enabled")
        bool(settings.hasModules)
        key("experimentation_enabled")
        bool(settings.hasExperimentation)
        key("read_only")
        bool(settings.isReadOnly)
        key("tenant_logs")
        bool(settings.logsChanges)
        key("network_acls")
        bool(settings.enforcesNetworkACLs)
        key("client_documents")
        if let documents = settings.clientDocuments {
            beginObject()
            for (address, document) in documents.sorted(by: { $0.key < $1.key }) {
                key(address)
                raw(document)
            }
            endObject()
        } else {
            null()
        }
        key("search_delay_milliseconds")
        integer(Int(settings.searchDelay))
        key("show_evidence")
        bool(settings.showsEvidence)
        key("limits")
        beginObject()
        for name in CountLimits.names {
            key(name)
            if let limit = settings.limits.value(of: name) { integer(limit) } else { null() }
        }
        endObject()
        key("build")
        beginObject()
        key("reads")
        if let reads = settings.build.reads { integer(reads) } else { null() }
        key("milliseconds")
        if let milliseconds = settings.build.milliseconds { integer(Int(milliseconds)) } else { null() }
        key("outcome")
        string(settings.build.outcome.rawValue)
        endObject()
        key("domain_verification")
        string(settings.domainVerification.rawValue)
        endObject()
    }
}
