import Glibc

/// Tells that something in folders has changed, not what: files come, go, are replaced, or were written to
/// and closed (inotify).
package struct FolderWatch: ~Copyable {
    /// Readable once something has changed; closed with the watch.
    package let descriptor: Int32
    private var watched: [String: Int32] = [:]
    /// Not each write, but its end: a log that lies beside would tell with every line.
    private static let events =
        IN_CREATE | IN_DELETE | IN_DELETE_SELF | IN_CLOSE_WRITE | IN_ATTRIB | IN_MOVED_FROM | IN_MOVED_TO | IN_MOVE_SELF

    /// Watches nothing yet.
    package init() throws(FileError) {
        let descriptor = inotify_init1(Int32(IN_NONBLOCK) | Int32(IN_CLOEXEC))
        guard descriptor >= 0 else { throw .current("watch", "files") }
        self.descriptor = descriptor
    }

    deinit {
        _ = close(descriptor)
    }

    /// Watches these folders and no others; those that are not there are passed over.
    ///
    /// What changes between the call and the one before shows only if its folder was watched then.
    package mutating func watch(_ folders: Set<String>) throws(FileError) {
        var watching: [String: Int32] = [:]
        for folder in folders {
            let number = unsafe inotify_add_watch(
                descriptor, folder, UInt32(FolderWatch.events) | UInt32(IN_ONLYDIR))
            if number >= 0 {
                watching[folder] = number
            } else if errno != ENOENT, errno != ENOTDIR {
                throw .current("watch", folder)
            }
        }
        // Of one folder by two names there is one number.
        for number in Set(watched.values).subtracting(watching.values) { _ = inotify_rm_watch(descriptor, number) }
        watched = watching
    }

    /// Takes note of all changes up to now; the descriptor is readable again after the next.
    package func drain() {
        var buffer = [UInt8](repeating: 0, count: 16 * 1024)
        while unsafe read(descriptor, &buffer, buffer.count) > 0 {}
    }
}
