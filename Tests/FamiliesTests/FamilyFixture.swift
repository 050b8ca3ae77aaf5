import Families
import JSON
import Resources
import TestSupport
import Tenancy

/// A tenant of its own and the families' operations, without HTTP: bodies are held against their schemas as at the
/// front.
final class FamilyFixture {
    let handle: TenantHandle
    let world = ManualWorld()
    var settings = TenantSettings()
    var services = Services()

    struct Reply {
        let status: Int
        let body: JSONTree
        let text: String

        subscript(path: String) -> JSONTree? { body[path: path] }
        var message: String { body["message"]?.string ?? "" }
    }

    init() throws {
        let directory = TenantDirectory(
            start: Tenant(settings: TenantSettings()), world: world.world, initialDocuments: Families.initialDocuments)
        handle = try directory.tenant(named: "acme")
    }

    /// - Parameters:
    ///   - path: below `/api/v2`, with a query where one is wanted: numbers and booleans are typed as written.
    ///   - typed: the query as JSON, where that would be another.
    func send(_ method: String, _ path: String, _ body: String? = nil, query typed: String? = nil) throws -> Reply {
        let parts = path.split(separator: "?", maxSplits: 1)
        let segments = parts[0].split(separator: "/").map(String.init)
        guard let (operation, parameters) = find(method, segments) else {
            return Reply(status: 404, body: .null, text: "")
        }
        let tree = body.map { JSONTree(text: $0) }
        if case .source(let value)? = tree, operation.content != .multipart, !operation.body.fits(value) {
            let problems = operation.body.problems(of: value).map(\.reason).joined(separator: "; ")
            return Reply(status: 400, body: ["message": .string(problems)], text: problems)
        }
        let call = ResourceCall(
            parameters: parameters,
            query: try typed.map { try JSONParser.parse(Array($0.utf8)) }
                ?? (parts.count > 1 ? query(String(parts[1])) : nil),
            body: tree,
            now: handle.world.now(), world: handle.world, scheme: "http://", authority: "acme.localhost:4664",
            services: services, settings: Shared(settings), catalogue: Families.catalogue)
        do throws(Refusal) {
            let held = try handle.withTenant { (tenant) throws(Refusal) in
                if tenant.facts.origin.isEmpty { tenant.facts.origin = call.origin }
                guard let binding = operation.binding else { throw Refusal(501, operation.id, .own) }
                return try binding.perform(call, &tenant)
            }
            let answer = held.made
            return Reply(
                status: answer.status, body: JSONTree(bytes: answer.body),
                text: String(decoding: answer.body, as: UTF8.self))
        } catch {
            return Reply(
                status: error.status,
                body: ["message": .string(error.message), "errorCode": .string(error.errorCode ?? "")],
                text: error.message)
        }
    }

    /// A call of nothing in particular, for code that takes one.
    func call(body: JSONTree? = nil) -> ResourceCall {
        ResourceCall(
            body: body, now: handle.world.now(), world: handle.world, scheme: "http://",
            authority: "acme.localhost:4664", settings: Shared(settings), catalogue: Families.catalogue)
    }

    private func find(_ method: String, _ segments: [String]) -> (FamilyOperation, [String])? {
        let operations = Families.catalogue.family(segments[0])?.operations ?? []
        let fitting = operations.filter { operation in
            let template = operation.path.split(separator: "/")
            return operation.method == method && template.count == segments.count
                && zip(template, segments).allSatisfy { $0.first == "{" || $0 == $1 }
        }
        // A literal goes before a parameter.
        guard let found = fitting.min(by: { $0.path.count { $0 == "{" } < $1.path.count { $0 == "{" } }) else {
            return nil
        }
        let parameters = zip(found.path.split(separator: "/"), segments).filter { $0.0.first == "{" }.map(\.1)
        return (found, parameters)
    }

    private func query(_ text: String) -> JSONValue? {
        var writer = JSONWriter()
        writer.beginObject()
        for pair in text.split(separator: "&") {
            let parts = pair.split(separator: "=", maxSplits: 1).map(String.init)
            writer.key(parts[0])
            let value = parts.count > 1 ? parts[1] : ""
            if let number = Int(value) {
                writer.integer(number)
            } else if value == "true" || value == "false" {
                writer.bool(value == "true")
            } else {
                writer.string(value)
            }
        }
        writer.endObject()
        return try? JSONParser.parse(writer.finish())
    }
}
