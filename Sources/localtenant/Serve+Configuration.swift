public import ArgumentParser
import Emulator
import HTTPCore
import HTTPServer
public import Logging
import Tenancy
import Transport

/// From what was typed to what the emulator takes.
extension Serve {
    /// - Throws: `ValidationError` naming the option that is wrong and what it may be.
    func configuration() throws -> EmulatorConfiguration {
        guard let address = SocketAddress(host: host, port: port) else {
            throw ValidationError("--host must be an IPv4 or IPv6 address or localhost, not '\(host)'.")
        }
        var configuration = EmulatorConfiguration(server: try server(address))
        configuration.settings = try settings()
        configuration.tenantDomains += try tenantDomain.map(domain)
        configuration.tenantsMax = try atLeast(1, tenantsMax, "--tenants-max")
        guard !watch || !seed.isEmpty else { throw ValidationError("--watch needs a --seed to watch.") }
        configuration.seeds = seed
        configuration.watchesSeeds = watch
        configuration.stateFile = state
        configuration.hasAdmin = admin == .on
        configuration.adminToken = adminToken.map { SecretValue($0) }
        configuration.journalEntriesMax = try atLeast(0, journalEntries, "--journal-entries")
        configuration.journalBytesMax = try atLeast(0, journalBytes, "--journal-bytes")
        configuration.clientKeys = try clientKey.map(clientKey)
        configuration.keySetFile = jwks
        configuration.tls = try tlsConfiguration()
        configuration.logLevel = logLevel
        configuration.logFormat = logFormat
        configuration.readyFile = readyFile
        return configuration
    }

    private func server(_ address: SocketAddress) throws -> ServerConfiguration {
        var server = ServerConfiguration(
            address: address, loopCount: try atLeast(1, loops ?? ResourceLimits.coreCount, "--loops"))
        server.limits.requestLineBytesMax = try atLeast(64, requestLineMax, "--request-line-max")
        server.limits.headerBytesMax = try atLeast(64, headerMax, "--header-max")
        server.limits.fieldCountMax = try atLeast(1, headerFieldsMax, "--header-fields-max")
        server.limits.bodyBytesMax = try atLeast(0, bodyMax, "--body-max")
        server.connectionsMax = try atLeast(1, connectionsMax, "--connections-max")
        server.idleTimeout = try milliseconds(idleTimeout, "--idle-timeout")
        server.headTimeout = try milliseconds(headerTimeout, "--header-timeout")
        server.progressTimeout = try milliseconds(progressTimeout, "--progress-timeout")
        server.drainTimeout = try milliseconds(drainTimeout, "--drain-timeout")
        return server
    }

    private func tlsConfiguration() throws -> TLSConfiguration {
        guard (tlsCert == nil) == (tlsKey == nil) else {
            throw ValidationError("--tls-cert and --tls-key go together.")
        }
        guard tls == .on else { return .off }
        if let tlsCert, let tlsKey { return .certificate(file: tlsCert, keyFile: tlsKey) }
        let folder: TLSConfiguration.AuthorityFolder
        switch caDir {
        case nil: folder = .standard
        case "none": folder = .memory
        case let path?: folder = .path(path)
        }
        return .ownAuthority(folder: folder, names: try tlsName.map(certificateName))
    }

    private func certificateName(_ text: String) throws -> String {
        let name = text.lowercased()
        let rest = name.hasPrefix("*.") ? name.dropFirst(2) : name[...]
        let isName = rest.utf8.allSatisfy { byte in
            (0x61...0x7A).contains(byte) || (0x30...0x3A).contains(byte) || byte == 0x2D || byte == 0x2E || byte == 0x5F
        }
        let isAddress = SocketAddress(host: name, port: 0) != nil
        guard !rest.isEmpty, isName, isAddress || !name.utf8.contains(0x3A) else {
            throw ValidationError("--tls-name must be a host name or an address, not '\(text)'.")
        }
        return name
    }

    private func settings() throws -> TenantSettings {
        var settings = TenantSettings()
        settings.nameRule = nameRule
        settings.patchEcho = patchEcho
        settings.rollbackToCurrent = rollbackToCurrent
        settings.asOf = asOf
        settings.ratePlan = ratePlan
        settings.authentication = auth
        settings.clients = try client.map(client)
        if limits == .off { settings.limits = .off }
        for text in limit {
            let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
            let number = parts.count == 2 ? Int(parts[1]) : nil
            guard parts.count == 2, parts[1] == "off" || number.map({ $0 >= 0 }) ?? false,
                settings.limits.set(parts[0], to: number)
            else {
                let names = CountLimits.names.joined(separator: ", ")
                throw ValidationError("--limit must be one of \(names), '=' and a number or off, not '\(text)'.")
            }
        }
        return settings
    }

    private func client(_ text: String) throws -> Client {
        let parts = text.split(separator: ":", maxSplits: 2, omittingEmptySubsequences: false).map(String.init)
        guard parts.count >= 2, !parts[0].isEmpty, !parts[1].isEmpty else {
            throw ValidationError("--client must be id:secret or id:secret:scopes.")
        }
        let secret = SecretValue(parts[1])
        guard parts.count == 3 else { return Client(id: parts[0], secret: secret) }
        return Client(id: parts[0], secret: secret, scopes: parts[2].split(separator: " ").map(String.init))
    }

    private func clientKey(_ text: String) throws -> (id: String, file: String) {
        let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
        guard parts.count == 2 else { throw ValidationError("--client-key must be id=path, not '\(text)'.") }
        return (parts[0], parts[1])
    }

    private func domain(_ text: String) throws -> String {
        let domain = String(text.lowercased().drop { $0 == "." })
        guard !domain.isEmpty, domain.utf8.allSatisfy({ $0 > 0x2C && $0 < 0x7F && $0 != 0x2F && $0 != 0x3A }) else {
            throw ValidationError("--tenant-domain must be a host name such as auth0.local, not '\(text)'.")
        }
        return domain
    }

    private func atLeast(_ minimum: Int, _ value: Int, _ option: String) throws -> Int {
        guard value >= minimum else { throw ValidationError("\(option) must be at least \(minimum), not \(value).") }
        return value
    }

    private func milliseconds(_ seconds: Double, _ option: String) throws -> Milliseconds {
        guard seconds > 0, seconds <= 86_400 else {
            throw ValidationError("\(option) must be more than 0 and at most 86400 seconds, not \(seconds).")
        }
        return max(1, Milliseconds(seconds * 1_000))
    }
}

extension TenantSettings.NameRule: ExpressibleByArgument {}
extension TenantSettings.PatchEcho: ExpressibleByArgument {}
extension TenantSettings.RollbackToCurrent: ExpressibleByArgument {}
extension Authentication: ExpressibleByArgument {}
extension Day: ExpressibleByArgument {}
extension RatePlan: ExpressibleByArgument {}
extension LogFormat: ExpressibleByArgument {}
extension Logger.Level: @retroactive ExpressibleByArgument {}
