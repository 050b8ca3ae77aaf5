import Glibc
import JSON

/// How long answers are held back, in milliseconds; WireMock's distributions.
package enum Delay: Equatable, Sendable {
    case fixed(Int)
    case uniform(lower: Int, upper: Int)
    /// Half of the answers take longer than the median, a few of them much longer.
    case logNormal(median: Int, sigma: Double)

    static let max = 20_000

    /// - Parameter value: a number, or an object with `type` `uniform` (`lower`, `upper`) or `lognormal` (`median`,
    ///   `sigma`).
    init(_ value: JSONValue) throws(FaultError) {
        func number(_ name: JSONKey) -> Int? {
            value[name]?.number?.int.flatMap { (0...Delay.max).contains($0) ? $0 : nil }
        }
        let sigma = value["sigma"]?.number.flatMap { Double($0.text) }
        switch value.string("type") {
        case nil:
            guard let fixed = value.number?.int, (0...Delay.max).contains(fixed) else { throw Delay.malformed }
            self = .fixed(fixed)
        case "uniform":
            guard let lower = number("lower"), let upper = number("upper"), lower <= upper else {
                throw Delay.malformed
            }
            self = .uniform(lower: lower, upper: upper)
        case "lognormal":
            guard let median = number("median"), let sigma, (0...10).contains(sigma) else { throw Delay.malformed }
            self = .logNormal(median: median, sigma: sigma)
        default: throw Delay.malformed
        }
    }

    private static let malformed = FaultError(
        "delayMilliseconds must be a whole number from 0 to \(max), or an object of type uniform (lower, upper) "
            + "or lognormal (median, sigma up to 10)")

    /// One of the distribution.
    ///
    /// - Parameter chance: gives numbers from 0 up to 1.
    func sample(_ chance: () -> Double) -> Int64 {
        switch self {
        case .fixed(let delay): return Int64(delay)
        case .uniform(let lower, let upper): return Int64(lower) + Int64(chance() * Double(upper - lower + 1))
        case .logNormal(let median, let sigma):
            // Twelve uniform numbers less six are as good as normal here.
            let normal = (0..<12).reduce(-6.0) { sum, _ in sum + chance() }
            return Int64(min(Double(Delay.max), Double(median) * exp(sigma * normal)))
        }
    }
}
