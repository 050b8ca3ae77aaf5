/// A UTC date and time of day, from seconds since 1970-01-01T00:00:00Z, in the proleptic Gregorian calendar.
///
/// The calendar arithmetic counts days in 400-year eras that begin on 1 March, so that leap days fall at the end
/// of a year and no table of months is needed.
package struct CivilTime: Equatable, Sendable {
    package let year, month, day: Int
    package let hour, minute, second: Int
    /// 0 is Sunday.
    package let weekday: Int

    package init(unixSeconds: Int64) {
        let daysSinceEpoch = Int(unixSeconds / 86_400) - (unixSeconds % 86_400 < 0 ? 1 : 0)
        let secondOfDay = Int(unixSeconds) - daysSinceEpoch * 86_400
        // Day 0 becomes 0000-03-01.
        let shifted = daysSinceEpoch + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let monthFromMarch = (5 * dayOfYear + 2) / 153
        day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
        month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
        year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        hour = secondOfDay / 3_600
        minute = secondOfDay / 60 % 60
        second = secondOfDay % 60
        weekday = ((daysSinceEpoch + 4) % 7 + 7) % 7
    }

    /// Seconds since 1970 at the beginning of a day; a day past the end of its month counts on into the next.
    ///
    /// - Parameters:
    ///   - year: from 0.
    ///   - month: from 1 to 12.
    package static func unixSeconds(year: Int, month: Int, day: Int) -> Int64 {
        // The inverse of the above: years and months from March on.
        let year = month <= 2 ? year - 1 : year
        let era = (year >= 0 ? year : year - 399) / 400
        let yearOfEra = year - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return Int64(era * 146_097 + dayOfEra - 719_468) * 86_400
    }
}
