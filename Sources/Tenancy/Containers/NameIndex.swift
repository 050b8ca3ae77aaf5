/// Where names stand in a list: a walk for the few there are as a rule, a table where there are many.
struct NameIndex {
    private let names: [String]
    private let places: [ExactText: Int]?
    private static let walkedMax = 32

    /// - Parameter names: distinct.
    init(_ names: [String]) {
        self.names = names
        places =
            names.count <= NameIndex.walkedMax
            ? nil : Dictionary(names.enumerated().map { (ExactText($1), $0) }, uniquingKeysWith: { first, _ in first })
    }

    func place(of name: String) -> Int? {
        if let places { return places[ExactText(name)] }
        return names.firstIndex { $0.isExactly(name) }
    }
}
