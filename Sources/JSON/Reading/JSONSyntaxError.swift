/// How much a JSON text may ask of the parser. The size of the text is bounded by whoever reads it from the network.
package struct JSONLimits: Sendable {
    /// How many arrays and objects may stand inside one another. The parser recurses, so this bounds its stack.
    package var depthMax: Int
    /// How many bytes one number may be spelled with.
    package var numberBytesMax: Int
    /// How many bytes the whole text may have; nil for any number.
    package var bytesMax: Int?
    /// Whether no object has a key twice for sure, so that nobody need look.
    package var hasDistinctKeys: Bool

    package init(
        depthMax: Int = 128, numberBytesMax: Int = 1024, bytesMax: Int? = nil, hasDistinctKeys: Bool = false
    ) {
        self.hasDistinctKeys = hasDistinctKeys
        self.depthMax = depthMax
        self.numberBytesMax = numberBytesMax
        self.bytesMax = bytesMax
    }
}

/// Why a text is not JSON (RFC 8259), or is more than the limits allow, and where.
package struct JSONSyntaxError: Error, Equatable {
    package enum Reason: Equatable, Sendable {
        /// The grammar allows other bytes here. Also a byte order mark, and anything after the value.
        case unexpectedByte(UInt8)
        case unexpectedEnd
        /// A byte below 0x20 in a string (section 7).
        case controlByte(UInt8)
        /// Not UTF-8 as RFC 3629 has it (section 8.1): stray, missing, overlong, a surrogate or beyond U+10FFFF.
        case invalidUTF8
        /// A `\u` escape that is one half of a surrogate pair without the other (section 8.2 warns of them).
        case loneSurrogate
        case tooDeep
        case numberTooLong
        case textTooLong
    }

    package let reason: Reason
    /// The byte the fault is at, counted from 0.
    package let offset: Int

    package init(reason: Reason, offset: Int) {
        self.reason = reason
        self.offset = offset
    }
}

extension JSONSyntaxError: CustomStringConvertible {
    /// As `unexpected byte 0x7D at offset 12`.
    package var description: String {
        "\(reason) at offset \(offset)"
    }
}

extension JSONSyntaxError.Reason: CustomStringConvertible {
    package var description: String {
        switch self {
        case .unexpectedByte(let byte): "unexpected byte \(Self.hex(byte))"
        case .unexpectedEnd: "unexpected end"
        case .controlByte(let byte): "control byte \(Self.hex(byte)) in a string"
        case .invalidUTF8: "invalid UTF-8"
        case .loneSurrogate: "lone surrogate"
        case .tooDeep: "nesting too deep"
        case .numberTooLong: "number too long"
        case .textTooLong: "text too long"
        }
    }

    private static func hex(_ byte: UInt8) -> String {
        (byte < 0x10 ? "0x0" : "0x") + String(byte, radix: 16, uppercase: true)
    }
}
