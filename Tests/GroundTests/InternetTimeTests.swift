import Ground
import Testing

@Suite struct InternetTimeTests {
    @Test(
        arguments: [
            ("1970-01-01T00:00:00Z", 0), ("2026-02-16T16:36:00.438Z", 1_771_259_760_438_000_000),
            ("2024-02-29T23:59:59.999999999Z", 1_709_251_199_999_999_999), ("1969-12-31T23:59:59Z", -1_000_000_000),
            ("2262-04-11T23:47:16.854775807Z", Int64.max), ("2000-03-01T00:00:00.1Z", 951_868_800_100_000_000),
        ] as [(String, Int64)])
    func `a time in UTC is read`(text: String, nanoseconds: Int64) {
        #expect(InternetTime.nanoseconds(of: text) == nanoseconds)
    }

    @Test(arguments: [
        "", "2026", "2026-02-16", "2026-02-30T00:00:00Z", "2026-13-01T00:00:00Z", "2026-00-01T00:00:00Z",
        "2026-01-00T00:00:00Z", "2026-01-01T24:00:00Z", "2026-01-01T00:60:00Z", "2026-01-01T00:00:60Z",
        "2026-01-01T00:00:00", "2026-01-01T00:00:00+01:00", "2026-01-01 00:00:00Z", "2026-01-01T00:00:00.Z",
        "2026-01-01T00:00:00.1234567890Z", "2026-01-01T00:00:00.x1Z", "9999-12-31T23:59:59Z",
        "2026-01-01T00:00:00Z.junkZ",
        "2026-01-01T00:00:00ZZZZ", "٢٠٢٦-01-01T00:00:00Z",
    ])
    func `another form, or a time that there is not, is not read`(text: String) {
        #expect(InternetTime.nanoseconds(of: text) == nil)
    }

    @Test(
        arguments: [0, 1_771_259_760_438_000_000, 951_868_800_100_000_000, 4_107_542_400_000_001_000, -1_500_000_000]
            as [Int64])
    func `what is written is read`(nanoseconds: Int64) {
        #expect(InternetTime.nanoseconds(of: InternetTime.text(nanoseconds: nanoseconds)) == nanoseconds)
    }

    @Test func `each day of eight centuries is found again by its date`() {
        for day in stride(from: -135_140, to: 157_054, by: 1) {
            let seconds = Int64(day) * 86_400
            let time = CivilTime(unixSeconds: seconds)
            #expect(CivilTime.unixSeconds(year: time.year, month: time.month, day: time.day) == seconds)
        }
    }
}
