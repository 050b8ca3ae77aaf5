import ArgumentParser
import Emulator
import Transport

/// Whether and how the server proves who it is.
struct TLSOptions: ParsableArguments {
    @Option(help: "TLS on the same port: on, or off.")
    var tls = Switch.on
    @Option(
        help: ArgumentHelp(
            "Folder that keeps the CA from one start to the next, or none; by default the user's data directory.",
            valueName: "path"), completion: .directory)
    var caDir: String?
    @Option(
        help: ArgumentHelp("Another name or address to be reached by over TLS; repeatable.", valueName: "name"))
    var tlsName: [String] = []
    @Option(
        help: ArgumentHelp("A certificate of your own, with its chain, as PEM; needs --tls-key.", valueName: "path"),
        completion: .file())
    var tlsCert: String?
    @Option(help: ArgumentHelp("The key to --tls-cert, as PEM.", valueName: "path"), completion: .file())
    var tlsKey: String?

    enum CodingKeys: String, CodingKey, CaseIterable {
        case tls, caDir, tlsName, tlsCert, tlsKey
    }

    func configuration() throws -> TLSConfiguration {
        guard (tlsCert == nil) == (tlsKey == nil) else {
            throw ValidationError("--tls-cert and --tls-key go together.")
        }
        guard tls == .on else { return .off }
        if let tlsCert, let tlsKey { return .certificate(file: tlsCert, keyFile: tlsKey) }
        return .ownAuthority(folder: .init(option: caDir), names: try tlsName.map(certificateName))
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
}

extension TLSConfiguration.AuthorityFolder {
    /// - Parameter option: what `--ca-dir` says; nil where it says nothing.
    init(option: String?) {
        switch option {
        case nil: self = .standard
        case "none": self = .memory
        case let path?: self = .path(path)
        }
    }
}
