import COpenSSL

/// A private key, given back when its last owner goes.
///
/// Safe: OpenSSL counts references atomically, and nothing changes a key once it stands here.
@safe package final class PrivateKey: Sendable {
    // An OpenSSL object that is only read, hence fit for any thread.
    nonisolated(unsafe) package let pointer: OpaquePointer

    private init(owning pointer: OpaquePointer) {
        unsafe self.pointer = pointer
    }

    deinit {
        unsafe EVP_PKEY_free(pointer)
    }

    /// A new key on the curve P-256.
    package static func makeP256() throws(CredentialError) -> PrivateKey {
        guard let pointer = unsafe localtenant_new_p256_key() else { throw .current("making a key") }
        return unsafe PrivateKey(owning: unsafe pointer)
    }

    /// A new RSA key; one of 2,048 bits takes some tens of milliseconds.
    package static func makeRSA(bits: Int32 = 2_048) throws(CredentialError) -> PrivateKey {
        guard let pointer = unsafe localtenant_new_rsa_key(bits) else { throw .current("making an RSA key") }
        return unsafe PrivateKey(owning: unsafe pointer)
    }

    /// The first private key of a PEM text; nil where there is none, or one that needs a pass phrase.
    package convenience init?(pem text: [UInt8]) {
        defer { ERR_clear_error() }
        let found = unsafe PEMText.read(text) { bio in
            unsafe PEM_read_bio_PrivateKey(bio, nil, { _, _, _, _ in -1 }, nil)
        }
        guard let found = unsafe found else { return nil }
        unsafe self.init(owning: unsafe found)
    }

    /// Its public half as PEM text (RFC 5280, SubjectPublicKeyInfo).
    package var publicPEM: [UInt8] {
        unsafe PEMText.write { bio in unsafe PEM_write_bio_PUBKEY(bio, pointer) }
    }

    /// The key as unencrypted PEM text (PKCS #8).
    package var pem: [UInt8] {
        unsafe PEMText.write { bio in
            unsafe PEM_write_bio_PKCS8PrivateKey(bio, pointer, nil, nil, 0, nil, nil)
        }
    }
}
