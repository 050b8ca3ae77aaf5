/// An expression as instructions of an automaton that is in many places at once (Thompson's construction).
struct ExpressionProgram {
    enum Instruction {
        /// Takes a scalar of the set and goes on to the next instruction.
        case take(Int)
        /// Goes on at both.
        case split(Int, Int)
        case jump(Int)
        /// Goes on where it holds.
        case check(ExpressionReader.Condition)
        case accept
    }

    private(set) var instructions: [Instruction] = []
    /// What `take` refers to.
    private(set) var sets: [ScalarSet] = []
    private(set) var hasConditions = false
    private var steps = 0
    /// A program of so many instructions serves any expression that a person writes.
    static let stepsMax = 5_000

    init(_ node: ExpressionReader.Node) throws(PatternError) {
        try emit(node)
        instructions.append(.accept)
    }

    private mutating func emit(_ node: ExpressionReader.Node) throws(PatternError) {
        // Counted by step: a repetition of nothing makes no instructions, but takes its time.
        steps += 1
        guard steps <= ExpressionProgram.stepsMax, instructions.count <= ExpressionProgram.stepsMax else {
            throw PatternError("a regular expression is too large with its repetitions")
        }
        switch node {
        case .one(let set):
            if sets.last != set { sets.append(set) }
            instructions.append(.take(sets.count - 1))
        case .sequence(let nodes):
            for node in nodes { try emit(node) }
        case .choice(let branches): try emit(branches)
        case .repeated(let node, let low, let high): try emit(node, low, high)
        case .condition(let condition):
            hasConditions = true
            instructions.append(.check(condition))
        }
    }

    private mutating func emit(_ branches: [ExpressionReader.Node]) throws(PatternError) {
        var ends: [Int] = []
        for (index, branch) in branches.enumerated() {
            guard index + 1 < branches.count else {
                try emit(branch)
                continue
            }
            let fork = instructions.count
            instructions.append(.accept)
            try emit(branch)
            ends.append(instructions.count)
            instructions.append(.accept)
            instructions[fork] = .split(fork + 1, instructions.count)
        }
        for end in ends { instructions[end] = .jump(instructions.count) }
    }

    private mutating func emit(_ node: ExpressionReader.Node, _ low: Int, _ high: Int?) throws(PatternError) {
        for _ in 0..<low { try emit(node) }
        guard let high else {
            let fork = instructions.count
            instructions.append(.accept)
            try emit(node)
            instructions.append(.jump(fork))
            instructions[fork] = .split(fork + 1, instructions.count)
            return
        }
        var forks: [Int] = []
        for _ in low..<high {
            forks.append(instructions.count)
            instructions.append(.accept)
            try emit(node)
        }
        for fork in forks { instructions[fork] = .split(fork + 1, instructions.count) }
    }
}
