/// Parses JSON texts, strictly by RFC 8259.
///
/// Refused, though other parsers may take it: a byte order mark, any encoding but UTF-8, lone `\u` surrogates,
/// comments, trailing commas, `NaN`, bytes after the value. Numbers keep their spelling, so none is too large or too
/// exact.
package enum JSONParser {
    /// The value of one whole text.
    package static func parse(
        _ bytes: [UInt8], limits: JSONLimits = JSONLimits()
    ) throws(JSONSyntaxError) -> JSONValue {
        try parse(bytes.span, limits: limits)
    }

    /// The value of one whole text.
    package static func parse(
        _ bytes: Span<UInt8>, limits: JSONLimits = JSONLimits()
    ) throws(JSONSyntaxError) -> JSONValue {
        if let bytesMax = limits.bytesMax, bytes.count > bytesMax {
            throw JSONSyntaxError(reason: .textTooLong, offset: bytesMax)
        }
        var reader = JSONReader(limits: limits)
        return try reader.document(bytes)
    }
}
