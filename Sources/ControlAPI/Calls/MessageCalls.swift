import HTTPCore
import JSON
import Tenancy

/// Mail and texts that the tenant would have sent: kept for whoever tests to read, never sent.
enum MessageCalls {
    static let all = [
        ControlOperation(
            .get, "/__admin/messages",
            "mail and texts that the tenant would have sent, newest last, with recipient, kind, link and code; "
                + "`?to=ADDRESS` and `?kind=verify_email` pick some",
            perform: list),
        ControlOperation(.delete, "/__admin/messages", "forgets them", perform: forget),
    ]

    /// The table that the families keep them in.
    private static let table = "messages"

    private static func list(_ call: ControlCall) throws(ControlError) -> HTTPResponse {
        let documents = try call.oneTenant().withTenant { $0.table(table).all }
        let (recipient, kind) = (call[item: "to"], call[item: "kind"])
        let found = documents.filter { document in
            let message = document.message
            return (recipient ?? message?.string("to")) == message?.string("to")
                && (kind ?? message?.string("kind")) == message?.string("kind")
        }
        return ControlResponse.json { writer in
            writer.beginObject()
            writer.key("messages")
            writer.beginArray()
            for document in found { writer.raw(document.text) }
            writer.endArray()
            writer.key("total")
            writer.integer(found.count)
            writer.endObject()
        }
    }

    private static func forget(_ call: ControlCall) throws(ControlError) -> HTTPResponse {
        for tenant in try call.tenants() {
            tenant.withTenant { tenant in
                tenant.withTable(table) { $0 = DocumentTable() }
            }
        }
        return ControlResponse.empty
    }
}

extension Document {
    fileprivate var message: JSONValue? { try? JSONParser.parse(text) }
}
