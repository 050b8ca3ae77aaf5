import COpenSSL
import Synchronization

/// The keys that session tickets are sealed with (RFC 5077 section 4, RFC 8446 section 4.6.1).
///
/// Whoever learns one can read what was recorded of the sessions behind its tickets. Hence none seals for longer than
/// a ticket is good for, and after as long again, in which it still opens them, it is forgotten. Tickets of a key that
/// is forgotten cost their clients a whole handshake, and nothing else.
final class TicketKeys: Sendable {
    struct Key: Sendable {
        let name: [UInt8]
        let cipherKey: [UInt8]
        let authenticationKey: [UInt8]

        /// Nil where the system has no randomness to give.
        init?() {
            var bytes = [UInt8](repeating: 0, count: Key.nameBytes + 64)
            guard unsafe RAND_bytes(&bytes, Int32(bytes.count)) == 1 else { return nil }
            name = Array(bytes.prefix(Key.nameBytes))
            cipherKey = Array(bytes[Key.nameBytes...].prefix(32))
            authenticationKey = Array(bytes.suffix(32))
        }

        /// As OpenSSL has them.
        static let nameBytes = 16
    }

    private struct Keys {
        var current: Key?
        var previous: Key?
        var madeAt: Int64
    }

    private let keys = Mutex(Keys(madeAt: 0))
    private let now: @Sendable () -> Int64
    /// For so long OpenSSL takes a ticket, unless it is told otherwise.
    static let periodSeconds: Int64 = 2 * 60 * 60

    /// - Parameter now: seconds since 1970.
    init(now: @escaping @Sendable () -> Int64) {
        self.now = now
    }

    /// To seal a ticket with; nil where the system has no randomness to give.
    var current: Key? { keys.withLock { renewed(&$0).current } }

    /// To open one with that names its key; nil: that key is not ours, or no more.
    func key(named name: UnsafeBufferPointer<UInt8>) -> (key: Key, isCurrent: Bool)? {
        keys.withLock { keys in
            let known = renewed(&keys)
            if let key = known.current, unsafe key.name.elementsEqual(name) { return (key, true) }
            if let key = known.previous, unsafe key.name.elementsEqual(name) { return (key, false) }
            return nil
        }
    }

    private func renewed(_ keys: inout Keys) -> Keys {
        let now = now()
        let periods = (now - keys.madeAt) / TicketKeys.periodSeconds
        // Also where the clock was set back.
        guard keys.current == nil || periods >= 1 || now < keys.madeAt else { return keys }
        keys = Keys(current: Key(), previous: periods <= 1 ? keys.current : nil, madeAt: now)
        return keys
    }

    /// Has tickets of a server sealed with these keys, which must live as long as it does.
    func serve(_ context: OpaquePointer) -> Bool {
        unsafe SSL_CTX_set_ex_data(context, TicketKeys.slot, Unmanaged.passUnretained(self).toOpaque()) == 1
            && SSL_CTX_set_tlsext_ticket_key_evp_cb(context, useTicketKey) == 1
    }

    /// Where an application keeps what is its own.
    fileprivate static let slot: Int32 = 0
}

/// Called within a handshake, to seal a ticket or to open one.
///
/// - Returns: 1: go on; 2: go on, and give the client a new one; 0: there is no such key; below: it failed.
private func useTicketKey(
    _ ssl: OpaquePointer?, _ name: UnsafeMutablePointer<UInt8>?, _ vector: UnsafeMutablePointer<UInt8>?,
    _ cipher: OpaquePointer?, _ authentication: OpaquePointer?, _ seals: Int32
) -> Int32 {
    guard let name = unsafe name, let vector = unsafe vector,
        let held = unsafe SSL_CTX_get_ex_data(SSL_get_SSL_CTX(ssl), TicketKeys.slot)
    else { return -1 }
    let keys = unsafe Unmanaged<TicketKeys>.fromOpaque(held).takeUnretainedValue()
    func use(_ key: TicketKeys.Key) -> Bool {
        unsafe localtenant_use_ticket_keys(cipher, authentication, key.cipherKey, key.authenticationKey, vector, seals)
            == 1
    }
    let nameBuffer = unsafe UnsafeMutableBufferPointer(start: name, count: TicketKeys.Key.nameBytes)
    if seals == 1 {
        guard let key = keys.current, unsafe RAND_bytes(vector, EVP_CIPHER_get_iv_length(EVP_aes_256_cbc())) == 1 else {
            return -1
        }
        _ = unsafe nameBuffer.update(from: key.name)
        return use(key) ? 1 : -1
    }
    guard let (key, isCurrent) = unsafe keys.key(named: UnsafeBufferPointer(nameBuffer)) else { return 0 }
    guard use(key) else { return -1 }
    return isCurrent ? 1 : 2
}
