/// What Package.swift says of the targets below `Sources/`: which they are and what each depends on, in its order.
struct Manifest {
    let rooms: [Room]

    /// - Parameter text: Package.swift in the house format, where each target begins a line of its own.
    init(_ text: String) {
        let products = text.matches(of: #/let (\w+) = Target\.Dependency\.product\(name: "(\w+)"/#).map {
            (variable: $0.1, module: String($0.2))
        }
        rooms = Manifest.entries(text).compactMap { entry in
            guard let name = entry.firstMatch(of: #/name: "(\w+)"/#)?.1, !entry.contains("path: \"Tests/") else {
                return nil
            }
            let unconditional = entry.replacing(#/, condition: \.when\([^)]*\)/#, with: "")
            let list = unconditional.firstMatch(of: #/dependencies: \[([^\]]*)\]/#)?.1 ?? ""
            let targets = list.matches(of: #/"(\w+)"/#).map { String($0.1) }
            let words = list.split { !$0.isLetter }
            return Room(
                String(name), Set(targets + products.filter { words.contains($0.variable) }.map(\.module)))
        }
    }

    private static func entries(_ text: String) -> [String] {
        var entries: [String] = []
        for line in text.split(separator: "\n") {
            if line.hasPrefix("        .") { entries.append("") }
            if !entries.isEmpty { entries[entries.count - 1] += line + "\n" }
        }
        let kinds = [".target(", ".executableTarget(", ".systemLibrary("]
        return entries.filter { entry in kinds.contains { entry.drop { $0 == " " }.hasPrefix($0) } }
    }
}
