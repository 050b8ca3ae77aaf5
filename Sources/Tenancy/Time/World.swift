/// What rules need from the outside world; live values exist only in the composition root.
package struct World: Sendable {
    package let now: @Sendable () -> Instant
    /// A fresh version 4 id.
    package let newID: @Sendable () -> UniqueID

    package init(now: @escaping @Sendable () -> Instant, newID: @escaping @Sendable () -> UniqueID) {
        self.now = now
        self.newID = newID
    }
}
