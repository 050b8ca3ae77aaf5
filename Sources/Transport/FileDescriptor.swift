import Glibc

/// An open descriptor with one owner, closed when the owner goes.
package struct FileDescriptor: ~Copyable {
    package let rawValue: Int32

    package init(owning rawValue: Int32) {
        self.rawValue = rawValue
    }

    /// Gives the descriptor away without closing it.
    consuming func release() -> Int32 {
        let raw = rawValue
        discard self
        return raw
    }

    deinit {
        _ = close(rawValue)
    }
}
