import JSON

/// What became of one member of an object, at any depth: both values as they are shown.
///
/// A list keeps its path as long as its items can be told apart by their places: items that were put in or taken out at
/// one place, or changed where they stand, have changes of their own; otherwise the list has one. Applied in order, the
/// changes lead from the one object to the other (RFC 6902 section 3).
struct MemberChange {
    /// Names and places on the way.
    let path: [String]
    /// Nil: it was not there.
    let from: JSONTree?
    /// Nil: it is not there any more.
    let to: JSONTree?

    /// - Parameters: nil for an object that is not there; one of the two is.
    static func all(from old: TenantObject?, to new: TenantObject?) -> [MemberChange] {
        guard let nothing = (old ?? new)?.emptied else { return [] }
        var walk = MemberWalk()
        walk.compare(old ?? nothing, new ?? nothing)
        return walk.changes
    }
}

/// Goes down both objects at once, as far as both are of one shape.
private struct MemberWalk {
    private(set) var changes: [MemberChange] = []
    private var path: [String] = []

    mutating func compare(_ old: TenantObject, _ new: TenantObject) {
        if old.shown.isObject, new.shown.isObject {
            compareMembers(old, new)
        } else if let oldItems = old.items, let newItems = new.items {
            compareItems(oldItems, newItems, old, new)
        } else if old.whole != new.whole {
            changes.append(MemberChange(path: path, from: old.shown, to: new.shown))
        }
    }

    private mutating func compareMembers(_ old: TenantObject, _ new: TenantObject) {
        let (before, after) = (old.members, new.members)
        let places = Dictionary(after.enumerated().map { (Array($1.key.utf8), $0) }, uniquingKeysWith: { $1 })
        var isKept = Array(repeating: false, count: after.count)
        for member in before {
            if let place = places[Array(member.key.utf8)] {
                isKept[place] = true
                at(member.key) { $0.compare(member.value, after[place].value) }
            } else {
                note(member.key, from: member.value, to: nil)
            }
        }
        for (member, isKept) in zip(after, isKept) where !isKept { note(member.key, from: nil, to: member.value) }
    }

    private mutating func compareItems(
        _ before: [TenantObject], _ after: [TenantObject], _ old: TenantObject, _ new: TenantObject
    ) {
        var (start, end) = (0, 0)
        let least = min(before.count, after.count)
        while start < least, before[start].whole == after[start].whole { start += 1 }
        while end < least - start, before[before.count - 1 - end].whole == after[after.count - 1 - end].whole {
            end += 1
        }
        let (gone, come) = (start..<(before.count - end), start..<(after.count - end))
        if gone.count == come.count {
            for place in gone { at(String(place)) { $0.compare(before[place], after[place]) } }
        } else if gone.isEmpty {
            for place in come { note(String(place), from: nil, to: after[place]) }
        } else if come.isEmpty {
            // From the end, so that each is where it was.
            for place in gone.reversed() { note(String(place), from: before[place], to: nil) }
        } else {
            changes.append(MemberChange(path: path, from: old.shown, to: new.shown))
        }
    }

    private mutating func at(_ name: String, _ body: (inout MemberWalk) -> Void) {
        path.append(name)
        body(&self)
        path.removeLast()
    }

    private mutating func note(_ name: String, from old: TenantObject?, to new: TenantObject?) {
        changes.append(MemberChange(path: path + [name], from: old?.shown, to: new?.shown))
    }
}

extension TenantObject {
    fileprivate var members: [(key: String, value: TenantObject)] {
        zip(whole.members ?? [], shown.members ?? []).map { whole, shown in
            (shown.key, TenantObject(whole: whole.value, shown: shown.value))
        }
    }

    /// Nil for what is no list, or is not shown as one.
    fileprivate var items: [TenantObject]? {
        guard let whole = whole.items, let shown = shown.items else { return nil }
        return zip(whole, shown).map { TenantObject(whole: $0, shown: $1) }
    }
}
