import ArgumentParser
import Tenancy

/// Who gets in.
struct TokenOptions: ParsableArguments {
    @Option(help: "Who gets in: lax (any bearer token), or strict (our own tokens, for what their scopes allow).")
    var auth = Authentication.lax
    @Option(
        help: ArgumentHelp(
            "A client that may fetch tokens, with its secret and perhaps its scopes, separated by spaces; repeatable. "
                + "Without any, everybody may.", valueName: "id:secret[:scopes]"))
    var client: [String] = []
    @Option(
        help: ArgumentHelp(
            "A public key or certificate (PEM) that verifies a client's assertions; repeatable.",
            valueName: "id=path"))
    var clientKey: [String] = []
    @Option(
        help: ArgumentHelp(
            "A JSON Web Key Set: strict takes tokens that its keys have signed, too.", valueName: "path"),
        completion: .file())
    var jwks: String?
    @Option(
        help: ArgumentHelp(
            "Client metadata documents (CIMD): a JSON object of addresses and what stands there.", valueName: "path"),
        completion: .file())
    var clientDocuments: String?

    @Option(
        help: ArgumentHelp(
            "An API beside the Management API that tokens may be for, perhaps with its scopes, separated by spaces; "
                + "repeatable.", valueName: "audience[=scopes]"))
    var api: [String] = []

    enum CodingKeys: String, CodingKey, CaseIterable {
        case auth, client, clientKey, jwks, clientDocuments, api
    }

    func apis() throws -> [RegisteredAPI] {
        try api.map { text in
            let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            guard !parts[0].isEmpty else {
                throw ValidationError("--api must be an audience or audience=scopes, not '\(text)'.")
            }
            let scopes = parts.count == 2 ? parts[1].split(separator: " ").map(String.init) : []
            return RegisteredAPI(audience: parts[0], scopes: scopes)
        }
    }

    func clients() throws -> [RegisteredClient] {
        try client.map { text in
            let parts = text.split(separator: ":", maxSplits: 2, omittingEmptySubsequences: false).map(String.init)
            guard parts.count >= 2, !parts[0].isEmpty, !parts[1].isEmpty else {
                throw ValidationError("--client must be id:secret or id:secret:scopes.")
            }
            let secret = SecretValue(parts[1])
            guard parts.count == 3 else { return RegisteredClient(id: parts[0], secret: secret) }
            return RegisteredClient(
                id: parts[0], secret: secret, scopes: parts[2].split(separator: " ").map(String.init))
        }
    }

    func clientKeys() throws -> [(id: String, file: String)] {
        try clientKey.map { text in
            let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
            guard parts.count == 2 else { throw ValidationError("--client-key must be id=path, not '\(text)'.") }
            return (parts[0], parts[1])
        }
    }
}

extension Authentication: ExpressibleByArgument {}
