/// Why a token is not accepted.
package enum TokenRefusal: Error, Equatable, Sendable {
    /// Not three parts of JSON and a signature.
    case malformed
    /// Another algorithm than those allowed, `none` among them.
    case algorithm(String)
    case unknownKey
    case signature
    case expired
    case notYetValid
    case issuer
    case audience
}
