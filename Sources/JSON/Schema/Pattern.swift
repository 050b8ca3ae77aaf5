/// A regular expression of the vendor's document (ECMA-262), matched in time linear in the text: a request must not be
/// able to hold a loop by a text on which another matcher would go back and forth.
///
/// It is compiled to a program of small steps; all ways through it are followed side by side (Thompson 1968; Pike's
/// machine without captures). Understood: literals, classes, `\d \w \s` and their opposites, `. ^ $`, groups, `|`, the
/// quantifiers, and looking ahead. Not understood, and not in the document: references back, looking behind, `\b`.
package struct Pattern: Sendable {
    /// As the document spells it.
    package let source: String
    private let program: [Step]

    indirect enum Node: Sendable {
        case scalars(ScalarSet)
        case sequence([Node])
        case alternatives([Node])
        case repeated(Node, min: Int, max: Int?)
        case start, end
        case ahead(Node, isWanted: Bool)
    }

    enum Step: Sendable {
        case scalars(ScalarSet)
        case split(Int, Int)
        case jump(Int)
        case start, end
        case ahead([Step], isWanted: Bool)
        case matched
    }

    /// - Returns: nil where the expression has a part that is not understood.
    package init?(_ source: String) {
        var parser = PatternParser(source)
        guard let node = parser.expression() else { return nil }
        self.source = source
        program = Pattern.compiled(node)
    }

    /// Whether any part of the text matches, as ECMAScript's `test` has it.
    package func matches(_ text: String) -> Bool {
        Pattern.run(program, Array(text.unicodeScalars), from: 0, isAnchored: false)
    }

    private static func compiled(_ node: Node) -> [Step] {
        var steps: [Step] = []
        append(node, to: &steps)
        steps.append(.matched)
        return steps
    }

    private static func append(_ node: Node, to steps: inout [Step]) {
        switch node {
        case .scalars(let set): steps.append(.scalars(set))
        case .start: steps.append(.start)
        case .end: steps.append(.end)
        case .ahead(let node, let isWanted): steps.append(.ahead(compiled(node), isWanted: isWanted))
        case .sequence(let nodes): for node in nodes { append(node, to: &steps) }
        case .alternatives(let nodes):
            var jumps: [Int] = []
            for (index, node) in nodes.enumerated() {
                guard index < nodes.count - 1 else {
                    append(node, to: &steps)
                    break
                }
                let split = steps.count
                steps.append(.split(split + 1, 0))
                append(node, to: &steps)
                jumps.append(steps.count)
                steps.append(.jump(0))
                steps[split] = .split(split + 1, steps.count)
            }
            for jump in jumps { steps[jump] = .jump(steps.count) }
        case .repeated(let node, let min, let max):
            for _ in 0..<min { append(node, to: &steps) }
            guard let max else {
                let split = steps.count
                steps.append(.split(split + 1, 0))
                append(node, to: &steps)
                steps.append(.jump(split))
                steps[split] = .split(split + 1, steps.count)
                return
            }
            var splits: [Int] = []
            for _ in min..<Swift.max(min, max) {
                splits.append(steps.count)
                steps.append(.split(steps.count + 1, 0))
                append(node, to: &steps)
            }
            for split in splits { steps[split] = .split(split + 1, steps.count) }
        }
    }

    /// - Parameter isAnchored: the match must begin at `start`.
    private static func run(_ program: [Step], _ text: [Unicode.Scalar], from start: Int, isAnchored: Bool) -> Bool {
        var threads = Threads(program, text)
        for position in start...text.count {
            if !isAnchored || position == start { threads.add(0, at: position) }
            if threads.hasMatched { return true }
            guard position < text.count else { break }
            threads.advance(over: text[position], to: position + 1)
            if threads.hasMatched { return true }
            if isAnchored, threads.isEmpty { return false }
        }
        return threads.hasMatched
    }

    /// The steps that are waited at, each once.
    private struct Threads {
        private let program: [Step]
        private let text: [Unicode.Scalar]
        private var waiting: [Int] = []
        /// By step: the position it was last entered at, plus one.
        private var entered: [Int]
        private(set) var hasMatched = false

        var isEmpty: Bool { waiting.isEmpty }

        init(_ program: [Step], _ text: [Unicode.Scalar]) {
            self.program = program
            self.text = text
            entered = Array(repeating: 0, count: program.count)
        }

        mutating func add(_ step: Int, at position: Int) {
            var pending = [step]
            while let step = pending.popLast() {
                guard entered[step] != position + 1 else { continue }
                entered[step] = position + 1
                switch program[step] {
                case .scalars: waiting.append(step)
                case .matched: hasMatched = true
                case .jump(let target): pending.append(target)
                case .split(let first, let second): pending += [second, first]
                case .start: if position == 0 { pending.append(step + 1) }
                case .end: if position == text.count { pending.append(step + 1) }
                case .ahead(let program, let isWanted):
                    if run(program, text, from: position, isAnchored: true) == isWanted { pending.append(step + 1) }
                }
            }
        }

        mutating func advance(over scalar: Unicode.Scalar, to position: Int) {
            let steps = waiting
            waiting.removeAll(keepingCapacity: true)
            for step in steps {
                guard case .scalars(let set) = program[step], set.contains(scalar) else { continue }
                add(step + 1, at: position)
            }
        }
    }
}

/// Characters as ranges of code points.
struct ScalarSet: Sendable {
    private(set) var ranges: [ClosedRange<UInt32>] = []
    var isInverted = false

    static let digits = ScalarSet(ranges: [0x30...0x39])
    static let words = ScalarSet(ranges: [0x30...0x39, 0x41...0x5A, 0x5F...0x5F, 0x61...0x7A])
    static let spaces = ScalarSet(ranges: [
        0x09...0x0D, 0x20...0x20, 0xA0...0xA0, 0x1680...0x1680, 0x2000...0x200A, 0x2028...0x2029, 0x202F...0x202F,
        0x205F...0x205F, 0x3000...0x3000, 0xFEFF...0xFEFF,
    ])
    /// What `.` stands for.
    static let anyButLineEnds = ScalarSet(ranges: [0x0A...0x0A, 0x0D...0x0D, 0x2028...0x2029], isInverted: true)

    init(ranges: [ClosedRange<UInt32>] = [], isInverted: Bool = false) {
        self.ranges = ranges
        self.isInverted = isInverted
    }

    init(_ scalar: Unicode.Scalar) {
        ranges = [scalar.value...scalar.value]
    }

    func contains(_ scalar: Unicode.Scalar) -> Bool {
        ranges.contains { $0.contains(scalar.value) } != isInverted
    }

    mutating func insert(_ range: ClosedRange<UInt32>) {
        ranges.append(range)
    }

    mutating func insert(_ set: ScalarSet) {
        guard set.isInverted else { return ranges += set.ranges }
        var next: UInt32 = 0
        for range in set.ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
            if range.lowerBound > next { ranges.append(next...range.lowerBound - 1) }
            next = range.upperBound + 1
        }
        ranges.append(next...0x10FFFF)
    }

    var inverted: ScalarSet { ScalarSet(ranges: ranges, isInverted: !isInverted) }
}
