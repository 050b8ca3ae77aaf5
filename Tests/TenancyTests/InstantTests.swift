import Tenancy
import Testing

@Suite struct InstantTests {
    @Test(arguments: [
        ("2026-02-16T16:36:00.438000Z", 1_771_259_760_438_000_000), ("1970-01-01T00:00:00.000000Z", 0),
        ("2199-12-31T23:59:59.999999Z", 7_258_118_399_999_999_000),
    ])
    func `an instant prints itself, and reads what it prints`(text: String, nanoseconds: Int64) {
        #expect(Instant(nanoseconds: nanoseconds).description == text)
        #expect(Instant(text) == Instant(nanoseconds: nanoseconds))
    }

    @Test func `nothing below a microsecond is printed unless asked for, and nine digits are read`() {
        let instant = Instant(nanoseconds: 1_771_259_760_438_000_001)
        #expect("\(instant)" == "2026-02-16T16:36:00.438000Z")
        let exact = [UInt8](capacity: Instant.textBytesMax) { instant.append(isExact: true, to: &$0) }
        #expect(String(decoding: exact, as: UTF8.self) == "2026-02-16T16:36:00.438000001Z")
        #expect(Instant(String(decoding: exact, as: UTF8.self)) == instant)
    }

    @Test(arguments: ["", "2026-02-16", "2026-02-16T16:36:00", "2026-02-16T16:36:00+01:00", "2026-02-30T00:00:00Z"])
    func `another form, an offset or a day that there is not is none`(text: String) {
        #expect(Instant(text) == nil)
    }
}
