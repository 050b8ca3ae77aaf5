import Ground
import HTTPCore

/// One request under way and, later, what is left to send of its answer.
///
/// States: the header comes in, then content; complete, or refused before it is; answered. `nghttp2` ends it.
final class HTTP2Stream {
    private(set) var request: HTTPRequest
    /// Set once the request cannot be answered as it should; the first reason stays.
    private(set) var refusal: HTTPRefusal?
    /// Everything the peer will send of the request is here.
    var isComplete = false
    var isAnswered = false
    /// It took too long: its answer is the last of it.
    var isOverdue = false
    /// Content that came after the answer was decided on.
    var bytesInVain = 0
    /// The peer waits for `100 Continue` (RFC 9110 section 10.1.1).
    private(set) var expectsContinue = false
    /// What Content-Length announced; nil without one.
    private(set) var announcedBytes: Int?

    private(set) var isHeaderFinished = false

    private var limits: HTTPLimits
    private var headerBytes = 0
    private var fieldCount = 0
    private var hasTarget = false
    private var cookies: [UInt8] = []
    /// The last authority that was checked; streams serve many requests, which mostly have the same.
    private var knownAuthority = ""

    /// What nghttp2 reads of the answer's fields when it sends them.
    var responseFields: HTTP2FieldBlock?
    /// The answer's content and how much of it is on its way.
    var responseBody: [UInt8] = []
    var responseSent = 0
    /// How much of it may be on its way by now.
    var responseDue = 0
    /// The content trickles, and so many pieces of it were let go.
    var dribble: DeliveryFault.Dribble?
    var piecesDue = 0

    init(limits: HTTPLimits, scheme: HTTPScheme) {
        self.limits = limits
        request = HTTPRequest(scheme: scheme)
    }

    /// Starts over for another request.
    func begin(limits: HTTPLimits, scheme: HTTPScheme) {
        self.limits = limits
        request.scheme = scheme
        refusal = nil
        isComplete = false
        isAnswered = false
        isOverdue = false
        bytesInVain = 0
        expectsContinue = false
        announcedBytes = nil
        isHeaderFinished = false
        headerBytes = 0
        fieldCount = 0
        hasTarget = false
        cookies.removeAll(keepingCapacity: true)
        responseSent = 0
        responseDue = 0
        dribble = nil
        piecesDue = 0
    }

    /// Lets go of what it held; buffers of usual size keep their capacity.
    func end(keepingBytesMax: Int = 16 * 1024) {
        request.removeAll(keepingBytesMax: keepingBytesMax)
        if knownAuthority.utf8.count > Authority.usualBytesMax { knownAuthority = "" }
        responseBody = []
        responseFields = nil
    }

    /// Bytes of the header as RFC 9113 section 6.5.2 counts them.
    var headerListBytes: Int { headerBytes }

    func refuse(_ status: HTTPStatus, _ reason: String) {
        if refusal == nil { refusal = HTTPRefusal(status, reason) }
    }

    /// Takes a field of the header. nghttp2 has checked that names are lower-case and pseudo-header fields are known,
    /// come first and once (RFC 9113 section 8.3).
    func takeField(_ name: Span<UInt8>, _ value: Span<UInt8>) {
        headerBytes += name.count + value.count + 32
        guard headerBytes <= limits.headerBytesMax else {
            return refuse(.headerFieldsTooLarge, "The header exceeds \(limits.headerBytesMax) bytes.")
        }
        if !name.isEmpty, name[0] == 0x3A { return takePseudoField(name, value) }
        guard fieldCount < limits.fieldCountMax else {
            return refuse(.headerFieldsTooLarge, "There are more than \(limits.fieldCountMax) header fields.")
        }
        let known = HTTPFieldName(name)
        switch known {
        case .expect: takeExpectation(value)
        case .contentLength:
            guard let length = ContentLength.bytes(value) else {
                return refuse(.badRequest, "The Content-Length is malformed.")
            }
            announcedBytes = length
        case .other where name.equalsIgnoringCase("cookie"): return takeCookie(value)
        default: break
        }
        fieldCount += 1
        request.fields.append(known, name, value)
    }

    private func takePseudoField(_ name: Span<UInt8>, _ value: Span<UInt8>) {
        // Length and first letter tell apart the ones there are; no other name gets through nghttp2.
        switch (name.count, name.count > 1 ? name[1] : 0) {
        case (":method".utf8.count, UInt8(ascii: "m")): request.method = HTTPMethod(value)
        case (":authority".utf8.count, UInt8(ascii: "a")): takeAuthority(value)
        case (":path".utf8.count, UInt8(ascii: "p")): takeTarget(value)
        default: break
        }
    }

    private func takeAuthority(_ authority: Span<UInt8>) {
        if !authority.hasSameBytes(as: knownAuthority.utf8.span) {
            guard checkAuthority(authority) else { return }
            knownAuthority = authority.text
        }
        request.authority = knownAuthority
    }

    private func takeTarget(_ target: Span<UInt8>) {
        hasTarget = true
        guard target.count <= limits.requestLineBytesMax else {
            return refuse(.uriTooLong, "The request target exceeds \(limits.requestLineBytesMax) bytes.")
        }
        guard HTTPRequest.isTarget(target) else {
            return refuse(.badRequest, "The request target has a byte that no target may have.")
        }
        request.setTarget(target)
    }

    /// Cookies may come in crumbs, which are joined before anybody sees them (RFC 9113 section 8.2.3).
    private func takeCookie(_ value: Span<UInt8>) {
        if !cookies.isEmpty { cookies.append("; ") }
        cookies.append(copying: value)
    }

    private func takeExpectation(_ value: Span<UInt8>) {
        expectsContinue = value.equalsIgnoringCase("100-continue")
        if !expectsContinue { refuse(.expectationFailed, "Only 100-continue can be expected.") }
    }

    /// The header is complete: what can be said of the request before its content.
    func finishHeader() {
        isHeaderFinished = true
        if !cookies.isEmpty { request.fields.append(.other, "cookie".utf8.span, cookies.span) }
        if !hasTarget { refuse(.badRequest, "The request has no target.") }
        resolveHost()
        if let announcedBytes, announcedBytes > limits.bodyBytesMax(of: request, with: announcedBytes) {
            refuseContent()
        }
    }

    /// - Returns: false when the request is refused for it.
    private func checkAuthority(_ authority: Span<UInt8>) -> Bool {
        let isWellFormed = Authority.isWellFormed(authority)
        if !isWellFormed { refuse(.badRequest, "The Host is malformed.") }
        return isWellFormed
    }

    /// The Host field stands in where there is no `:authority`; where both are, they agree (RFC 9113 section 8.3.1).
    private func resolveHost() {
        guard let host = request.fields[.host] else { return }
        if request.fields.count(of: .host) > 1 { refuse(.badRequest, "There is more than one Host field.") }
        if request.authority.isEmpty {
            takeAuthority(host.utf8.span)
        } else if host.lowercased() != request.authority.lowercased() {
            refuse(.badRequest, "Host and :authority differ.")
        }
    }

    /// Takes content, as far as it is within the limit.
    func takeContent(_ bytes: Span<UInt8>) {
        guard refusal == nil, !isAnswered else { return }
        let bytesMax = limits.bodyBytesMax(of: request, with: request.body.count + bytes.count)
        if !request.appendContent(bytes, announcedBytes: announcedBytes, bytesMax: bytesMax) {
            refuseContent()
        }
    }

    /// - Parameter peer: of the connection.
    func came(from peer: IPAddress) { request.peer = peer }

    /// Lets go of the content once it is answered.
    func forgetContent() {
        request.removeContent(keepingBytesMax: 16 * 1024)
    }

    private func refuseContent() {
        refuse(.contentTooLarge, "The content exceeds \(limits.bodyBytesMax(of: request)) bytes.")
        request.body = []
    }
}
