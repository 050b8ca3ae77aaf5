import Ground
import Credentials
import HTTPCore
import JSON
import Synchronization
import Tenancy
import TestSupport
import Testing
import Tokens

/// Tokens, and the classics that must not pass for one.
@Suite struct JSONWebTokenTests {
    private static let key = Result { try SigningKey.make() }
    private static let now: Int64 = 1_795_000_000

    private func key() throws -> SigningKey { try Self.key.get() }

    private func token(
        issuer: String = "https://h/", audience: String = "https://h/api/v2/", start: Int64? = nil,
        expiry: Int64 = now + 60, keyID: String = "k"
    ) throws -> String {
        try JSONWebToken.sign(with: try key(), keyID: keyID) { writer in
            writer.key("iss")
            writer.string(issuer)
            writer.key("aud")
            writer.string(audience)
            if let start {
                writer.key("nbf")
                writer.integer(Int(start))
            }
            writer.key("exp")
            writer.integer(Int(expiry))
        }
    }

    private func verify(_ token: String) throws -> JSONValue {
        let key = try key()
        return try JSONWebToken.verify(
            token, keys: { $0.keyID == "k" ? [key.publicKey] : [] },
            JSONWebToken.Expectation(
                issuer: { $0 == "https://h/" }, audience: { $0 == "https://h/api/v2/" }, nowUnixSeconds: Self.now))
    }

    private func part(_ json: String) -> String { String(decoding: Base64URL.encode(Array(json.utf8)), as: UTF8.self) }

    @Test func `a token of ours passes and keeps its claims`() throws {
        #expect(try verify(token())["iss"]?.string == "https://h/")
        #expect(JSONWebToken.isWellFormed(try token()))
    }

    @Test func `time, issuer, audience and key are checked`() throws {
        #expect(throws: TokenRefusal.expired) { try verify(token(expiry: Self.now)) }
        #expect(throws: TokenRefusal.notYetValid) { try verify(token(start: Self.now + 1)) }
        #expect(throws: TokenRefusal.issuer("https://other/")) { try verify(token(issuer: "https://other/")) }
        #expect(throws: TokenRefusal.audience("https://h/other")) { try verify(token(audience: "https://h/other")) }
        #expect(throws: TokenRefusal.unknownKey) { try verify(token(keyID: "other")) }
    }

    /// NumericDate may have a fraction (RFC 7519 section 2).
    @Test func `times may have a fraction`() throws {
        let claims = #"{"iss":"https://h/","aud":"https://h/api/v2/","exp":\#(Self.now).5}"#
        let signed = part(#"{"alg":"RS256","kid":"k"}"#) + "." + part(claims)
        let signature = String(decoding: Base64URL.encode(try key().sign(Array(signed.utf8))), as: UTF8.self)
        #expect(throws: TokenRefusal.expired) { try verify("\(signed).\(signature)") }
        #expect(JSONWebToken.seconds(try JSONParser.parse(Array(#"{"exp":7.9}"#.utf8)), "exp") == 7)
        #expect(JSONWebToken.seconds(try JSONParser.parse(Array(#"{"exp":1e99}"#.utf8)), "exp") == nil)
    }

    @Test(arguments: ["none", "None", "HS256", "RS512", ""])
    func `another algorithm than ours is refused, whatever the signature`(algorithm: String) throws {
        let claims = try token().split(separator: ".")[1]
        let forged = "\(part(#"{"alg":"\#(algorithm)","kid":"k"}"#)).\(claims)."
        #expect(throws: TokenRefusal.algorithm(algorithm)) { try verify(forged) }
        #expect(throws: TokenRefusal.algorithm(algorithm)) { try verify(forged + part("signature")) }
    }

    @Test func `a changed payload or signature is refused`() throws {
        let parts = try token().split(separator: ".").map(String.init)
        let payload = part(#"{"iss":"https://h/","aud":"https://h/api/v2/","exp":9999999999}"#)
        #expect(throws: TokenRefusal.signature) { try verify("\(parts[0]).\(payload).\(parts[2])") }
        #expect(throws: TokenRefusal.signature) { try verify("\(parts[0]).\(parts[1]).\(part("x"))") }
        #expect(throws: TokenRefusal.signature) { try verify("\(parts[0]).\(parts[1]).") }
        #expect(throws: TokenRefusal.signature) { try verify("\(parts[0]).\(parts[1]).!") }
        let other = try JSONWebToken.sign(with: SigningKey.make(), keyID: "k") {
            $0.key("exp"); $0.integer(1)
        }
        #expect(throws: TokenRefusal.signature) { try verify(other) }
    }

    @Test(arguments: ["", "a", "a.b", "a.b.c.d", "..", "e30.e30", "W10.e30.eA", "eyJ.e30.eA"])
    func `what is no token is malformed`(text: String) {
        #expect(throws: TokenRefusal.malformed) { try verify(text) }
    }

    @Test func `a huge token is not looked at`() throws {
        #expect(throws: TokenRefusal.malformed) {
            try verify(String(repeating: "a", count: JSONWebToken.bytesMax) + ".e30.eA")
        }
    }

    @Test func `a key is kept and comes back as it was`() throws {
        let key = try key()
        let kept = try #require(SigningKey(pem: key.pem))
        #expect(kept.id == key.id && kept.modulus == key.modulus && kept.exponent == [1, 0, 1])
        #expect(kept.publicKey.verifies(try key.sign([1, 2, 3]), of: [1, 2, 3], .rs256))
        #expect(!kept.publicKey.verifies(try key.sign([1, 2, 3]), of: [1, 2], .rs256))
        #expect(!kept.publicKey.verifies(try key.sign([1, 2, 3]), of: [1, 2, 3], .rs384))
        #expect(!kept.publicKey.verifies(try key.sign([1, 2, 3]), of: [1, 2, 3], .ps256))
        #expect(SigningKey(pem: Array("nothing".utf8)) == nil)
        #expect(SigningKey(pem: try PrivateKey.makeP256().pem) == nil, "no RSA key")
    }

    @Test func `a key's certificate is the key's, and the same whenever it is made`() throws {
        let key = try key()
        let certificate = try #require(key.certificate(tenant: "acme")).der
        let again = try #require(SigningKey(pem: key.pem)?.certificate(tenant: "acme")).der
        #expect(certificate == again)
        let text = String(decoding: Base64URL.encodeStandard(certificate), as: UTF8.self)
        #expect(text.hasPrefix("MII"))
        let pem = "-----BEGIN CERTIFICATE-----\n\(text)\n-----END CERTIFICATE-----\n"
        let certified = try #require(PublicKey(pem: Array(pem.utf8)))
        #expect(certified.verifies(try key.sign([1, 2, 3]), of: [1, 2, 3], .rs256))
    }
}

/// The key comes when it is there, and nobody waits for it.
@Suite struct TokenKeyStoreTests {
    private final class Jobs: Sendable {
        let waiting = Mutex<[@Sendable () -> Void]>([])

        func run() {
            let jobs = waiting.withLock { jobs in
                defer { jobs = [] }
                return jobs
            }
            for job in jobs { job() }
        }
    }

    @Test func `who comes before the key is told so, and it is made once`() throws {
        let jobs = Jobs()
        let kept = Mutex(0)
        let store = TokenKeyStore(
            run: { job in jobs.waiting.withLock { $0.append(job) } },
            keep: { make in
                kept.withLock { $0 += 1 }
                return make()
            })
        #expect(kept.withLock { $0 } == 0)
        #expect(try store.key() == nil)
        #expect(try store.key() == nil)
        #expect(jobs.waiting.withLock { $0.count } == 1)
        jobs.run()
        let key = try #require(try store.key())
        #expect(try store.key() === key)
        #expect(kept.withLock { $0 } == 1)
    }

    @Test func `a token that can be of no key of the tenant waits for none`() throws {
        let jobs = Jobs()
        let store = TokenKeyStore(run: { job in jobs.waiting.withLock { $0.append(job) } })
        let tenant = try TenantDirectory(start: Tenant(settings: TenantSettings()), world: ManualWorld().world)
            .tenant(named: "default")
        let foreign = JSONWebToken.Header(algorithm: .rs256, keyID: "theirs")
        guard case .nobody = store.verifier(foreign, tenant: tenant) else {
            Issue.record("it is looked for")
            return
        }
        #expect(jobs.waiting.withLock { $0.isEmpty })
        guard case .notYet = store.verifier(.init(algorithm: .rs256, keyID: "x-default"), tenant: tenant) else {
            Issue.record("it is there")
            return
        }
    }
}

/// Which names are one server.
@Suite struct ServerNamesTests {
    private let names = ServerNames(domains: ["localhost", "auth0.local"], names: ["emulator", "fd00::1"])

    @Test(arguments: [
        ("localhost", "127.0.0.1", true), ("[::1]", "acme.localhost", true), ("acme.auth0.local", "localhost", true),
        ("emulator", "127.0.0.1", true), ("[fd00::1]", "localhost", true), ("other.localhost", "localhost", false),
        ("elsewhere", "localhost", false), ("elsewhere", "elsewhere", true), ("127.evil.example", "localhost", false),
    ])
    func `names of a tenant on this machine are one, others are alone`(one: String, other: String, isSame: Bool) {
        #expect(names.areSame(one, other, tenant: "acme") == isSame)
        #expect(names.areSame(other, one, tenant: "acme") == isSame)
        #expect(!names.areSame(nil, other, tenant: "acme"))
    }
}
