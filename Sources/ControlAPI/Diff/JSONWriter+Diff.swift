import JSON

/// The forms in which a diff is told.
extension JSONWriter {
    /// Object by object, member by member.
    mutating func changes(_ families: [TenantDiff.FamilyDiff]) {
        beginArray()
        for family in families {
            for object in family.objects {
                beginObject()
                key("family")
                string(family.name)
                key("id")
                string(object.id)
                if let name = (object.to ?? object.from)?.name {
                    key("name")
                    string(name)
                }
                key("change")
                string(object.from == nil ? "created" : object.to == nil ? "deleted" : "updated")
                key("members")
                beginArray()
                for member in object.members { self.member(member) }
                endArray()
                endObject()
            }
        }
        endArray()
    }

    private mutating func member(_ change: MemberChange) {
        beginObject()
        key("path")
        string(JSONPointer.text(change.path))
        if let from = change.from {
            key("from")
            tree(from)
        }
        if let to = change.to {
            key("to")
            tree(to)
        }
        endObject()
    }

    /// `{family: {id: object}}`, of families that have objects.
    mutating func objects(_ families: [TenantDiff.FamilyDiff]) {
        beginObject()
        for family in families {
            key(family.name)
            objects(of: family)
        }
        endObject()
    }

    private mutating func objects(of family: TenantDiff.FamilyDiff) {
        beginObject()
        for object in family.objects {
            guard let shown = object.to?.shown else { continue }
            key(object.id)
            tree(shown)
        }
        endObject()
    }

    /// A JSON Patch (RFC 6902) of such a document.
    mutating func patch(_ families: [TenantDiff.FamilyDiff]) {
        beginArray()
        for family in families {
            if family.isEmpty {
                operation("remove", [family.name])
                endObject()
            } else if family.wasEmpty {
                operation("add", [family.name])
                key("value")
                objects(of: family)
                endObject()
            } else {
                for object in family.objects { patch(object, at: [family.name, object.id]) }
            }
        }
        endArray()
    }

    private mutating func patch(_ object: TenantDiff.ObjectDiff, at path: [String]) {
        guard object.from != nil, object.to != nil else {
            return patch(from: object.from?.shown, to: object.to?.shown, at: path)
        }
        for member in object.members { patch(from: member.from, to: member.to, at: path + member.path) }
    }

    private mutating func patch(from: JSONTree?, to: JSONTree?, at path: [String]) {
        operation(from == nil ? "add" : to == nil ? "remove" : "replace", path)
        if let to {
            key("value")
            tree(to)
        }
        endObject()
    }

    /// Begins one.
    private mutating func operation(_ name: String, _ path: [String]) {
        beginObject()
        key("op")
        string(name)
        key("path")
        string(JSONPointer.text(path))
    }
}

/// RFC 6901.
enum JSONPointer {
    static func text(_ path: [String]) -> String {
        path.map { "/" + $0.replacing("~", with: "~0").replacing("/", with: "~1") }.joined()
    }
}
