package import Credentials

/// The authority that people trust: signs a leaf for each set of names.
package final class CertificateAuthority: Sendable {
    let certificate: Certificate
    private let key: PrivateKey

    /// 10 years; people trust it once.
    private static let days: Int64 = 3_650
    /// The longest that Apple's clients accept of a leaf is 398 days.
    private static let leafDays: Int64 = 397

    private init(_ certificate: Certificate, _ key: PrivateKey) {
        self.certificate = certificate
        self.key = key
    }

    /// Makes an authority with a new P-256 key.
    package static func make(nowUnixSeconds: Int64) throws(CredentialError) -> CertificateAuthority {
        let key = try PrivateKey.makeP256()
        let certificate = try CertificateBuilder.make(
            .authority, name: "LocalTenant CA", days: days, key: key, issuer: nil, nowUnixSeconds: nowUnixSeconds)
        return CertificateAuthority(certificate, key)
    }

    /// Takes up an authority from PEM texts.
    ///
    /// - Throws: when they do not hold a certificate and its key, or the certificate is not valid for another day.
    package init(certificatePEM: [UInt8], keyPEM: [UInt8], nowUnixSeconds: Int64) throws(CredentialError) {
        guard let certificate = PEMText.certificates(certificatePEM).first else {
            throw CredentialError("it holds no certificate")
        }
        guard let key = PrivateKey(pem: keyPEM) else { throw CredentialError("its key file holds no key") }
        guard certificate.matches(key) else { throw CredentialError("certificate and key do not belong together") }
        guard certificate.isValid(atUnixSeconds: nowUnixSeconds, forSeconds: 86_400) else {
            throw CredentialError("it has expired, or will within a day")
        }
        self.certificate = certificate
        self.key = key
    }

    /// The certificate that clients are to trust.
    package var certificatePEM: [UInt8] { certificate.pem }

    /// The key, for the file that keeps it.
    var keyPEM: [UInt8] { key.pem }

    /// Signs a server certificate with a new key.
    ///
    /// - Parameter names: DNS names, of which the first label may be `*`, and IP address literals; not empty.
    package func issue(names: [String], nowUnixSeconds: Int64) throws(CredentialError) -> ServerIdentity {
        let leafKey = try PrivateKey.makeP256()
        let leaf = try CertificateBuilder.make(
            .server(names: names), name: names.first ?? "localhost", days: CertificateAuthority.leafDays, key: leafKey,
            issuer: (certificate, key), nowUnixSeconds: nowUnixSeconds)
        return ServerIdentity(certificate: leaf, chain: [], key: leafKey)
    }
}

/// What a server shows of itself: a certificate, those between it and an authority, and its key.
package final class ServerIdentity: Sendable {
    let certificate: Certificate
    let chain: [Certificate]
    let key: PrivateKey

    init(certificate: Certificate, chain: [Certificate], key: PrivateKey) {
        self.certificate = certificate
        self.chain = chain
        self.key = key
    }

    /// Takes up somebody's own certificate.
    ///
    /// - Parameter certificatePEM: the leaf, then the certificates between it and its authority.
    package convenience init(certificatePEM: [UInt8], keyPEM: [UInt8]) throws(CredentialError) {
        let certificates = PEMText.certificates(certificatePEM)
        guard let leaf = certificates.first else { throw CredentialError("the certificate file holds no certificate") }
        guard let key = PrivateKey(pem: keyPEM) else { throw CredentialError("the key file holds no unencrypted key") }
        guard leaf.matches(key) else { throw CredentialError("certificate and key do not belong together") }
        self.init(certificate: leaf, chain: Array(certificates.dropFirst()), key: key)
    }
}
