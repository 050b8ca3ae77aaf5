import HTTPCore
import JSON

/// What the Management API has, made from the families' data: for the page, and for whoever writes another.
enum FamilyCalls {
    static let all = [
        ControlOperation(
            .get, "/__admin/families",
            "the families of the Management API in the dashboard's groups: their paths, what can be done there, what "
                + "refers to what, and how many objects the tenant has",
            perform: list),
        ControlOperation(
            .get, "/__admin/families/{name}", "one of them, with what its operations take", perform: read),
    ]

    private static func list(_ call: ControlCall) throws(ControlError) -> HTTPResponse {
        try answer(call.responder.families(.all(call.oneTenant())))
    }

    private static func read(_ call: ControlCall) throws(ControlError) -> HTTPResponse {
        try answer(call.responder.families(.one(call.parameters[0])))
    }

    private static func answer(_ text: [UInt8]?) throws(ControlError) -> HTTPResponse {
        guard let text else {
            throw ControlError(.notFound, "There is no such family; GET /__admin/families lists them.")
        }
        return ControlResponse.json { $0.raw(text) }
    }
}
