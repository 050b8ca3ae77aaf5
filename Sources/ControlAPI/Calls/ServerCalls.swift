import HTTPCore
import JSON
import Tenancy

/// About the program as a whole.
enum ServerCalls {
    static let all = [
        ControlOperation(.get, "/__admin/health", "`{\"status\":\"healthy\",…}`, for probes", perform: health),
        ControlOperation(
            .get, "/__admin/ca.pem", "the CA's certificate, for clients to trust", perform: authorityCertificate),
        ControlOperation(.get, "/__admin/metrics", "counts and durations, in Prometheus' text form", perform: metrics),
    ]

    private static func metrics(_ call: ControlCall) -> HTTPResponse {
        HTTPResponse(
            status: .ok,
            fields: [
                HTTPField("content-type", "text/plain; version=0.0.4; charset=utf-8"),
                HTTPField("cache-control", "no-store"),
            ],
            body: Array(call.responder.metrics.text.utf8))
    }

    private static func health(_ call: ControlCall) -> HTTPResponse {
        let responder = call.responder
        let uptime = (responder.world.now().microseconds - responder.startedAt.microseconds) / 1_000_000
        return ControlResponse.json { writer in
            writer.beginObject()
            writer.key("status")
            writer.string("healthy")
            writer.key("message")
            writer.string("LocalTenant is serving.")
            writer.key("version")
            writer.string(responder.version)
            writer.key("uptimeInSeconds")
            writer.integer(Int(max(0, uptime)))
            writer.endObject()
        }
    }

    /// For `curl http://… -o ca.pem`: over plain HTTP too, since nobody trusts it yet.
    private static func authorityCertificate(_ call: ControlCall) throws(ControlError) -> HTTPResponse {
        guard let authorityPEM = call.responder.authority.pem else {
            throw ControlError(.notFound, "There is no CA of ours: TLS is off, or a certificate was given.")
        }
        return HTTPResponse(
            status: .ok,
            fields: [HTTPField("content-type", "application/x-pem-file"), HTTPField("cache-control", "no-store")],
            body: authorityPEM)
    }
}
