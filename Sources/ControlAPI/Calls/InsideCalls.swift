import HTTPCore
import Tenancy

/// The emulated API by the back door: to look, or to set something up, without leaving a trace in what a test sees.
enum InsideCalls {
    private static let path = "/__admin/api/v2/{path...}"

    static let all = [
        ControlOperation(
            .get, path, "`/api/v2/…` without token, past faults, rate limits and the journal; drives no build on",
            perform: perform),
        ControlOperation(.post, path, "the same", perform: perform),
        ControlOperation(.put, path, "the same", perform: perform),
        ControlOperation(.patch, path, "the same", perform: perform),
        ControlOperation(.delete, path, "the same", perform: perform),
    ]

    private static func perform(_ call: ControlCall) throws(ControlError) -> HTTPResponse {
        var request = call.request
        request.path.removeFirst(ControlResponder.pathPrefix.count)
        // The service knows no such item, and would say so.
        request.query = Array(
            request.query.split(separator: 0x26).filter { !$0.starts(with: "tenant=".utf8) }.joined(separator: [0x26]))
        var response = call.responder.manage(request, try call.oneTenant())
        response.operation = nil
        return response
    }
}
