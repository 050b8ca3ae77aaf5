import Ground
import Testing

@Suite struct CivilTimeTests {
    /// Year, month, day, hour, minute, second, weekday.
    private func parts(_ seconds: Int64) -> [Int] {
        let time = CivilTime(unixSeconds: seconds)
        return [time.year, time.month, time.day, time.hour, time.minute, time.second, time.weekday]
    }

    @Test(
        arguments: [
            (0, [1970, 1, 1, 0, 0, 0, 4]), (-1, [1969, 12, 31, 23, 59, 59, 3]), (-86_400, [1969, 12, 31, 0, 0, 0, 3]),
            (-86_401, [1969, 12, 30, 23, 59, 59, 2]), (951_782_400, [2000, 2, 29, 0, 0, 0, 2]),
            (951_868_799, [2000, 2, 29, 23, 59, 59, 2]), (951_868_800, [2000, 3, 1, 0, 0, 0, 3]),
            (1_709_164_800, [2024, 2, 29, 0, 0, 0, 4]), (1_735_603_200, [2024, 12, 31, 0, 0, 0, 2]),
            (2_147_483_648, [2038, 1, 19, 3, 14, 8, 2]), (4_107_542_399, [2100, 2, 28, 23, 59, 59, 0]),
            (4_107_542_400, [2100, 3, 1, 0, 0, 0, 1]), (-2_203_891_200, [1900, 3, 1, 0, 0, 0, 4]),
            (253_402_300_799, [9999, 12, 31, 23, 59, 59, 5]), (-62_135_596_800, [1, 1, 1, 0, 0, 0, 1]),
        ] as [(Int64, [Int])])
    func `a known instant has its date and time`(seconds: Int64, expected: [Int]) {
        #expect(parts(seconds) == expected)
    }

    @Test func `each day of eight centuries follows the day before by the Gregorian rule`() {
        let lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        var (year, month, day, weekday) = (1600, 1, 1, 6)
        var seconds: Int64 = -11_676_096_000
        while year < 2400 {
            let time = CivilTime(unixSeconds: seconds)
            let agrees = [time.year, time.month, time.day, time.weekday] == [year, month, day, weekday]
            #expect(agrees, "\(year)-\(month)-\(day)")
            if !agrees { return }
            let isLeap = year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400))
            day += 1
            if day > lengths[month - 1] + (month == 2 && isLeap ? 1 : 0) { (month, day) = (month + 1, 1) }
            if month > 12 { (year, month) = (year + 1, 1) }
            weekday = (weekday + 1) % 7
            seconds += 86_400
        }
    }

    @Test(arguments: [0, 1, 59, 60, 3_599, 3_600, 43_200, 86_399] as [Int64], [-86_400, 0, 86_400_000] as [Int64])
    func `the time of day is that of the second within the day`(second: Int64, midnight: Int64) {
        let time = CivilTime(unixSeconds: midnight + second)
        #expect(Int64(time.hour * 3_600 + time.minute * 60 + time.second) == second)
        #expect(time.minute < 60 && time.second < 60)
    }

    @Test(arguments: [Int64.min, Int64.min + 86_399, -86_400_000_000_000, Int64.max])
    func `no number of seconds is too far off`(seconds: Int64) {
        let time = CivilTime(unixSeconds: seconds)
        #expect((1...12).contains(time.month) && (1...31).contains(time.day) && (0...6).contains(time.weekday))
        #expect(Double(time.year) - 1970 == (Double(seconds) / 31_556_952).rounded(.down))
    }
}
