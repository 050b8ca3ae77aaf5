import Ground
package import Credentials
package import JSON

/// JSON Web Tokens signed with RS256 (RFC 7519 in the compact form of RFC 7515).
package enum JSONWebToken {
    /// What a token says of its own signature: the sender's word, which chooses among keys and never how they are used.
    package struct Header {
        package let algorithm: PublicKey.Algorithm
        package let keyID: String?

        package init(algorithm: PublicKey.Algorithm, keyID: String?) {
            self.algorithm = algorithm
            self.keyID = keyID
        }
    }

    /// What a token is held against, beside its signature.
    package struct Expectation {
        package let acceptsIssuer: (String) -> Bool
        package let acceptsAudience: (String) -> Bool
        package let nowUnixSeconds: Int64

        package init(
            issuer: @escaping (String) -> Bool, audience: @escaping (String) -> Bool, nowUnixSeconds: Int64
        ) {
            acceptsIssuer = issuer
            acceptsAudience = audience
            self.nowUnixSeconds = nowUnixSeconds
        }
    }

    /// The longest token that is looked at; those of the service have under 1 kB.
    package static let bytesMax = 16 * 1024

    /// - Parameters:
    ///   - keyID: names the key in the header.
    ///   - write: writes the members of the claims' object.
    package static func sign(
        with key: SigningKey, keyID: String, claims write: (inout JSONWriter) -> Void
    ) throws(CredentialError) -> String {
        var header = JSONWriter(capacity: 64)
        header.beginObject()
        header.key("alg")
        header.string("RS256")
        header.key("typ")
        header.string("JWT")
        header.key("kid")
        header.string(keyID)
        header.endObject()
        var claims = JSONWriter()
        claims.beginObject()
        write(&claims)
        claims.endObject()
        var token = Base64URL.encode(header.finish()) + [0x2E] + Base64URL.encode(claims.finish())
        let signature = try key.sign(token)
        token += [0x2E] + Base64URL.encode(signature)
        return String(decoding: token, as: UTF8.self)
    }

    /// Whether a text has the form of a token at all: three parts, of which the first is a JSON object.
    package static func isWellFormed(_ token: String) -> Bool {
        parts(token).map { object($0[0]) != nil } ?? false
    }

    /// The claims of a token, once everything about it is right.
    ///
    /// - Parameter keys: those that may have signed it, by its header.
    package static func verify(
        _ token: String, keys: (Header) -> [PublicKey], _ expectation: Expectation
    ) throws(TokenRefusal) -> JSONValue {
        guard let parts = parts(token), let header = object(parts[0]), let claims = object(parts[1]) else {
            throw .malformed
        }
        let name = header.string("alg") ?? "none"
        guard let algorithm = PublicKey.Algorithm(rawValue: name) else { throw .algorithm(name) }
        let found = keys(Header(algorithm: algorithm, keyID: header.string("kid")))
        guard !found.isEmpty else { throw .unknownKey }
        let signature = Base64URL.decode(parts[2]) ?? []
        let signed = Array(token.utf8.prefix(parts[0].count + 1 + parts[1].count))
        guard found.contains(where: { $0.verifies(signature, of: signed, algorithm) }) else { throw .signature }
        try check(claims, expectation)
        return claims
    }

    /// The subject that a token claims; nobody has checked that it is so.
    package static func unverifiedSubject(_ token: String) -> String? {
        parts(token).flatMap { object($0[1])?.string("sub") }
    }

    private static func check(_ claims: JSONValue, _ expectation: Expectation) throws(TokenRefusal) {
        guard let expiry = seconds(claims, "exp"), expectation.nowUnixSeconds < expiry else { throw .expired }
        if let start = seconds(claims, "nbf"), expectation.nowUnixSeconds < start { throw .notYetValid }
        let issuer = claims.string("iss")
        guard issuer.map(expectation.acceptsIssuer) ?? false else { throw .issuer(issuer) }
        // One, or an array of them (RFC 7519 section 4.1.3).
        let audience = claims["aud"]
        let audiences = audience?.items?.compactMap(\.string) ?? audience?.string.map { [$0] } ?? []
        guard audiences.contains(where: expectation.acceptsAudience) else { throw .audience(audiences.first) }
    }

    /// A NumericDate (RFC 7519 section 2), which may have a fraction, in whole seconds; nil where there is none.
    package static func seconds(_ claims: JSONValue, _ name: JSONKey) -> Int64? {
        claims[name]?.number.flatMap { Double($0.text) }.flatMap { Int64(exactly: $0.rounded(.down)) }
    }

    private static func parts(_ token: String) -> [Substring.UTF8View]? {
        guard token.utf8.count <= bytesMax else { return nil }
        let parts = token.utf8.split(separator: 0x2E, omittingEmptySubsequences: false)
        guard parts.count == 3 else { return nil }
        return parts.map { Substring($0).utf8 }
    }

    private static func object(_ part: Substring.UTF8View) -> JSONValue? {
        guard let bytes = Base64URL.decode(part), let value = try? JSONParser.parse(bytes) else { return nil }
        return value.kind == .object ? value : nil
    }
}
