import Synchronization

/// Something that happens once.
final class Once: Sendable {
    private let isSet = Atomic<Bool>(false)

    /// True for the first caller only.
    func set() -> Bool {
        !isSet.exchange(true, ordering: .relaxed)
    }
}
