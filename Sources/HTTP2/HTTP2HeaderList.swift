import Ground
import CNghttp2
import HTTPCore

/// The header of an answer in the form nghttp2 takes: names and values in one buffer, and where each stands.
///
/// Safe: the pointers are made and used within `withNameValues`.
@safe struct HTTP2HeaderList {
    private var bytes: [UInt8] = []
    /// Name bytes, then value bytes, of each field.
    private var lengths: [(name: Int, value: Int)] = []

    /// Fields that many answers have; they go between the first field and the rest.
    private(set) var block: HTTP2FieldBlock?

    mutating func removeAll() {
        block = nil
        bytes.removeAll(keepingCapacity: true)
        lengths.removeAll(keepingCapacity: true)
    }

    mutating func append(_ block: HTTP2FieldBlock) {
        self.block = block
    }

    mutating func append(_ field: HTTPField) {
        bytes.append(utf8: field.name)
        bytes.append(utf8: field.value)
        lengths.append((field.name.utf8.count, field.value.utf8.count))
    }

    mutating func append(_ name: StaticString, _ value: Span<UInt8>) {
        bytes.append(name)
        bytes.append(copying: value)
        lengths.append((name.utf8CodeUnitCount, value.count))
    }

    mutating func append(_ name: StaticString, decimal value: Int) {
        bytes.append(name)
        let start = bytes.count
        bytes.append(decimal: value)
        lengths.append((name.utf8CodeUnitCount, bytes.count - start))
    }

    /// Calls `body` with the fields; nghttp2 copies what it keeps.
    mutating func withNameValues<Result>(_ body: (UnsafeMutableBufferPointer<nghttp2_nv>) -> Result) -> Result {
        let lengths = lengths
        let common = unsafe block?.fields ?? []
        return unsafe bytes.withUnsafeMutableBufferPointer { bytes in
            unsafe withUnsafeTemporaryAllocation(
                of: nghttp2_nv.self, capacity: lengths.count + common.count
            ) { fields in
                var offset = 0
                for (index, length) in lengths.enumerated() {
                    let name = unsafe bytes.baseAddress?.advanced(by: offset)
                    let value = unsafe bytes.baseAddress?.advanced(by: offset + length.name)
                    unsafe fields.initializeElement(
                        at: index == 0 ? 0 : index + common.count,
                        to: nghttp2_nv(
                            name: name, value: value, namelen: length.name, valuelen: length.value,
                            flags: UInt8(NGHTTP2_NV_FLAG_NONE.rawValue)))
                    offset += length.name + length.value
                }
                for index in unsafe common.indices {
                    unsafe fields.initializeElement(at: index + 1, to: common[index])
                }
                return unsafe body(fields)
            }
        }
    }
}
