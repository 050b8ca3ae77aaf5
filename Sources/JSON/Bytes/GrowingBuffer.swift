// With `Bytes.swift` the only place of this target that uses unsafe calls. The buffer owns its memory, room is asked
// for before every write, every read is held against what was written, and no pointer leaves a call.

/// Elements written from front to back, in memory of their own.
///
/// An array would look at each write whether it is shared, and would be retained for each look into it where a class
/// holds it; this has one owner.
///
/// What writes a key of a text is compiled into its callers, where the key and its length are known.
@usableFromInline
struct GrowingBuffer<Element: BitwiseCopyable & Sendable>: ~Copyable, Sendable {
    // Sent along with its only owner, so that no two tasks ever write to it. For this file alone to touch, which cannot
    // be said where code of it is compiled into other modules.
    @usableFromInline nonisolated(unsafe) var storage: UnsafeMutableBufferPointer<Element>
    @usableFromInline var count = 0

    /// - Parameter capacity: elements that there is room for before it grows; 0 takes no memory yet.
    init(capacity: Int = 0) {
        storage = capacity > 0 ? .allocate(capacity: capacity) : UnsafeMutableBufferPointer(start: nil, count: 0)
    }

    @inlinable
    deinit {
        storage.deallocate()
    }

    /// The element at a place that was written.
    subscript(place: Int) -> Element {
        @inline(__always)
        get { storage[checked(place)] }
        @inline(__always)
        _modify { yield &storage[checked(place)] }
    }

    @inline(__always)
    private func checked(_ place: Int) -> Int {
        // Our bug if it fails: whoever keeps a place got it from what was written. An array would trap as well.
        precondition(UInt(bitPattern: place) < UInt(bitPattern: count), "nothing is written there")
        return place
    }

    @inline(__always)
    private func checked(_ range: Range<Int>) -> Range<Int> {
        // As for a place.
        precondition(range.lowerBound >= 0 && range.upperBound <= count, "nothing is written there")
        return range
    }

    /// Hands the elements of a range that was written to `body`.
    @inline(__always)
    func withSpan<Result>(_ range: Range<Int>, _ body: (Span<Element>) -> Result) -> Result {
        body(UnsafeBufferPointer(rebasing: storage[checked(range)]).span)
    }

    @inlinable
    @inline(__always)
    mutating func reserve(_ more: Int) {
        if storage.count &- count < more { grow(more) }
    }

    @usableFromInline
    @inline(never)
    mutating func grow(_ more: Int) {
        let larger = UnsafeMutableBufferPointer<Element>.allocate(capacity: max(storage.count * 2, count + more))
        _ = larger.initialize(fromContentsOf: storage[..<count])
        storage.deallocate()
        storage = larger
    }

    @inlinable
    @inline(__always)
    mutating func append(_ element: Element) {
        reserve(1)
        storage[count] = element
        count &+= 1
    }

    @inline(__always)
    mutating func append(_ elements: Span<Element>) {
        elements.withUnsafeBufferPointer { append($0) }
    }

    @inline(__always)
    private mutating func append(_ elements: UnsafeBufferPointer<Element>) {
        reserve(elements.count)
        count &+= storage[count...].initialize(fromContentsOf: elements) &- count
    }

    /// Appends what was written at a range once more.
    @inline(__always)
    mutating func append(again range: Range<Int>) {
        let range = checked(range)
        reserve(range.count)
        count &+= storage[count...].initialize(fromContentsOf: storage[range]) &- count
    }

    /// Appends what `body` writes, up to `countMax` elements.
    @inline(__always)
    mutating func append<Failure: Error>(
        upTo countMax: Int, _ body: (inout OutputSpan<Element>) throws(Failure) -> Void
    ) throws(Failure) {
        reserve(countMax)
        let room = UnsafeMutableBufferPointer(rebasing: storage[count..<count &+ countMax])
        var output = OutputSpan(buffer: room, initializedCount: 0)
        try body(&output)
        count &+= output.finalize(for: room)
    }
}

@usableFromInline typealias ByteBuffer = GrowingBuffer<UInt8>

extension GrowingBuffer<UInt8> {
    /// A copy of what was written.
    var array: [UInt8] {
        Array(UnsafeBufferPointer(rebasing: storage[..<count]))
    }

    /// Appends ASCII text that is known at compile time, with what is due around it.
    @inlinable
    @inline(__always)
    mutating func append(_ text: StaticString, comma: Bool = false, quote: Bool = false, colon: Bool = false) {
        reserve(text.utf8CodeUnitCount &+ 4)
        put(UInt8(ascii: ","), if: comma)
        put(UInt8(ascii: "\""), if: quote)
        text.withUTF8Buffer { count &+= storage[count...].initialize(fromContentsOf: $0) &- count }
        put(UInt8(ascii: "\""), if: quote)
        put(UInt8(ascii: ":"), if: colon)
    }

    /// Appends bytes between quotes.
    @inline(__always)
    mutating func append(quoted bytes: Span<UInt8>, comma: Bool) {
        reserve(bytes.count &+ 3)
        put(UInt8(ascii: ","), if: comma)
        put(UInt8(ascii: "\""), if: true)
        bytes.withUnsafeBufferPointer { count &+= storage[count...].initialize(fromContentsOf: $0) &- count }
        put(UInt8(ascii: "\""), if: true)
    }

    /// Appends a byte for which there is room; one that is not due is overwritten by the next.
    @inlinable
    @inline(__always)
    mutating func put(_ byte: UInt8, if isDue: Bool) {
        storage[count] = byte
        count &+= isDue ? 1 : 0
    }
}
