import ControlAPI
import Testing

@Suite struct MetricsTests {
    @Test func `requests are counted by operation and status, and by how long they took`() {
        let metrics = Metrics(operations: { ["create"] }, gauges: [Metrics.Gauge("g", "Help.") { 7 }])
        metrics.record(operation: 0, status: 201, nanoseconds: 40_000)
        metrics.record(operation: 0, status: 201, nanoseconds: 50_000)
        metrics.record(operation: 0, status: 409, nanoseconds: 99_999_999)
        metrics.record(operation: nil, status: 404, nanoseconds: 5_000_000_000)
        let lines = metrics.text.split(separator: "\n")
        for line in [
            #"localtenant_requests_total{operation="create",status="201"} 2"#,
            #"localtenant_requests_total{operation="create",status="409"} 1"#,
            #"localtenant_requests_total{operation="other",status="404"} 1"#,
            #"localtenant_request_duration_seconds_bucket{le="5e-05"} 2"#,
            #"localtenant_request_duration_seconds_bucket{le="0.01"} 2"#,
            #"localtenant_request_duration_seconds_bucket{le="0.1"} 3"#,
            #"localtenant_request_duration_seconds_bucket{le="1.0"} 3"#,
            #"localtenant_request_duration_seconds_bucket{le="+Inf"} 4"#,
            "localtenant_request_duration_seconds_count 4", "# TYPE g gauge", "g 7",
        ] {
            #expect(lines.contains(line[...]), "\(line)")
        }
    }
}
