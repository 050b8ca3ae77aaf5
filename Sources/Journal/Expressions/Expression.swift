/// A regular expression as WireMock uses it: the whole text must match.
///
/// Matching takes time linear in the text, whatever the expression: the automaton is in all the places at once that a
/// backtracking matcher would try one after the other, and each set of places it comes to is worked out once. One that
/// backtracks can take longer than the age of the world for `(a+)+b`, on an event loop.
final class Expression {
    /// Places of the automaton before it looks for those that it gets to without a scalar, and what came before them.
    private struct State: Hashable {
        let places: [Int32]
        let before: Before
    }

    /// What conditions know of the scalar before.
    private enum Before: Hashable {
        case start, word, lineEnd, other
    }

    private let program: ExpressionProgram
    private let kinds: ScalarKinds
    private let work: MatchWork
    /// The states come to so far, and where each leads with a scalar of each kind: a state's number, or -1.
    private var states: [State] = []
    private var numbers: [State: Int32] = [:]
    private var steps: [Int32] = []
    private static let unknown: Int32 = -1
    /// The state that nothing matches from, once it is known.
    private var dead: Int32?
    /// Numbers that all states together hold.
    private(set) var cells = 0
    static let cellsMax = 200_000
    /// To work out where a state leads takes that much longer for an instruction than to go there takes for a byte.
    private static let unitsOfInstruction = 4
    /// Marks of `closure`: in which round a place was last come to.
    private var rounds: [UInt32]
    private var round: UInt32 = 0

    init(_ text: String, _ work: MatchWork) throws(PatternError) {
        program = try ExpressionProgram(try ExpressionReader.read(text))
        kinds = ScalarKinds(program.sets + (program.hasConditions ? [.words, Expression.newline] : []))
        rounds = Array(repeating: 0, count: program.instructions.count)
        self.work = work
        // Reading it is work as well.
        work.spend(text.utf8.count + program.instructions.count)
    }

    private static let newline = ScalarSet("\n")

    /// False also when there is no more work allowed.
    func matches(_ text: String) -> Bool {
        work.spend(text.utf8.count)
        var state = number(of: State(places: [0], before: program.hasConditions ? .start : .other))
        for scalar in text.unicodeScalars {
            let kind = kinds.kind(of: scalar)
            var next = steps[Int(state) * kinds.count + kind]
            if next == Expression.unknown {
                guard !work.isExhausted else { return false }
                state = forgetOthersIfMany(state)
                next = step(from: states[Int(state)], kind)
                steps[Int(state) * kinds.count + kind] = next
            }
            state = next
            if state == dead { return false }
        }
        let end = closure(of: states[Int(state)], next: nil)
        return !work.isExhausted && end.contains { Int($0) == program.instructions.count - 1 }
    }

    /// An expression that comes to ever new states keeps none of the many.
    ///
    /// - Returns: the state's number from now on.
    private func forgetOthersIfMany(_ state: Int32) -> Int32 {
        guard cells > Expression.cellsMax else { return state }
        let kept = states[Int(state)]
        states.removeAll()
        numbers.removeAll()
        steps.removeAll()
        dead = nil
        cells = 0
        return number(of: kept)
    }

    private func number(of state: State) -> Int32 {
        if let known = numbers[state] { return known }
        let number = Int32(states.count)
        states.append(state)
        numbers[state] = number
        steps.append(contentsOf: repeatElement(Expression.unknown, count: kinds.count))
        if state.places.isEmpty { dead = number }
        cells += kinds.count + state.places.count
        work.spend(kinds.count + state.places.count)
        return number
    }

    private func step(from state: State, _ kind: Int) -> Int32 {
        let scalar = kinds.example(of: kind)
        var places: [Int32] = []
        for place in closure(of: state, next: scalar) {
            guard case .take(let set) = program.instructions[Int(place)], program.sets[set].contains(scalar) else {
                continue
            }
            places.append(place + 1)
        }
        return number(of: State(places: places.sorted(), before: before(scalar)))
    }

    private func before(_ scalar: UInt32) -> Before {
        guard program.hasConditions else { return .other }
        if ScalarSet.words.contains(scalar) { return .word }
        return scalar == 0x0A ? .lineEnd : .other
    }

    /// The places that are come to without a scalar; only those that take one, or accept.
    ///
    /// - Parameter next: nil at the end of the text.
    private func closure(of state: State, next: UInt32?) -> [Int32] {
        work.spend(Expression.unitsOfInstruction * program.instructions.count)
        round &+= 1
        var found: [Int32] = []
        var due = state.places
        while let place = due.popLast() {
            guard rounds[Int(place)] != round else { continue }
            rounds[Int(place)] = round
            switch program.instructions[Int(place)] {
            case .take, .accept: found.append(place)
            case .split(let first, let second): due += [Int32(first), Int32(second)]
            case .jump(let target): due.append(Int32(target))
            case .check(let condition):
                if Expression.holds(condition, state.before, next) { due.append(place + 1) }
            }
        }
        return found
    }

    private static func holds(_ condition: ExpressionReader.Condition, _ before: Before, _ next: UInt32?) -> Bool {
        let isEdge = (before == .word) != (next.map(ScalarSet.words.contains) ?? false)
        return switch condition {
        case .textStart: before == .start
        case .textEnd: next == nil
        case .lineStart: before == .start || before == .lineEnd
        case .lineEnd: next == nil || next == 0x0A
        case .wordEdge: isEdge
        case .noWordEdge: !isEdge
        }
    }
}
