/// Values that fit a schema, as far as one look at a node can tell; of all others the schema has to be asked.
struct SureFit: BitwiseCopyable, Sendable {
    private let fitsBool: Bool
    /// The bytes of strings: so many hold neither too few code points, four bytes each, nor too many, a byte each.
    private let bytesMin: UInt32
    private let bytesMax: UInt32

    init(_ schema: Schema) {
        fitsBool = schema.types.contains(.boolean) && schema.others.isEmpty
        var (bytesMin, bytesMax) = (UInt32.min, UInt32.max)
        for keyword in schema.others {
            switch keyword {
            case .minLength(let count): bytesMin = UInt32(clamping: count * 4)
            case .maxLength(let count): bytesMax = UInt32(clamping: count)
            case .noNUL: break
            default: (bytesMin, bytesMax) = (.max, .min)  // There is more to look at.
            }
            if bytesMin > bytesMax { break }
        }
        if !schema.types.contains(.string) { (bytesMin, bytesMax) = (.max, .min) }
        (self.bytesMin, self.bytesMax) = (bytesMin, bytesMax)
    }

    @inline(__always)
    func holds(_ value: JSONNode) -> Bool {
        switch value.kind {
        case .string:
            bytesMin <= value.text.count && value.text.count <= bytesMax && !value.text.traits.contains(.hasNUL)
        case .true, .false: fitsBool
        default: false
        }
    }
}
