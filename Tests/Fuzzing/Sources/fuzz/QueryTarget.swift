import Families
import JSON

/// A user query is understood or refused, and a glance passes all that it holds of. What stands behind a line's end is
/// the document that it is asked of, where it is JSON.
enum QueryTarget {
    static func run(_ bytes: [UInt8]) -> CInt {
        let parts = bytes.split(separator: UInt8(ascii: "\n"), maxSplits: 1, omittingEmptySubsequences: false)
        let query = String(decoding: parts[0], as: UTF8.self)
        guard let search = try? DocumentSearch(query, bare: ["email", "name"], folded: ["email", "name"]) else {
            return 0
        }
        let own = parts.count > 1 ? try? JSONParser.parse(Array(parts[1])) : nil
        for document in [user, own.map { JSONTree.source($0).bytes }].compactMap(\.self) {
            let holds = search.holds(document)
            precondition(!holds || search.mayHold(document), "a glance passes over what a query holds of")
        }
        return 0
    }

    private static let user = Array(
        (#"{"created_at":"2025-12-31T10:00:00.000Z","email":"Kim@a.example","email_verified":true,"#
            + #""name":"Kim \"Q\" Öst","logins_count":7,"app_metadata":{"tags":["x","y"],"deep":{"on":null}}}"#).utf8)
}
