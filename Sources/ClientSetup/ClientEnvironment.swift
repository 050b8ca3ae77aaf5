import HTTPCore

/// The variables that lead clients to a server.
package enum ClientEnvironment {
    /// Credentials for the tokens of a server that serves any client.
    package static let anyClient = (id: "localtenant", secret: "localtenant")

    /// Credentials for a server: those that the environment has beside its domain, as `exec` sets them; else any.
    ///
    /// - Parameter variable: the value of a variable as it is; nil when it is not set.
    /// - Returns: no secret for a client that has none.
    package static func credentials(
        for facts: ServerFacts, _ variable: (String) -> String?
    ) -> (id: String, secret: String?) {
        guard variable("AUTH0_DOMAIN") == facts.domain, let id = variable("AUTH0_CLIENT_ID") else { return anyClient }
        return (id, variable("AUTH0_CLIENT_SECRET"))
    }

    /// Address and credentials, for all clients alike.
    package static func address(_ facts: ServerFacts, clientID: String, clientSecret: String?) -> [Variable] {
        var variables = [Variable("LOCALTENANT_URL", facts.url.origin)]
        if let url = facts.httpsURL { variables.append(Variable("LOCALTENANT_HTTPS_URL", url.origin)) }
        if let file = facts.authorityFile { variables.append(Variable("LOCALTENANT_CA_FILE", file)) }
        variables += [Variable("AUTH0_DOMAIN", facts.domain), Variable("AUTH0_CLIENT_ID", clientID)]
        if let clientSecret { variables.append(Variable("AUTH0_CLIENT_SECRET", clientSecret)) }
        return variables
    }

    /// Has clients that would ask for a token for another tenant's Management API ask for this one's; none where they
    /// would not, be it that they name no audience or an API of their own.
    ///
    /// - Parameter variable: the value of a variable as it is; nil when it is not set.
    package static func audience(_ facts: ServerFacts, _ variable: (String) -> String?) -> [Variable] {
        guard let known = variable("AUTH0_AUDIENCE"), let host = Authority.host(of: known, path: "/api/v2/"),
            host != Authority.host(of: facts.domain)
        else { return [] }
        return [Variable("AUTH0_AUDIENCE", "https://\(facts.domain)/api/v2/")]
    }

    /// Has clients that go through a proxy leave it out on the way to this machine; none where there is no proxy.
    ///
    /// - Parameter variable: the value of a variable as it is; nil when it is not set.
    package static func proxyExceptions(_ variable: (String) -> String?) -> [Variable] {
        let proxies = ["http_proxy", "https_proxy", "all_proxy"].flatMap { [$0, $0.uppercased()] }
        guard proxies.contains(where: { variable($0) != nil }) else { return [] }
        let known = variable("no_proxy") ?? variable("NO_PROXY") ?? ""
        guard known != "*" else { return [] }
        let listed = known.split(separator: ",").map(String.init)
        let all = listed + ["localhost", "127.0.0.1", "::1"].filter { !listed.contains($0) }
        return ["no_proxy", "NO_PROXY"].map { Variable($0, all.joined(separator: ",")) }
    }

    /// Everything that a client of one family takes from its environment.
    package static func all(
        for family: SDK, _ facts: ServerFacts, clientID: String, clientSecret: String?
    ) -> [Variable] {
        var variables = address(facts, clientID: clientID, clientSecret: clientSecret)
        if let file = facts.authorityFile, facts.httpsURL != nil {
            variables += family.authorityVariables.map { Variable($0.name, file) }
            if family == .java { variables.append(JavaTrustStore(authorityFile: file).variable) }
        }
        return variables + family.ownVariables
    }

    /// What a person has to do beside; empty for most.
    ///
    /// - Parameter hasFile: whether there is a file of that path.
    package static func notes(for family: SDK, _ facts: ServerFacts, hasFile: (String) -> Bool) -> [String] {
        guard let file = facts.authorityFile, facts.httpsURL != nil else { return [] }
        switch family {
        case .java:
            let store = JavaTrustStore(authorityFile: file)
            guard !hasFile(store.file) else { return [] }
            return ["Java reads a trust store of its own; make it once: \(store.command)"]
        case .php:
            let path = ShellText.quoted(file)
            return ["PHP's curl reads no variable; start PHP with -d curl.cainfo=\(path) -d openssl.cafile=\(path)"]
        case .auth0CLI:
            return [
                "the CLI reads no domain from its environment: auth0 login --domain \"$AUTH0_DOMAIN\" "
                    + "--client-id \"$AUTH0_CLIENT_ID\" --client-secret \"$AUTH0_CLIENT_SECRET\""
            ]
        default: return []
        }
    }
}

/// The file from which Java takes authorities, beside the certificate that it is made of.
struct JavaTrustStore {
    private let authorityFile: String
    private static let password = "changeit"

    init(authorityFile: String) {
        self.authorityFile = authorityFile
    }

    var file: String { (authorityFile.hasSuffix(".pem") ? String(authorityFile.dropLast(4)) : authorityFile) + ".p12" }

    /// Makes it. Authorities that are not in it are not trusted then.
    var command: String {
        "keytool -importcert -noprompt -alias localtenant -file \(ShellText.quoted(authorityFile)) "
            + "-keystore \(ShellText.quoted(file)) -storetype PKCS12 -storepass \(JavaTrustStore.password)"
    }

    /// Every JVM reads this one; it takes quotes around what has spaces.
    var variable: Variable {
        let path = file.contains(" ") ? "\"\(file)\"" : file
        return Variable(
            "JAVA_TOOL_OPTIONS",
            "-Djavax.net.ssl.trustStore=\(path) -Djavax.net.ssl.trustStorePassword=\(JavaTrustStore.password)")
    }
}
