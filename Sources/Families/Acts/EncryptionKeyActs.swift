import Ground
import JSON
import Resources
import Tenancy

/// The tenant's hierarchy of encryption keys (reference tenant-settings.md 10.1). No key is ever removed from the list.
enum EncryptionKeyActs {
    static let keys = Resource(
        "keys/encryption", .collection(.uuid, member: "kid"),
        order: .members("kid type state created_at updated_at parent_kid public_key"), takes: "type",
        stamps: .init(),
        list: ListForm(
            "keys", offset: "keys start limit total", order: .newestFirst, fields: .ignored),
        missing: Refusal(404, "The key does not exist.", .specified), secrets: ["wrapped_key"],
        rules: EncryptionKeyRules())

    static func read(_ call: ResourceCall, _ tenant: inout Tenant) throws(Refusal) -> Answer {
        Answer(200, try key(call, &tenant).text)
    }

    private static func key(_ call: ResourceCall, _ tenant: inout Tenant) throws(Refusal) -> Document {
        guard UniqueID(call.parameters.last ?? "") != nil else {
            throw Refusal(400, "Invalid UUID format in uri.", "invalid_uri", .recorded)
        }
        return try keys.document(call, &tenant)
    }

    /// A key to wrap the material of a new root with. Nothing is encrypted here, so nobody keeps the private half.
    static func wrappingKey(_ call: ResourceCall, _ tenant: inout Tenant) throws(Refusal) -> Answer {
        let document = try key(call, &tenant)
        try checkPending(document)
        guard let key = call.services.crypto.makeWrappingKey() else { throw .noKeys }
        return Answer(201, ["public_key": .string(key), "algorithm": "CKM_RSA_AES_KEY_WRAP"])
    }

    /// A new root: it and a new master key below it take the place of the old ones (RECORDED, of 51 lists).
    static func importKey(_ call: ResourceCall, _ tenant: inout Tenant) throws(Refusal) -> Answer {
        let document = try key(call, &tenant)
        try checkPending(document)
        guard isWrapped(call.body?["wrapped_key"]?.string ?? "") else {
            throw .body("Invalid input. Wrapped key material is invalid or unsupported key type.", .recorded)
        }
        destroy(call, &tenant, newRoot: document.id) { type, _ in
            ["environment-root-key", "customer-provided-root-key", "tenant-master-key"].contains(type)
        }
        keys.amend(document.id, call, &tenant) { tree in
            tree["state"] = "active"
            tree["updated_at"] = .string(call.now.text(digits: 3))
        }
        try insert("tenant-master-key", parent: document.id, call, &tenant)
        return Answer(201, try keys.document(call, &tenant).tree.without(["public_key"]))
    }

    /// A new master key below the same root.
    static func rekey(_ call: ResourceCall, _ tenant: inout Tenant) throws(Refusal) -> Answer {
        tenant.fillTable(keys.name)
        let root = activeRoot(tenant)
        destroy(call, &tenant, newRoot: nil) { type, _ in type == "tenant-master-key" }
        try insert("tenant-master-key", parent: root, call, &tenant)
        return Answer(204)
    }

    /// A key becomes destroyed, and stays to be read. Where it was the root the service's own takes its place.
    static func remove(_ call: ResourceCall, _ tenant: inout Tenant) throws(Refusal) -> Answer {
        tenant.fillTable(keys.name)
        guard let document = try? key(call, &tenant), document.tree["state"]?.string != "destroyed",
            document.tree["type"]?.string == "customer-provided-root-key"
        else { return Answer(204) }
        let wasActive = document.tree["state"]?.string == "active"
        keys.amend(document.id, call, &tenant) { destroy(&$0, call) }
        guard wasActive else { return Answer(204) }
        let root = call.ids.id(.uuid) ?? ""
        destroy(call, &tenant, newRoot: root) { type, _ in type == "tenant-master-key" }
        // The newest comes first in lists, and there the root comes before its master key.
        try insert("tenant-master-key", parent: root, call, &tenant)
        try insert("environment-root-key", id: root, parent: nil, call, &tenant)
        return Answer(204)
    }

    /// As long as a key of 256 bits is that RSA of 3,072 bits and AES wrapped (RECORDED 3): 424 bytes in base 64. What
    /// is in it nobody needs.
    private static func isWrapped(_ text: String) -> Bool {
        let digits = text.utf8.prefix {
            (0x30...0x39).contains($0) || (0x41...0x5A).contains($0 & 0xDF) || $0 == 0x2B || $0 == 0x2F
        }
        return text.utf8.count == 568 && digits.count == 566 && text.utf8.dropFirst(566).elementsEqual("==".utf8)
    }

    private static func checkPending(_ document: Document) throws(Refusal) {
        guard document.tree["state"]?.string == "pre-activation" else {
            throw Refusal(409, "The key is not in the pre-activation state.", .inferred)
        }
    }

    private static func activeRoot(_ tenant: Tenant) -> String? {
        tenant.table(keys.name).all.map(\.tree).last {
            $0["state"]?.string == "active" && ($0["type"]?.string ?? "").hasSuffix("root-key")
        }?["kid"]?.string
    }

    private static func destroy(_ tree: inout JSONTree, _ call: ResourceCall) {
        tree["state"] = "destroyed"
        tree["updated_at"] = .string(call.now.text(digits: 3))
    }

    /// Active keys of some types are destroyed; master keys among them then hang below a new root.
    private static func destroy(
        _ call: ResourceCall, _ tenant: inout Tenant, newRoot: String?, where isMeant: (String, JSONTree) -> Bool
    ) {
        for document in tenant.table(keys.name).all {
            let tree = document.tree
            let type = tree["type"]?.string ?? ""
            guard document.id != newRoot, tree["state"]?.string == "active", isMeant(type, tree) else { continue }
            keys.amend(document.id, call, &tenant) { tree in
                destroy(&tree, call)
                if let newRoot, type == "tenant-master-key" { tree["parent_kid"] = .string(newRoot) }
            }
        }
    }

    private static func insert(
        _ type: String, id: String? = nil, parent: String?, _ call: ResourceCall, _ tenant: inout Tenant
    ) throws(Refusal) {
        var body: JSONTree = [
            "type": .string(type), "state": "active", "parent_kid": parent.map { .string($0) } ?? .null,
        ]
        if let id { body["kid"] = .string(id) }
        try keys.insert(call.with(parameters: [], body: body), id == nil ? .create : .seed, &tenant)
    }
}

extension Refusal {
    /// INFERRED; a program without its own keys.
    static let noKeys = Refusal(500, "Internal error", .assumed)
}

struct EncryptionKeyRules: ResourceRules {
    func prepare(_ draft: inout JSONTree, _ write: Write, _ tenant: Tenant) throws(Refusal) {
        if draft["state"] == nil { draft["state"] = "pre-activation" }
        for member in ["parent_kid", "public_key"] where draft[member] == nil { draft[member] = .null }
    }

    /// The root first in lists, so it was made last.
    func owned(_ facts: TenantFacts) -> [JSONTree] {
        let (root, master) = (id("root", facts), id("master", facts))
        return [
            key(master, "tenant-master-key", parent: .string(root)), key(root, "environment-root-key", parent: .null),
        ]
    }

    private func key(_ id: String, _ type: String, parent: JSONTree) -> JSONTree {
        // Nobody knows when a tenant began that was there before its first request.
        let time: JSONTree = "2024-01-01T00:00:00.000Z"
        return [
            "kid": .string(id), "type": .string(type), "state": "active", "created_at": time, "updated_at": time,
            "parent_kid": parent, "public_key": .null,
        ]
    }

    /// The same for the same tenant each time.
    private func id(_ name: String, _ facts: TenantFacts) -> String {
        UniqueID.version4(high: (facts.name + name).stableHash, low: (name + facts.name).stableHash).description
    }
}
