import Glibc

/// A child process with its output in a file: no pipe that another child could inherit and hold open.
struct ChildProcess {
    let id: pid_t

    struct Failure: Error {
        let code: Int32
    }

    /// - Parameters:
    ///   - command: program, found in `PATH`, and arguments.
    ///   - environment: added to this process's own.
    ///   - output: path of a file that gets standard output and standard error.
    init(_ command: [String], environment: [String: String] = [:], output: String) throws {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 1, output, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
        posix_spawn_file_actions_adddup2(&actions, 1, 2)
        let arguments = ["env"] + environment.map { "\($0)=\($1)" } + command
        var pointers = arguments.map { strdup($0) } + [nil]
        defer { for pointer in pointers { free(pointer) } }
        // The child gets none of our descriptors, whoever opened them.
        for descriptor in Int32(3)..<1_024 { _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC) }
        // Threads of a test block signals; no child of a shell's would have them blocked.
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var none = sigset_t()
        sigemptyset(&none)
        posix_spawnattr_setsigmask(&attributes, &none)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))
        var child: pid_t = 0
        let code = posix_spawnp(&child, "/usr/bin/env", &actions, &attributes, &pointers, environ)
        guard code == 0 else { throw Failure(code: code) }
        id = child
    }

    /// Waits for the end.
    ///
    /// - Returns: the exit status, or 128 and the signal's number.
    func wait() -> Int32 {
        var status: Int32 = 0
        while waitpid(id, &status, 0) < 0, errno == EINTR {}
        return status & 0x7F == 0 ? status >> 8 & 0xFF : 128 + status & 0x7F
    }

    /// True when it has ended, without waiting; it can still be waited for.
    var hasEnded: Bool {
        var info = siginfo_t()
        return waitid(P_PID, id_t(id), &info, WEXITED | WNOHANG | WNOWAIT) == 0 && info.si_signo != 0
    }
}
