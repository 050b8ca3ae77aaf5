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
    /// - Throws: when the folder cannot be made, read or written.
    package func open(nowUnixSeconds: Int64) throws(TLSError) -> Opened {
        try makeFolder()
        let lock = unsafe Glibc.open("\(path)/.lock", O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard lock >= 0 else { throw failure("open", "\(path)/.lock") }
        defer { _ = close(lock) }
        guard flock(lock, LOCK_EX) == 0 else { throw failure("lock", "\(path)/.lock") }
        var replaced: String?
        if let certificate = try contents(certificateFile) {
            do throws(TLSError) {
                let key = try contents(keyFile) ?? []
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

    /// Another secret of the program that lives as long as the authority; nil where there is none.
    package func secret(_ name: String) -> [UInt8]? {
        (try? contents("\(path)/\(name)")) ?? nil
    }

    /// Keeps a secret for the next start; only its owner may read it.
    package func keep(_ bytes: [UInt8], as name: String) throws(TLSError) {
        try write(bytes, to: "\(path)/\(name)", mode: 0o600)
    }

    /// Makes the folder and those above it; only its owner may look in.
    private func makeFolder() throws(TLSError) {
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

    /// The bytes of a file, nil where there is none.
    private func contents(_ file: String) throws(TLSError) -> [UInt8]? {
        let descriptor = unsafe Glibc.open(file, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            if errno == ENOENT { return nil }
            throw failure("read", file)
        }
        defer { _ = close(descriptor) }
        // A PEM file of ours has under 2 kB.
        return unsafe [UInt8](unsafeUninitializedCapacity: 64 * 1024) { buffer, count in
            count = unsafe max(0, Glibc.read(descriptor, buffer.baseAddress, buffer.count))
        }
    }

    private func write(_ bytes: [UInt8], to file: String, mode: mode_t) throws(TLSError) {
        let temporary = "\(file).\(getpid())"
        let descriptor = unsafe Glibc.open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, mode)
        guard descriptor >= 0 else { throw failure("write", temporary) }
        let written = unsafe bytes.withUnsafeBytes { unsafe Glibc.write(descriptor, $0.baseAddress, $0.count) }
        let isWhole = written == bytes.count && fchmod(descriptor, mode) == 0
        guard close(descriptor) == 0, isWhole, unsafe rename(temporary, file) == 0 else {
            defer { _ = unsafe unlink(temporary) }
            throw failure("write", file)
        }
    }

    private func failure(_ operation: String, _ file: String) -> TLSError {
        TLSError("cannot \(operation) \(file): \(unsafe String(cString: strerror(errno)))")
    }
}
