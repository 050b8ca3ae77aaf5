import HTTPCore
import JSON
import Tenancy

/// Mail and texts that the tenant would have sent: kept for whoever tests to read, never sent.
enum MessageCalls {
    static let all = [
        ControlOperation(
            .get, "/__admin/messages",
            "mail and texts that the tenant would have sent, newest last, with recipient, kind, link and code; "
                + "`?to=ADDRESS` and `?kind=verify_email` pick some; with `&wait=30` (seconds) as soon as there are "
                + "`count` of them, or one",
            perform: list),
        ControlOperation(.delete, "/__admin/messages", "forgets them", perform: forget),
    ]

    /// The table that the families keep them in.
    private static let table = "messages"

    private static func list(_ call: ControlCall) throws(ControlError) -> HTTPResponse {
        let tenant = try call.oneTenant()
        let (recipient, kind) = (call[item: "to"], call[item: "kind"])
        let wanted = try call.wholeNumber("count", 0...Int.max, "from 0") ?? 1
        return try Wait(call).response {
            let found = tenant.withTenant { $0.table(table).all }.filter { document in
                let message = document.message
                return (recipient ?? message?.string("to")) == message?.string("to")
                    && (kind ?? message?.string("kind")) == message?.string("kind")
            }
            return (ControlResponse.kept("messages", found.map(\.text)), found.count >= wanted)
        }
    }

    private static func forget(_ call: ControlCall) throws(ControlError) -> HTTPResponse {
        try call.forget([table])
    }
}

extension Document {
    fileprivate var message: JSONValue? { try? JSONParser.parse(text) }
}
