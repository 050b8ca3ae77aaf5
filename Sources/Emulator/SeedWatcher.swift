import Dispatch
import Files
import Synchronization

/// Has seeds read again when what they are made of has changed and then rested for a moment.
///
/// The system tells that something happened near the files; whether it matters is seen by looking at them. So it is all
/// one how an editor writes, and what else lies beside. States: resting; looking, every `restMilliseconds`, until what
/// was read is what is there.
final class SeedWatcher: Sendable {
    private struct State: ~Copyable {
        var watch: FolderWatch
        /// As they were read last, taken or not.
        var read: SeedSources
        /// As they were at the last look, while they change.
        var seen: SeedSources?
        var isLooking = false
    }

    private let state: Mutex<State>
    private let queue = DispatchQueue(label: "localtenant.seeds")
    private let reload: @Sendable (SeedSources) -> SeedSources
    private let report: @Sendable (FileError) -> Void
    /// Long enough for an editor to finish, short enough not to be noticed.
    private static let restMilliseconds = 40

    /// - Parameters:
    ///   - sources: as they were read.
    ///   - reload: gets the sources as they are and reads again; says what is to be watched from then on, as it was
    ///     read. Called on a queue of the watcher's.
    ///   - report: gets what keeps it from watching later on.
    init(
        _ sources: SeedSources, reload: @escaping @Sendable (SeedSources) -> SeedSources,
        report: @escaping @Sendable (FileError) -> Void
    ) throws(FileError) {
        var watch = try FolderWatch()
        try SeedWatcher.follow(sources, &watch)
        let descriptor = watch.descriptor
        state = Mutex(State(watch: watch, read: sources))
        self.reload = reload
        self.report = report
        let source = DispatchSource.makeReadSource(fileDescriptor: descriptor, queue: queue)
        source.setEventHandler { [self] in
            // Never cancelled: it holds itself and the watcher as long as the program runs.
            withExtendedLifetime(source) { state.withLock { $0.watch.drain() } }
            lookSoon()
        }
        source.resume()
        // What changed since it was read, before it was watched.
        lookSoon()
    }

    private func lookSoon() {
        let isFirst = state.withLock { state in
            defer { state.isLooking = true }
            return !state.isLooking
        }
        guard isFirst else { return }
        queue.asyncAfter(deadline: .now() + .milliseconds(SeedWatcher.restMilliseconds)) { [self] in look() }
    }

    private func look() {
        let (isAtRest, changed) = state.withLock { state -> (Bool, SeedSources?) in
            state.isLooking = false
            // First, so that what changes after the look is told.
            follow(state.read, &state.watch)
            let now = state.read.now()
            defer { state.seen = now }
            return (now == state.read, now == state.seen ? now : nil)
        }
        if isAtRest { return }
        if let changed {
            let read = reload(changed)
            state.withLock { $0.read = read }
        }
        lookSoon()
    }

    private func follow(_ sources: SeedSources, _ watch: inout FolderWatch) {
        do throws(FileError) {
            try SeedWatcher.follow(sources, &watch)
        } catch {
            report(error)
        }
    }

    /// Folders may come and go meanwhile, so it looks again until there are no others.
    private static func follow(_ sources: SeedSources, _ watch: inout FolderWatch) throws(FileError) {
        var watched: Set<String> = []
        for _ in 0..<10 {
            let folders = sources.foldersToWatch
            if folders == watched { return }
            try watch.watch(folders)
            watched = folders
        }
    }
}
