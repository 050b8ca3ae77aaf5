import CNghttp2
import HTTPCore

/// What the C callbacks record while nghttp2 reads or writes; the connection looks at it after the call.
final class HTTP2Inbox {
    private(set) var streams: [Int32: HTTP2Stream] = [:]
    /// The stream that was asked for last: its frames come one after the other, and so do the pieces of its answer.
    private var latest: (id: Int32, stream: HTTP2Stream)?
    /// Streams to be answered, in the order they became so; some may be gone by then.
    var due = HTTP2StreamQueue()
    /// Streams whose sender waits for `100 Continue`.
    var continueDue: [Int32] = []
    /// Streams that were answered before their request was complete and whose sender goes on, to be reset without
    /// error (RFC 9113 section 8.1).
    var resetDue: [Int32] = []
    /// Streams whose answers are withheld on purpose: for a while, or for ever.
    var withheld: Set<Int32> = []
    /// Content received and sent on this connection so far.
    var receivedBytes = 0
    var sentBytes = 0
    /// Content of answers that nghttp2 has not taken yet.
    var unsentBytes = 0
    /// The header block of a stream has begun and not ended.
    var isInsideHeader = false
    /// The stream of the request header under way, so that its fields need not look for it.
    var headerStream: HTTP2Stream?
    var patience = HTTP2Patience()

    let limits: HTTPLimits
    let scheme: HTTPScheme
    let pool: HTTP2Pool

    init(limits: HTTPLimits, scheme: HTTPScheme, pool: HTTP2Pool) {
        self.pool = pool
        self.limits = limits
        self.scheme = scheme
    }

    /// Requests whose content is still to come.
    var hasIncompleteRequest: Bool {
        for stream in streams.values where !stream.isComplete && !stream.isAnswered { return true }
        return false
    }

    /// Bytes that requests hold, of all streams together.
    var heldBytes: Int {
        streams.values.reduce(0) { $0 + $1.headerListBytes + $1.request.body.count }
    }

    /// What one request that may have more content than others adds to what requests may hold; 0 where there is none.
    var longContentBytesMax: Int {
        guard let long = limits.longContent else { return 0 }
        return streams.values.contains { $0.request.isUnder(long.pathPrefix) } ? long.bytesMax : 0
    }

    /// The stream of that number, unless it is gone.
    func stream(_ id: Int32) -> HTTP2Stream? {
        if let latest, latest.id == id { return latest.stream }
        guard let stream = streams[id] else { return nil }
        latest = (id, stream)
        return stream
    }

    func requestDidBegin(_ id: Int32) {
        let stream = pool.takeStream(limits, scheme)
        streams[id] = stream
        latest = (id, stream)
        headerStream = stream
    }

    func headerDidEnd(_ id: Int32, endsStream: Bool) {
        isInsideHeader = false
        headerStream = nil
        guard let stream = stream(id), !stream.isAnswered else { return }
        if endsStream { stream.isComplete = true }
        if !stream.isHeaderFinished { stream.finishHeader() }
        if stream.refusal == nil, stream.expectsContinue { continueDue.append(id) }
        if endsStream || stream.refusal != nil { due.append(id) }
    }

    func contentDidCome(_ id: Int32, _ bytes: Span<UInt8>) {
        receivedBytes += bytes.count
        guard let stream = stream(id) else { return }
        guard stream.refusal == nil, !stream.isAnswered else { return contentIsInVain(id, stream, bytes.count) }
        stream.takeContent(bytes)
        if stream.refusal != nil { due.append(id) }
    }

    /// Some clients see an answer only if they may send on for a while (curl 7.88 is one); as much as a request may
    /// have, they may.
    private func contentIsInVain(_ id: Int32, _ stream: HTTP2Stream, _ count: Int) {
        let wasPatient = stream.bytesInVain <= limits.bodyBytesMax
        stream.bytesInVain += count
        if wasPatient, stream.bytesInVain > limits.bodyBytesMax { resetDue.append(id) }
    }

    func contentDidEnd(_ id: Int32) {
        guard let stream = stream(id) else { return }
        stream.isComplete = true
        if stream.refusal == nil, !stream.isAnswered { due.append(id) }
    }

    func streamDidClose(_ id: Int32) {
        guard let stream = streams.removeValue(forKey: id) else { return }
        latest = nil
        if !withheld.isEmpty { withheld.remove(id) }
        if headerStream === stream { headerStream = nil }
        unsentBytes -= stream.responseBody.count - stream.responseSent
        pool.giveBack(stream)
    }

    func answerDidEnd(_ id: Int32) {
        guard let stream = stream(id), !stream.isComplete, stream.isOverdue else { return }
        resetDue.append(id)
    }
}

/// How much of what serves no request a peer may send: resets, pings, settings, empty frames and their like.
///
/// Each costs a point, answers and their bytes earn some; a peer without points is flooding us (RFC 9113 section 10.5).
struct HTTP2Patience {
    private var points = HTTP2Patience.pointsMax
    /// Below the 1,000 at which some builds of nghttp2 give up by themselves, with a code that says less.
    private static let pointsMax = 900
    private static let pointsPerAnswer = 16
    private static let bytesPerPoint = 1_024

    var isExhausted: Bool { points < 0 }

    mutating func spend() {
        points -= 1
    }

    /// A header beyond any limit: no peer in its senses sends one.
    mutating func lose() {
        points = -1
    }

    mutating func earn(answerBytes: Int) {
        guard !isExhausted else { return }
        points = min(
            HTTP2Patience.pointsMax,
            points + HTTP2Patience.pointsPerAnswer + answerBytes / HTTP2Patience.bytesPerPoint)
    }
}
