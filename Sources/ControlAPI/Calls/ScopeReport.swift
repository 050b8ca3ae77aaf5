import Formats
import HTTPCore
import JSON
import Journal
import Resources
import Tenancy

/// `GET /__admin/scopes`: what each client must be granted to do what it did.
enum ScopeReport {
    static func answer(_ call: ControlCall) throws(ControlError) -> HTTPResponse {
        let found = try call.entries()
        switch call[item: "format"] {
        case nil, "list":
            let needs = needs(call, found.entries) {
                Party(client: $0.tokenClient ?? $0.client ?? "unknown", audience: "")
            }
            return list(needs, found.dropped, call)
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

    /// Who needs something, and of which API where that is asked.
    private struct Party: Hashable {
        let client: String
        let audience: String
    }

    /// What each party's operations asked for.
    ///
    /// - Parameter party: nil for a request that is none's.
    private static func needs(
        _ call: ControlCall, _ entries: [JournalEntry], _ party: (JournalEntry) -> Party?
    ) -> [(party: Party, asked: [[String]])] {
        let known = call.responder.scopes()
        var needs: [Party: Set<[String]>] = [:]
        for entry in entries {
            guard let operation = entry.operation, operation < known.count, !known[operation].isEmpty,
                let party = party(entry), call[item: "client"].map({ $0 == party.client }) ?? true
            else { continue }
            needs[party, default: []].insert(known[operation])
        }
        return needs.sorted { ($0.key.client, $0.key.audience) < ($1.key.client, $1.key.audience) }.map { need in
            (party: need.key, asked: need.value.sorted { $0.lexicographicallyPrecedes($1) })
        }
    }

    private static func list(
        _ needs: [(party: Party, asked: [[String]])], _ dropped: Int, _ call: ControlCall
    ) -> HTTPResponse {
        ControlResponse.json { writer in
            writer.beginObject()
            writer.key("clients")
            writer.beginArray()
            for need in needs {
                writer.beginObject()
                writer.key("client")
                writer.string(need.party.client)
                writer.key("scopes")
                writer.strings(ClientGrant.leastScopes(need.asked))
                writer.endObject()
            }
            writer.endArray()
            writer.journalState(call.responder.journal, dropped: dropped)
            writer.endObject()
        }
    }

    /// A grant for each client and each API that its tokens were for, the tenant's own where they do not say. Who names
    /// no client can be granted nothing.
    private static func grants(_ call: ControlCall, _ entries: [JournalEntry]) throws(ControlError) -> [ClientGrant] {
        guard let entry = entries.first else { return [] }
        let own = managementAudience(try call.oneTenant().withTenant { $0 }, entry)
        return needs(call, entries) { entry in
            entry.tokenClient.map { Party(client: $0, audience: entry.tokenAudience ?? own) }
        }.map { party, asked in
            ClientGrant(clientID: party.client, audience: party.audience, scopes: ClientGrant.leastScopes(asked))
        }
    }

    /// What the tenant's Management API is called, which is not always where it is reached.
    ///
    /// - Parameter entry: a request, whose address the tenant has if it has none yet.
    private static func managementAudience(_ tenant: Tenant, _ entry: JournalEntry) -> String {
        var tenant = tenant
        if tenant.facts.origin.isEmpty { tenant.facts.origin = entry.scheme.origin(of: entry.authority) }
        let names = tenant.table("resource-servers").all.map(\.tree)
            .filter { $0["is_system"]?.bool ?? false }.compactMap { $0["identifier"]?.string }
        return names.first { $0.hasSuffix("/api/v2/") } ?? "https://\(entry.authority)/api/v2/"
    }
}
