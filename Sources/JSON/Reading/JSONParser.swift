/// Parses JSON texts, strictly by RFC 8259.
///
/// Refused, though other parsers may take it: a byte order mark, any encoding but UTF-8, lone `\u` surrogates,
/// comments, trailing commas, `NaN`, bytes after the value. Numbers keep their spelling, so none is too large or too
/// exact.
package enum JSONParser {
    /// The value of one whole text, which must be shorter than 4 GiB.
    package static func parse(
        _ text: [UInt8], limits: JSONLimits = JSONLimits()
    ) throws(JSONSyntaxError) -> JSONValue {
        let bytesMax = min(limits.bytesMax ?? .max, Int(UInt32.max) - 1)
        guard text.count <= bytesMax else { throw JSONSyntaxError(reason: .textTooLong, offset: bytesMax) }
        return JSONValue(document: try JSONReader.read(text, limits), place: 0)
    }
}
