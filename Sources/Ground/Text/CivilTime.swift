/// A UTC date and time of day, from seconds since 1970-01-01T00:00:00Z, in the proleptic Gregorian calendar.
///
/// Years begin on 1 March, so that leap days fall at the end of a year and no table of months is needed. Years and
/// months come of one multiplication each, whose high part is the quotient and whose low part holds the rest (Neri and
/// Schneider, "Euclidean affine functions and their application to calendar algorithms", 2022).
package struct CivilTime: Equatable, Sendable {
    package let year, month, day: Int
    package let hour, minute, second: Int
    /// 0 is Sunday.
    package let weekday: Int

    package init(unixSeconds: Int64) {
        var (days, secondOfDay) = Int(unixSeconds).quotientAndRemainder(dividingBy: 86_400)
        if secondOfDay < 0 { (days, secondOfDay) = (days - 1, secondOfDay + 86_400) }
        // Quarters of a day, from a 1 March that is whole eras of 400 years before that of the year 0.
        let quarters = UInt64(days + 719_468 + CivilTime.erasBefore * 146_097) &* 4 &+ 3
        let (century, quartersOfCentury) = quarters.quotientAndRemainder(dividingBy: 146_097)
        let years = (quartersOfCentury | 3) &* 2_939_745
        let yearOfCentury = years >> 32
        let dayOfYear = (years & 0xFFFF_FFFF) / 2_939_745 / 4
        let months = dayOfYear &* 2_141 &+ 197_913
        let monthFromJanuary = Int(truncatingIfNeeded: months >> 16)
        let isNextYear = dayOfYear >= 306
        day = Int(truncatingIfNeeded: (months & 0xFFFF) / 2_141) &+ 1
        month = isNextYear ? monthFromJanuary &- 12 : monthFromJanuary
        year =
            Int(truncatingIfNeeded: century &* 100 &+ yearOfCentury) &+ (isNextYear ? 1 : 0)
            &- CivilTime.erasBefore &* 400
        hour = secondOfDay / 3_600
        minute = secondOfDay / 60 % 60
        second = secondOfDay % 60
        weekday = ((days &+ 4) % 7 &+ 7) % 7
    }

    /// So that no 64-bit number of seconds is before day 0.
    private static var erasBefore: Int { 1_000_000_000 }

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
