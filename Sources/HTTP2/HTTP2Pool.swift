import CNghttp2
import HTTPCore

/// What the HTTP/2 connections of one event loop share: streams waiting for work, with the capacity their buffers
/// have, and fields that many answers have alike, in the form nghttp2 takes.
package final class HTTP2Pool {
    private var idleStreams: [HTTP2Stream] = []
    private var blocks: [(block: HTTPFieldBlock, prepared: HTTP2FieldBlock)] = []
    private static let idleStreamsMax = 256
    static let blocksMax = 8

    package init() {}

    func takeStream(_ limits: HTTPLimits, _ scheme: HTTPScheme) -> HTTP2Stream {
        guard let stream = idleStreams.popLast() else { return HTTP2Stream(limits: limits, scheme: scheme) }
        stream.begin(limits: limits, scheme: scheme)
        return stream
    }

    func giveBack(_ stream: HTTP2Stream) {
        guard idleStreams.count < HTTP2Pool.idleStreamsMax else { return }
        stream.end()
        idleStreams.append(stream)
    }

    /// The block's fields, made at its first use. A few blocks are in use at a time, but one of them is a new one each
    /// second: the oldest makes room, and whoever sends fields of it keeps it until then.
    func prepared(_ block: HTTPFieldBlock) -> HTTP2FieldBlock {
        for known in blocks where known.block === block { return known.prepared }
        if blocks.count >= HTTP2Pool.blocksMax { blocks.removeLast() }
        let prepared = HTTP2FieldBlock(block)
        // The newest first, since it is asked for most.
        blocks.insert((block, prepared), at: 0)
        return prepared
    }
}

/// The fields of a block with their bytes, which nghttp2 need not copy.
///
/// Safe: the bytes are written in `init` and live as long as the object, which a stream keeps until it is closed; then
/// nghttp2 sends nothing more of it.
@safe final class HTTP2FieldBlock {
    private let bytes: UnsafeMutableBufferPointer<UInt8>
    let fields: [nghttp2_nv]

    init(_ block: HTTPFieldBlock) {
        let text = block.fields.flatMap { Array($0.name.utf8) + Array($0.value.utf8) }
        let bytes = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: max(1, text.count))
        _ = unsafe bytes.initialize(from: text)
        var offset = 0
        let flags = UInt8(NGHTTP2_NV_FLAG_NO_COPY_NAME.rawValue | NGHTTP2_NV_FLAG_NO_COPY_VALUE.rawValue)
        unsafe fields = unsafe block.fields.map { field in
            let (nameCount, valueCount) = (field.name.utf8.count, field.value.utf8.count)
            defer { offset += nameCount + valueCount }
            return unsafe nghttp2_nv(
                name: bytes.baseAddress?.advanced(by: offset),
                value: bytes.baseAddress?.advanced(by: offset + nameCount), namelen: nameCount, valuelen: valueCount,
                flags: flags)
        }
        unsafe self.bytes = unsafe bytes
    }

    deinit {
        unsafe bytes.deallocate()
    }
}
