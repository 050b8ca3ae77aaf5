import HTTPCore
import JSON
import Synchronization
import Tenancy
import Tokens

/// Who a request comes from and what it may do (reference 6.2).
struct BearerCheck: Sendable {
    private let keys: TokenKeyStore
    private let verified = VerifiedTokens()

    init(keys: TokenKeyStore) {
        self.keys = keys
    }

    /// Lax: any bearer token passes, none is a 401. Strict: one of ours, for this tenant, not expired, with one of
    /// the scopes.
    ///
    /// - Parameter scopes: any of these is enough; empty for routes whose scopes are not known here.
    /// - Returns: what the token allows; nil: everything.
    @discardableResult
    func check(
        _ request: HTTPRequest, _ tenant: TenantHandle, _ authentication: Authentication,
        scopes: @autoclosure () -> [String], at now: Instant
    ) throws(APIError) -> Set<String>? {
        guard BearerCheck.hasBearer(request.fields) else { throw .missingAuthentication }
        guard case .strict = authentication else { return nil }
        let scopes = scopes()
        let granted = try grantedScopes(request, tenant, now.nanoseconds / 1_000_000_000)
        guard scopes.isEmpty || scopes.contains(where: granted.contains) else { throw .insufficientScope(scopes) }
        return granted
    }

    /// True when the first Authorization field is `Bearer`, in any case, with something behind it
    /// (design section 6: an empty one counts as missing).
    private static func hasBearer(_ fields: HTTPFields) -> Bool {
        var isFirst = true
        var found = false
        fields.forEachValue(of: .authorization) { value in
            guard isFirst else { return }
            isFirst = false
            // A value ends without white space, so what it ends with is not nothing.
            found =
                value.count > 7 && value[6] == 0x20 && value[value.count - 1] != 0x20
                && value.extracting(0..<6).equalsIgnoringCase("bearer")
        }
        return found
    }

    private func grantedScopes(
        _ request: HTTPRequest, _ tenant: TenantHandle, _ now: Int64
    ) throws(APIError) -> Set<String> {
        let entry = VerifiedTokens.Key(
            credentials: request.fields[.authorization] ?? "", tenant: tenant.name, authority: request.authority,
            keys: TokenKeyStore.revision(of: tenant))
        if let scopes = verified.scopes(of: entry, at: now) { return scopes }
        let token = String(Substring(entry.credentials.utf8.dropFirst(7).drop { $0 == 0x20 }))
        let claims: JSONValue
        do throws(TokenRefusal) {
            claims = try verifiedClaims(token, entry, tenant, now)
        } catch {
            throw APIError(error)
        }
        let scopes = Set((claims.string("scope") ?? "").split(separator: " ").map(String.init))
        let from = JSONWebToken.seconds(claims, "nbf") ?? Int64.min
        verified.insert(entry, scopes, from: from, until: JSONWebToken.seconds(claims, "exp") ?? now)
        return scopes
    }

    /// One of our tokens is for this host and from it; a foreign one, signed by a key of the given set, is for the
    /// Management API of whatever tenant.
    private func verifiedClaims(
        _ token: String, _ entry: VerifiedTokens.Key, _ tenant: TenantHandle, _ now: Int64
    ) throws(TokenRefusal) -> JSONValue {
        let host = Authority.host(of: entry.authority)
        do throws(TokenRefusal) {
            return try JSONWebToken.verify(
                token, keys: { keys.key($0, tenant: tenant).map { [$0] } ?? [] },
                JSONWebToken.Expectation(
                    issuer: { Authority.host(of: $0, path: "/") == host },
                    audience: { Authority.host(of: $0, path: "/api/v2/") == host }, nowUnixSeconds: now))
        } catch {
            guard error == .unknownKey, !keys.foreign.isEmpty else { throw error }
            return try JSONWebToken.verify(
                token, keys: keys.foreign.keys,
                JSONWebToken.Expectation(
                    issuer: { _ in true }, audience: { Authority.host(of: $0, path: "/api/v2/") != nil },
                    nowUnixSeconds: now))
        }
    }
}

/// Tokens whose signature was checked already, so that strict costs little more than lax. Bounded.
private final class VerifiedTokens: Sendable {
    struct Key: Hashable {
        /// As they came, scheme and token: nothing is taken apart before it is known to be new.
        let credentials: String
        let tenant: String
        let authority: String
        /// Keys that were revoked verify nothing any more.
        let keys: Int
    }

    private let entries = Mutex<[Key: (scopes: Set<String>, from: Int64, until: Int64)]>([:])
    private static let countMax = 1_024

    func scopes(of key: Key, at now: Int64) -> Set<String>? {
        entries.withLock { entries in
            guard let entry = entries[key], now >= entry.from, now < entry.until else { return nil }
            return entry.scopes
        }
    }

    func insert(_ key: Key, _ scopes: Set<String>, from: Int64, until: Int64) {
        entries.withLock { entries in
            if entries.count >= VerifiedTokens.countMax { entries.removeAll(keepingCapacity: true) }
            entries[key] = (scopes, from, until)
        }
    }
}

extension APIError {
    /// The service's answers to tokens it does not take (reference 6.2).
    fileprivate init(_ refusal: TokenRefusal) {
        switch refusal {
        case .malformed:
            self = .front(.badRequest, "Bad HTTP authentication header format", "Bearer", rule: "token-form", .recorded)
        case .algorithm, .unknownKey, .signature:
            self = .front(
                .unauthorized, "Invalid signature received for JSON Web Token validation", rule: "token-signature",
                .specified)
        case .expired:
            self = .front(
                .unauthorized, "Expired token received for JSON Web Token validation", rule: "token-expiry", .issue)
        case .notYetValid, .issuer, .audience:
            self = .front(.unauthorized, "Invalid token", rule: "token-claims", .issue)
            attribute = "Invalid token"
        }
    }

    /// RECORDED on other routes.
    fileprivate static func insufficientScope(_ scopes: [String]) -> APIError {
        .front(
            .forbidden, "Insufficient scope, expected any of: \(scopes.joined(separator: ","))", "insufficient_scope",
            rule: "scope", .recorded)
    }
}
