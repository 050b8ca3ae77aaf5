import COpenSSL
package import Credentials

/// What a client of ours trusts.
///
/// Safe: the OpenSSL object is set up in `init` and afterwards only read and counted, which it does atomically.
@safe package final class TLSClientContext: Sendable {
    // As above.
    nonisolated(unsafe) let pointer: OpaquePointer

    /// - Parameters:
    ///   - trustedPEM: certificates of authorities.
    ///   - trustsSystem: those that the machine trusts, too, or `SSL_CERT_FILE` and `SSL_CERT_DIR` name; none beside.
    package init(trustedPEM: [UInt8], trustsSystem: Bool = false) throws(CredentialError) {
        let trusted = PEMText.certificates(trustedPEM)
        guard trustsSystem || !trusted.isEmpty else { throw CredentialError("it holds no certificate") }
        guard let pointer = unsafe SSL_CTX_new(TLS_client_method()) else { throw .current("setting up TLS") }
        unsafe self.pointer = pointer
        unsafe SSL_CTX_set_verify(pointer, SSL_VERIFY_PEER, nil)
        // Where there are none, nobody is trusted; that shows in the handshake.
        if trustsSystem { _ = unsafe SSL_CTX_set_default_verify_paths(pointer) }
        for certificate in trusted {
            guard unsafe X509_STORE_add_cert(SSL_CTX_get_cert_store(pointer), certificate.pointer) == 1 else {
                throw .current("setting up TLS")
            }
        }
    }

    deinit {
        unsafe SSL_CTX_free(pointer)
    }

    /// Has a connection ask for a host, and check that the certificate is the host's (RFC 9110 section 4.3.4).
    func expect(_ host: String, _ ssl: OpaquePointer) -> Bool {
        if unsafe X509_VERIFY_PARAM_set1_ip_asc(SSL_get0_param(ssl), host) == 1 { return true }
        // Names only: addresses are no server names (RFC 6066 section 3).
        return unsafe localtenant_set_host_name(ssl, host) == 1 && SSL_set1_host(ssl, host) == 1
    }
}
