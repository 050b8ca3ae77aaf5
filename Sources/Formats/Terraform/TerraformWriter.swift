import JSON
import Resources

/// Writes objects as resources: walks their shapes, and keeps what is needed by more than one.
struct TerraformWriter {
    /// Blocks of the document, in order.
    var blocks: [String] = []
    private var variableNames = UniqueNames(.identifier)
    /// By type and id.
    private var labels: [String: [String: String]] = [:]
    /// By type and attribute, then by the text that it has.
    private var attributes: [String: [String: String]] = [:]
    /// Members that no attribute is for, by type and path.
    private(set) var left: [String: Int] = [:]
    private let showsSecrets: Bool

    init(showsSecrets: Bool) {
        self.showsSecrets = showsSecrets
    }

    mutating func resource(_ type: String, _ label: String, id: String, _ body: HCLBody) {
        let name = "auth0_\(type)"
        blocks.append("import {\n  to = \(name).\(label)\n  id = \(HCL.quoted(id))\n}\n")
        blocks.append("resource \"\(name)\" \"\(label)\" \(body.braced)\n")
    }

    /// The variable of a secret, declared.
    ///
    /// - Parameter kind: the type of its value, as Terraform writes it.
    mutating func variable(_ secret: String, of type: String, _ label: String, _ name: String, kind: String = "string")
        -> String
    {
        // With the type in front it is none of the names that Terraform keeps for itself.
        let isOnly = label == type
        let variable = variableNames.name(for: isOnly ? "\(type)_\(secret)" : "\(type)_\(label)_\(secret)")
        var body = HCLBody()
        let words = type.split(separator: "_").joined(separator: " ") + (isOnly ? "" : " \(name)")
        body.attribute("description", HCL.quoted("The secret \(secret) of the \(words)."))
        body.attribute("type", kind)
        body.attribute("sensitive", "true")
        blocks.append("variable \"\(variable)\" \(body.braced)\n")
        return "var.\(variable)"
    }

    /// Members that only hold others: they tell nothing in a name.
    private static let containers: Set = ["options", "sink", "credentials", "configuration", "destination"]

    // MARK: - Labels

    /// Takes note of what others may refer to.
    mutating func label(_ type: String, _ id: String, _ label: String) {
        labels[type, default: [:]][id] = label
    }

    func label(_ type: String, _ id: String) -> String? { labels[type]?[id] }

    mutating func label(_ objects: [TerraformObject]) {
        var names: [String: UniqueNames] = [:]
        for object in objects {
            let type = object.kind.type
            let of = object.kind.labelOf ?? ""
            let first = String(object.id.prefix { $0 != "/" })
            let whole =
                labels[of]?[object.id]
                ?? labels[of]?[first].map { label in
                    object.id == first ? label : "\(label)_\(object.id.dropFirst(first.count + 1))"
                }
            let label = names[type, default: UniqueNames(.identifier)].name(for: whole ?? object.name)
            labels[type, default: [:]][object.id] = label
            for attribute in ["identifier", "domain"] {
                guard let text = object.value[attribute]?.string else { continue }
                attributes["\(type).\(attribute)", default: [:]][text] = label
            }
        }
    }

    /// What refers to the object of a type whose attribute is the text; nil where there is none.
    private func reference(_ text: String, _ target: (type: String, attribute: String)) -> JSONTree? {
        let known = target.attribute == "id" ? labels[target.type] : attributes["\(target.type).\(target.attribute)"]
        return known?[text].map { .number("auth0_\(target.type).\($0).\(target.attribute)") }
    }

    private func referring(_ value: JSONTree, _ target: (type: String, attribute: String)) -> JSONTree {
        if let text = value.string { return reference(text, target) ?? value }
        if let items = value.items { return .array(items.map { referring($0, target) }) }
        guard let members = value.members else { return value }
        return .object(members.map { .init($0.key, referring($0.value, target)) })
    }

    // MARK: - Objects

    /// - Parameter sayable: members that a request may have; those of others that are left out are not counted.
    mutating func write(_ object: TerraformObject, sayable: Set<String>) {
        let type = object.kind.type
        let label = labels[type]?[object.id] ?? ""
        var body = HCLBody()
        fill(&body, object.kind.shape, object.value, object, label)
        count(object.value, object.kind.shape, "auth0_\(type)", sayable)
        let own = object.kind.id
        let id =
            own.first == "!"
            ? String(own.dropFirst())
            : own.split(separator: " ").map { object.value[String($0)]?.string ?? "" }
                .joined(separator: type == "prompt_screen_renderer" ? ":" : "::")
        resource(type, label, id: id, body)
    }

    private mutating func fill(
        _ body: inout HCLBody, _ shape: TerraformShape, _ value: JSONTree, _ object: TerraformObject, _ label: String
    ) {
        for part in shape.parts {
            let member = part.paths.lazy.compactMap { $0 == "." ? value : value[path: $0] }.first { !$0.isNull }
            if let inner = part.inner {
                for item in TerraformWriter.items(member, part) {
                    var block = HCLBody(depth: body.depth + 1)
                    fill(&block, inner, item, object, label)
                    body.block(part.name, block)
                }
            } else if let text = expression(member, part, object, label, depth: body.depth) {
                body.attribute(part.name, text)
            }
        }
    }

    /// What a block is written for.
    private static func items(_ value: JSONTree?, _ part: TerraformShape.Part) -> [JSONTree] {
        if let key = part.key {
            return (value?.members ?? []).filter { $0.key.first != "@" && $0.value.isObject }
                .map { .object([.init(key, .string($0.key))] + ($0.value.members ?? [])) }
        }
        if let items = value?.items { return items }
        if let value, value.isObject { return [value] }
        return part.isKept ? [.emptyObject] : []
    }

    private mutating func expression(
        _ member: JSONTree?, _ part: TerraformShape.Part, _ object: TerraformObject, _ label: String, depth: Int
    ) -> String? {
        let type = object.kind.type
        guard var value = member else {
            return part.form == .must ? variable(part.name, of: type, label, object.name) : nil
        }
        if TerraformSecret.isIn(value) {
            if part.form == .shown { return nil }
            let words = (TerraformSecret.path(value) ?? part.name).split(separator: ".").map(String.init)
            let holders = words.dropLast().filter { !TerraformWriter.containers.contains($0) }
            let name = (holders + words.suffix(1)).joined(separator: "_")
            return variable(name, of: type, label, object.name, kind: TerraformSecret.type(of: value))
        }
        if let target = part.target { value = referring(value, target) }
        switch part.form {
        case .json: return "jsonencode(\(HCL.value(TerraformWriter.withoutPlaces(value), depth: depth)))"
        case .text where value.string == nil: return HCL.quoted(String(decoding: value.bytes, as: UTF8.self))
        case .plain where value.isObject: return nil
        case .shown where !showsSecrets: return nil
        default: break
        }
        if let text = value.string { return HCL.code(text) }
        return HCL.value(value, depth: depth)
    }

    /// Parts of an id are no members.
    private static func withoutPlaces(_ value: JSONTree) -> JSONTree {
        guard let members = value.members, members.contains(where: { $0.key.first == "@" }) else { return value }
        return .object(members.filter { $0.key.first != "@" })
    }

    // MARK: - What is left out

    private mutating func count(_ value: JSONTree, _ shape: TerraformShape, _ path: String, _ sayable: Set<String>?) {
        for member in value.members ?? [] {
            guard sayable?.contains(member.key) ?? (member.key.first != "@"), !TerraformWriter.isNothing(member.value)
            else { continue }
            let parts = shape.parts.filter { part in
                part.paths.contains { $0 == member.key || $0.hasPrefix(member.key + ".") }
            }
            if parts.isEmpty, !shape.parts.contains(where: { $0.paths.contains(".") || $0.key == member.key }) {
                left["\(path).\(member.key)", default: 0] += 1
            }
            for part in parts {
                guard let inner = part.inner, part.paths.contains(member.key) else { continue }
                for item in TerraformWriter.items(member.value, part) {
                    count(item, inner, "\(path).\(part.name)", nil)
                }
            }
        }
    }

    private static func isNothing(_ value: JSONTree) -> Bool {
        value.isNull || value.items?.isEmpty ?? false || value.members?.isEmpty ?? false || value.string == ""
    }
}
