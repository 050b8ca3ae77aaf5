import Credentials
import Files
import Glibc
import Logging
import TLS

/// What the program needs to speak TLS, made at its start.
struct TLSSetup {
    /// Nil when TLS is off.
    var context: TLSContext?
    /// Our authority's certificate, for clients to trust; nil with somebody's own certificate.
    var authorityPEM: [UInt8]?
    /// The folder that holds it; nil when it is in memory only.
    var folder: CertificateFolder?

    /// - Throws: `EmulatorError.tls`, which says what to do.
    static func make(
        _ configuration: EmulatorConfiguration, _ logger: Logger
    ) throws(EmulatorError) -> TLSSetup {
        do throws(CredentialError) {
            switch configuration.tls {
            case .off: return TLSSetup()
            case .certificate(let file, let keyFile):
                let identity = try ServerIdentity(certificatePEM: contents(file), keyPEM: contents(keyFile))
                return TLSSetup(context: try context(ServerIdentities(identity)))
            case .ownAuthority(let folder, let names):
                return try ownAuthority(folder, names, configuration.tenantDomains, logger)
            }
        } catch {
            if case .certificate = configuration.tls { throw .certificate(error.description) }
            throw .tls(error.description)
        }
    }

    #if HTTP2
        private static let protocols = ["h2", "http/1.1", "http/1.0"]
    #else
        private static let protocols = ["http/1.1", "http/1.0"]
    #endif

    /// The names under which a program on this machine or in a container beside it is reached.
    private static let usualNames = [
        "localhost", "*.localhost", "127.0.0.1", "::1", "host.docker.internal",
    ]

    private static func ownAuthority(
        _ folder: TLSConfiguration.AuthorityFolder, _ names: [String], _ domains: [String], _ logger: Logger
    ) throws(CredentialError) -> TLSSetup {
        let (authority, folder) = try authority(folder, logger)
        var all: [String] = []
        for name in usualNames + domains.flatMap({ [$0, "*.\($0)"] }) + names where !all.contains(name) {
            all.append(name)
        }
        let identities = try ServerIdentities(
            authority, names: all, domains: domains, now: { WallClock.unixSeconds() })
        return TLSSetup(
            context: try context(identities), authorityPEM: authority.certificatePEM, folder: folder)
    }

    private static func context(_ identities: ServerIdentities) throws(CredentialError) -> TLSContext {
        try TLSContext(identities, protocols: protocols, now: { WallClock.unixSeconds() })
    }

    private static func authority(
        _ folder: TLSConfiguration.AuthorityFolder, _ logger: Logger
    ) throws(CredentialError) -> (CertificateAuthority, CertificateFolder?) {
        let now = WallClock.unixSeconds()
        guard let path = folder.path else { return (try CertificateAuthority.make(nowUnixSeconds: now), nil) }
        do throws(CredentialError) {
            return try open(CertificateFolder(path: path), now, logger)
        } catch {
            guard folder == .standard else { throw error }
            logger.notice("the CA is kept in memory only: \(error); see --ca-dir")
            return (try CertificateAuthority.make(nowUnixSeconds: now), nil)
        }
    }

    private static func open(
        _ folder: CertificateFolder, _ now: Int64, _ logger: Logger
    ) throws(CredentialError) -> (CertificateAuthority, CertificateFolder?) {
        let opened = try folder.open(nowUnixSeconds: now)
        if let reason = opened.replaced {
            logger.warning("the CA in \(folder.path) was replaced: \(reason); trust \(folder.certificateFile) anew")
        }
        return (opened.authority, folder)
    }

    private static func contents(_ file: String) throws(CredentialError) -> [UInt8] {
        do throws(FileError) {
            guard let bytes = try SmallFile.contents(file) else { throw FileError("read", file, code: ENOENT) }
            return bytes
        } catch {
            throw CredentialError(error.description)
        }
    }
}
