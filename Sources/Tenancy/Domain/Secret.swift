/// A secret of a draft or a version.
package struct Secret: Sendable {
    package let name: String
    package let value: SecretValue
    package let updatedAt: Instant

    package init(name: String, value: SecretValue, updatedAt: Instant) {
        self.name = name
        self.value = value
        self.updatedAt = updatedAt
    }
}

/// A secret as a request brings it.
package struct NewSecret: Sendable {
    package let name: String
    /// Nil keeps the value that a secret of that name has (actions only; modules always bring one).
    package let value: SecretValue?

    package init(name: String, value: SecretValue?) {
        self.name = name
        self.value = value
    }
}

extension [Secret] {
    /// The same names and values in the same order, whenever they were last set. A new value under the same name is a
    /// change (assumed, design section 6).
    func hasSameContent(as other: [Secret]) -> Bool {
        elementsEqual(other) { $0.name.isExactly($1.name) && $0.value == $1.value }
    }

    /// What becomes of secrets when a request sets new ones: names that stay keep their place, new ones come after
    /// them, the rest goes; all that come with a value get the time of the change.
    /// RECORDED for actions, assumed for modules (reference 3.4).
    func replaced(by new: [NewSecret], at now: Instant) -> [Secret] {
        guard !isEmpty else { return new.map { Secret($0, at: now) } }
        // Names are distinct within a request and within a draft.
        let (newPlaces, oldPlaces) = (NameIndex(new.map(\.name)), NameIndex(map(\.name)))
        let kept = compactMap { secret -> Secret? in
            guard let place = newPlaces.place(of: secret.name) else { return nil }
            // One that comes without a value stays as it is, time and all (RECORDED for actions).
            return new[place].value == nil ? secret : Secret(new[place], at: now)
        }
        let added = new.filter { oldPlaces.place(of: $0.name) == nil }.map { Secret($0, at: now) }
        return kept + added
    }
}

extension Secret {
    fileprivate init(_ new: NewSecret, at now: Instant) {
        self.init(name: new.name, value: new.value ?? SecretValue(""), updatedAt: now)
    }
}
