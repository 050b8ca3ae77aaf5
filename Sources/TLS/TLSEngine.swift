import COpenSSL
package import Credentials

/// One TLS connection, without I/O: records go in and plaintext comes out, and the other way round.
///
/// States: the handshake, then open, until the peer says `close_notify`, or something fails. OpenSSL reads from the
/// input at hand and writes into the output at hand (`TLSPort`), so that nothing is buffered in between and an idle
/// connection holds no buffers. Confined to one event loop.
@safe package final class TLSEngine {
    package enum State: Equatable, Sendable {
        case handshaking, open
        /// The peer will send nothing more.
        case closedByPeer
        /// In OpenSSL's words; an alert may stand in the output.
        case failed(String)
    }

    package private(set) var state = State.handshaking
    /// What this side says reaches the peer, which may have ended its own.
    package var canSend: Bool { state == .open || state == .closedByPeer }
    /// What OpenSSL's callbacks refer to.
    private let context: AnyObject
    private let ssl: OpaquePointer
    private let port = TLSPort()
    private static let readBytes = 16 * 1024
    private static let openBytes = 16 * 1024
    private static let handshakeBytes = 48 * 1024

    /// The server's end of a connection.
    ///
    /// - Throws: when memory runs out.
    package convenience init(_ context: TLSContext) throws(CredentialError) {
        try unsafe self.init(SSL_new(context.pointer), context)
        unsafe SSL_set_accept_state(ssl)
    }

    /// The client's end: the first `receive`, of nothing, begins the handshake.
    ///
    /// - Parameter host: a name or an address literal that the server's certificate must be good for.
    package convenience init(_ context: TLSClientContext, host: String) throws(CredentialError) {
        try unsafe self.init(SSL_new(context.pointer), context)
        guard unsafe context.expect(host, ssl) else { throw .current("a TLS connection") }
        unsafe SSL_set_connect_state(ssl)
    }

    private init(_ made: OpaquePointer?, _ context: AnyObject) throws(CredentialError) {
        guard let ssl = unsafe made else { throw .current("a TLS connection") }
        self.context = context
        unsafe self.ssl = ssl
        guard let bio = unsafe BIO_new(TLSPort.method) else {
            // Everything is set, hence `deinit` gives the rest back.
            throw .current("a TLS connection")
        }
        unsafe BIO_set_data(bio, Unmanaged.passUnretained(port).toOpaque())
        unsafe SSL_set_bio(ssl, bio, bio)
    }

    deinit {
        unsafe SSL_free(ssl)
    }

    /// What it takes of memory, roughly, as measured: more while it shakes hands, and while a record has come in part.
    package var heldBytes: Int {
        let bytes = state == .handshaking ? TLSEngine.handshakeBytes : TLSEngine.openBytes
        return unsafe SSL_has_pending(ssl) == 1 ? bytes + TLSEngine.readBytes : bytes
    }

    /// The protocol agreed on by ALPN, such as `h2`; nil before the handshake, or where the client offered none.
    package var negotiatedProtocol: String? {
        var name: UnsafePointer<UInt8>?
        var count: UInt32 = 0
        unsafe SSL_get0_alpn_selected(ssl, &name, &count)
        guard let name = unsafe name else { return nil }
        return unsafe String(decoding: UnsafeBufferPointer(start: name, count: Int(count)), as: UTF8.self)
    }

    /// Takes in what was received: the plaintext is appended to `plaintext`, records to be sent to `output`.
    package func receive(_ records: Span<UInt8>, plaintext: inout [UInt8], output: inout [UInt8]) {
        guard state == .handshaking || state == .open else { return }
        unsafe records.withUnsafeBytes { bytes in
            unsafe port.input = bytes
            swap(&port.output, &output)
            readAll(into: &plaintext)
            swap(&port.output, &output)
            unsafe port.input = UnsafeRawBufferPointer(start: nil, count: 0)
        }
    }

    /// Encrypts `plaintext` and appends the records to `output`. Nothing can be sent before the handshake is done.
    package func send(_ plaintext: [UInt8], output: inout [UInt8]) {
        guard canSend, !plaintext.isEmpty else { return }
        swap(&port.output, &output)
        defer { swap(&port.output, &output) }
        var sent = 0
        while sent < plaintext.count {
            ERR_clear_error()
            var count = 0
            let outcome = unsafe plaintext.withUnsafeBytes { bytes in
                unsafe SSL_write_ex(ssl, bytes.baseAddress?.advanced(by: sent), bytes.count - sent, &count)
            }
            guard outcome == 1 else { return fail() }
            sent += count
        }
    }

    /// Appends the `close_notify` alert (RFC 8446 section 6.1): this side sends nothing more.
    package func close(output: inout [UInt8]) {
        guard canSend else { return }
        swap(&port.output, &output)
        ERR_clear_error()
        _ = unsafe SSL_shutdown(ssl)
        swap(&port.output, &output)
    }

    private func readAll(into plaintext: inout [UInt8]) {
        while true {
            ERR_clear_error()
            var count = 0
            var outcome: Int32 = 0
            plaintext.append(addingCapacity: TLSEngine.readBytes) { output in
                unsafe output.withUnsafeMutableBufferPointer { buffer, initialized in
                    let free = buffer.count - initialized
                    outcome = unsafe SSL_read_ex(ssl, buffer.baseAddress?.advanced(by: initialized), free, &count)
                    if outcome == 1 { initialized += count }
                }
            }
            if state == .handshaking, unsafe SSL_is_init_finished(ssl) == 1 { state = .open }
            if outcome == 1 { continue }
            switch unsafe SSL_get_error(ssl, outcome) {
            case SSL_ERROR_WANT_READ: return
            case SSL_ERROR_ZERO_RETURN:
                state = .closedByPeer
                return
            default: return fail()
            }
        }
    }

    private func fail() {
        let reason = OpenSSLFailure.takeReason()
        let verification = unsafe SSL_get_verify_result(ssl)
        guard verification != Int(X509_V_OK), let words = unsafe X509_verify_cert_error_string(verification) else {
            state = .failed(reason)
            return
        }
        state = unsafe .failed("\(reason): \(String(cString: words))")
    }
}
