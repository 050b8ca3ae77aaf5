import Resources
import Tenancy
import Testing

@Suite struct InstantTextTests {
    @Test(arguments: [
        ("2026-02-16T16:36:00Z", "2026-02-16T16:36:00.000Z"), ("2026-02-16t16:36:00.25z", "2026-02-16T16:36:00.250Z"),
        ("2026-02-16 16:36:00+05:30", "2026-02-16T11:06:00.000Z"), ("2026-02-16T23:59:60Z", "2026-02-17T00:00:00.000Z"),
        ("2026-02-16T20:00:00.5-05:00", "2026-02-17T01:00:00.500Z"),
    ])
    func `a time is read in every spelling of the standard`(text: String, same: String) {
        #expect(Instant(dateTime: text)?.text(digits: 3) == same)
    }

    @Test(arguments: ["", "2026-02-30T00:00:00Z", "+05:30", "2026-02-16T16:36:00", "0000000000000000000000000"])
    func `what is no time is none`(text: String) {
        #expect(Instant(dateTime: text) == nil)
    }

    @Test func `what is too far away becomes the last moment`() {
        let now = Instant(nanoseconds: 1_771_259_760_000_000_000)
        #expect(now.adding(seconds: 60).text(digits: 3) == "2026-02-16T16:37:00.000Z")
        #expect(now.adding(seconds: .max) == Instant.settable.upperBound)
        #expect(now.adding(seconds: .min) == Instant.settable.lowerBound)
        #expect(Instant(unixSeconds: 253_402_300_799).nanoseconds == .max)
        #expect(Instant(unixSeconds: .min).nanoseconds == .min)
    }
}
