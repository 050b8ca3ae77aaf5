import JSON
import Resources
import Tenancy

/// Operations.
extension ObjectSower {
    mutating func operation(
        _ operation: SeedSection.Operation, _ path: String
    ) throws(SeedError) -> FamilyOperation {
        let key = operation.method + operation.path
        if let known = operations[key] { return known }
        guard let found = forms.operation(operation) else {
            throw SeedError(path, "there is no operation \(operation.method) \(operation.path)")
        }
        operations[key] = found
        return found
    }

    func check(
        _ body: JSONTree, _ operation: FamilyOperation, _ section: SeedSection, _ path: String, from start: Int = 0
    ) throws(SeedError) {
        guard checks, let value = try? JSONParser.parse(body.bytes), !operation.body.fits(value),
            !section.fitsLater(body, operation, forms)
        else { return }
        let found = operation.body.problems(of: value).first
        let problem = found?.closest ?? found
        let place = section.content.map { "\(path).\($0)" } ?? path
        let inner = section.place(problem?.path ?? "", from: start)
        let dot = inner.isEmpty || inner.first == "[" ? "" : "."
        throw SeedError(place + dot + inner, problem?.reason ?? "does not fit its schema")
    }

    mutating func perform(
        _ operation: FamilyOperation, _ call: ResourceCall, _ section: SeedSection, _ path: String,
        _ tenant: inout Tenant
    ) throws(SeedError) -> Answer {
        do throws(Refusal) {
            return try operation.perform(call, &tenant)
        } catch {
            let plain = SeedError(path, error.sentence)
            guard checks else { throw plain }
            throw naming(plain, call.body ?? .emptyObject, section, &tenant)
        }
    }
}

extension Refusal {
    /// The message without what the API puts around a validator's words.
    fileprivate var sentence: String {
        let (start, end) = ("Payload validation error: '", "'.")
        guard message.hasPrefix(start), message.hasSuffix(end) else { return message }
        return String(message.dropFirst(start.count).dropLast(end.count))
    }
}

extension SeedSection {
    /// Whether an object can come to be so, although none can be made so: one member fits a change only.
    fileprivate func fitsLater(_ body: JSONTree, _ make: FamilyOperation, _ forms: ObjectForms) -> Bool {
        guard let change = change.flatMap({ forms.operation($0) }), change !== make else { return false }
        func fits(_ tree: JSONTree, _ operation: FamilyOperation) -> Bool {
            (try? JSONParser.parse(tree.bytes)).map { operation.body.fits($0) } ?? false
        }
        return (body.members ?? []).map(\.key).contains { name in
            change.body.property(name) != nil && fits(body.without([name]), make) && fits(body.only([name]), change)
        }
    }
}
