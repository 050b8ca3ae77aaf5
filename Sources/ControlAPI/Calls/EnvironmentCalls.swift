import ClientSetup
import HTTPCore
import JSON
import Tenancy

/// What `localtenant env` prints, for whoever has no such command at hand.
enum EnvironmentCalls {
    static let all = [
        ControlOperation(
            .get, "/__admin/env",
            "the variables that lead a client here, as `localtenant env` prints them: `?client=node&format=dotenv`; "
                + "without `client`, which there are; `?secrets=true` shows the secret of a registered client",
            perform: environment)
    ]

    private static func environment(_ call: ControlCall) throws(ControlError) -> HTTPResponse {
        guard let name = call[item: "client"] else { return choices }
        guard let family = SDK(rawValue: name) else {
            throw ControlError(.badRequest, "There is no client \(name); there are \(names(SDK.self)).")
        }
        let formatName = call[item: "format"] ?? VariableFormat.sh.rawValue
        guard let format = VariableFormat(rawValue: formatName) else {
            throw ControlError(
                .badRequest, "There is no format \(formatName); there are \(names(VariableFormat.self)).")
        }
        let place = try ServerPlace(call)
        // It may be about to be used for the first time, by the client that is set up here.
        let client = try call.oneTenant(isMade: true).settings.clients.first
        let known = client.map { (id: $0.id, secret: call.isSet("secrets") ? $0.secret?.reveal() : nil) }
        let (id, secret) = known ?? (ClientEnvironment.anyClient.id, ClientEnvironment.anyClient.secret)
        let variables = ClientEnvironment.all(for: family, place.facts, clientID: id, clientSecret: secret)
        var notes = ClientEnvironment.notes(for: family, place.facts, hasFile: { _ in false }) + place.notes
        if let client, client.secret != nil, secret == nil {
            notes.append("AUTH0_CLIENT_SECRET is that of the client \(client.id); ?secrets=true shows it")
        }
        // The forms that know comments.
        let comments = format == .sh || format == .dotenv ? notes.map { "# \($0)\n" }.joined() : ""
        let type = format == .json ? "application/json" : "text/plain; charset=utf-8"
        return HTTPResponse(
            status: .ok, fields: [HTTPField("content-type", type), HTTPField("cache-control", "no-store")],
            body: Array((comments + format.text(variables)).utf8))
    }

    private static var choices: HTTPResponse {
        ControlResponse.json { writer in
            writer.beginObject()
            writer.key("clients")
            writer.beginArray()
            for family in SDK.allCases { writer.string(family.rawValue) }
            writer.endArray()
            writer.key("formats")
            writer.beginArray()
            for format in VariableFormat.allCases { writer.string(format.rawValue) }
            writer.endArray()
            writer.endObject()
        }
    }

    private static func names<Choice: CaseIterable & RawRepresentable>(_: Choice.Type) -> String
    where Choice.RawValue == String {
        Choice.allCases.map(\.rawValue).joined(separator: ", ")
    }
}

/// Where the server is for whoever calls: as it was reached, under a name that leads to the tenant.
private struct ServerPlace {
    private(set) var facts: ServerFacts
    private(set) var notes: [String] = []

    init(_ call: ControlCall) throws(ControlError) {
        let request = call.request
        guard let url = HTTPURL(request.scheme.origin(of: request.authority)) else {
            throw ControlError(.badRequest, "The Host of the request is no place to lead clients to.")
        }
        let tenant = try call.oneTenant(isMade: true).name
        let host = ServerPlace.host(of: tenant, url.host)
        let responder = call.responder
        facts = ServerFacts(
            url: HTTPURL(isSecure: false, host: host ?? url.host, port: url.port),
            authorityFile: responder.authority.file)
        if !responder.authority.speaksTLS { facts.httpsURL = nil }
        if host == nil { notes.append("this host leads to another tenant: send x-localtenant-tenant: \(tenant)") }
        if responder.authority.file == nil, responder.authority.pem != nil {
            notes.append("the CA is in no file yet: curl -so ca.pem \(facts.url.origin)/__admin/ca.pem")
        }
    }

    /// - Returns: a host that leads to the tenant; nil where there is none like the one that was called.
    private static func host(of tenant: String, _ host: String) -> String? {
        if tenant == "default" { return host.hasSuffix(".localhost") ? "localhost" : host }
        let isLoopback = host == "::1" || host.hasPrefix("127.") || host == "localhost"
        if isLoopback || host.hasSuffix(".localhost") { return "\(tenant).localhost" }
        return host.hasPrefix("\(tenant).") ? host : nil
    }
}
