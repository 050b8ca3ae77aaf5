import Ground

/// Header fields in the order they came, repeats kept, as places in one buffer of bytes.
///
/// One buffer and one array serve a whole head, and both keep their capacity when a parser reuses the value for
/// the next request, so a request costs no allocation for its fields. Names and values are as they came; the
/// parser has checked their grammar.
@usableFromInline
package struct HTTPFields: Sendable {
    @usableFromInline
    struct Entry: Sendable {
        @usableFromInline let known: HTTPFieldName
        let nameEnd: UInt32
        let nameStart: UInt32
        @usableFromInline let valueStart: UInt32
        @usableFromInline let valueEnd: UInt32
    }

    @usableFromInline var bytes: [UInt8] = []
    @usableFromInline var entries: [Entry] = []

    package init() {}

    package var count: Int { entries.count }

    /// Bytes of field lines that there is room for without growing.
    package var byteCapacity: Int { bytes.capacity }

    /// Bytes of the field lines.
    package var byteCount: Int { bytes.count }

    package mutating func removeAll() {
        bytes.removeAll(keepingCapacity: true)
        entries.removeAll(keepingCapacity: true)
    }

    /// How many lines `input` has from `start` on that these fields came with, counted from the first.
    ///
    /// - Returns: the lines, and the bytes that they and their CRLFs take.
    package func commonLines(with input: Span<UInt8>, from start: Int) -> (count: Int, byteCount: Int) {
        let common = input.commonPrefixCount(with: bytes.span, from: start)
        guard common < bytes.count else { return (entries.count, common) }
        var whole = 0
        while whole + 1 < entries.count, entries[whole + 1].nameStart <= common { whole += 1 }
        return (whole, Int(entries[whole].nameStart))
    }

    /// Leaves the first `count` fields.
    package mutating func keepFirst(_ count: Int) {
        guard count < entries.count else { return }
        bytes.removeSubrange(Int(entries[count].nameStart)...)
        entries.removeSubrange(count...)
    }

    /// Adds a field; `line` begins with the name and holds the value, without surrounding white space, at `value`. It
    /// is kept with the CRLF it came with.
    ///
    /// - Parameter known: what the name was recognised as.
    package mutating func append(
        _ line: Span<UInt8>, _ known: HTTPFieldName, nameCount: Int, value: Range<Int>
    ) {
        let start = bytes.count
        bytes.append(copying: line)
        bytes.append("\r\n")
        entries.append(
            Entry(
                known: known, nameEnd: UInt32(start + nameCount), nameStart: UInt32(start),
                valueStart: UInt32(start + value.lowerBound), valueEnd: UInt32(start + value.upperBound)))
    }

    /// Adds a field whose name and value came apart, as in HTTP/2.
    ///
    /// - Parameter known: what the name is recognised as.
    package mutating func append(_ known: HTTPFieldName, _ name: Span<UInt8>, _ value: Span<UInt8>) {
        let start = bytes.count
        bytes.append(copying: name)
        bytes.append(copying: value)
        let valueStart = UInt32(start + name.count)
        entries.append(
            Entry(
                known: known, nameEnd: valueStart, nameStart: UInt32(start), valueStart: valueStart,
                valueEnd: UInt32(bytes.count)))
    }

    /// Adds a field from text.
    package mutating func append(_ name: String, _ value: String) {
        append(HTTPFieldName(name.utf8.span), name.utf8.span, value.utf8.span)
    }

    /// How many fields of that name there are.
    package func count(of name: HTTPFieldName) -> Int {
        var total = 0
        for entry in entries where entry.known == name { total += 1 }
        return total
    }

    package func contains(_ name: HTTPFieldName) -> Bool {
        for entry in entries where entry.known == name { return true }
        return false
    }

    /// The first value of that name, as text; bytes outside UTF-8 are repaired.
    package subscript(name: HTTPFieldName) -> String? {
        for entry in entries where entry.known == name {
            return String(decoding: bytes[Int(entry.valueStart)..<Int(entry.valueEnd)], as: UTF8.self)
        }
        return nil
    }

    /// The first value of any field, by its lower-case name; looks at all names as text.
    package func value(of name: String) -> String? {
        pairs.first { $0.name.lowercased() == name }?.value
    }

    /// Calls `body` with the bytes of each value of that name, in order.
    @inlinable
    package func forEachValue<Failure: Error>(
        of name: HTTPFieldName, _ body: (Span<UInt8>) throws(Failure) -> Void
    ) throws(Failure) {
        for entry in entries where entry.known == name {
            try body(bytes.span.extracting(Int(entry.valueStart)..<Int(entry.valueEnd)))
        }
    }

    /// Name and value pairs as text, for people and tests.
    package var pairs: [(name: String, value: String)] {
        entries.map { entry in
            (
                String(decoding: bytes[Int(entry.nameStart)..<Int(entry.nameEnd)], as: UTF8.self),
                String(decoding: bytes[Int(entry.valueStart)..<Int(entry.valueEnd)], as: UTF8.self)
            )
        }
    }
}

/// Being kept longer than the request, in memory that holds more than them.
extension HTTPFields {
    private static var placeBytes: Int { 16 }

    /// Bytes that they take when packed: their lines, and behind them where each name and value stands.
    package var packedByteCount: Int { bytes.count + entries.count * HTTPFields.placeBytes }

    /// Appends `packedByteCount` bytes, for which there must be room.
    package func pack(into output: inout OutputSpan<UInt8>) {
        output.append(copying: bytes)
        for entry in entries {
            let start = output.count
            output.append(repeating: 0, count: HTTPFields.placeBytes)
            var span = output.mutableSpan
            var bytes = span.mutableBytes
            bytes.storeBytes(of: entry.nameStart, toByteOffset: start, as: UInt32.self)
            bytes.storeBytes(of: entry.nameEnd, toByteOffset: start + 4, as: UInt32.self)
            bytes.storeBytes(of: entry.valueStart, toByteOffset: start + 8, as: UInt32.self)
            bytes.storeBytes(of: entry.valueEnd, toByteOffset: start + 12, as: UInt32.self)
        }
    }

    /// Those that were packed.
    ///
    /// - Parameter byteCount: of their lines.
    package init(packed: Span<UInt8>, byteCount: Int) {
        bytes = Array(copying: packed.extracting(first: byteCount))
        let raw = packed.bytes
        for place in stride(from: byteCount, to: packed.count, by: HTTPFields.placeBytes) {
            let nameStart = raw.unsafeLoadUnaligned(fromByteOffset: place, as: UInt32.self)
            let nameEnd = raw.unsafeLoadUnaligned(fromByteOffset: place + 4, as: UInt32.self)
            let valueStart = raw.unsafeLoadUnaligned(fromByteOffset: place + 8, as: UInt32.self)
            let valueEnd = raw.unsafeLoadUnaligned(fromByteOffset: place + 12, as: UInt32.self)
            let name = packed.extracting(Int(nameStart)..<Int(nameEnd))
            entries.append(
                Entry(
                    known: HTTPFieldName(name), nameEnd: nameEnd, nameStart: nameStart, valueStart: valueStart,
                    valueEnd: valueEnd))
        }
    }
}
