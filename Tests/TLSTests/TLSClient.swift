import COpenSSL

/// A TLS client over memory, as OpenSSL has it; the other end of the engine under test.
final class TLSClient {
    private let context: OpaquePointer
    private let ssl: OpaquePointer
    private let incoming: OpaquePointer
    private let outgoing: OpaquePointer

    struct Failure: Error {
        let reason: String
    }

    /// - Parameters:
    ///   - authority: the PEM of what is trusted; nil trusts nothing.
    ///   - name: sent as SNI and checked against the certificate.
    init(
        trusting authority: [UInt8]?, name: String?, protocols: [String] = [], maximum: Int32 = TLS1_3_VERSION,
        minimum: Int32 = TLS1_2_VERSION
    ) throws {
        guard let context = SSL_CTX_new(TLS_client_method()), let incoming = BIO_new(BIO_s_mem()),
            let outgoing = BIO_new(BIO_s_mem())
        else { throw Failure(reason: "no memory") }
        SSL_CTX_set_verify(context, SSL_VERIFY_PEER, nil)
        SSL_CTX_ctrl(context, SSL_CTRL_SET_MIN_PROTO_VERSION, Int(minimum), nil)
        SSL_CTX_ctrl(context, SSL_CTRL_SET_MAX_PROTO_VERSION, Int(maximum), nil)
        // Old versions are worth a try only where the library allows them at all.
        SSL_CTX_set_security_level(context, 0)
        if let authority {
            let certificate = authority.withUnsafeBytes { bytes -> OpaquePointer? in
                let bio = BIO_new_mem_buf(bytes.baseAddress, Int32(bytes.count))
                defer { BIO_free_all(bio) }
                return PEM_read_bio_X509(bio, nil, nil, nil)
            }
            X509_STORE_add_cert(SSL_CTX_get_cert_store(context), certificate)
            X509_free(certificate)
        }
        guard let ssl = SSL_new(context) else { throw Failure(reason: "no memory") }
        (self.context, self.ssl, self.incoming, self.outgoing) = (context, ssl, incoming, outgoing)
        SSL_set_bio(ssl, incoming, outgoing)
        SSL_set_connect_state(ssl)
        if let name {
            localtenant_set_host_name(ssl, name)
            SSL_set1_host(ssl, name)
        }
        let wire = protocols.flatMap { [UInt8($0.utf8.count)] + Array($0.utf8) }
        if !wire.isEmpty { SSL_set_alpn_protos(ssl, wire, UInt32(wire.count)) }
    }

    deinit {
        SSL_free(ssl)
        SSL_CTX_free(context)
    }

    /// Takes `records` in and goes on; returns the plaintext they hold.
    func receive(_ records: [UInt8]) throws -> [UInt8] {
        if !records.isEmpty { BIO_write(incoming, records, Int32(records.count)) }
        var plaintext: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 16 * 1024)
        while true {
            let count = SSL_read(ssl, &buffer, Int32(buffer.count))
            if count > 0 {
                plaintext += buffer[..<Int(count)]
                continue
            }
            switch SSL_get_error(ssl, count) {
            case SSL_ERROR_WANT_READ: return plaintext
            case SSL_ERROR_ZERO_RETURN:
                isClosed = true
                return plaintext
            default:
                let code = ERR_get_error()
                ERR_clear_error()
                throw Failure(reason: ERR_reason_error_string(code).map { String(cString: $0) } ?? "unknown")
            }
        }
    }

    /// The server said `close_notify`.
    private(set) var isClosed = false

    func send(_ plaintext: [UInt8]) {
        SSL_write(ssl, plaintext, Int32(plaintext.count))
    }

    /// Asks for another handshake, which TLS 1.2 knows.
    func renegotiate() {
        SSL_renegotiate(ssl)
        SSL_do_handshake(ssl)
    }

    func close() {
        SSL_shutdown(ssl)
    }

    /// What there is to be sent to the server.
    func takeOutput() -> [UInt8] {
        var output: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 16 * 1024)
        while true {
            let count = BIO_read(outgoing, &buffer, Int32(buffer.count))
            guard count > 0 else { return output }
            output += buffer[..<Int(count)]
        }
    }

    var version: String { String(cString: SSL_get_version(ssl)) }

    var cipher: String { SSL_CIPHER_get_name(SSL_get_current_cipher(ssl)).map { String(cString: $0) } ?? "" }

    var resumed: Bool { SSL_session_reused(ssl) == 1 }

    /// Goes on where the other left off, if the server agrees.
    func resume(_ other: TLSClient) {
        let session = SSL_get1_session(other.ssl)
        SSL_set_session(ssl, session)
        SSL_SESSION_free(session)
    }

    var negotiatedProtocol: String? {
        var name: UnsafePointer<UInt8>?
        var count: UInt32 = 0
        SSL_get0_alpn_selected(ssl, &name, &count)
        return name.map { String(decoding: UnsafeBufferPointer(start: $0, count: Int(count)), as: UTF8.self) }
    }
}
