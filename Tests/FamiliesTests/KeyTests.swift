import JSON
import Resources
import Synchronization
import Tenancy
import Testing

@Suite struct KeyTests {
    private func fixture() throws -> FamilyFixture {
        let fixture = try FamilyFixture()
        fixture.services = Services(
            signingCertificate: { SigningCertificate(pem: "own of \($0)", pkcs7: "p", keyID: "own-\($0)") },
            crypto: CountingCrypto())
        return fixture
    }

    @Test func `signing keys rotate, and only a previous one is revoked`() throws {
        let fixture = try fixture()
        let first = try fixture.send("GET", "/keys/signing").body.items ?? []
        #expect(first.compactMap { $0["current"]?.bool } == [true, false])
        #expect(first.compactMap { $0["next"]?.bool } == [false, true])
        #expect(first[0]["kid"] == "own-acme")
        let waiting = try #require(first[1]["kid"]?.string)
        #expect(waiting.utf8.count == 21)
        #expect(first[1]["fingerprint"] == "02:02")
        #expect(!first[1].text.contains("canary"))
        let rotated = try fixture.send("POST", "/keys/signing/rotate")
        #expect(rotated.status == 201 && rotated["cert"] == "certificate 2")
        let second = try fixture.send("GET", "/keys/signing").body.items ?? []
        #expect(second.compactMap { $0["previous"]?.bool } == [true, false, false])
        #expect(second[1]["kid"]?.string == waiting && second[1]["current"] == true)
        #expect(try fixture.send("PUT", "/keys/signing/\(waiting)/revoke").status == 400)
        #expect(try fixture.send("PUT", "/keys/signing/own-acme/revoke").status == 200)
        #expect(try fixture.send("GET", "/keys/signing/own-acme")["revoked"] == true)
        #expect(try fixture.send("GET", "/keys/signing/nobody").status == 404)
    }

    @Test func `a root that is imported takes the place of the old ones, and one that is removed gives it back`() throws
    {
        let fixture = try fixture()
        let path = "/keys/encryption"
        func active() throws -> [String] {
            let keys = try fixture.send("GET", path).body.items ?? []
            return keys.filter { $0["state"] == "active" }.compactMap { $0["type"]?.string }
        }
        let before = try fixture.send("GET", path).body.items ?? []
        #expect(before.compactMap { $0["type"]?.string } == ["environment-root-key", "tenant-master-key"])
        #expect(before[1]["parent_kid"] == before[0]["kid"])
        let made = try fixture.send("POST", path, #"{"type":"customer-provided-root-key"}"#)
        let root = try #require(made["kid"]?.string)
        #expect(made["state"] == "pre-activation" && made["parent_kid"]?.isNull == true)
        #expect(try fixture.send("POST", "\(path)/\(root)/wrapping-key")["algorithm"] == "CKM_RSA_AES_KEY_WRAP")
        #expect(try fixture.send("POST", "\(path)/\(root)", #"{"wrapped_key":"bad"}"#).status == 400)
        let material = String(repeating: "A", count: 566) + "=="
        let imported = try fixture.send("POST", "\(path)/\(root)", #"{"wrapped_key":"\#(material)"}"#)
        #expect(imported.status == 201 && imported["state"] == "active" && imported["public_key"] == nil)
        #expect(try active() == ["tenant-master-key", "customer-provided-root-key"])
        let old = try fixture.send("GET", "\(path)/\(before[1]["kid"]?.string ?? "")")
        #expect(old["state"] == "destroyed" && old["parent_kid"]?.string == root)
        #expect(try fixture.send("POST", "\(path)/rekey").status == 204)
        #expect(try active() == ["tenant-master-key", "customer-provided-root-key"])
        #expect(try fixture.send("DELETE", "\(path)/\(root)").status == 204)
        #expect(try active() == ["environment-root-key", "tenant-master-key"])
        #expect(try fixture.send("GET", "\(path)/\(root)")["state"] == "destroyed")
        #expect(try fixture.send("GET", "\(path)/nobody").status == 400)
    }

    @Test func `policies of limits have their own texts of time, and each consumer one`() throws {
        let fixture = try FamilyFixture()
        let body =
            #"{"resource":"oauth_authentication_api","consumer":"client","consumer_selector":"default","#
            + #""configuration":{"action":"allow"}}"#
        let made = try fixture.send("POST", "/rate-limit-policies", body)
        let id = try #require(made["id"]?.string)
        #expect(id.utf8.count == 25)
        #expect(made["created_at"]?.string?.hasSuffix("0Z") == false)
        #expect(try fixture.send("POST", "/rate-limit-policies", body).status == 409)
        #expect(try fixture.send("GET", "/rate-limit-policies")["rate_limit_policies"]?.items?.count == 1)
    }

    @Test func `tokens that are blocked are listed by their audience`() throws {
        let fixture = try FamilyFixture()
        #expect(try fixture.send("POST", "/blacklists/tokens", #"{"aud":"a","jti":"1"}"#).status == 204)
        #expect(try fixture.send("GET", "/blacklists/tokens?aud=a").text == #"[{"aud":"a","jti":"1"}]"#)
        #expect(try fixture.send("GET", "/blacklists/tokens?aud=b").text == "[]")
        #expect(try fixture.send("GET", "/anomaly/blocks/ips/1.1.1.1").status == 404)
        #expect(try fixture.send("DELETE", "/anomaly/blocks/ips/1.1.1.1").status == 204)
        #expect(try fixture.send("GET", "/stats/active-users").text == "0")
    }
}

/// Certificates with numbers on them.
private final class CountingCrypto: CryptoService {
    private let count = Mutex(0)

    func makeCertificate(commonName: String, at now: Instant) -> CertificateFacts? {
        let number = count.withLock { count in
            count += 1
            return count
        }
        var facts = CertificateFacts()
        facts.pem = "certificate \(number)"
        facts.privateKeyPEM = "canary"
        facts.der = [2, 2]
        return facts
    }

    func makeWrappingKey() -> String? { "key" }
    func sha256(_ bytes: [UInt8]) -> [UInt8] { bytes }
    func sha1(_ bytes: [UInt8]) -> [UInt8] { bytes }
    func md5(_ bytes: [UInt8]) -> [UInt8] { bytes }
    func publicKey(pem: String) -> PublicKeyFacts? { nil }
    func passwordHash(_ password: String) -> String { "" }
    func verifies(_ password: String, hash: String) -> Bool { false }
}

extension JSONTree {
    fileprivate var text: String { String(decoding: bytes, as: UTF8.self) }
}
