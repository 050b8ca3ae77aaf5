package import Credentials
import Files
import Glibc

/// The folder that keeps the authority from one start to the next: `ca.pem` and `ca-key.pem`.
///
/// A lock file lets one process at a time read or make them, and each file is written beside its place and renamed,
/// so that two programs that start at once agree on one authority and nobody reads half of a file.
package struct CertificateFolder: Sendable {
    package let path: String

    package init(path: String) {
        self.path = path
    }

    /// Where clients find the certificate to trust.
    package var certificateFile: String { "\(path)/ca.pem" }
    private var keyFile: String { "\(path)/ca-key.pem" }

    /// What came of opening the folder.
    package struct Opened: Sendable {
        package let authority: CertificateAuthority
        /// Why an authority that was there had to be replaced; nil when none was, or it is the one in use.
        package let replaced: String?
    }

    /// Reads the authority, or makes one where there is none that serves.
    ///
    /// - Throws: when the folder cannot be made, read or written. A key that cannot be read is such a case, and no
    ///   reason to make everybody trust a new authority.
    package func open(nowUnixSeconds: Int64) throws(CredentialError) -> Opened {
        try makeFolder()
        guard unsafe access(path, W_OK) == 0 else { return try openReadOnly(nowUnixSeconds) }
        return try locked { () throws(CredentialError) in
            var replaced: String?
            if let certificate = try contents(certificateFile) {
                let key = try contents(keyFile) ?? []
                do throws(CredentialError) {
                    return Opened(
                        authority: try CertificateAuthority(
                            certificatePEM: certificate, keyPEM: key, nowUnixSeconds: nowUnixSeconds),
                        replaced: nil)
                } catch {
                    replaced = error.description
                }
            }
            let authority = try CertificateAuthority.make(nowUnixSeconds: nowUnixSeconds)
            try write(authority.keyPEM, to: keyFile, mode: 0o600)
            try write(authority.certificatePEM, to: certificateFile, mode: 0o644)
            return Opened(authority: authority, replaced: replaced)
        }
    }

    /// A folder that others prepared: what is there must serve.
    private func openReadOnly(_ nowUnixSeconds: Int64) throws(CredentialError) -> Opened {
        guard let certificate = try contents(certificateFile), let key = try contents(keyFile) else {
            throw CredentialError("\(path) holds no CA and cannot be written")
        }
        return Opened(
            authority: try CertificateAuthority(
                certificatePEM: certificate, keyPEM: key, nowUnixSeconds: nowUnixSeconds),
            replaced: nil)
    }

    /// Another secret of the program that lives as long as the authority: as it was kept, or made and kept now.
    ///
    /// - Parameter make: nil when it cannot be made.
    package func secret(_ name: String, make: () -> [UInt8]?) throws(CredentialError) -> [UInt8]? {
        try locked { () throws(CredentialError) in
            if let kept = try contents("\(path)/\(name)") { return kept }
            guard let made = make() else { return nil }
            try write(made, to: "\(path)/\(name)", mode: 0o600)
            return made
        }
    }

    /// Runs `body` while no other process is at it.
    private func locked<Result>(_ body: () throws(CredentialError) -> Result) throws(CredentialError) -> Result {
        let lock = unsafe Glibc.open("\(path)/.lock", O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard lock >= 0 else { throw failure("open", "\(path)/.lock") }
        defer { _ = close(lock) }
        guard flock(lock, LOCK_EX) == 0 else { throw failure("lock", "\(path)/.lock") }
        return try body()
    }

    /// Makes the folder and those above it; only its owner may look in.
    private func makeFolder() throws(CredentialError) {
        var end = path.startIndex
        while end < path.endIndex {
            end = path[path.index(after: end)...].firstIndex(of: "/") ?? path.endIndex
            let part = String(path[..<end])
            guard unsafe mkdir(part, 0o700) == 0 || errno == EEXIST || errno == EISDIR else {
                // A folder above may be there and not ours to write; what counts is the last.
                if end < path.endIndex, errno == EACCES || errno == EROFS { continue }
                throw failure("make the folder", part)
            }
        }
    }

    private func contents(_ file: String) throws(CredentialError) -> [UInt8]? {
        do throws(FileError) {
            return try SmallFile.contents(file)
        } catch {
            throw CredentialError(error.description)
        }
    }

    private func write(_ bytes: [UInt8], to file: String, mode: mode_t) throws(CredentialError) {
        do throws(FileError) {
            try SmallFile.replace(file, with: bytes, mode: mode)
        } catch {
            throw CredentialError(error.description)
        }
    }

    private func failure(_ operation: String, _ file: String) -> CredentialError {
        CredentialError(FileError.current(operation, file).description)
    }
}
