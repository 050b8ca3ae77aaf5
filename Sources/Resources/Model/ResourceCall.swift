package import JSON
package import Tenancy

/// A request for an operation of a family, its schema passed.
package struct ResourceCall: Sendable {
    /// The path's parameters in order, decoded.
    package let parameters: [String]
    /// The query's properties, numbers already numbers; nil where there are none.
    package let query: JSONValue?
    /// The content; nil where there is none.
    package let body: JSONTree?
    package let now: Instant
    package let world: TenantWorld
    private let scheme: String
    private let authority: String
    /// What the token allows; nil: everything.
    package let scopes: Set<String>?
    package let services: Services
    private let sharedSettings: Shared<TenantSettings>
    /// All resources there are, for references between them.
    package let catalogue: Catalogue
    /// The subject of the token; nil where nobody knows, or no operation of the family asks.
    package var subject: String?
    /// It is one of a seed.
    package var seed: SeedMark?

    /// - Parameters:
    ///   - scheme: with colon and slashes; with `authority` behind it the origin.
    package init(
        parameters: [String] = [], query: JSONValue? = nil, body: JSONTree? = nil, now: Instant, world: TenantWorld,
        scheme: String, authority: String, scopes: Set<String>? = nil, services: Services = Services(),
        settings: Shared<TenantSettings>, catalogue: Catalogue
    ) {
        self.parameters = parameters
        self.query = query
        self.body = body
        self.now = now
        self.world = world
        self.scheme = scheme
        self.authority = authority
        self.scopes = scopes
        self.services = services
        sharedSettings = settings
        self.catalogue = catalogue
    }

    /// What links in the answer begin with: scheme and authority of the request.
    package var origin: String { scheme + authority }

    package var settings: TenantSettings {
        _read { yield sharedSettings.value }
    }

    package var ids: IDMaker { IDMaker(world, at: now) }

    package func allows(_ scope: String) -> Bool { scopes?.contains(scope) ?? true }

    /// A text of the query.
    package func queryText(_ name: String) -> String? { query?[JSONKey(name)]?.string }

    package func queryInt(_ name: String) -> Int? { query?[JSONKey(name)]?.number?.int }

    package func queryFlag(_ name: String) -> Bool? {
        query?[JSONKey(name)].flatMap { $0.bool ?? ($0.string.map { $0 == "true" }) }
    }

    /// All texts of a query parameter: repeated ones, and those of a list with commas.
    package func queryTexts(_ name: String) -> [String]? {
        guard let value = query?[JSONKey(name)] else { return nil }
        let texts =
            value.items.map { $0.compactMap(\.string) } ?? value.string.map { [$0] }
            ?? value.bool.map { [String($0)] } ?? []
        return texts.flatMap { $0.split(separator: ",").map(String.init) }
    }

    /// The same call about something else.
    package func with(parameters: [String], body: JSONTree? = nil) -> ResourceCall {
        var call = ResourceCall(
            parameters: parameters, query: query, body: body, now: now, world: world, scheme: scheme,
            authority: authority, scopes: scopes, services: services, settings: sharedSettings, catalogue: catalogue)
        call.subject = subject
        return call
    }
}

/// What rules need of other rooms; live values exist only in the composition root.
package final class Services: Sendable {
    /// The certificate that the tenant signs with: PEM, and the key's id.
    package let signingCertificate: @Sendable (_ tenant: String) -> SigningCertificate?
    /// Whether the key behind it is there already; asking has it made, which takes a while.
    package let hasSigningKey: @Sendable () -> Bool
    package let crypto: any CryptoService
    package let delivery: any DeliveryService

    package init(
        hasSigningKey: @escaping @Sendable () -> Bool = { true },
        signingCertificate: @escaping @Sendable (_ tenant: String) -> SigningCertificate? = { _ in nil },
        crypto: any CryptoService = NoCrypto(), delivery: any DeliveryService = NoDelivery()
    ) {
        self.delivery = delivery
        self.hasSigningKey = hasSigningKey
        self.signingCertificate = signingCertificate
        self.crypto = crypto
    }
}

package struct SigningCertificate: Sendable {
    package let pem: String
    package let pkcs7: String
    package let keyID: String
    /// The keys that a client is stored with, written once: their texts are long, and full of escapes.
    package let clientKeys: JSONTree
    /// What the service shows of it when a client is made.
    package let privateKey: JSONTree

    package init(pem: String, pkcs7: String, keyID: String, privateKeyPEM: String = "") {
        self.pem = pem
        self.pkcs7 = pkcs7
        self.keyID = keyID
        let keys: JSONTree = [["cert": .string(pem), "pkcs7": .string(pkcs7), "subject": "deprecated"]]
        clientKeys = JSONTree(stored: keys.bytes)
        privateKey = JSONTree(stored: JSONTree.string(privateKeyPEM).bytes)
    }
}

/// Who carries what streams deliver.
package protocol DeliveryService: Sendable {
    /// Whether an endpoint may be called.
    func allows(_ url: String) -> Bool
    /// Something is to be delivered. Whoever says so holds the tenant, so nothing is done before this returns.
    func wake(_ tenant: String)
}

/// Nobody is called.
package struct NoDelivery: DeliveryService {
    package init() {}
    package func allows(_ url: String) -> Bool { false }
    package func wake(_ tenant: String) {}
}

/// Digests, hashes and certificates.
package protocol CryptoService: Sendable {
    func sha256(_ bytes: [UInt8]) -> [UInt8]
    func sha1(_ bytes: [UInt8]) -> [UInt8]
    func md5(_ bytes: [UInt8]) -> [UInt8]
    /// What a PEM text holds: a public key or a certificate; nil where it is neither.
    func publicKey(pem: String) -> PublicKeyFacts?
    /// Whether the keys that one operation takes can be had without a wait; they are being made where not.
    func hasKeys(for use: KeyUse) -> Bool
    /// A new RSA key with a self-signed certificate of that name.
    func makeCertificate(commonName: String, at now: Instant) -> CertificateFacts?
    /// A password's hash, to be kept.
    func passwordHash(_ password: String) -> String
    func verifies(_ password: String, hash: String) -> Bool
    /// The public half of a new RSA key of 3,072 bits as PEM text; the other half is forgotten.
    func makeWrappingKey() -> String?
}

/// What an operation makes keys for.
package enum KeyUse: Sendable {
    /// Up to two for signatures.
    case signing
    /// One for `makeWrappingKey`.
    case wrapping
}

extension CryptoService {
    package func hasKeys(for use: KeyUse) -> Bool { true }
    package func makeWrappingKey() -> String? { nil }
}

/// A public key, and the certificate around it where there is one.
package struct PublicKeyFacts: Sendable {
    /// RFC 7638: SHA-256 of the key's required members, in base 64 for URLs.
    package var thumbprint = ""
    package var certificate: CertificateFacts?

    package init() {}
}

/// What is in a certificate.
package struct CertificateFacts: Sendable {
    package var pem = ""
    package var privateKeyPEM = ""
    package var keyID = ""
    /// The DER bytes.
    package var der: [UInt8] = []
    /// Relative distinguished names in the certificate's order: `CN=name`.
    package var subject: [String] = []
    package var notAfter = Instant(nanoseconds: 0)
    package var pkcs7 = ""

    package init() {}
}

/// For tests and tenants without keys.
package struct NoCrypto: CryptoService {
    package init() {}
    package func sha256(_ bytes: [UInt8]) -> [UInt8] { Array(bytes.prefix(32)) }
    package func sha1(_ bytes: [UInt8]) -> [UInt8] { Array(bytes.prefix(20)) }
    package func md5(_ bytes: [UInt8]) -> [UInt8] { Array(bytes.prefix(16)) }
    package func publicKey(pem: String) -> PublicKeyFacts? { nil }
    package func makeCertificate(commonName: String, at now: Instant) -> CertificateFacts? { nil }
    package func passwordHash(_ password: String) -> String { "" }
    package func verifies(_ password: String, hash: String) -> Bool { false }
}

/// One write on its way.
package struct Write: Sendable {
    package enum Kind: Sendable {
        case create, patch, put, seed
    }

    package let kind: Kind
    package let call: ResourceCall
    package let facts: TenantFacts
    /// The request's content.
    package let request: JSONTree
    /// What is there; nil for a new one.
    package let old: Document?
    /// What is there, read.
    package let oldTree: JSONTree?

    package init(
        _ kind: Kind, _ call: ResourceCall, _ facts: TenantFacts, request: JSONTree, old: Document? = nil,
        oldTree: JSONTree? = nil
    ) {
        self.kind = kind
        self.call = call
        self.facts = facts
        self.request = request
        self.old = old
        self.oldTree = oldTree
    }
}
