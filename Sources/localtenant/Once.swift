import Synchronization

/// Something that happens once.
final class Once: Sendable {
    private let happened = Atomic<Bool>(false)

    /// True for the first caller only.
    func set() -> Bool {
        !happened.exchange(true, ordering: .acquiringAndReleasing)
    }

    var isSet: Bool { happened.load(ordering: .acquiring) }
}
