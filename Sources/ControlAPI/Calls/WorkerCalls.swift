import HTTPCore
import JSON
import Runtime

/// Workers that somebody started elsewhere, beside his own packages or with a debugger.
enum WorkerCalls {
    static let all = [
        ControlOperation(
            .get, "/__admin/runtime/worker.js",
            "what runs actions, for a Node.js that is elsewhere", perform: text),
        ControlOperation(
            .get, "/__admin/runtime/work",
            "the next execution for such a worker, its secrets included; 204 where there is none; `?wait=30` "
                + "(seconds), `?debug=true`: it takes as long as it takes",
            perform: take),
        ControlOperation(.post, "/__admin/runtime/work/{id}", "what came of it", perform: finish),
    ]

    private static func text(_ call: ControlCall) throws(ControlError) -> HTTPResponse {
        HTTPResponse(
            status: .ok,
            fields: [
                HTTPField("content-type", "text/javascript; charset=utf-8"), HTTPField("cache-control", "no-store"),
            ],
            body: Array(WorkerText.text.utf8))
    }

    private static func take(_ call: ControlCall) throws(ControlError) -> HTTPResponse {
        let workers = call.responder.runs.attached
        let isPatient = call.isSet("debug")
        return try Wait(call).response {
            guard let work = workers.take(isPatient: isPatient) else { return (ControlResponse.empty, false) }
            return (ControlResponse.json { $0.raw(work) }, true)
        }
    }

    private static func finish(_ call: ControlCall) throws(ControlError) -> HTTPResponse {
        guard call.responder.runs.attached.finish(call.parameters[0], .source(try call.object())) else {
            throw ControlError(.notFound, "Nobody waits for this execution any more.")
        }
        return ControlResponse.empty
    }
}
