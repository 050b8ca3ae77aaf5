import Ground
import JSON
import Tokens

/// No token passes without a key.
enum TokenTarget {
    static func run(_ bytes: [UInt8]) -> CInt {
        let token = String(decoding: bytes, as: UTF8.self)
        _ = JSONWebToken.isWellFormed(token)
        let expectation = JSONWebToken.Expectation(
            issuer: { _ in true }, audience: { _ in true }, nowUnixSeconds: 1_700_000_000)
        let claims = try? JSONWebToken.verify(token, keys: { _ in [] }, expectation)
        precondition(claims == nil, "a token passed that no key has signed")
        if let decoded = Base64URL.decode(bytes) {
            precondition(Base64URL.decode(Base64URL.encode(decoded)) == decoded, "Base64 is not its own inverse")
        }
        return 0
    }
}
