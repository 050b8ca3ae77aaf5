/// Numbers (RFC 8259, section 6): `[ minus ] int [ frac ] [ exp ]`.
extension JSONCursor {
    mutating func number(_ bytes: Span<UInt8>, bytesMax: Int) throws(JSONSyntaxError) -> JSONText {
        let start = position
        if bytes[position] == UInt8(ascii: "-") {
            position += 1
        }
        if try current(bytes) == UInt8(ascii: "0") {
            position += 1  // A further digit is refused by whoever comes next: no leading zeros.
        } else {
            try digits(bytes)
        }
        if position < bytes.count, bytes[position] == UInt8(ascii: ".") {
            position += 1
            try digits(bytes)
        }
        if position < bytes.count, bytes[position] | 0x20 == UInt8(ascii: "e") {
            position += 1
            let sign = try current(bytes)
            if sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") {
                position += 1
            }
            try digits(bytes)
        }
        guard position - start <= bytesMax else {
            throw JSONSyntaxError(reason: .numberTooLong, offset: start)
        }
        return JSONText(start..<position)
    }

    /// Passes one digit or more.
    private mutating func digits(_ bytes: Span<UInt8>) throws(JSONSyntaxError) {
        let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
        guard digits ~= (try current(bytes)) else { throw unexpected(bytes) }
        repeat {
            position += 1
        } while position < bytes.count && digits ~= bytes[position]
    }
}
