import Credentials
import Files
import Processes
import TLS

extension TLSConfiguration.AuthorityFolder {
    /// Nil when it is kept in memory only.
    var path: String? {
        switch self {
        case .memory: nil
        // It is told to others.
        case .path(let path): AbsolutePath.of(path)
        case .standard: TLSConfiguration.AuthorityFolder.standardPath
        }
    }

    /// The path of the certificate that clients are to trust, whether it is there yet or not; nil when it is kept in
    /// memory only.
    package var certificateFile: String? { path.map { CertificateFolder(path: $0).certificateFile } }

    /// The certificate that clients are to trust, made as a server would make it where there is none.
    ///
    /// - Throws: `EmulatorError.authority`, which says what to do.
    package func certificatePEM() throws(EmulatorError) -> [UInt8] {
        guard let path else { throw .authority("there is no folder to keep it") }
        do throws(CredentialError) {
            let opened = try CertificateFolder(path: path).open(nowUnixSeconds: WallClock.unixSeconds())
            return opened.authority.certificatePEM
        } catch {
            throw .authority(error.description)
        }
    }

    /// The user's data directory (XDG Base Directory Specification); nil without a home.
    private static var standardPath: String? {
        if let data = ProcessEnvironment.value("XDG_DATA_HOME"), data.hasPrefix("/") { return "\(data)/localtenant" }
        return ProcessEnvironment.value("HOME").map { "\($0)/.local/share/localtenant" }
    }
}
