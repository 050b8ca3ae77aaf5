import JSON
import Resources
import Tenancy

/// One run of an import: each row becomes a user, changes one, or is told of as an error.
struct UserImport {
    private let rows: [JSONTree]?
    private let upserts: Bool
    private let connection: String
    private let call: ResourceCall

    init(_ job: Document, _ call: ResourceCall) {
        let sealed = job.sealedTree
        rows = JSONTree(text: sealed["file"]?.string ?? "").items
        upserts = sealed["upsert"]?.bool ?? false
        connection = job.tree["connection"]?.string ?? ""
        self.call = call
    }

    struct Result {
        var shown = JSONTree.emptyObject
        var errors: [JSONTree] = []
    }

    func run(_ tenant: inout Tenant) -> Result {
        var result = Result()
        guard let rows, let users = call.catalogue.resource("users") else {
            result.shown = [
                "status": "failed",
                "status_details": "Failed to parse users file JSON when importing users. Make sure it is valid JSON.",
            ]
            return result
        }
        tenant.fillTable("users")
        var (updated, inserted) = (0, 0)
        for row in rows {
            var errors = UserImport.faults(of: row)
            if errors.isEmpty {
                if let known = existing(row, users, tenant) {
                    if upserts {
                        change(known, row, users, &tenant)
                        updated += 1
                    } else {
                        errors = [UserImport.duplicate]
                    }
                } else if insert(row, users, &tenant) {
                    inserted += 1
                } else {
                    errors = [UserImport.duplicate]
                }
            }
            if !errors.isEmpty { result.errors.append(["user": row, "errors": .array(errors)]) }
        }
        result.shown["summary"] = [
            "failed": .int(result.errors.count), "updated": .int(updated), "inserted": .int(inserted),
            "total": .int(rows.count),
        ]
        return result
    }

    private static let duplicate: JSONTree = [
        "code": "DUPLICATED_USER", "message": "The user already exist and upsert parameter is false",
    ]

    /// By id, e-mail, user name or phone number, within the connection (DOCS).
    private func existing(_ row: JSONTree, _ users: Resource, _ tenant: Tenant) -> Document? {
        if let id = row["user_id"]?.string, let found = tenant.table("users").document("auth0|" + id) { return found }
        var folded = row
        UserRules.lower(&folded)
        for member in UserRules.unique {
            guard let text = folded[member]?.string else { continue }
            if let found = UserRules.taken(member, text, connection, users, tenant) { return found }
        }
        return nil
    }

    private func insert(_ row: JSONTree, _ users: Resource, _ tenant: inout Tenant) -> Bool {
        let made = call.with(parameters: [], body: made(row, tenant))
        return (try? users.insert(made, .seed, &tenant)) != nil
    }

    /// The row as a new user, in the order that imported ones have (RECORDED 1).
    private func made(_ row: JSONTree, _ tenant: Tenant) -> JSONTree {
        var body = row
        let id = row["user_id"]?.string ?? newID(tenant)
        body["user_id"] = .string("auth0|" + id)
        body["identities"] = [
            ["provider": "auth0", "connection": .string(connection), "isSocial": false, "user_id": .string(id)]
        ]
        body["imports"] = true
        return body
    }

    /// All rows are made at one instant, so that two may draw the same id.
    private func newID(_ tenant: Tenant) -> String {
        var id = ""
        repeat { id = call.ids.id(.objectID) ?? "" } while tenant.table("users").contains("auth0|" + id)
        return id
    }

    /// Metadata are replaced, not merged (DOCS).
    private func change(_ user: Document, _ row: JSONTree, _ users: Resource, _ tenant: inout Tenant) {
        var tree = user.tree
        for member in (row.members ?? []) where member.key != "user_id" { tree[member.key] = member.value }
        UserRules.lower(&tree)
        tree["updated_at"] = .string(call.now.text(digits: 3))
        let secrets = ["password_hash", "custom_password_hash", "mfa_factors"]
        var sealed = user.sealedTree
        sealed.merge(tree.only(secrets), .shallow)
        let keys = users.indexKeys(tree, parent: "")
        let changed = Document(
            id: user.id, text: tree.without(secrets).bytes, sealed: sealed.bytes, keys: keys, createdAt: user.createdAt)
        users.willChange(call, &tenant)
        tenant.withTable("users") { _ = $0.replace(changed) }
        users.tell(user, changed, call, &tenant)
    }
}

/// What a row must be.
extension UserImport {
    /// DOCS: the schema of a file's rows.
    private static let schema = SchemaText(
        ##"""
        {"row":{"t":"o","x":0,"r":["email"],"p":{
        "email":{"t":"s","f":"email"},"email_verified":{"t":"b"},"user_id":{"t":"s"},"username":{"t":"s"},
        "given_name":{"t":"s"},"family_name":{"t":"s"},"name":{"t":"s"},"nickname":{"t":"s"},
        "picture":{"t":"s"},"blocked":{"t":"b"},"phone_number":{"t":"s"},"phone_verified":{"t":"b"},
        "password_hash":{"t":"s"},"custom_password_hash":{"t":"o"},"mfa_factors":{"t":"a"},
        "created_at":{},"app_metadata":{"t":"o"},"user_metadata":{"t":"o"}}}}
        """##
    ).schema(named: "row")

    static func faults(of row: JSONTree) -> [JSONTree] {
        guard let schema, let value = try? JSONParser.parse(row.bytes), !schema.fits(value) else { return [] }
        return schema.problems(of: value).map { problem in
            var fault: JSONTree = [
                "code": .string(code(problem.reason)),
                "message": .string(
                    problem.path.isEmpty ? problem.reason : "Error in \(problem.path) property - \(problem.reason)"),
            ]
            if !problem.path.isEmpty { fault["path"] = .string(problem.path) }
            return fault
        }
    }

    /// The validator's codes, by how its texts begin.
    private static func code(_ reason: String) -> String {
        let codes = [
            "Missing required": "OBJECT_MISSING_REQUIRED_PROPERTY", "Additional": "OBJECT_ADDITIONAL_PROPERTIES",
            "Expected type": "INVALID_TYPE", "Object didn't pass": "INVALID_FORMAT",
        ]
        return codes.first { reason.hasPrefix($0.key) }?.value ?? "INVALID_FORMAT"
    }
}
