import Credentials
import Dispatch
import Synchronization

/// RSA keys in stock, made where nobody waits for them: making one takes too long for whoever holds a tenant.
final class SpareKeys: Sendable {
    private struct Stock {
        var keys: [PrivateKey] = []
        var isBeingFilled = false
        /// Making one failed; whoever takes one next is told so.
        var hasFailed = false
    }

    private let stock = Mutex(Stock())
    private let bits: Int32
    private let wanted: Int
    private let queue = DispatchQueue(label: "localtenant.spare-keys")

    /// - Parameter wanted: what one operation takes.
    init(bits: Int32, wanted: Int) {
        self.bits = bits
        self.wanted = wanted
    }

    /// Whether enough are there; where not, they are being made.
    var areReady: Bool {
        let (ready, mustFill) = stock.withLock { stock in
            if stock.keys.count >= wanted || stock.hasFailed { return (true, false) }
            defer { stock.isBeingFilled = true }
            return (false, !stock.isBeingFilled)
        }
        if mustFill { queue.async { [self] in fill() } }
        return ready
    }

    /// One of them, or one made now, which takes long, where others were faster; nil where it cannot be made.
    func take() -> PrivateKey? {
        let spare = stock.withLock { stock in
            stock.hasFailed = false
            return stock.keys.popLast()
        }
        return spare ?? (try? PrivateKey.makeRSA(bits: bits))
    }

    private func fill() {
        while stock.withLock({ $0.isBeingFilled }) {
            let key = try? PrivateKey.makeRSA(bits: bits)
            stock.withLock { stock in
                if let key { stock.keys.append(key) } else { stock.hasFailed = true }
                stock.isBeingFilled = key != nil && stock.keys.count < wanted
            }
        }
    }
}
