import CLinux
import Glibc

/// A command that runs as a child of this process, in its process group and with its standard streams, so that it reads
/// the terminal and gets what is typed there; signals that are sent to this process go on to it.
///
/// Made, run, and let go by one thread. Until it is let go signals wait: what is to be put in order behind the command
/// must not be cut short by the first that comes.
package struct Command: ~Copyable {
    /// How a command ended.
    package enum End: Equatable, Sendable {
        case exited(Int32)
        case signalled(Int32)
    }

    /// Those that are handed on, unless they were ignored when this process began, as `nohup` has it.
    private static let forwarded = [SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGUSR1, SIGUSR2]

    private let arguments: [String]
    private let awaited: sigset_t
    /// As this process got them; the child gets them, too.
    private let inheritedMask: sigset_t
    private let ignoresBrokenPipes: Bool
    private let descriptorLimit: UInt64

    /// Has signals wait from now on. To be made before there is a second thread, since threads inherit that.
    ///
    /// - Parameter arguments: the program, looked up in `PATH`, and its arguments; not empty.
    package init(_ arguments: [String]) {
        self.arguments = arguments
        ignoresBrokenPipes = localtenant_is_ignored(SIGPIPE) == 1
        descriptorLimit = localtenant_descriptor_limit()
        _ = signal(SIGPIPE, SIG_IGN)
        // Who ignores it is not told of the end of its children.
        _ = signal(SIGCHLD, SIG_DFL)
        var awaited = sigset_t()
        _ = unsafe sigemptyset(&awaited)
        for number in Command.forwarded where localtenant_is_ignored(number) == 0 {
            _ = unsafe sigaddset(&awaited, number)
        }
        _ = unsafe sigaddset(&awaited, SIGCHLD)
        var mask = sigset_t()
        _ = unsafe pthread_sigmask(SIG_BLOCK, &awaited, &mask)
        self.awaited = awaited
        inheritedMask = mask
    }

    /// From here on signals do to this process what they always do.
    package consuming func letGo() {}

    deinit {
        var mask = inheritedMask
        _ = unsafe pthread_sigmask(SIG_SETMASK, &mask, nil)
    }

    /// Runs it to its end.
    ///
    /// - Parameter environment: `NAME=value`, all there is.
    /// - Throws: when it cannot be started.
    package borrowing func run(environment: [String]) throws(CommandError) -> End {
        let child = try start(environment)
        var awaited = awaited
        while true {
            var info = unsafe siginfo_t()
            let number = unsafe sigwaitinfo(&awaited, &info)
            if number == SIGCHLD, let end = Command.reap(child) { return end }
            // What the kernel sends (Ctrl-C, the end of a terminal) the child gets from it, too.
            if number > 0, number != SIGCHLD, unsafe info.si_code <= 0 { _ = kill(child, number) }
        }
    }

    /// Waits until something else is done; `Command.wake` has it look. The first signal asks for what happens anyway, a
    /// second ends this process at once.
    package borrowing func wait(until isDone: () -> Bool) {
        var awaited = awaited
        var wasAsked = false
        while !isDone() {
            let number = unsafe sigwaitinfo(&awaited, nil)
            guard number > 0, number != SIGCHLD else { continue }
            if wasAsked { Command.endProcess(like: .signalled(number)) }
            wasAsked = true
        }
    }

    /// Has whoever waits look whether that is done; from any thread.
    package static func wake() {
        _ = kill(getpid(), SIGCHLD)
    }

    /// Ends this process as the command ended: with its status, or by its signal, so that a shell that runs scripts
    /// stops at Ctrl-C; with 128 and the signal's number where that does not end it (process 1 of a container).
    package static func endProcess(like end: End) -> Never {
        switch end {
        case .exited(let status): exit(status)
        case .signalled(let number):
            localtenant_disable_core_dumps()
            _ = signal(number, SIG_DFL)
            var alone = sigset_t()
            _ = unsafe sigemptyset(&alone)
            _ = unsafe sigaddset(&alone, number)
            _ = unsafe pthread_sigmask(SIG_UNBLOCK, &alone, nil)
            _ = raise(number)
            exit(128 + number)
        }
    }

    private func start(_ environment: [String]) throws(CommandError) -> pid_t {
        var attributes = posix_spawnattr_t()
        guard unsafe posix_spawnattr_init(&attributes) == 0 else { throw CommandError(arguments[0], code: ENOMEM) }
        defer { unsafe posix_spawnattr_destroy(&attributes) }
        var (mask, defaults) = (inheritedMask, sigset_t())
        _ = unsafe sigemptyset(&defaults)
        if !ignoresBrokenPipes { _ = unsafe sigaddset(&defaults, SIGPIPE) }
        unsafe posix_spawnattr_setsigmask(&attributes, &mask)
        unsafe posix_spawnattr_setsigdefault(&attributes, &defaults)
        unsafe posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))
        let ownLimit = localtenant_descriptor_limit()
        localtenant_set_descriptor_limit(descriptorLimit)
        defer { localtenant_set_descriptor_limit(ownLimit) }
        var child: pid_t = 0
        let program = arguments[0]
        let code = unsafe CStrings.with(arguments) { arguments in
            unsafe CStrings.with(environment) { environment in
                unsafe posix_spawnp(&child, program, nil, &attributes, arguments, environment)
            }
        }
        guard code == 0 else { throw CommandError(arguments[0], code: code) }
        return child
    }

    /// Takes note of children that have ended; as process 1 of a container there may be others than ours.
    private static func reap(_ child: pid_t) -> End? {
        while true {
            var status: Int32 = 0
            let ended = unsafe waitpid(-1, &status, WNOHANG)
            if ended == -1, errno == EINTR { continue }
            guard ended > 0 else { return nil }
            guard ended == child else { continue }
            let number = status & 0x7F
            return number == 0 ? .exited(status >> 8 & 0xFF) : .signalled(number)
        }
    }
}

/// Why a command cannot be started.
package struct CommandError: Error, Equatable, CustomStringConvertible {
    package let program: String
    package let code: Int32

    init(_ program: String, code: Int32) {
        self.program = program
        self.code = code
    }

    /// As shells have it: 127 for what is not there, 126 for what cannot be run.
    package var exitStatus: Int32 { code == ENOENT || code == ENOTDIR ? 127 : 126 }

    package var description: String {
        let reason = unsafe strerror(code).map { unsafe String(cString: $0) } ?? "error \(code)"
        switch code {
        case ENOENT, ENOTDIR: return "cannot run '\(program)': there is no such program, or its #! line names none"
        case ENOEXEC: return "cannot run '\(program)': it is no program; a script needs a #! line"
        default: return "cannot run '\(program)': \(reason)"
        }
    }
}
