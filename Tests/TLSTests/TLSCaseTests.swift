import TLS
import TestSupport
import Testing

/// The cases of `fixtures/tls`, in memory.
@Suite struct TLSCaseTests {
    private static let now: Int64 = 1_795_000_000
    private let context: TLSContext

    init() throws {
        let identities = try ServerIdentities(
            try CertificateAuthority.make(nowUnixSeconds: Self.now), names: ["localhost"], domains: ["localhost"],
            now: { Self.now })
        context = try TLSContext(identities, protocols: ["h2", "http/1.1", "http/1.0"], now: { 0 })
    }

    @Test func `the table is read`() {
        #expect(TLSCase.all.count >= 75)
        for item in TLSCase.all { #expect(item.bytes != nil && item.outcome != nil, "\(item.description)") }
    }

    /// What begins with another byte does not come to TLS.
    @Test(arguments: TLSCase.all.filter { $0.bytes?.first == 0x16 }, [1, Int.max])
    func `what a client begins with gives its alert, however it is cut`(item: TLSCase, cut: Int) throws {
        let bytes = try #require(item.bytes)
        let server = try TLSEngine(context)
        var (plaintext, output): ([UInt8], [UInt8]) = ([], [])
        for start in stride(from: 0, to: bytes.count, by: min(cut, bytes.count)) {
            let piece = Array(bytes[start..<min(bytes.count, start + min(cut, bytes.count))])
            server.receive(piece.span, plaintext: &plaintext, output: &output)
        }
        #expect(TLSCase.outcome(of: output, isOver: server.state != .handshaking) == item.outcome)
        #expect((server.state == .handshaking) == (item.outcome == .hello || item.outcome == .waits))
        #expect(plaintext.isEmpty)
    }
}
