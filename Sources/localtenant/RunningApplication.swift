import Emulator
import Glibc
import Synchronization

/// The application once it runs, for signals that may come before it does.
final class RunningApplication: Sendable {
    private struct State {
        var application: EmulatorApplication?
        var isFinishing = false
    }

    private let state = Mutex(State())

    /// Drains at once if `finish` was called before.
    func start(_ application: EmulatorApplication) {
        let isFinishing = state.withLock { state in
            state.application = application
            return state.isFinishing
        }
        if isFinishing { application.drain() }
    }

    func finish() {
        let application = state.withLock { state in
            state.isFinishing = true
            return state.application
        }
        application?.drain()
    }
}
