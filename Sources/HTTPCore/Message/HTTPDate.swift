import Ground

/// The value of a Date field: IMF-fixdate, always 29 ASCII bytes (RFC 9110 section 5.6.7).
///
/// The bytes are kept in place: every answer has them, and handing them on counts no reference.
package struct HTTPDate: Sendable {
    package let bytes: InlineArray<29, UInt8>

    private static let weekdays: [StaticString] = ["Sun, ", "Mon, ", "Tue, ", "Wed, ", "Thu, ", "Fri, ", "Sat, "]
    private static let months: [StaticString] = [
        " Jan ", " Feb ", " Mar ", " Apr ", " May ", " Jun ", " Jul ", " Aug ", " Sep ", " Oct ", " Nov ", " Dec ",
    ]

    /// The first second of the year 0, and the last of 9999: a year has four digits.
    private static let (first, last): (Int64, Int64) = (-62_167_219_200, 253_402_300_799)

    /// - Parameter unixSeconds: what is outside the years 0 to 9999 becomes the nearest that is not.
    package init(unixSeconds: Int64) {
        let time = CivilTime(unixSeconds: min(max(HTTPDate.first, unixSeconds), HTTPDate.last))
        bytes = InlineArray { output in
            output.append(HTTPDate.weekdays[time.weekday])
            output.append(decimal: time.day, digits: 2)
            output.append(HTTPDate.months[time.month - 1])
            output.append(decimal: time.year, digits: 4)
            for (separator, value) in [(0x20, time.hour), (0x3A, time.minute), (0x3A, time.second)] {
                output.append(UInt8(separator))
                output.append(decimal: value, digits: 2)
            }
            output.append(" GMT")
        }
    }
}
