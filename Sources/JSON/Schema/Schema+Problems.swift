/// Why a value does not fit its schema, in the words of the validator that the service uses (reference
/// extensibility-and-conventions.md section 10).
package struct SchemaProblem: Error, Equatable, Sendable {
    /// What is wrong: `Expected type string but found type null`.
    package let reason: String
    /// Where: `rule.match.x`, `secrets[0].name`; empty at the root.
    package let path: String
    /// What the document says of the value at `path`.
    package let description: String?
    /// Of alternatives, none of which fits: what is wrong with each; nil for all else.
    package let inner: [SchemaProblem]?
    /// Which of these is the first of the alternative that lacks least.
    private let closestIndex: Int?

    /// Of alternatives what is wrong with the one that lacks least; nil for all else.
    package var closest: SchemaProblem? { closestIndex.flatMap { inner?[$0] } }

    package init(
        reason: String, path: String = "", description: String? = nil, inner: [SchemaProblem]? = nil,
        closest: Int? = nil
    ) {
        closestIndex = closest
        self.reason = reason
        self.path = path
        self.description = description
        self.inner = inner
    }
}

extension Property {
    /// A problem that a rule beyond the schema has with its value.
    package func problem(_ reason: String) -> SchemaProblem {
        SchemaProblem(reason: reason, path: name, description: description)
    }
}

/// The second walk: what is wrong?
///
/// The order is the validator's: of one value first its type, then the keywords from the last to the first; then, for
/// arrays, the items from the last to the first, and for objects the members in the reverse order of the text. It goes
/// down into a value that has problems itself.
extension Schema {
    /// All problems of a value; none if it fits.
    package func problems(of value: JSONValue) -> [SchemaProblem] {
        var list = ProblemList()
        collect(&list, value, Place(path: "", description: description))
        return list.problems
    }

    /// Throws the first problem of a value that does not fit.
    package func check(_ value: JSONValue) throws(SchemaProblem) {
        if fits(value) { return }
        throw problems(of: value).first ?? SchemaProblem(reason: "The value does not fit its schema")
    }

    fileprivate func collect(_ list: inout ProblemList, _ value: JSONValue, _ place: Place) {
        let place = place.secret(isSecret)
        if !allows(value.node, value.document) {
            list.add("Expected type \(typeNames) but found type \(value.typeName)", place)
        }
        for keyword in keywords.reversed() { collect(keyword, &list, value, place) }
        if let items, let array = value.items {
            for (index, item) in array.enumerated().reversed() {
                items.collect(&list, item, place.item(index, items.description))
            }
        }
        if let objectSchema, let members = value.members {
            for member in members.reversed() {
                if let property = objectSchema.property(member.key) {
                    property.schema.collect(&list, member.value, place.member(property.name, property.description))
                } else if case .fitting(let schema) = objectSchema.additional {
                    schema.collect(&list, member.value, place.member(member.key, schema.description))
                }
            }
        }
    }

    private func collect(_ keyword: Keyword, _ list: inout ProblemList, _ value: JSONValue, _ place: Place) {
        switch keyword {
        case .required:
            guard let objectSchema, value.kind == .object else { return }
            for key in objectSchema.required.reversed() where value[key] == nil {
                list.add("Missing required property: \(key.text)", place)
            }
        case .properties(let object):
            guard let members = value.members, case .none = object.additional else { return }
            let names = members.map(\.key).filter { object.property($0) == nil }
            guard !names.isEmpty else { return }
            list.add("Additional properties not allowed: \(names.reversed().joined(separator: ","))", place)
        case .oneOf(let schemas): collectAlternatives(schemas, all: false, &list, value, place)
        case .anyOf(let schemas): collectAlternatives(schemas, all: true, &list, value, place)
        case .allOf(let schemas): for schema in schemas { schema.collect(&list, value, place) }
        case .recursive(let text, let name): text.schema(named: name)?.collect(&list, value, place)
        case .items: break
        default:
            guard !holds(keyword, value.document, value.place) else { return }
            list.add(Self.reason(keyword, value, showsValue: !place.isSecret), place)
        }
    }

    /// - Parameter all: of each alternative all problems count, not the first alone.
    private func collectAlternatives(
        _ schemas: [Schema], all: Bool, _ list: inout ProblemList, _ value: JSONValue, _ place: Place
    ) {
        let fitting = schemas.count { $0.fits(value) }
        if fitting == 1 || all && fitting > 0 { return }
        guard fitting == 0 else { return list.add("Data is valid against more than one schema from 'oneOf'", place) }
        var inner: [SchemaProblem] = []
        var closest: (index: Int, count: Int)?
        for schema in schemas {
            var found = ProblemList()
            schema.collect(&found, value, place.alternative)
            let problems = found.problems
            if !problems.isEmpty, problems.count < closest?.count ?? .max { closest = (inner.count, problems.count) }
            inner += all ? problems : Array(problems.prefix(1))
        }
        list.add("None of the valid schemas were met", place, inner: inner, closest: closest?.index)
    }

    private static func reason(_ keyword: Keyword, _ value: JSONValue, showsValue: Bool) -> String {
        let text = showsValue ? value.string ?? "" : ""
        let count = value.node.kind == .string ? value.document.characterCount(of: value.node) : Int(value.node.count)
        let number = value.number?.javaScriptText ?? ""
        return switch keyword {
        case .minLength(let bound): "String is too short (\(count) chars), minimum \(bound)"
        case .maxLength(let bound): "String is too long (\(count) chars), maximum \(bound)"
        case .noNUL: shown("String does not match pattern ^[^\\u0000]*$", text, showsValue)
        case .pattern(let pattern): shown("String does not match pattern \(pattern.source)", text, showsValue)
        case .format(let name): shown("Object didn't pass validation for format \(name)", text, showsValue)
        case .choice: "Invalid value \(showsValue ? value.lineText : "")"
        case .minimum(let bound): "Value \(number) is less than minimum \(bound.javaScriptText)"
        case .maximum(let bound): "Value \(number) is greater than maximum \(bound.javaScriptText)"
        case .minItems(let bound): "Array is too short (\(count)), minimum \(bound)"
        case .maxItems(let bound): "Array is too long (\(count)), maximum \(bound)"
        case .uniqueItems: notUnique(value.repeatedItems)
        case .minProperties(let bound): "Too few properties defined (\(count)), minimum \(bound)"
        case .maxProperties(let bound): "Too many properties defined (\(count)), maximum \(bound)"
        default: ""
        }
    }

    private static func notUnique(_ items: (first: Int, second: Int)?) -> String {
        "Array items are not unique (indexes \(items?.first ?? 0) and \(items?.second ?? 0))"
    }

    /// Ends with the value itself; a secret's stays in.
    private static func shown(_ reason: String, _ value: String, _ showsValue: Bool) -> String {
        showsValue ? "\(reason): \(value)" : reason
    }

    private var typeNames: String {
        let names: [(JSONTypes, String)] = [
            (.object, "object"), (.array, "array"), (.string, "string"), (.boolean, "boolean"),
            (.integer, "integer"), (.number, "number"), (.null, "null"),
        ]
        return names.filter { types.contains($0.0) }.map(\.1).joined(separator: ",")
    }
}

/// Where the second walk is.
private struct Place {
    var path: String
    var description: String?
    var isSecret = false

    /// Within alternatives paths begin with the last step to them (RECORDED).
    var alternative: Place {
        var place = self
        place.path = String(path.split(separator: ".").last ?? "")
        return place
    }

    func secret(_ isSecret: Bool) -> Place {
        guard isSecret else { return self }
        var place = self
        place.isSecret = true
        return place
    }

    func member(_ name: String, _ description: String?) -> Place {
        Place(path: path.isEmpty ? name : "\(path).\(name)", description: description, isSecret: isSecret)
    }

    func item(_ index: Int, _ description: String?) -> Place {
        Place(path: "\(path)[\(index)]", description: description, isSecret: isSecret)
    }
}

/// Problems in the order they were found. Bounded, since a body may be wrong in a million places.
private struct ProblemList {
    private(set) var problems: [SchemaProblem] = []
    private static let countMax = 100

    mutating func add(_ reason: String, _ place: Place, inner: [SchemaProblem]? = nil, closest: Int? = nil) {
        guard problems.count < ProblemList.countMax else { return }
        problems.append(
            SchemaProblem(
                reason: reason, path: place.path, description: place.description, inner: inner, closest: closest))
    }
}

extension JSONValue {
    /// The name the validator has for the type of a value.
    fileprivate var typeName: String {
        switch kind {
        case .null: "null"
        case .bool: "boolean"
        case .number: number?.isIntegral == true ? "integer" : "number"
        case .string: "string"
        case .array: "array"
        case .object: "object"
        }
    }

    /// The value as JSON.
    fileprivate var lineText: String {
        var writer = JSONWriter()
        writer.value(self)
        return String(decoding: writer.finish(), as: UTF8.self)
    }
}
