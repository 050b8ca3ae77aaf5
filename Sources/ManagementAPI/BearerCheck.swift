import Ground
import HTTPCore
import JSON
import Synchronization
import Tenancy
import Tokens

/// Who a request comes from and what it may do (reference 6.2).
struct BearerCheck: Sendable {
    private let keys: TokenKeyStore
    private let names: ServerNames
    private let verified = VerifiedTokens()

    init(keys: TokenKeyStore, names: ServerNames) {
        self.keys = keys
        self.names = names
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

    /// Whose token a request brings, as the token says; nil for one that says nothing.
    static func subject(of request: HTTPRequest) -> String? {
        let credentials = request.fields[.authorization] ?? ""
        return JSONWebToken.unverifiedSubject(String(credentials.drop { $0 != " " }.drop { $0 == " " }))
    }

    private func grantedScopes(
        _ request: HTTPRequest, _ tenant: TenantHandle, _ now: Int64
    ) throws(APIError) -> Set<String> {
        let entry = VerifiedTokens.Key(
            credentials: request.fields[.authorization] ?? "", tenant: tenant.name, authority: request.authority,
            keys: TokenKeyStore.revision(of: tenant))
        if let scopes = verified.scopes(of: entry, at: now) { return scopes }
        let token = String(Substring(entry.credentials.utf8.dropFirst(7).drop { $0 == 0x20 }))
        let claims = try verifiedClaims(token, entry, tenant, now)
        let scopes = Set((claims.string("scope") ?? "").words)
        let from = JSONWebToken.seconds(claims, "nbf") ?? Int64.min
        verified.insert(entry, scopes, from: from, until: JSONWebToken.seconds(claims, "exp") ?? now)
        return scopes
    }

    /// One of our tokens is for this server and from it, by whichever of its names; a foreign one, signed by a key of
    /// the given set, is for the Management API of whatever tenant.
    private func verifiedClaims(
        _ token: String, _ entry: VerifiedTokens.Key, _ tenant: TenantHandle, _ now: Int64
    ) throws(APIError) -> JSONValue {
        let host = Authority.host(of: entry.authority)
        func isOurs(_ address: String, _ path: String) -> Bool {
            names.areSame(Authority.host(of: address, path: path), host, tenant: entry.tenant)
        }
        var lacksKey = false
        do throws(TokenRefusal) {
            return try JSONWebToken.verify(
                token,
                keys: { header in
                    switch keys.verifier(header, tenant: tenant) {
                    case .key(let key): return [key]
                    case .nobody: return []
                    case .notYet:
                        lacksKey = true
                        return []
                    }
                },
                JSONWebToken.Expectation(
                    issuer: { isOurs($0, "/") }, audience: { isOurs($0, "/api/v2/") }, nowUnixSeconds: now))
        } catch {
            if lacksKey { throw .keyNotYet }
            guard error == .unknownKey, !keys.foreign.isEmpty else { throw APIError(error, at: host) }
        }
        do throws(TokenRefusal) {
            return try JSONWebToken.verify(
                token, keys: keys.foreign.keys,
                JSONWebToken.Expectation(
                    issuer: { _ in true }, audience: { Authority.host(of: $0, path: "/api/v2/") != nil },
                    nowUnixSeconds: now))
        } catch {
            throw APIError(error, at: host)
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
    /// The service's answers to tokens it does not take (reference 6.2); the explanation says more than they do.
    ///
    /// - Parameter host: by which the request reached this server.
    fileprivate init(_ refusal: TokenRefusal, at host: String) {
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
        guard let explanation else { return }
        let (field, constraint) = refusal.reason(at: host)
        self.explanation = Explanation(explanation.rule, field: field, constraint: constraint, explanation.evidence)
    }

    /// Seen only by who still waits when the server ends.
    static let keyNotYet: APIError = {
        var error = APIError.front(
            .serviceUnavailable, "The key that signs tokens is not there yet.", rule: "token-key", .own)
        error.deliveryFault = .askAgain
        return error
    }()

    /// RECORDED on other routes.
    fileprivate static func insufficientScope(_ scopes: [String]) -> APIError {
        .front(
            .forbidden, "Insufficient scope, expected any of: \(scopes.joined(separator: ","))", "insufficient_scope",
            rule: "scope", .recorded)
    }
}

extension TokenRefusal {
    /// Which part of the token failed, and what it should have been.
    fileprivate func reason(at host: String) -> (field: String?, constraint: String?) {
        switch self {
        case .malformed: (nil, "must be three parts of Base64URL, the first two JSON objects")
        case .algorithm(let name): ("alg", "is \(name), must be RS256")
        case .unknownKey: ("kid", "must name a key of this tenant, as /.well-known/jwks.json shows it")
        case .signature: (nil, "must be the key's")
        case .expired: ("exp", "must be later than the tenant's clock")
        case .notYetValid: ("nbf", "must not be later than the tenant's clock")
        case .issuer(let issuer): ("iss", "is \(issuer ?? "missing"), must be a name that leads here as \(host) does")
        case .audience(let audience):
            ("aud", "is \(audience ?? "missing"), must be /api/v2/ of a name that leads here as \(host) does")
        }
    }
}
