import JSON
import Resources

extension FamilyOperation {
    /// Whether only a seed can say the id of what it makes.
    func leavesID(to section: SeedSection) -> Bool {
        !section.id.isEmpty && section.content == nil && body.property(section.id) == nil
    }

    /// What its path says against one of the parameters, those above left out: nobody has written them.
    func problem(of parameters: [String], after count: Int) -> (index: Int, reason: String)? {
        guard parameters.count > count, let schema = self.parameters else { return nil }
        let names = SeedSection.Operation("\(method) \(path)").parameters
        let tree = JSONTree.object(zip(names, parameters).map { JSONTree.Member($0.0, .string($0.1)) })
        guard let value = try? JSONParser.parse(tree.bytes), !schema.fits(value) else { return nil }
        for problem in schema.problems(of: value) {
            if let index = names.firstIndex(of: problem.path), index >= count { return (index, problem.reason) }
        }
        return nil
    }
}

extension SeedSection {
    /// Whether no change makes an item of what has its joined name: a client's own grant, and that for its users.
    func isOther(_ value: JSONTree, than old: JSONTree, by change: FamilyOperation) -> Bool {
        guard names.first?.contains("+") ?? false, let allowed = change.bodyMembers else { return false }
        return (value.members ?? []).contains { member in
            guard member.key != id, !allowed.contains(member.key), let known = old[member.key] else { return false }
            return known != member.value
        }
    }

    /// Where a problem with the body of a call is in the section: a batch is a part of a list, and its member none of
    /// the document.
    ///
    /// - Parameter start: the index of the batch's first item.
    func place(_ path: String, from start: Int) -> String {
        guard case .batch(let member, _) = form, path.hasPrefix(member) else { return path }
        let rest = path.dropFirst(member.count)
        guard rest.first == "[" else { return rest.isEmpty ? "" : path }
        let digits = rest.dropFirst().prefix { $0 != "]" }
        guard let index = Int(digits) else { return path }
        return "[\(start + index)\(rest.dropFirst(1 + digits.count))"
    }
}
