import Formats
import HTTPCore
import JSON
import Journal
import Tenancy

/// `GET /__admin/scopes`: what each client must be granted to do what it did.
enum ScopeReport {
    static func answer(_ call: ControlCall) throws(ControlError) -> HTTPResponse {
        let found = try call.entries()
        switch call[item: "format"] {
        case nil, "list":
            return list(needs(call, found.entries) { $0.tokenClient ?? $0.client ?? "unknown" }, found.dropped, call)
        case "json":
            let grants = try grants(call, found.entries)
            return ControlResponse.json { writer in
                // That of one client is a body as it is.
                if call[item: "client"] != nil, grants.count == 1 { return writer.clientGrant(grants[0]) }
                writer.beginArray()
                for grant in grants { writer.clientGrant(grant) }
                writer.endArray()
            }
        case "terraform":
            return HTTPResponse(
                status: .ok,
                fields: [
                    HTTPField("content-type", "text/plain; charset=utf-8"), HTTPField("cache-control", "no-store"),
                ], body: Array(ClientGrant.hcl(try grants(call, found.entries)).utf8))
        case let format?:
            throw ControlError(.badRequest, "There is no format \(format); there are list, json, terraform.")
        }
    }

    /// Who a request without a client's token is of, where a client's id must be named.
    private static let anyClient = "(any)"

    /// What each client's operations asked for, by the name that `name` gives it.
    private static func needs(
        _ call: ControlCall, _ entries: [JournalEntry], _ name: (JournalEntry) -> String
    ) -> [(client: String, asked: [[String]], entry: JournalEntry)] {
        let known = call.responder.scopes()
        var needs: [String: (asked: Set<[String]>, entry: JournalEntry)] = [:]
        for entry in entries {
            guard let operation = entry.operation, operation < known.count, !known[operation].isEmpty else { continue }
            let client = name(entry)
            guard call[item: "client"].map({ $0 == client }) ?? true else { continue }
            needs[client, default: ([], entry)].asked.insert(known[operation])
        }
        return needs.sorted { $0.key < $1.key }.map { client, need in
            (client, need.asked.sorted { $0.lexicographicallyPrecedes($1) }, need.entry)
        }
    }

    private static func list(
        _ needs: [(client: String, asked: [[String]], entry: JournalEntry)], _ dropped: Int, _ call: ControlCall
    ) -> HTTPResponse {
        ControlResponse.json { writer in
            writer.beginObject()
            writer.key("clients")
            writer.beginArray()
            for need in needs {
                writer.beginObject()
                writer.key("client")
                writer.string(need.client)
                writer.key("scopes")
                writer.beginArray()
                for scope in ClientGrant.leastScopes(need.asked) { writer.string(scope) }
                writer.endArray()
                writer.endObject()
            }
            writer.endArray()
            writer.journalState(call.responder.journal, dropped: dropped)
            writer.endObject()
        }
    }

    /// A grant for each client, for the API that its token was for, or the tenant's own.
    private static func grants(_ call: ControlCall, _ entries: [JournalEntry]) throws(ControlError) -> [ClientGrant] {
        let origin = try call.oneTenant().withTenant { $0.facts.origin }
        return needs(call, entries) { $0.tokenClient ?? anyClient }.map { client, asked, entry in
            let own = origin.isEmpty ? entry.scheme.origin(of: entry.authority) : origin
            return ClientGrant(
                clientID: client, audience: entry.tokenAudience ?? own + "/api/v2/",
                scopes: ClientGrant.leastScopes(asked))
        }
    }
}
