import Ground
import JSON
import Resources
import Tenancy

/// The `options` of a connection: what was asked for, and what its strategy adds.
struct ConnectionOptions {
    private let strategy: ConnectionStrategy
    private let call: ResourceCall
    private let isSeed: Bool

    init(_ strategy: ConnectionStrategy, _ call: ResourceCall, isSeed: Bool) {
        self.strategy = strategy
        self.call = call
        self.isSeed = isSeed
    }

    private var day: Day? { call.settings.asOf }

    /// Nulls of these are answered once and never read again (RECORDED 10).
    static let unreadNulls = ["authorizationURL", "tokenURL"]

    /// As reads show them.
    static func stored(_ options: JSONTree) -> JSONTree {
        var options = options
        for name in unreadNulls where options[name]?.isNull ?? false { options[name] = nil }
        return options.jsonbOrdered
    }

    /// Of a new connection: some members stand before the request's, all others behind them.
    func made(of request: JSONTree) -> JSONTree {
        let sent = request.members ?? []
        var first = ConnectionStrategy.latest(strategy.first, day)
        // A password has one kind of policy.
        if request["password_options"] != nil { first["passwordPolicy"] = nil }
        var options = JSONTree.object(first.without(Set(sent.map(\.key))).members.map { $0 + sent } ?? sent)
        let added = ConnectionStrategy.latest(strategy.added, day)
        for step in strategy.before { perform(step, on: &options, request, added) }
        options.fill(from: added)
        for step in strategy.after { perform(step, on: &options, request, added) }
        encipher(&options)
        return options
    }

    /// Of a change: the request replaces them, but for the few members that a strategy keeps (RECORDED 65 of 66).
    func changed(_ request: JSONTree, from old: JSONTree) -> JSONTree {
        var options = request
        let added = ConnectionStrategy.latest(strategy.added, day)
        for step in strategy.before { perform(step, on: &options, request, added) }
        options.fill(from: old.only(strategy.kept))
        options.fill(from: strategy.changed.map { ConnectionStrategy.latest($0, day) } ?? added)
        for step in strategy.after { perform(step, on: &options, request, added) }
        encipher(&options)
        return options
    }

    private func perform(
        _ step: ConnectionStrategy.Step, on options: inout JSONTree, _ request: JSONTree, _ added: JSONTree
    ) {
        switch step {
        case .database: completeDatabase(&options, added)
        case .discovery(let hasDomain): discover(&options, hasDomain: hasDomain)
        case .scope(let rule): rule.apply(to: &options, request)
        case .federation: readFederation(&options)
        case .samlMetadata: readMetadata(&options, request)
        case .certificate(let isDropped): readCertificate(&options, isDropped: isDropped)
        case .copy(let source, let target):
            if request[target] == nil, let value = options[source] { options[target] = value }
        case .host(let name):
            if options[name]?.string == "" { options[name] = .string(ProvisioningTicket.host(call)) }
        case .last(let name, let since):
            guard let value = options[name], day.map({ $0.rawValue >= since }) ?? true else { return }
            options[name] = nil
            options[name] = value
        }
    }

    /// What is sent in part is completed.
    private func completeDatabase(_ options: inout JSONTree, _ added: JSONTree) {
        if var email = options[path: "attributes.email"], email.isObject {
            email.fill(from: ["verification_method": "link", "unique": true])
            options[path: "attributes.email"] = email
        }
        complete("authentication_methods", of: &options, added["authentication_methods"])
        complete("password_options", of: &options, JSONTree(text: ConnectionStrategy.passwordOptions))
    }

    /// In the service's order.
    private func complete(_ name: String, of options: inout JSONTree, _ whole: JSONTree?) {
        guard let sent = options[name], sent.isObject, var whole else { return }
        whole.merge(sent, .deep)
        options[name] = whole
    }

    /// Values of a database's configuration are never shown: an opaque text stands for each, another at every write.
    /// One that is such a text was read before, and stays.
    private func encipher(_ options: inout JSONTree) {
        guard !isSeed, let members = options["configuration"]?.members else { return }
        let ids = call.ids
        options["configuration"] = .object(
            members.map { member in
                if ConnectionOptions.isEnciphered(member.value) { return member }
                return .init(member.key, .string("2.0$\(ids.hex(32))$\(ids.hex(32))$\(ids.hex(64))"))
            })
    }

    private static func isEnciphered(_ value: JSONTree) -> Bool {
        guard let parts = value.string?.split(separator: "$", omittingEmptySubsequences: false) else { return false }
        return parts.count == 4 && parts[0] == "2.0"
            && parts.dropFirst().allSatisfy { !$0.isEmpty && $0.allSatisfy { $0.isASCII && $0.isHexDigit } }
    }
}

/// Documents of identity providers.
extension ConnectionOptions {
    /// The provider's metadata: those sent, or those that its address is known to give. Endpoints that were sent as
    /// null are taken from it.
    private func discover(_ options: inout JSONTree, hasDomain: Bool) {
        let sent = options["oidc_metadata"].flatMap { $0.isObject ? $0 : nil }
        guard day.map({ $0.rawValue >= ConnectionStrategy.mappingDay }) ?? true else { return }
        guard var metadata = sent ?? IssuerMetadata.known(of: options, hasDomain: hasDomain, on: day) else { return }
        metadata.fill(from: JSONTree(text: IssuerMetadata.completion))
        for name in ["authorization_endpoint", "token_endpoint", "userinfo_endpoint"]
        where options[name]?.isNull ?? false {
            if let endpoint = metadata[name] { options[name] = endpoint }
        }
        options["oidc_metadata"] = metadata
    }

    /// WS-Federation metadata name the address to sign in at; their certificates are not looked at.
    private func readFederation(_ options: inout JSONTree) {
        options.fill(from: ["thumbprints": []])
        guard options["signInEndpoint"] == nil, let xml = options["fedMetadataXml"]?.string else { return }
        guard let endpoint = XMLText(xml).after("PassiveRequestorEndpoint")?.content(of: "Address") else { return }
        options["signInEndpoint"] = .string(endpoint)
    }

    /// SAML metadata are taken apart and do not stay; endpoints that were sent beside them do.
    private func readMetadata(_ options: inout JSONTree, _ request: JSONTree) {
        guard let xml = options["metadataXml"]?.string else { return }
        options["metadataXml"] = nil
        let text = XMLText(xml)
        if let certificate = text.content(of: "X509Certificate") {
            options["signingCert"] = .string(ConnectionOptions.pem(certificate))
        }
        let endpoints = [("SingleSignOnService", "signInEndpoint"), ("SingleLogoutService", "signOutEndpoint")]
        for (element, member) in endpoints {
            if request[member] == nil, let address = text.after(element)?.attribute("Location") {
                options[member] = .string(address)
            }
        }
    }

    private func readCertificate(_ options: inout JSONTree, isDropped: Bool) {
        guard let text = options["signingCert"]?.string else { return }
        let pem = ConnectionOptions.pem(text)
        if isDropped { options["signingCert"] = nil }
        guard let certificate = call.services.crypto.publicKey(pem: pem)?.certificate else { return }
        let thumbprint = call.services.crypto.sha1(certificate.der)
        options["expires"] = .string(certificate.notAfter.text(digits: 3))
        options["subject"] = ConnectionOptions.subject(certificate.subject)
        options["thumbprints"] = [.string(thumbprint.map { ConnectionOptions.hex($0) }.joined())]
        options["cert"] = .string(pem)
    }

    static func hex(_ byte: UInt8) -> String { (byte < 16 ? "0" : "") + String(byte, radix: 16) }

    /// A certificate comes as PEM, as base 64 of PEM (as clients of the service send it), or as base 64 of DER.
    private static func pem(_ text: String) -> String {
        if text.utf8.starts(with: "-----".utf8) { return text }
        let digits = text.utf8.filter { $0 > 0x20 }
        let urlSafe = digits.filter { $0 != 0x3D }.map { $0 == 0x2B ? 0x2D : $0 == 0x2F ? 0x5F : $0 }
        if let decoded = Base64URL.decode(urlSafe), decoded.starts(with: "-----".utf8) {
            return String(decoding: decoded, as: UTF8.self)
        }
        var lines = ""
        for (index, digit) in digits.enumerated() {
            if index > 0, index % 64 == 0 { lines += "\n" }
            lines.unicodeScalars.append(Unicode.Scalar(digit))
        }
        return "-----BEGIN CERTIFICATE-----\n\(lines)\n-----END CERTIFICATE-----\n"
    }

    /// Names of attributes in full, as the service writes them (RECORDED).
    private static func subject(_ names: [String]) -> JSONTree {
        let words = [
            "C": "countryName", "ST": "stateOrProvinceName", "L": "localityName", "O": "organizationName",
            "OU": "organizationalUnitName", "CN": "commonName",
        ]
        return .object(
            names.compactMap { name in
                guard let equals = name.firstIndex(of: "=") else { return nil }
                let key = String(name[..<equals])
                return .init(words[key] ?? key, .string(String(name[name.index(after: equals)...])))
            })
    }
}

/// Just enough of XML to find a text or an attribute in metadata.
private struct XMLText {
    private let bytes: ArraySlice<UInt8>

    init(_ text: String) { bytes = Array(text.utf8)[...] }
    private init(_ bytes: ArraySlice<UInt8>) { self.bytes = bytes }

    /// What follows the name where the first element of that name begins, whatever its prefix.
    func after(_ element: String) -> XMLText? {
        var start = bytes.startIndex
        let word = Array(element.utf8)
        while let place = XMLText.index(of: word, in: bytes[start...]) {
            let before = bytes[..<place].last { $0 == 0x3C || $0 == 0x2F || $0 <= 0x20 }
            if before == 0x3C { return XMLText(bytes[(place + word.count)...]) }
            start = place + word.count
        }
        return nil
    }

    /// The text in that element.
    func content(of element: String) -> String? {
        guard let rest = after(element), let open = rest.bytes.firstIndex(of: 0x3E),
            let close = rest.bytes[open...].firstIndex(of: 0x3C)
        else { return nil }
        let text = rest.bytes[(open + 1)..<close].drop { $0 <= 0x20 }
        return String(decoding: text.reversed().drop { $0 <= 0x20 }.reversed(), as: UTF8.self)
    }

    /// The value of an attribute of the element that begins here.
    func attribute(_ name: String) -> String? {
        guard let end = bytes.firstIndex(of: 0x3E),
            let place = XMLText.index(of: Array((name + "=\"").utf8), in: bytes[..<end])
        else { return nil }
        let value = bytes[(place + name.utf8.count + 2)...]
        return value.firstIndex(of: 0x22).map { String(decoding: value[..<$0], as: UTF8.self) }
    }

    private static func index(of word: [UInt8], in bytes: ArraySlice<UInt8>) -> Int? {
        guard let first = word.first else { return nil }
        var start = bytes.startIndex
        while let place = bytes[start...].firstIndex(of: first) {
            if bytes[place...].starts(with: word) { return place }
            start = place + 1
        }
        return nil
    }
}
