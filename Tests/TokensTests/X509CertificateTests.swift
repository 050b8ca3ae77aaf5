import Credentials
import Testing

/// Certificates and keys of the tenant's objects; the certificate and its figures come from `openssl x509`.
@Suite struct `Certificates of objects` {
    @Test func `One that signs itself can be read again, and is the same each time`() throws {
        let key = try PrivateKey.makeRSA()
        let made = try #require(
            X509Certificate.selfSigned(key, commonName: "acme", fromUnixSeconds: 1_700_000_000, days: 365))
        let again = X509Certificate.selfSigned(key, commonName: "acme", fromUnixSeconds: 1_700_000_000, days: 365)
        #expect(again?.der == made.der)
        let read = try #require(PublicKeyText(pem: made.pem))
        #expect(read.certificate?.subject == ["CN=acme"])
        #expect(read.certificate?.notAfterUnixSeconds == Int64(1_731_536_000))
        #expect(read.certificate?.der == made.der)
        #expect(read.thumbprint == made.thumbprint)
        #expect(String(decoding: made.pkcs7, as: UTF8.self).hasPrefix("-----BEGIN PKCS7-----\n"))
    }

    @Test func `A bare key on a curve has the thumbprint of its JWK`() {
        let pem = """
            -----BEGIN PUBLIC KEY-----
            MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEMKBCTNIcKUSDii11ySs3526iDZ8A
            iTo7Tu6KPAqv7D7gS2XpJFbZiItSs3m9+9Ue6GnvHw/GW2ZZaVtszggXIw==
            -----END PUBLIC KEY-----
            """
        // The key of RFC 7517, appendix A.1.
        #expect(PublicKeyText(pem: Array(pem.utf8))?.thumbprint == "cn-I_WNMClehiVp51i_0VpOENW1upEerA8sEam5hn-s")
        #expect(PublicKeyText(pem: Array("no key".utf8)) == nil)
    }
}

@Suite struct `Hashes of passwords` {
    @Test func `One verifies its own password and no other, and none is made twice`() {
        let hash = PasswordHash.make("correct horse")
        #expect(hash.hasPrefix("$pbkdf2-sha256$"))
        #expect(PasswordHash.verifies("correct horse", hash: hash))
        #expect(!PasswordHash.verifies("correct horsf", hash: hash))
        #expect(!PasswordHash.verifies("correct horse", hash: "$2b$10$abcdefghijklmnopqrstuv"))
        #expect(PasswordHash.make("correct horse") != hash)
    }
}
