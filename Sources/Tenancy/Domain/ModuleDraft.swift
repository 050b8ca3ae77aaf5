/// The content of a module to be created.
package struct ModuleDraft: Sendable {
    package let code: SourceCode
    package let dependencies: [Dependency]
    package let secrets: [NewSecret]

    package init(code: SourceCode, dependencies: [Dependency] = [], secrets: [NewSecret] = []) {
        self.code = code
        self.dependencies = dependencies
        self.secrets = secrets
    }
}

/// A change of a draft: nil keeps what is there, an array replaces all (reference 3.4, RECORDED and DOCS).
package struct ModulePatch: Sendable {
    package let code: SourceCode?
    package let dependencies: [Dependency]?
    package let secrets: [NewSecret]?

    package init(code: SourceCode? = nil, dependencies: [Dependency]? = nil, secrets: [NewSecret]? = nil) {
        self.code = code
        self.dependencies = dependencies
        self.secrets = secrets
    }

    package var isEmpty: Bool { code == nil && dependencies == nil && secrets == nil }
}
