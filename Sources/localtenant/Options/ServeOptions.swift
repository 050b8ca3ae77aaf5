import ArgumentParser
import Emulator
import Logging
import Tenancy

/// A command that serves: everything a person can set about the emulator, as `serve` and `exec` have it.
///
/// Each has the groups itself rather than a group of them: in a debug build the argument parser looks at a group five
/// times for each that it is in, and that was most of a start in the tests.
protocol ServingCommand: ParsableCommand {
    var network: NetworkOptions { get }
    var tenants: TenantOptions { get }
    var tls: TLSOptions { get }
    var tokens: TokenOptions { get }
    var fidelity: FidelityOptions { get }
    var actions: ActionOptions { get }
    var connections: ConnectionOptions { get }
    var log: LogOptions { get }
}

extension ServingCommand {
    /// From what was typed to what the emulator takes.
    ///
    /// - Parameters:
    ///   - port: where none is given.
    ///   - logLevel: where none is given.
    /// - Throws: `ValidationError` naming the option that is wrong and what it may be.
    func emulatorConfiguration(port: UInt16, logLevel: Logger.Level) throws -> EmulatorConfiguration {
        var server = try network.server(standardPort: port)
        try connections.apply(to: &server)
        var configuration = EmulatorConfiguration(server: server)
        configuration.readyFile = network.readyFile
        configuration.publicURL = try network.publicURL()
        configuration.trustsProxy = network.trustProxy
        configuration.deliveryTargets = try network.deliveryTargets()
        try tenants.apply(to: &configuration)
        configuration.tls = try tls.configuration()
        configuration.runtime = try actions.options()
        configuration.settings = try fidelity.settings()
        configuration.settings.authentication = tokens.auth
        configuration.settings.clients = try tokens.clients()
        configuration.settings.apis = try tokens.apis()
        configuration.clientKeys = try tokens.clientKeys()
        configuration.keySetFile = tokens.jwks
        configuration.clientDocumentsFile = tokens.clientDocuments
        configuration.logLevel = log.logLevel ?? logLevel
        configuration.logFormat = log.logFormat
        return configuration
    }
}

/// What the options of a command that serves are called.
enum ServeOptions {
    /// The options as they are typed: `logLevel` is `--log-level`.
    static let flags: [String] = {
        let groups: [[any CodingKey]] = [
            NetworkOptions.CodingKeys.allCases, TenantOptions.CodingKeys.allCases, TLSOptions.CodingKeys.allCases,
            TokenOptions.CodingKeys.allCases, FidelityOptions.CodingKeys.allCases,
            ActionOptions.CodingKeys.allCases, ConnectionOptions.CodingKeys.allCases, LogOptions.CodingKeys.allCases,
        ]
        return groups.joined().map(flag)
    }()

    /// Those that take no value.
    static let switches = Set(
        TenantOptions.CodingKeys.allCases.filter(\.isSwitch).map { flag($0) }
            + NetworkOptions.CodingKeys.allCases.filter(\.isSwitch).map { flag($0) })

    private static func flag(_ key: any CodingKey) -> String {
        "--" + key.stringValue.map { $0.isUppercase ? "-\($0.lowercased())" : "\($0)" }.joined()
    }
}
