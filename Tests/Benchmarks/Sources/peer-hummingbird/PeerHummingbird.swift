import Foundation
import Hummingbird
import Logging
import NIOPosix
import Synchronization

/// The mock a test suite would write in an afternoon with Hummingbird: decoded by its types, kept, answered.
///
/// Usage: peer-hummingbird PORT
@main
struct PeerHummingbird {
    static func main() async throws {
        guard CommandLine.arguments.count == 2, let port = Int(CommandLine.arguments[1]) else {
            FileHandle.standardError.write(Data("usage: peer-hummingbird PORT\n".utf8))
            exit(2)
        }
        let modules = Modules()
        let router = Router()
        router.get("__admin/health") { _, _ in Health() }
        router.post("api/v2/actions/modules") { request, context in
            let module = Module(try await request.decode(as: NewModule.self, context: context))
            modules.keep(module)
            return EditedResponse(status: .created, response: module)
        }
        let application = Application(
            router: router, configuration: .init(address: .hostname("127.0.0.1", port: port)),
            // One loop, as all that are measured have one core.
            eventLoopGroupProvider: .shared(MultiThreadedEventLoopGroup(numberOfThreads: 1)),
            logger: Logger(label: "peer-hummingbird") { _ in SwiftLogNoOpLogHandler() })
        try await application.runService()
    }
}

/// What was created, by id.
final class Modules: Sendable {
    private let held = Mutex<[UUID: Module]>([:])

    func keep(_ module: Module) {
        held.withLock { $0[module.id] = module }
    }
}

struct Health: ResponseEncodable {
    var status = "ok"
}

struct NewModule: Decodable {
    struct Secret: Decodable {
        var name: String
        var value: String
    }

    var name: String
    var code: String
    var dependencies: [Dependency]?
    var secrets: [Secret]?
}

struct Dependency: Codable {
    var name: String
    var version: String
}

struct Module: ResponseEncodable {
    struct Secret: Encodable {
        var name: String
        var updatedAt: Date

        enum CodingKeys: String, CodingKey {
            case name
            case updatedAt = "updated_at"
        }
    }

    let id = UUID()
    var name: String
    var code: String
    var dependencies: [Dependency]
    var secrets: [Secret]
    var allChangesPublished = false
    var actionsUsingModuleTotal = 0
    var createdAt: Date
    var updatedAt: Date

    enum CodingKeys: String, CodingKey {
        case id, name, code, dependencies, secrets
        case allChangesPublished = "all_changes_published"
        case actionsUsingModuleTotal = "actions_using_module_total"
        case createdAt = "created_at"
        case updatedAt = "updated_at"
    }

    init(_ new: NewModule) {
        let now = Date.now
        name = new.name
        code = new.code
        dependencies = new.dependencies ?? []
        secrets = (new.secrets ?? []).map { Secret(name: $0.name, updatedAt: now) }
        createdAt = now
        updatedAt = now
    }
}
