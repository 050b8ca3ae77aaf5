import Ground
package import Credentials
import JSON

/// The RSA keys of a JSON Web Key Set (RFC 7517 section 5), to verify tokens that somebody else has signed.
package struct JSONWebKeySet: Sendable {
    private struct Entry: Sendable {
        let id: String?
        /// What the set says the key is for; nil: any of ours.
        let algorithm: PublicKey.Algorithm?
        let key: PublicKey
    }

    private var entries: [Entry] = []

    package init() {}

    /// Keys of other kinds or uses are passed over, as RFC 7517 section 5 has it.
    ///
    /// - Throws: when the text is no key set, or has no key of ours.
    package init(_ text: [UInt8]) throws(CredentialError) {
        guard let keys = (try? JSONParser.parse(text))?["keys"]?.items else {
            throw CredentialError("it must be a JSON object with an array 'keys' (RFC 7517)")
        }
        for key in keys where key.string("kty") == "RSA" && (key.string("use") ?? "sig") == "sig" {
            let name = key.string("alg")
            let algorithm = name.flatMap(PublicKey.Algorithm.init(rawValue:))
            guard name == nil || algorithm != nil, let modulus = JSONWebKeySet.number(key["n"]),
                let exponent = JSONWebKeySet.number(key["e"]),
                let publicKey = PublicKey(modulus: modulus, exponent: exponent)
            else { continue }
            entries.append(Entry(id: key.string("kid"), algorithm: algorithm, key: publicKey))
        }
        guard !entries.isEmpty else {
            let known = PublicKey.Algorithm.allCases.map(\.rawValue).joined(separator: ", ")
            throw CredentialError("it has no RSA key for signatures with \(known)")
        }
    }

    package var isEmpty: Bool { entries.isEmpty }

    /// The keys that may have signed a token with that header.
    package func keys(for header: JSONWebToken.Header) -> [PublicKey] {
        entries.filter { entry in
            (entry.algorithm ?? header.algorithm) == header.algorithm && (entry.id ?? header.keyID) == header.keyID
        }.map(\.key)
    }

    private static func number(_ value: JSONValue?) -> [UInt8]? {
        value?.string.flatMap { Base64URL.decode($0.utf8) }.flatMap { $0.isEmpty ? nil : $0 }
    }
}
