import JSON

/// One type of resource of Terraform's provider `auth0/auth0`: where its objects are here, and which of their members
/// its attributes and blocks are (the provider's documentation and schemas, versions up to 1.55).
struct TerraformKind: Sendable {
    enum Source: Sendable {
        /// Each document of a resource.
        case each(String)
        /// Documents that lie below the same one, as a list in that member.
        case below(String, as: String)
        /// What documents of a relation are tied to, as a list of ids in that member; reversed: from the second ones.
        case tied(String, as: String, reversed: Bool = false)
        /// Each pair of a relation.
        case pairs(String)
        /// What operations answer, put together under members; under no name: its own members. A part without a
        /// method is the document of a resource that has that name.
        case one([(member: String, path: String)])
    }

    /// Without `auth0_`.
    let type: String
    let source: Source
    /// What makes the id that it is imported by: paths of members, `@0` and `@1` for parts of the document's id; an
    /// exclamation mark: a text of its own.
    let id: String
    /// Attributes and blocks; see `TerraformShape`.
    let shape: TerraformShape
    /// Of which resource it bears the name, where that is another one.
    let labelOf: String?
    /// The document of another resource with the same id, as a member; with a star: those below it.
    let with: (member: String, resource: String)?
    /// The operation whose body says what there is to say, to tell what is left out.
    let make: String?
    /// What the shape is about; nil: nothing.
    let shown: (@Sendable (JSONTree) -> JSONTree?)?

    init(
        _ type: String, _ source: Source, id: String = "@0", _ shape: String, labelOf: String? = nil,
        with: (member: String, resource: String)? = nil, make: String? = nil,
        shown: (@Sendable (JSONTree) -> JSONTree?)? = nil
    ) {
        self.type = type
        self.source = source
        self.id = id
        self.shape = TerraformShape(shape)
        self.labelOf = labelOf
        self.with = with
        self.make = make
        self.shown = shown
    }

    /// The resources that it has a place for.
    var resources: [String] {
        let own: [String]
        switch source {
        case .each(let name), .below(let name, _): own = [name]
        case .tied, .pairs: own = []
        case .one(let parts): own = parts.map { TerraformKind.resource(of: $0.path) }
        }
        return own + (with.map { [$0.resource] } ?? [])
    }

    /// What a path of the API is about.
    static func resource(of path: String) -> String {
        path == "/prompts" ? "tenants/settings" : path.first == "/" ? String(path.dropFirst()) : path
    }
}

/// Attributes and blocks of a resource, written as words:
///
/// - `name`: the member of that name; `name=a.b`: the member at that path; `a|b`: the first that is there.
/// - `name:json`: the value as JSON in a text; `:text`: a text, whatever it is; `:plain`: unless it is an object;
///   `:shown`: only where secrets are shown; `:must`: a variable where it is not known.
/// - `name>type`: ids are references to a resource of the type; `name>type.attribute`: texts that its attribute has.
/// - `name{ … }`: a block, or one for each item of a list; `name!{ … }`: also where there is nothing;
///   `name[key]{ … }`: one for each member of an object, whose name is the attribute `key`.
struct TerraformShape: Sendable {
    struct Part: Sendable {
        let name: String
        let paths: [String]
        let form: Form
        /// The type that ids are of, and its attribute.
        let target: (type: String, attribute: String)?
        let inner: TerraformShape?
        let isKept: Bool
        let key: String?
    }

    enum Form: String { case value, json, text, plain, shown, must }

    let parts: [Part]

    init(_ text: String) {
        var words = text.split(whereSeparator: \.isWhitespace)[...]
        self.init(&words)
    }

    private init(_ words: inout ArraySlice<Substring>) {
        var parts: [Part] = []
        while let word = words.popFirst(), word != "}" {
            var rest = word
            let isBlock = rest.last == "{"
            if isBlock { rest = rest.dropLast() }
            let isKept = rest.last == "!"
            if isKept { rest = rest.dropLast() }
            let key = TerraformShape.cut(&rest, at: "[").map { String($0.dropLast()) }
            let target = TerraformShape.cut(&rest, at: ">").map { $0.split(separator: ".").map(String.init) }
            let form = TerraformShape.cut(&rest, at: ":").flatMap { Form(rawValue: String($0)) }
            let path = TerraformShape.cut(&rest, at: "=")
            let inner = isBlock ? TerraformShape(&words) : nil
            parts.append(
                Part(
                    name: String(rest), paths: (path ?? rest).split(separator: "|").map(String.init),
                    form: form ?? .value, target: target.map { ($0[0], $0.count > 1 ? $0[1] : "id") }, inner: inner,
                    isKept: isKept, key: key))
        }
        self.parts = parts
    }

    /// What stands behind the mark, which goes.
    private static func cut(_ word: inout Substring, at mark: Character) -> Substring? {
        guard let place = word.firstIndex(of: mark) else { return nil }
        defer { word = word[..<place] }
        return word[word.index(after: place)...]
    }
}
