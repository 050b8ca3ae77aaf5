/// Clients that learn of a server and of what to trust in one way.
package enum SDK: String, CaseIterable, Sendable {
    case node, python, go, terraform
    case deployCLI = "deploy-cli"
    case auth0CLI = "auth0-cli"
    case java, dotnet, php, ruby, curl

    /// A variable that names a file of authorities.
    package struct AuthorityVariable: Hashable, Sendable {
        package let name: String
        /// False: the file takes the place of the public authorities.
        package let isAddition: Bool

        static let openSSL = AuthorityVariable(name: "SSL_CERT_FILE", isAddition: false)
        static let node = AuthorityVariable(name: "NODE_EXTRA_CA_CERTS", isAddition: true)
        static let requests = AuthorityVariable(name: "REQUESTS_CA_BUNDLE", isAddition: false)
        static let curl = AuthorityVariable(name: "CURL_CA_BUNDLE", isAddition: false)
    }

    /// By which it learns of an authority: Node's own; OpenSSL's, which httpx, Ruby, PHP's streams, .NET and Go (both
    /// on Linux) read too; those of Python's requests and of curl. Java reads none.
    package var authorityVariables: [AuthorityVariable] {
        switch self {
        case .node, .deployCLI: [.node]
        case .python: [.openSSL, .requests]
        case .go, .terraform, .auth0CLI, .dotnet, .php, .ruby: [.openSSL]
        case .curl: [.curl]
        case .java: []
        }
    }

    /// Every such variable of any family, each once.
    package static var allAuthorityVariables: [AuthorityVariable] {
        var all: [AuthorityVariable] = []
        for variable in allCases.flatMap(\.authorityVariables) where !all.contains(variable) { all.append(variable) }
        return all
    }

    /// What it needs beside address, credentials and trust.
    var ownVariables: [Variable] {
        switch self {
        // It reports its use to somebody else.
        case .auth0CLI: [Variable("AUTH0_CLI_ANALYTICS", "false")]
        default: []
        }
    }
}

/// An environment variable and its value.
package struct Variable: Equatable, Sendable {
    package let name: String
    package let value: String

    package init(_ name: String, _ value: String) {
        self.name = name
        self.value = value
    }
}
