import AdminPage
import HTTPCore

/// The page for people. It holds no data: that comes by the other calls, which browsers make on its behalf.
enum PageCalls {
    static let path = "/__admin/"
    static let folder = "/__admin/page/"

    static let all = [
        ControlOperation(.get, path, "the page for people, in a browser", perform: page),
        ControlOperation(.get, folder + "{file}", "what the page is made of", perform: file),
    ]

    private static func page(_ call: ControlCall) throws(ControlError) -> HTTPResponse {
        try answer("index.html", call)
    }

    private static func file(_ call: ControlCall) throws(ControlError) -> HTTPResponse {
        try answer(call.parameters[0], call)
    }

    private static func answer(_ name: String, _ call: ControlCall) throws(ControlError) -> HTTPResponse {
        guard let asset = PageAssets.named(name) else {
            throw ControlError(.notFound, "The page has no file \(name).")
        }
        return asset.response(to: call.request)
    }
}
