import Synchronization

/// Counts of requests by operation and status, and how long answers took, in Prometheus' text form.
package final class Metrics: Sendable {
    /// Something that is read rather than counted.
    package struct Gauge: Sendable {
        package let name: String
        package let help: String
        package let value: @Sendable () -> Int

        package init(_ name: String, _ help: String, _ value: @escaping @Sendable () -> Int) {
            self.name = name
            self.help = help
            self.value = value
        }
    }

    private struct State {
        /// By operation, then by status from 100 to 599.
        var counts: [Int]
        /// By bound; the last is for what takes longer.
        var durations: [Int]
        var nanoseconds = 0
    }

    private let operations: [String]
    private let gauges: [Gauge]
    private let state: Mutex<State>
    private static let statuses = 100..<600
    /// Upper bounds in microseconds.
    private static let bounds = [50, 100, 250, 500, 1_000, 2_500, 5_000, 10_000, 100_000, 1_000_000]

    /// - Parameter operations: the last is for requests of none of the others.
    package init(operations: [String], gauges: [Gauge] = []) {
        self.operations = operations
        self.gauges = gauges
        state = Mutex(
            State(
                counts: Array(repeating: 0, count: operations.count * Metrics.statuses.count),
                durations: Array(repeating: 0, count: Metrics.bounds.count + 1)))
    }

    /// - Parameters:
    ///   - operation: its number; nil: none of them.
    ///   - nanoseconds: from the request to its answer, without the network.
    package func record(operation: Int?, status: Int, nanoseconds: Int64) {
        let place = (operation ?? operations.count - 1) * Metrics.statuses.count + status - 100
        let microseconds = Int(max(0, nanoseconds) / 1_000)
        var bound = 0
        while bound < Metrics.bounds.count, microseconds > Metrics.bounds[bound] { bound += 1 }
        state.withLock { state in
            guard state.counts.indices.contains(place) else { return }
            state.counts[place] += 1
            state.durations[bound] += 1
            state.nanoseconds += Int(max(0, nanoseconds))
        }
    }

    /// Prometheus' text exposition format, version 0.0.4.
    package var text: String {
        let state = state.withLock { $0 }
        var text = """
            # HELP localtenant_requests_total Requests answered.
            # TYPE localtenant_requests_total counter

            """
        for (place, count) in state.counts.enumerated() where count > 0 {
            let operation = operations[place / Metrics.statuses.count]
            let status = place % Metrics.statuses.count + 100
            text += "localtenant_requests_total{operation=\"\(operation)\",status=\"\(status)\"} \(count)\n"
        }
        text += histogram(state)
        for gauge in gauges {
            text += "# HELP \(gauge.name) \(gauge.help)\n# TYPE \(gauge.name) gauge\n\(gauge.name) \(gauge.value())\n"
        }
        return text
    }

    private func histogram(_ state: State) -> String {
        let name = "localtenant_request_duration_seconds"
        var text = "# HELP \(name) From a request to its answer, without the network.\n# TYPE \(name) histogram\n"
        var total = 0
        for (bound, count) in zip(Metrics.bounds, state.durations) {
            total += count
            text += "\(name)_bucket{le=\"\(Double(bound) / 1_000_000)\"} \(total)\n"
        }
        total += state.durations[Metrics.bounds.count]
        return text + "\(name)_bucket{le=\"+Inf\"} \(total)\n\(name)_sum \(Double(state.nanoseconds) / 1e9)\n"
            + "\(name)_count \(total)\n"
    }
}
