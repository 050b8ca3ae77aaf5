import AuthenticationAPI
import Families
import Ground
import HTTPCore
import JSON
import Journal
import ManagementAPI
import Resources
import Tenancy

/// What a tenant's own log tells of requests, where the tenant is switched to tell (reference tenant-settings.md 11).
/// It is made of the journal's view of them, so no secret gets into it.
enum TenantLog {
    /// Larger contents are left out: a log is no store of code.
    static let bodyBytesMax = 8 * 1_024

    /// Notes a change that was made, or a token that was given or refused; nothing of other requests.
    static func note(
        _ journaled: JournalEntry, _ request: HTTPRequest, from client: IPAddress, in tenant: TenantHandle,
        _ delivery: any DeliveryService
    ) {
        guard var entry = exchange(journaled, request) ?? change(journaled, from: client) else { return }
        entry.address = client
        tenant.withTenant { Logs.tell(entry, at: tenant.world.now(), by: delivery, &$0) }
    }

    /// Notes that a network ACL applied to a request. The service counts them up and tells of each ACL every ten
    /// minutes; here each is told of at once (DOCS, but for where the members stand: INFERRED).
    static func note(
        _ acl: NetworkACL, _ visit: NetworkACL.Visit, in tenant: TenantHandle, _ delivery: any DeliveryService
    ) {
        let now = tenant.world.now()
        let time = JSONTree.string(now.text(digits: 3))
        let action: JSONTree =
            switch acl.action {
            case .allow: ["allow": true]
            case .block: ["block": true]
            case .log: ["log": true]
            case .redirect(let place): ["redirect": true, "redirect_uri": .string(place)]
            }
        var entry = Logs.Entry(type: "acls_summary")
        entry.address = visit.client
        entry.userAgent = visit.userAgent
        entry.details = [
            "acls_summary": [
                "acl_id": .string(acl.id), "description": .string(acl.description),
                "priority": .int(Int(acl.priority)), "action": action, "match": ["success": 1],
                "total_request_count": ["successes": 1], "start_time": time, "end_time": time,
            ]
        ]
        tenant.withTenant { Logs.tell(entry, at: now, by: delivery, &$0) }
    }

    private static func change(_ journaled: JournalEntry, from client: IPAddress) -> Logs.Entry? {
        guard let number = journaled.operation, (200..<300).contains(journaled.status) else { return nil }
        var entry = Logs.Entry(type: "sapi", ManagementResponder.summary(ofOperation: number))
        entry.clientID = journaled.tokenClient
        entry.userAgent = journaled.userAgent
        entry.details = details(journaled, from: client)
        entry.userID = userID(journaled.pathText)
        return entry
    }

    /// The user that a path is about.
    private static func userID(_ path: String) -> String? {
        let segments = path.split(separator: "/")
        guard segments.count > 3, segments[2] == "users" else { return nil }
        return PercentEncoding.decode(segments[3].utf8.span)
    }

    /// As recorded of the service; what it says of the token's scopes is what the token says.
    private static func details(_ journaled: JournalEntry, from client: IPAddress) -> JSONTree {
        var query = JSONTree.emptyObject
        for item in journaled.shownQuery { query[item.name] = .string(item.value) }
        let scopes = journaled.tokenScopes.map { JSONTree.string($0) }
        let request: JSONTree = [
            "auth": ["credentials": ["scopes": .array(scopes)], "strategy": "jwt", "user": .emptyObject],
            "body": body(journaled.shownBody), "channel": "api", "ip": .string("\(client)"),
            "method": .string(journaled.method.description.lowercased()), "path": .string(journaled.pathText),
            "query": query, "userAgent": .string(journaled.userAgent ?? ""),
        ]
        return [
            "request": request,
            "response": ["body": body(journaled.shownResponseBody), "statusCode": .int(journaled.status)],
        ]
    }

    private static func body(_ text: String) -> JSONTree {
        guard !text.isEmpty, text.utf8.count <= bodyBytesMax else { return .emptyObject }
        // A form stays a text.
        return (try? JSONParser.parse(Array(text.utf8))).map { .source($0) } ?? .string(text)
    }

    /// A client that exchanged its credentials for a token, or could not.
    private static func exchange(_ journaled: JournalEntry, _ request: HTTPRequest) -> Logs.Entry? {
        let isGiven = journaled.status == 200
        guard journaled.operation == nil, journaled.pathText == "/oauth/token", request.method == .post,
            isGiven || (400..<500).contains(journaled.status), journaled.item("grant_type") == "client_credentials"
        else { return nil }
        let answer = JSONTree(text: journaled.shownResponseBody)
        var entry = Logs.Entry(
            type: isGiven ? "seccft" : "feccft", isGiven ? "" : answer["error_description"]?.string ?? "")
        entry.clientID = AuthenticationResponder.clientID(of: request)
        entry.audience = journaled.item("audience")
        entry.scope = answer["scope"]?.string
        entry.userAgent = journaled.userAgent
        return entry
    }
}
