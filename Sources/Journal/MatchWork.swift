/// How much work one call may still cause: patterns are matched on an event loop, against all that is kept.
///
/// A unit is a byte looked at, or an instruction of an expression followed. So many take well under a second, and ten
/// times what a journal of usual requests needs.
final class MatchWork {
    private(set) var left: Int

    static let usual = 100_000_000

    init(_ units: Int = usual) {
        left = units
    }

    var isExhausted: Bool { left <= 0 }

    func spend(_ units: Int) {
        left = max(0, left - units)
    }
}
