// With `Bytes.swift` the only place of this target that uses unsafe calls. The buffer owns its memory, every write asks
// for its room first, and no pointer leaves a call.

/// Bytes to be written from front to back, in memory of its own.
///
/// An array would look at each write whether it is shared and would have to be reallocated; this has one owner.
struct ByteBuffer: ~Copyable {
    private var storage: UnsafeMutableBufferPointer<UInt8>
    private var count = 0

    init(capacity: Int) {
        storage = .allocate(capacity: max(64, capacity))
    }

    deinit {
        storage.deallocate()
    }

    /// A copy of what was written.
    var array: [UInt8] {
        Array(UnsafeBufferPointer(rebasing: storage[..<count]))
    }

    @inline(__always)
    private mutating func reserve(_ more: Int) {
        if storage.count &- count < more { grow(more) }
    }

    @inline(never)
    private mutating func grow(_ more: Int) {
        let larger = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: max(storage.count * 2, count + more))
        _ = larger.initialize(fromContentsOf: storage[..<count])
        storage.deallocate()
        storage = larger
    }

    @inline(__always)
    mutating func append(_ byte: UInt8) {
        reserve(1)
        storage[count] = byte
        count &+= 1
    }

    @inline(__always)
    mutating func append(_ bytes: Span<UInt8>) {
        bytes.withUnsafeBufferPointer { append($0) }
    }

    @inline(__always)
    private mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
        reserve(bytes.count)
        count &+= storage[count...].initialize(fromContentsOf: bytes) &- count
    }

    /// Appends ASCII text that is known at compile time, with what is due around it.
    @inline(__always)
    mutating func append(_ text: StaticString, comma: Bool = false, quote: Bool = false, colon: Bool = false) {
        reserve(text.utf8CodeUnitCount &+ 4)
        if comma { append(UInt8(ascii: ",")) }
        if quote { append(UInt8(ascii: "\"")) }
        text.withUTF8Buffer { append($0) }
        if quote { append(UInt8(ascii: "\"")) }
        if colon { append(UInt8(ascii: ":")) }
    }

    /// Appends what `body` writes, up to `countMax` bytes.
    @inline(__always)
    mutating func append(upTo countMax: Int, _ body: (inout OutputSpan<UInt8>) -> Void) {
        reserve(countMax)
        let room = UnsafeMutableBufferPointer(rebasing: storage[count..<count &+ countMax])
        var output = OutputSpan(buffer: room, initializedCount: 0)
        body(&output)
        count &+= output.finalize(for: room)
    }
}
