import ControlAPI
import Credentials
import Families
import HTTPCore
import HTTPServer
import Logging
import Resources
import Runtime
import TLS
package import Tenancy
import Tokens
import Transport

/// A running emulator: configuration in, server out. The composition root.
package final class EmulatorApplication: Sendable {
    package static let version = "0.1.0"

    package let url: String
    /// Nil when TLS is off.
    package let httpsURL: String?
    /// What clients are to trust; nil when TLS is off, or the certificate is somebody's own.
    package let authorityPEM: [UInt8]?
    /// The file that holds it; nil when it is in memory only.
    package let authorityFile: String?
    /// Those that are registered with the tenants to come; empty when any is served.
    package let clients: [RegisteredClient]
    private let server: Server
    private let logger: Logger
    private let readyFile: ReadyFile?
    private let directory: TenantDirectory
    private let stateFile: StateFile?
    private let runs: ActionRuns

    /// Starts serving; when this returns, requests are answered.
    ///
    /// - Throws: what keeps it from starting.
    package init(
        _ configuration: EmulatorConfiguration, world: World = LiveWorld.make()
    ) throws(EmulatorError) {
        let log = StandardErrorLog(level: configuration.logLevel, format: configuration.logFormat)
        let logger = Logger(label: "localtenant") { _ in log }
        self.logger = logger
        let descriptors = ResourceLimits.raiseDescriptorLimit()
        // First of all: a second program on the same port must leave the files of the one that serves alone.
        let socket = try EmulatorApplication.bind(configuration.server.address)
        let address = HTTPURL(isSecure: false, host: HTTPURL.reachable(socket.address.host), port: socket.address.port)
        Cryptography.keepUntilTheEnd()
        let tls = try TLSSetup.make(configuration, logger)
        authorityPEM = tls.authorityPEM
        authorityFile = tls.folder?.certificateFile
        let keys = try TokenSetup.keyStore(configuration, tls.folder, logger)
        var configuration = configuration
        try TokenSetup.addClientKeys(configuration.clientKeys, to: &configuration.settings.clients)
        if configuration.hasAdmin { configuration.server.limits.longContent = EmulatorApplication.controlContent }
        configuration.settings.clientDocuments = try TokenSetup.clientDocuments(configuration.clientDocumentsFile)
        let record = SeedSources.Record()
        let start = try SeedFiles.start(configuration.seeds, configuration.settings, world, record: record)
        for note in record.notes { logger.warning("\(note)") }
        clients = start.settings.clients
        let directory = TenantDirectory(
            start: start, world: world, countMax: configuration.tenantsMax,
            idleMax: configuration.tenantIdleTimeout.map { $0 * 1_000_000 },
            initialDocuments: Families.initialDocuments)
        self.directory = directory
        stateFile = configuration.stateFile.map { StateFile(path: $0) }
        try stateFile?.load(into: directory, world)
        // At the end it would be too late to learn that it cannot be written.
        try stateFile?.save(directory)
        if configuration.watchesSeeds {
            let reload = SeedReload(
                paths: configuration.seeds, clients: configuration.settings.clients,
                apis: configuration.settings.apis, directory: directory, world: world, logger: logger)
            try reload.begin(record.sources)
        }
        let running = RunningServer()
        let deliverer =
            configuration.deliveryTargets.isEmpty
            ? nil
            : Deliverer(configuration.deliveryTargets, directory, authorityPEM: tls.authorityPEM, logger: logger)
        runs = ActionRuns(configuration.runtime)
        let responder = EmulatorResponder(
            configuration, directory: directory, world: world,
            authority: .init(pem: tls.authorityPEM, file: authorityFile, speaksTLS: tls.context != nil), keys: keys,
            ownAuthority: address.authority, delivery: deliverer ?? NoDelivery(), runs: runs,
            connectionCount: { running.connectionCount }, logger: logger, log: log)
        server = try EmulatorApplication.startServer(configuration.server, on: socket, tls, responder, logger)
        running.set(server)
        url = address.origin
        httpsURL = tls.context.map { _ in "https://\(address.authority)" }
        deliverer?.wakeAll()
        readyFile = configuration.readyFile.map { ReadyFile(path: $0) }
        do throws(EmulatorError) {
            try readyFile?.write(url: url, httpsURL: httpsURL, authorityFile: authorityFile)
        } catch {
            server.drain()
            throw error
        }
        var metadata: Logger.Metadata = [
            "url": "\(url)", "pid": "\(ProcessID.current)", "loops": "\(configuration.server.loopCount)",
            "descriptors": "\(descriptors.map { "\($0)" } ?? "unknown")",
        ]
        if let httpsURL { metadata["https_url"] = "\(httpsURL)" }
        if let file = authorityFile { metadata["ca_file"] = "\(file)" }
        logger.notice("serving", metadata: metadata)
    }

    /// A seed may be as long as an export, whatever a call of the API may have.
    private static let controlContent = HTTPLimits.LongContent(
        pathPrefix: ControlResponder.pathPrefix, bytesMax: 128 * 1024 * 1024)

    private static func bind(_ address: SocketAddress) throws(EmulatorError) -> ListeningSocket {
        do throws(SystemError) {
            return try ListeningSocket.bind(to: address)
        } catch {
            throw startFailure(error, address)
        }
    }

    private static func startServer(
        _ configuration: ServerConfiguration, on socket: consuming ListeningSocket, _ tls: TLSSetup,
        _ responder: EmulatorResponder, _ logger: Logger
    ) throws(EmulatorError) -> Server {
        var configuration = configuration
        configuration.tls = tls.context
        do throws(SystemError) {
            return try Server(
                configuration, on: socket, responder: responder, unixSeconds: { WallClock.unixSeconds() },
                notify: { notice in
                    switch notice {
                    case .descriptorsExhausted:
                        logger.warning("out of descriptors: new connections wait; raise the limit with ulimit -n")
                    case .cannotListen(let error): logger.critical("no connection will be accepted: \(error)")
                    case .connectionDropped(let bytes):
                        logger.warning(
                            "closed a connection that held \(bytes) bytes: all together held more than --held-bytes")
                    case .tlsRefused: logger.debug("a client began with TLS, which is off")
                    case .handshakeFailed(let reason): logger.debug("a TLS handshake failed: \(reason)")
                    }
                })
        } catch {
            throw startFailure(error, configuration.address)
        }
    }

    /// Stops accepting and finishes what is in flight.
    package func drain() {
        logger.notice("stopping", metadata: ["connections": "\(server.connectionCount)"])
        server.drain()
    }

    /// Calls `body` after the last connection is gone and the ready file is removed.
    package func whenFinished(_ body: @escaping @Sendable () -> Void) {
        server.whenFinished { [self] in
            readyFile?.remove()
            runs.end()
            saveState()
            logger.notice("stopped")
            body()
        }
    }

    private func saveState() {
        do throws(EmulatorError) {
            try stateFile?.save(directory)
        } catch {
            logger.error("what tenants hold is lost: \(error)")
        }
    }

    private static func startFailure(_ error: SystemError, _ address: SocketAddress) -> EmulatorError {
        if error.isAddressInUse { return .portInUse(address.port) }
        if error.isPermission { return .portNotPermitted(address.port) }
        if error.isAddressUnavailable { return .addressUnavailable(address.host) }
        return .system(error.description)
    }
}
