import ArgumentParser
import Emulator
import HTTPCore
import HTTPServer
import Transport

/// Where the server listens, and how it tells that it does.
struct NetworkOptions: ParsableArguments {
    static let standardPort: UInt16 = 4664

    @Option(help: "Address to listen on: an IPv4 or IPv6 literal, or localhost.")
    var host = "127.0.0.1"
    @Option(help: "Port to listen on; 0 picks a free one. (default: 4664; with exec: 0)")
    var port: UInt16?
    @Option(
        help: ArgumentHelp(
            "Gets url, https_url, ca_file and pid as JSON once requests are served; removed at the end.",
            valueName: "path"), completion: .file())
    var readyFile: String?
    @Option(
        help: ArgumentHelp(
            "Where clients reach the server through a proxy, for issuer and links; tenants are below its host.",
            valueName: "url"))
    var publicUrl: String?
    @Flag(help: "Believe X-Forwarded-Proto, X-Forwarded-Host, X-Forwarded-For and Forwarded: a proxy sets them.")
    var trustProxy = false
    @Option(
        help: ArgumentHelp(
            "Whom streams may call: loopback (in the clear), a host, or host=http://… to reach it there; repeatable. "
                + "By default nobody is called.", valueName: "host"))
    var deliverTo: [String] = []
    @Option(help: ArgumentHelp("Event loops; by default one for each processor.", valueName: "count"))
    var loops: Int?

    enum CodingKeys: String, CodingKey, CaseIterable {
        case host, port, readyFile, publicUrl, trustProxy, deliverTo, loops

        /// Takes no value.
        var isSwitch: Bool { self == .trustProxy }
    }

    func publicURL() throws -> HTTPURL? {
        guard let publicUrl else { return nil }
        guard let url = HTTPURL(publicUrl), url.path == "/" else {
            throw ValidationError("--public-url must be like https://auth.example.test, not '\(publicUrl)'.")
        }
        return url
    }

    func deliveryTargets() throws -> [DeliveryTarget] {
        try deliverTo.map { text in
            guard let target = DeliveryTarget(text) else {
                throw ValidationError(
                    "--deliver-to must be loopback, a host such as hooks.example.test or hooks.example.test:8443, or "
                        + "either with a place in its stead, hooks.example.test=http://127.0.0.1:9000, not '\(text)'.")
            }
            return target
        }
    }

    /// - Parameter standardPort: where no port is given.
    func server(standardPort: UInt16) throws -> ServerConfiguration {
        guard let address = SocketAddress(host: host, port: port ?? standardPort) else {
            throw ValidationError("--host must be an IPv4 or IPv6 address or localhost, not '\(host)'.")
        }
        return ServerConfiguration(
            address: address, loopCount: try Bounds.atLeast(1, loops ?? ResourceLimits.coreCount, "--loops"))
    }
}
