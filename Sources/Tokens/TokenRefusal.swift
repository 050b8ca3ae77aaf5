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
    /// Says which it has; nil: none.
    case issuer(String?)
    /// Says which it has, the first of several; nil: none.
    case audience(String?)
}
