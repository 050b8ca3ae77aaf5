/// Values that fit a schema, as far as one look at a node can tell; of all others the schema has to be asked.
struct SureFit: BitwiseCopyable, Sendable {
    private let fitsBool: Bool
    /// The bytes of strings: so many hold neither too few code points, four bytes each, nor too many, a byte each.
    private let bytesMin: UInt32
    private let bytesMax: UInt32

    init(_ schema: Schema) {
        var (fitsBool, bytesMin, bytesMax) = (false, UInt32.max, UInt32.min)
        switch schema {
        case .boolean: fitsBool = true
        case .string(let charactersMin, let charactersMax):
            bytesMin = UInt32(clamping: charactersMin * 4)
            bytesMax = UInt32(clamping: charactersMax ?? .max)
        default: break
        }
        (self.fitsBool, self.bytesMin, self.bytesMax) = (fitsBool, bytesMin, bytesMax)
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
