package import HTTPCore
package import Tenancy

extension ManagementResponder {
    /// The answer to a request that a network ACL stops; nil where it lets it through. Nobody has recorded one: that
    /// the service answers 403 and 302 is INFERRED, and the words are ours.
    ///
    /// - Parameter showsEvidence: it says which rule it is of.
    package static func response(by acl: NetworkACL, showsEvidence: Bool) -> HTTPResponse? {
        let explanation = Explanation("network-acl", field: acl.id, .inferred)
        switch acl.action {
        case .allow, .log: return nil
        case .block:
            let message = "The request was blocked by a network ACL of the tenant."
            var response = APIError.service(.forbidden, message).response
            response.explanation = explanation
            if showsEvidence { response.addEvidence() }
            return response
        case .redirect(let place):
            var response = HTTPResponse(
                status: HTTPStatus(302),
                fields: [HTTPField("location", visible(place)), HTTPField("cache-control", "no-store")])
            response.explanation = explanation
            return response
        }
    }

    /// The same address in bytes that may stand in a field; nothing says that it is one.
    private static func visible(_ address: String) -> String {
        var text = ""
        for byte in address.utf8 {
            if (0x21...0x7E).contains(byte) {
                text.unicodeScalars.append(Unicode.Scalar(byte))
            } else {
                text += "%" + (byte < 0x10 ? "0" : "") + String(byte, radix: 16, uppercase: true)
            }
        }
        return text
    }
}
