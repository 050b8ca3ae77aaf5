import HTTPCore

/// How long an answer waits for what it is asked for. It holds no thread: it is late, and asked again whether that has
/// come.
struct Wait: Sendable {
    private var milliseconds: Int64
    private static let interval: Int64 = 100
    private static let secondsMax = 30

    /// - Throws: 400 for a `wait` that is no whole number of seconds up to 30.
    init(_ call: ControlCall) throws(ControlError) {
        let seconds = try call.wholeNumber("wait", 0...Wait.secondsMax, "of seconds from 0 to \(Wait.secondsMax)")
        milliseconds = Int64(seconds ?? 0) * 1_000
    }

    /// - Parameter answer: the answer as it is now, and whether it is what was waited for.
    func response(_ answer: @escaping @Sendable () -> (response: HTTPResponse, isDone: Bool)) -> HTTPResponse {
        var (response, isDone) = answer()
        guard !isDone, milliseconds > 0 else { return response }
        response.deliveryFault = DeliveryFault(
            delay: min(milliseconds, Wait.interval),
            renew: { [self] in
                var next = self
                next.milliseconds -= Wait.interval
                return next.response(answer)
            })
        return response
    }
}

extension ControlCall {
    /// A number in the query; nil where there is none.
    func wholeNumber(_ name: String, _ range: ClosedRange<Int>, _ words: String) throws(ControlError) -> Int? {
        guard let text = self[item: name] else { return nil }
        guard let number = Int(text), range.contains(number) else {
            throw ControlError(.badRequest, "\(name) must be a whole number \(words).")
        }
        return number
    }
}
