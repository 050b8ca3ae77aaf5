import Ground
import JSON
import Resources
package import Tenancy

/// The files that exports make: written when they are fetched, of the users there are then.
package enum UserExports {
    /// What comes before a file's name in the path of its address.
    package static let path = "/__exports/"

    /// - Parameter name: the last part of the address: the job's id, its format and `gz`, with dots between.
    /// - Returns: a gzip file; nil where no export has made such a file.
    package static func file(_ name: String, in tenant: Tenant) -> [UInt8]? {
        guard let id = name.split(separator: ".").first, let job = tenant.table("jobs").document(String(id))?.tree,
            job["type"] == "users_export", job["status"] == "completed"
        else { return nil }
        let users = self.users(job, tenant)
        let fields = (job["fields"]?.items ?? []).compactMap { field in
            field["name"]?.string.map { (path: $0, title: field["export_as"]?.string ?? $0) }
        }
        guard job["format"] == "json" else {
            let columns = fields.isEmpty ? usualColumns.map { (path: $0, title: $0) } : fields
            let lines =
                [columns.map { quoted($0.title) }]
                + users.map { user in
                    columns.map { quoted(text(value(of: $0.path, in: user))) }
                }
            return GZip.file(of: Array(lines.map { $0.joined(separator: ",") + "\n" }.joined().utf8))
        }
        let lines = users.map { user in
            fields.isEmpty
                ? user
                : .object(
                    fields.compactMap { field in
                        value(of: field.path, in: user).map { .init(field.title, $0) }
                    })
        }
        return GZip.file(of: lines.flatMap { $0.bytes + [0x0A] })
    }

    /// INFERRED: the fields of a CSV file that nobody asked for.
    private static let usualColumns = [
        "user_id", "given_name", "family_name", "nickname", "name", "email", "email_verified", "picture", "created_at",
        "updated_at",
    ]

    private static func users(_ job: JSONTree, _ tenant: Tenant) -> [JSONTree] {
        let connection = job["connection"]?.string
        let users = tenant.table("users").all.lazy.map(\.tree).filter { user in
            connection == nil || user["identities"]?.items?.contains { $0["connection"]?.string == connection } ?? false
        }
        return Array(users.prefix(max(0, job["limit"]?.int ?? Int.max)))
    }

    /// Of `identities[0].connection`.
    private static func value(of path: String, in user: JSONTree) -> JSONTree? {
        var value: JSONTree? = user
        for name in path.split(whereSeparator: { ".[".contains($0) }) {
            if name.last == "]" {
                let items = value?.items ?? []
                let index = Int(name.dropLast()) ?? -1
                value = items.indices.contains(index) ? items[index] : nil
            } else {
                value = value?[String(name)]
            }
        }
        return value
    }

    private static func text(_ value: JSONTree?) -> String {
        guard let value, !value.isNull else { return "" }
        return value.string ?? String(decoding: value.bytes, as: UTF8.self)
    }

    private static func quoted(_ text: String) -> String {
        "\"" + text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
    }
}
