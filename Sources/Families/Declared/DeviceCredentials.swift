import JSON
import Resources
import Tenancy

extension Families {
    /// Reference users-organizations.md section 15.
    static let deviceCredentials = Family(
        .deviceCredentials, lacks: "no device logs in",
        [
            Resource(
                "device-credentials", .collection(.letters(prefix: "dcr_", 16)),
                order: .members("id device_name device_id user_id type"),
                takes: "device_name type value device_id client_id", sealed: ["value", "client_id"],
                keys: [.init("device_id", taken: DeviceCredentialRules.taken)], indexed: ["client_id"],
                references: [.init("user_id", to: "users", onRemove: .cascade)],
                list: ListForm(
                    "device_credentials", offset: "total start limit device_credentials",
                    filters: [.init("user_id"), .init("client_id"), .init("type")]),
                rules: DeviceCredentialRules())
        ], asksSubject: true)
}

struct DeviceCredentialRules: ResourceRules {
    static let taken = Refusal(
        409, "A public key already exists for the device.", "device_credential_conflict", .specified)

    /// It is the token's subject's.
    func prepare(_ draft: inout JSONTree, _ write: Write, _ tenant: Tenant) throws(Refusal) {
        if write.kind == .create, let subject = write.call.subject { draft["user_id"] = .string(subject) }
    }

    var views: ViewKinds { [.created] }

    func view(_ tree: inout JSONTree, _ kind: ViewKind, _ document: Document, _ call: ResourceCall, _ tenant: Tenant) {
        tree = tree.only(["id"])
    }
}
