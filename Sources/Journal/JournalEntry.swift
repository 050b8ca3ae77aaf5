package import Ground
package import HTTPCore
import JSON
package import Tenancy

/// A request and its answer, as they were. What goes out of here goes through `Redaction`.
package final class JournalEntry: Sendable {
    package let id: UniqueID
    package let tenant: String
    /// When the request was answered, by the program's clock.
    package let time: Instant
    package let method: HTTPMethod
    package let scheme: HTTPScheme
    package let authority: String
    /// Who had made the connection.
    package let peer: IPAddress
    package let status: Int
    private let response: HTTPResponse
    private let secrets: SecretMembers
    /// Fields, path, query and body, one behind the other: an entry is made and let go for each request, and each array
    /// costs, most of all when it goes, since nothing of it is in a cache by then.
    private let bytes: [UInt8]
    private let fieldBytes: Int
    private let fieldsEnd: Int
    private let pathEnd: Int
    private let queryEnd: Int

    /// Copies what the request holds, since its buffers serve the next one.
    ///
    /// - Parameter secrets: what must not be shown of the contents, beside the names that are secrets everywhere.
    package init(
        id: UniqueID, tenant: String, time: Instant, _ request: HTTPRequest, _ response: HTTPResponse,
        secrets: SecretMembers = .none
    ) {
        self.secrets = secrets
        self.id = id
        self.tenant = tenant
        self.time = time
        method = request.method
        scheme = request.scheme
        authority = request.authority
        peer = request.peer
        status = response.status.code
        self.response = response
        fieldBytes = request.fields.byteCount
        fieldsEnd = request.fields.packedByteCount
        pathEnd = fieldsEnd + request.path.count
        queryEnd = pathEnd + request.query.count
        bytes = [UInt8](capacity: queryEnd + request.body.count) { output in
            request.fields.pack(into: &output)
            output.append(copying: request.path)
            output.append(copying: request.query)
            output.append(copying: request.body)
        }
    }

    /// Paths of members that are secrets in what this operation takes and answers.
    var secretPaths: [[String]] { operation.map { secrets.paths($0) } ?? [] }

    /// What the entry takes of memory, roughly.
    var byteCount: Int { 512 + bytes.count - (fieldsEnd - fieldBytes) + response.body.count }

    /// The request's fields, made anew at each look.
    var fields: HTTPFields {
        let bytes = bytes
        return HTTPFields(packed: bytes.span.extracting(first: fieldsEnd), byteCount: fieldBytes)
    }

    var body: [UInt8] { Array(bytes[queryEnd...]) }

    package var query: [UInt8] { Array(bytes[pathEnd..<queryEnd]) }

    var responseFields: [HTTPField] { response.allFields }

    var responseBody: [UInt8] { response.body }

    package var pathText: String { String(decoding: bytes[fieldsEnd..<pathEnd], as: UTF8.self) }

    /// The same with what a query may hold, for patterns; what is shown is `shownURL`.
    var url: String {
        queryEnd == pathEnd ? pathText : pathText + "?" + String(decoding: query, as: UTF8.self)
    }

    /// Why it was refused; nil for anything else.
    package var explanation: Explanation? { response.explanation }

    /// The number of the operation that answered; nil: none did.
    package var operation: Int? { response.operation }

    /// The client that the access token is for, as the token says; nil for a token that says nothing. A client that is
    /// its own subject is `ID@clients` there.
    package var tokenClient: String? {
        tokenClaims.flatMap { claims in
            claims.string("azp") ?? claims.string("client_id")
                ?? claims.string("sub").map { $0.hasSuffix("@clients") ? String($0.dropLast(8)) : $0 }
        }
    }

    /// The API that the access token is for, as it says; of several the Management API.
    package var tokenAudience: String? {
        guard let audience = tokenClaims?["aud"] else { return nil }
        let names = audience.items?.compactMap(\.string) ?? []
        return audience.string ?? names.first { $0.hasSuffix("/api/v2/") } ?? names.first
    }

    /// What the access token allows, as it says.
    package var tokenScopes: [String] {
        (tokenClaims?.string("scope") ?? "").words
    }

    private var tokenClaims: JSONValue? {
        let token = fields.value(of: "authorization")?.split(separator: " ").last ?? ""
        let parts = token.utf8.split(separator: 0x2E)
        guard parts.count == 3, let payload = Base64URL.decode(parts[1]) else { return nil }
        return try? JSONParser.parse(payload)
    }

    package var userAgent: String? { fields.value(of: "user-agent") }

    /// A member of the content, be it JSON or a form; nil for one that is a secret.
    package func item(_ name: String) -> String? {
        guard !JournalEntry.isSecret(name) else { return nil }
        if let value = try? JSONParser.parse(body) { return value.string(JSONKey(name)) }
        return QueryItems(body)?.items.first { $0.name == name }?.value
    }

    /// Who sent it, as far as it says so: of an Auth0 client its name and version, of others the product and version
    /// that `User-Agent` begins with.
    package var client: String? {
        fields.value(of: "auth0-client").flatMap(ClientHeader.init).map(\.description)
            ?? fields.value(of: "user-agent").map { String($0.prefix { $0 != " " }) }
    }
}
