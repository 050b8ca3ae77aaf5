import Dispatch
import Glibc
import Processes

/// SIGTERM, SIGINT and SIGHUP (a terminal is closed): the first asks the program to finish, a second ends it at once.
final class TerminationSignals {
    private let sources: [any DispatchSourceSignal]

    /// Returns once the signals are watched: Dispatch opens descriptors for that, and fails without a way to say so
    /// when clients have taken them all before.
    ///
    /// - Parameter finish: called once, on a queue of its own.
    init(_ finish: @escaping @Sendable () -> Void) {
        let queue = DispatchQueue(label: "localtenant.signals")
        let isFinishing = Once()
        let watched = DispatchSemaphore(value: 0)
        // Who was started to outlive the terminal, as by nohup, does.
        let numbers = [SIGTERM, SIGINT] + (ProcessSignals.isIgnored(SIGHUP) ? [] : [SIGHUP])
        sources = numbers.map { (number: Int32) in
            // The default action must go, or it would act before the source sees the signal.
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: queue)
            source.setEventHandler {
                guard isFinishing.set() else { exit(128 + number) }
                finish()
            }
            source.setRegistrationHandler { watched.signal() }
            source.resume()
            return source
        }
        for _ in sources { watched.wait() }
    }
}
