import COpenSSL

/// The library behind this room.
package enum Cryptography {
    /// Has the library keep what it holds until the process is gone; to be called before all else of it is used.
    ///
    /// It would tear itself down as soon as the main thread ends (`atexit`), while another one may still be freeing
    /// keys: a clean end was a crash once in a while.
    package static func keepUntilTheEnd() {
        _ = OPENSSL_init_crypto(UInt64(OPENSSL_INIT_NO_ATEXIT), nil)
    }
}
