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
        /// By operation, those of none first, and status: each has a few, so that a look costs less than a hash.
        private(set) var counts: [[(status: Int, count: Int)]] = []
        /// By bound; the last is for what takes longer.
        var durations: [Int]
        var nanoseconds = 0

        init(durations: [Int]) {
            self.durations = durations
        }

        mutating func count(_ status: Int, at place: Int) {
            while counts.count <= place { counts.append([]) }
            if let index = counts[place].firstIndex(where: { $0.status == status }) {
                counts[place][index].count += 1
            } else {
                counts[place].append((status, 1))
            }
        }
    }

    private let operations: @Sendable () -> [String]
    private let gauges: [Gauge]
    private let state: Mutex<State>
    /// Upper bounds in microseconds.
    private static let bounds = [50, 100, 250, 500, 1_000, 2_500, 5_000, 10_000, 100_000, 1_000_000]

    /// - Parameter operations: their names by number, made when somebody asks for the text.
    package init(operations: @escaping @Sendable () -> [String], gauges: [Gauge] = []) {
        self.operations = operations
        self.gauges = gauges
        state = Mutex(State(durations: Array(repeating: 0, count: Metrics.bounds.count + 1)))
    }

    /// - Parameters:
    ///   - operation: its number; nil: none of them.
    ///   - nanoseconds: from the request to its answer, without the network.
    package func record(operation: Int?, status: Int, nanoseconds: Int64) {
        let microseconds = Int(max(0, nanoseconds) / 1_000)
        var bound = 0
        while bound < Metrics.bounds.count, microseconds > Metrics.bounds[bound] { bound += 1 }
        state.withLock { state in
            state.count(status, at: (operation ?? -1) + 1)
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
        let names = ["other"] + operations()
        for (operation, counts) in zip(names, state.counts) {
            for (status, count) in counts.sorted(by: { $0.status < $1.status }) {
                text += "localtenant_requests_total{operation=\"\(operation)\",status=\"\(status)\"} \(count)\n"
            }
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
