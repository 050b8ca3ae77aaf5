import Credentials
import Glibc
import TLS
import TestSupport
import Testing

@Suite struct CertificateTests {
    private static let now: Int64 = 1_795_000_000

    private func withFolder(_ body: (String) throws -> Void) throws {
        let temporary = try TemporaryFolder()
        try body("\(temporary.path)/sub")
    }

    private func mode(_ path: String) -> UInt32 {
        var status = stat()
        return stat(path, &status) == 0 ? status.st_mode & 0o777 : 0
    }

    private func replace(_ path: String, with text: String) throws {
        let descriptor = open(path, O_WRONLY | O_TRUNC)
        try #require(descriptor >= 0)
        _ = write(descriptor, text, text.utf8.count)
        close(descriptor)
    }

    @Test func `an authority is made once, and only its owner may read the key`() throws {
        try withFolder { path in
            let folder = CertificateFolder(path: path)
            let first = try folder.open(nowUnixSeconds: Self.now)
            #expect(first.replaced == nil)
            #expect(mode(path) == 0o700)
            #expect(mode("\(path)/ca-key.pem") == 0o600)
            #expect(mode(folder.certificateFile) == 0o644)
            let second = try folder.open(nowUnixSeconds: Self.now + 86_400)
            #expect(second.replaced == nil)
            #expect(second.authority.certificatePEM == first.authority.certificatePEM)
        }
    }

    @Test func `programs that start at once agree on one authority`() async throws {
        let temporary = try TemporaryFolder()
        let path = temporary.path
        let found = try await withThrowingTaskGroup(of: [UInt8].self) { group in
            for _ in 0..<16 {
                group.addTask {
                    try CertificateFolder(path: path).open(nowUnixSeconds: Self.now).authority.certificatePEM
                }
            }
            return try await group.reduce(into: Set<[UInt8]>()) { $0.insert($1) }
        }
        #expect(found.count == 1)
    }

    @Test func `an authority that expires within a day is replaced`() throws {
        try withFolder { path in
            let folder = CertificateFolder(path: path)
            let old = try folder.open(nowUnixSeconds: Self.now)
            let new = try folder.open(nowUnixSeconds: Self.now + 3_650 * 86_400)
            #expect(new.replaced?.contains("expired") == true)
            #expect(new.authority.certificatePEM != old.authority.certificatePEM)
            #expect(try folder.open(nowUnixSeconds: Self.now + 3_650 * 86_400).replaced == nil)
        }
    }

    @Test(arguments: [("ca.pem", "no certificate"), ("ca-key.pem", "no key")])
    func `an authority whose file is broken is replaced`(file: String, reason: String) throws {
        try withFolder { path in
            let folder = CertificateFolder(path: path)
            _ = try folder.open(nowUnixSeconds: Self.now)
            try replace("\(path)/\(file)", with: "nothing")
            #expect(try folder.open(nowUnixSeconds: Self.now).replaced?.contains(reason) == true)
        }
    }

    @Test func `an authority that does not match its key is not taken`() throws {
        try withFolder { path in
            let folder = CertificateFolder(path: path)
            _ = try folder.open(nowUnixSeconds: Self.now)
            let other = try CertificateAuthority.make(nowUnixSeconds: Self.now)
            try replace(folder.certificateFile, with: String(decoding: other.certificatePEM, as: UTF8.self))
            #expect(try folder.open(nowUnixSeconds: Self.now).replaced?.contains("belong together") == true)
        }
    }

    @Test(arguments: ["/proc/localtenant", "/dev/null/sub"])
    func `a folder that cannot be is an error that names it`(path: String) {
        #expect {
            try CertificateFolder(path: path).open(nowUnixSeconds: Self.now)
        } throws: {
            "\($0)".contains(path)
        }
    }

    @Test func `a certificate of one's own must be whole`() {
        #expect(throws: CredentialError("the certificate file holds no certificate")) {
            try ServerIdentity(certificatePEM: [], keyPEM: [])
        }
    }
}
