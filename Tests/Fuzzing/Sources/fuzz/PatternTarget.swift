import HTTPCore
import JSON
import Journal
import Tenancy

/// A pattern is understood or refused, and matches or does not.
enum PatternTarget {
    static func run(_ bytes: [UInt8]) -> CInt {
        guard let document = try? JSONParser.parse(bytes), let pattern = try? RequestPattern(document) else { return 0 }
        _ = try? pattern.differences(from: entry)
        return 0
    }

    private static let entry: JournalEntry = {
        var request = HTTPRequest()
        request.setTarget(Array("/api/v2/actions/modules?page=0&q=a%20b".utf8).span)
        request.fields.append("content-type", "application/json")
        request.body = Array(#"{"name":"a","secrets":[{"name":"K","value":"v"}],"n":[1,2,{"m":null}]}"#.utf8)
        return JournalEntry(
            id: UniqueID(high: 1, low: 1), tenant: "t", time: Instant(nanoseconds: 0), request,
            HTTPResponse(status: .ok))
    }()
}
