import Ground
import JSON
import Resources
import Tenancy

/// Where a stream's deliveries go over HTTP, and in which form (reference extensibility-and-conventions.md section 4,
/// tenant-settings.md 9).
struct Destination {
    let url: String
    let fields: [(name: String, value: String)]
    /// What nobody may see of the fields, in the ways in which an answer may repeat it.
    let secrets: [String]
    private let format: Format

    private enum Format: String {
        case event
        case lines = "JSONLINES"
        case array = "JSONARRAY"
        case object = "JSONOBJECT"
    }

    /// - Returns: nil for a stream to something else than an endpoint.
    init?(_ stream: Document) {
        let tree = stream.tree
        if let url = tree[path: "destination.configuration.webhook_endpoint"]?.string {
            self.url = url
            let (field, secret) = Destination.authorization(tree, stream.sealedTree)
            fields = [("content-type", "application/json"), field]
            secrets = Destination.spelled([secret, field.value, Destination.credentials(field.value)])
            format = .event
        } else if let sink = tree["sink"], let url = sink["httpEndpoint"]?.string {
            self.url = url
            var fields = [(name: "content-type", value: sink["httpContentType"]?.string ?? "application/json")]
            if let secret = sink["httpAuthorization"]?.string { fields.append(("authorization", secret)) }
            for header in sink["httpCustomHeaders"]?.items ?? [] {
                if let name = header["header"]?.string { fields.append((name, header["value"]?.string ?? "")) }
            }
            self.fields = fields
            let credentials = Destination.credentials(sink["httpAuthorization"]?.string ?? "")
            secrets = Destination.spelled(fields.dropFirst().map(\.value) + [credentials])
            // DOCS: lines, where it does not say.
            format = sink["httpContentFormat"]?.string.flatMap { Format(rawValue: $0) } ?? .lines
        } else {
            return nil
        }
    }

    /// What sort of thing takes a stream's deliveries, by the service's names.
    static func kind(of stream: JSONTree) -> String {
        (stream[path: "destination.type"] ?? stream["type"])?.string ?? ""
    }

    /// What stands behind the scheme of an authorization that has one (RFC 9110 section 11.4), padding left out; empty
    /// where it has none.
    private static func credentials(_ authorization: String) -> String {
        let scheme = authorization.prefix { $0 != " " }.lowercased()
        guard ["basic", "bearer"].contains(scheme) else { return "" }
        var credentials = authorization.dropFirst(scheme.count + 1)
        while credentials.last == "=" { credentials.removeLast() }
        return String(credentials)
    }

    /// Secrets as they are and as they stand in JSON; with slashes escaped, too, as some write them.
    private static func spelled(_ secrets: [String]) -> [String] {
        secrets.flatMap { secret -> [String] in
            let escaped = String(decoding: JSONTree.string(secret).bytes.dropFirst().dropLast(), as: UTF8.self)
            let slashed = escaped.split(separator: "/", omittingEmptySubsequences: false).joined(separator: "\\/")
            return [secret] + [escaped, slashed].filter { $0 != secret }
        }
    }

    private static func authorization(
        _ stream: JSONTree, _ sealed: JSONTree
    ) -> (field: (name: String, value: String), secret: String) {
        let path = "destination.configuration.webhook_authorization"
        let shown = stream[path: path] ?? .emptyObject
        func secret(_ name: String) -> String { sealed["\(path).\(name)"]?.string ?? "" }
        switch shown["method"]?.string {
        case "basic":
            let pair = Array("\(shown["username"]?.string ?? ""):\(secret("password"))".utf8)
            let text = String(decoding: Base64URL.encodeStandard(pair), as: UTF8.self)
            return (("authorization", "Basic \(text)"), secret("password"))
        case "custom_header":
            return ((shown["header_key"]?.string ?? "", secret("header_value")), secret("header_value"))
        default: return (("authorization", "Bearer \(secret("token"))"), secret("token"))
        }
    }

    /// What one request brings. An event comes alone.
    func content(of deliveries: [JSONTree]) -> [UInt8] {
        guard format != .event else { return deliveries.first.map(Destination.posted)?.bytes ?? [] }
        let lines = deliveries.map { delivery -> JSONTree in
            let entry = delivery["log"] ?? .emptyObject
            return ["log_id": entry["log_id"] ?? "", "data": entry]
        }
        switch format {
        case .array: return JSONTree.array(lines).bytes
        // Assumed: receivers that are written for it look for this member.
        case .object: return (["logs": .array(lines)] as JSONTree).bytes
        case .lines, .event: return Array(lines.map(\.bytes).joined(separator: [0x0A])) + [0x0A]
        }
    }

    /// An event as it is told, in the order of the answer to a test (RECORDED 4).
    static func posted(_ delivery: JSONTree) -> JSONTree {
        var event = delivery["event"] ?? .emptyObject
        if let purpose = delivery[Deliveries.purpose] { event["a0purpose"] = purpose }
        return event.ordered([
            "specversion", "id", "source", "type", "time", "data", "a0purpose", "a0stream", "a0tenant",
        ])
    }
}
