import Families
import HTTPCore
import JSON
import Resources
import TestSupport
import Testing

/// Every operation of the Management API, with bodies that are made from its schema.
@Suite struct EveryOperationTests {
    private let fixture: ManagementFixture

    init() throws {
        fixture = try ManagementFixture()
    }

    private static let withBody = Families.catalogue.families.flatMap(\.operations).filter { $0.content == .body }

    private static let hasMoreRules: Set = [
        "post_blacklisted_token", "post_client-grants", "post_network-acls", "post_organizations",
        "post_password-change",
        "post_roles",
    ]

    @Test func `a body that fits is not refused for its form, and no operation fails`() {
        for operation in Self.withBody {
            for isFull in [false, true] {
                guard let body = sample(operation, isFull: isFull) else { continue }
                let answer = send(operation, body)
                #expect(answer.status.code < 500, "\(operation.id) \(answer.text)")
                // Rules beyond the schema speak in its words, too.
                guard !Self.hasMoreRules.contains(operation.id) else { continue }
                #expect(!answer.text.contains("Payload validation error: '"), "\(operation.id) \(answer.text)")
            }
        }
    }

    /// One thing wrong in one place: 400, and the place is named.
    @Test func `a body that is broken in one place is a 400 that names it`() {
        var broken = 0
        for operation in Self.withBody {
            guard let body = sample(operation, isFull: true) else { continue }
            for (name, wrong) in Self.mutants(of: body) where !operation.body.fits(wrong.reread) {
                let answer = send(operation, wrong)
                #expect(answer.status == .badRequest, "\(operation.id) \(answer.text)")
                guard !answer.text.contains("Path validation error") else { continue }
                broken += 1
                // What a whole body lacks has no member's name.
                let isOfAll = ["Too few properties", "Expected type array"].contains { answer.text.contains($0) }
                #expect(isOfAll || answer.text.contains(name), "\(operation.id): \(name) is not in \(answer.text)")
            }
        }
        #expect(broken > 500)
    }

    @Test func `an operation without content, or with a query that is off, does not fail`() {
        for operation in Families.catalogue.families.flatMap(\.operations) {
            for query in ["", "page=x", "per_page=-1", "take=0", "from=%ff", "fields=a,b&include_fields=maybe", "q=("] {
                let answer = send(operation, nil, query: query)
                #expect(
                    answer.status.code < 500,
                    "\(operation.method) \(operation.path)?\(query) \(answer.text)")
            }
        }
    }

    /// Each member once of another type, or gone; and one too many.
    private static func mutants(of body: JSONTree) -> [(name: String, body: JSONTree)] {
        var mutants: [(String, JSONTree)] = []
        for member in body.members ?? [] {
            for wrong: JSONTree in [.number("1.5"), [7], ["surely-unknown": 1], "surely-wrong", true] {
                var mutant = body
                mutant[member.key] = wrong
                mutants.append((member.key, mutant))
            }
            mutants.append((member.key, body.without([member.key])))
        }
        var more = body
        more["surely_unknown"] = 1
        mutants.append(("surely_unknown", more))
        return mutants
    }

    private func sample(_ operation: FamilyOperation, isFull: Bool) -> JSONTree? {
        let schemas = Families.catalogue.families.first { $0.operations.contains { $0 === operation } }?.schemas
        let body = schemas.flatMap { SchemaSample($0, isFull: isFull).value(of: "\(operation.id).body") }
        return body.flatMap { operation.body.fits($0.reread) ? $0 : nil }
    }

    private func send(_ operation: FamilyOperation, _ body: JSONTree?, query: String = "") -> HTTPResponse {
        let names = operation.path.split(separator: "/").map { segment -> String in
            guard segment.first == "{" else { return String(segment) }
            let schema = operation.parameters?.property(String(segment.dropFirst().dropLast()))?.schema
            let values = ["x", "en", "login", "login-id", "verify_email", "sms", "otp", "post-login", "get-started"]
            return values.first { schema?.fits(JSONTree.string($0).reread) ?? true } ?? "x"
        }
        let path = "/api/v2/" + names.joined(separator: "/") + (query.isEmpty ? "" : "?\(query)")
        return fixture.send(
            TestRequest.make(HTTPMethod(operation.method), path, body.map { String(decoding: $0.bytes, as: UTF8.self) })
        )
    }
}
