import COpenSSL
package import Credentials

/// What all TLS connections of a server have in common.
///
/// Safe: the OpenSSL object is set up in `init` and afterwards only read and counted, which it does atomically.
@safe package final class TLSContext: Sendable {
    // As above.
    nonisolated(unsafe) let pointer: OpaquePointer
    private let identities: ServerIdentities
    private let alpn: ALPNPreference
    private let ticketKeys: TicketKeys

    /// TLS 1.2 and 1.3, session tickets, and by ALPN (RFC 7301) the first of `protocols` that the client has too. A
    /// client that offers others only is refused, one that offers none is not.
    ///
    /// - Parameters:
    ///   - protocols: such as `h2` and `http/1.1`, the preferred one first.
    ///   - now: seconds since 1970; the keys of tickets change by it.
    package init(
        _ identities: ServerIdentities, protocols: [String], now: @escaping @Sendable () -> Int64
    ) throws(CredentialError) {
        guard let pointer = unsafe SSL_CTX_new(TLS_server_method()) else { throw .current("setting up TLS") }
        unsafe self.pointer = pointer
        self.identities = identities
        alpn = ALPNPreference(protocols)
        ticketKeys = TicketKeys(now: now)
        guard unsafe localtenant_restrict(pointer) == 1,
            unsafe SSL_CTX_set_session_id_context(pointer, "localtenant", 11) == 1,
            unsafe ticketKeys.serve(pointer)
        else { throw .current("setting up TLS") }
        unsafe SSL_CTX_set_cert_cb(pointer, chooseCertificate, Unmanaged.passUnretained(identities).toOpaque())
        unsafe SSL_CTX_set_alpn_select_cb(pointer, chooseProtocol, Unmanaged.passUnretained(alpn).toOpaque())
    }

    deinit {
        unsafe SSL_CTX_free(pointer)
    }
}

/// Protocol names in the form they travel in: a length byte before each.
///
/// Safe: the bytes are written in `init`, live as long as the object, and OpenSSL points to the one it selects.
@safe private final class ALPNPreference: Sendable {
    // As above.
    nonisolated(unsafe) let wire: UnsafeMutableBufferPointer<UInt8>

    init(_ protocols: [String]) {
        let bytes = protocols.flatMap { [UInt8(truncatingIfNeeded: $0.utf8.count)] + Array($0.utf8) }
        unsafe wire = .allocate(capacity: bytes.count)
        _ = unsafe wire.initialize(from: bytes)
    }

    deinit {
        unsafe wire.deallocate()
    }
}

/// Called within a handshake once the client's names are known.
private func chooseCertificate(_ ssl: OpaquePointer?, _ argument: UnsafeMutableRawPointer?) -> Int32 {
    guard let ssl = unsafe ssl, let argument = unsafe argument else { return 0 }
    let identities = unsafe Unmanaged<ServerIdentities>.fromOpaque(argument).takeUnretainedValue()
    let name = unsafe SSL_get_servername(ssl, TLSEXT_NAMETYPE_host_name).map { unsafe String(cString: $0) }
    let identity = identities.identity(for: name)
    guard unsafe SSL_use_certificate(ssl, identity.certificate.pointer) == 1,
        unsafe SSL_use_PrivateKey(ssl, identity.key.pointer) == 1
    else { return 0 }
    unsafe localtenant_clear_chain(ssl)
    for certificate in identity.chain {
        guard unsafe localtenant_add_chain_certificate(ssl, certificate.pointer) == 1 else { return 0 }
    }
    return 1
}

/// Called within a handshake that offers protocols: ours in our order, the client's as sent.
private func chooseProtocol(
    _ ssl: OpaquePointer?, _ chosen: UnsafeMutablePointer<UnsafePointer<UInt8>?>?,
    _ chosenCount: UnsafeMutablePointer<UInt8>?, _ offered: UnsafePointer<UInt8>?, _ offeredCount: UInt32,
    _ argument: UnsafeMutableRawPointer?
) -> Int32 {
    guard let argument = unsafe argument, let offered = unsafe offered, let chosenCount = unsafe chosenCount else {
        return SSL_TLSEXT_ERR_NOACK
    }
    let preference = unsafe Unmanaged<ALPNPreference>.fromOpaque(argument).takeUnretainedValue()
    var selected: UnsafeMutablePointer<UInt8>?
    let outcome = unsafe SSL_select_next_proto(
        &selected, chosenCount, preference.wire.baseAddress, UInt32(preference.wire.count), offered, offeredCount)
    // A client that has none of ours is not to be guessed at (RFC 7301 section 3.2).
    guard outcome == OPENSSL_NPN_NEGOTIATED, let selected = unsafe selected else { return SSL_TLSEXT_ERR_ALERT_FATAL }
    unsafe chosen?.pointee = unsafe UnsafePointer(selected)
    return SSL_TLSEXT_ERR_OK
}
