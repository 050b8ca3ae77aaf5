package import Credentials
import Synchronization

/// The key that signs tokens, made when it is first needed: RSA keys take too long for the start, and for whoever
/// serves others meanwhile. Nobody waits for it here: who comes too early is told so, and asks again.
package final class TokenKeyStore: Sendable {
    private enum State {
        case absent, underway
        case made(SigningKey)
        /// Told to the next who asks; after that it is tried anew.
        case failed(CredentialError)
    }

    /// Who may have signed a token.
    package enum Verifier {
        /// No key of that name.
        case nobody
        case key(PublicKey)
        /// The key is not there yet.
        case notYet
    }

    private let state = Mutex(State.absent)
    /// Keys of somebody else whose tokens pass too.
    package let foreign: JSONWebKeySet
    private let run: @Sendable (_ job: @escaping @Sendable () -> Void) -> Void
    private let keep: @Sendable (_ make: () -> [UInt8]?) -> [UInt8]?

    /// - Parameters:
    ///   - run: where the key is read or made, which may take long; by default at once, on the caller's thread.
    ///   - keep: gives back the PEM text of the key that was kept, or has one made and keeps it; nil where neither can
    ///     be done, and the key ends with this run.
    package init(
        foreign: JSONWebKeySet = JSONWebKeySet(),
        run: @escaping @Sendable (_ job: @escaping @Sendable () -> Void) -> Void = { $0() },
        keep: @escaping @Sendable (_ make: () -> [UInt8]?) -> [UInt8]? = { _ in nil }
    ) {
        self.foreign = foreign
        self.run = run
        self.keep = keep
    }

    /// The key; nil while it is not there yet.
    package func key() throws(CredentialError) -> SigningKey? {
        let isFirst = state.withLock { state in
            guard case .absent = state else { return false }
            state = .underway
            return true
        }
        if isFirst { run { [self] in make() } }
        return try state.withLock { (state: inout sending State) throws(CredentialError) -> SigningKey? in
            switch state {
            case .made(let key): return key
            case .absent, .underway: return nil
            case .failed(let error):
                state = .absent
                throw error
            }
        }
    }

    private func make() {
        let made: State
        do throws(CredentialError) {
            let kept = keep({ try? SigningKey.make().pem }).flatMap { SigningKey(pem: $0) }
            if let kept { made = .made(kept) } else { made = .made(try SigningKey.make()) }
        } catch {
            made = .failed(error)
        }
        state.withLock { [made] in $0 = made }
    }

    /// How a tenant names the key: a token of one tenant names a key that no other has.
    package static func keyID(_ key: SigningKey, tenant: String) -> String {
        "\(key.id)-\(tenant)"
    }
}
