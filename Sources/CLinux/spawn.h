/* Starting a program that may not outlive us, nor have more than it is given. */
#ifndef LOCALTENANT_CLINUX_SPAWN_H
#define LOCALTENANT_CLINUX_SPAWN_H

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdint.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

/* Both need _GNU_SOURCE, which a Clang module may not get; declared here with their documented prototypes. */
extern pid_t vfork(void);
extern long syscall(long number, ...);

/* What the child does between its making and its program: nothing that allocates or locks, since it runs in our memory.
 * The kernel kills it when the thread that made it ends, and so when this process does, however it ends. */
static inline int localtenant_become(
    const char *program, char *const arguments[], char *const environment[], int channel, pid_t parent,
    uint64_t data_bytes, int niceness) {
    struct rlimit data = {data_bytes, data_bytes}, none = {0, 0};
    struct sigaction usual = {0};
    sigset_t empty;
    usual.sa_handler = SIG_DFL;
    for (int number = 1; number < 65; number++) sigaction(number, &usual, NULL);
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (getppid() != parent) return ESRCH;
    setsid();
    setrlimit(RLIMIT_CORE, &none);
    if (data_bytes > 0 && setrlimit(RLIMIT_DATA, &data) != 0) return errno;
    setpriority(PRIO_PROCESS, 0, niceness);
    int nothing = open("/dev/null", O_RDWR);
    if (nothing < 0) return errno;
    /* Above those that it becomes. */
    channel = fcntl(channel, F_DUPFD, 4);
    nothing = fcntl(nothing, F_DUPFD, 4);
    for (int standard = 0; standard < 3; standard++) dup2(nothing, standard);
    dup2(channel, 3);
    syscall(SYS_close_range, 4u, ~0u, 0u);
    if (chdir("/") != 0) return errno;
    sigemptyset(&empty);
    sigprocmask(SIG_SETMASK, &empty, NULL);
    execve(program, arguments, environment);
    return errno;
}

/* The child's number, or the error's below 0. Descriptor 3 of the child is `channel`, 0 to 2 are /dev/null, and there are
 * no others. */
static inline pid_t localtenant_spawn(
    const char *program, char *const arguments[], char *const environment[], int channel, uint64_t data_bytes,
    int niceness) {
    volatile int failure = 0;
    sigset_t all, before;
    pid_t parent = getpid();
    sigfillset(&all);
    /* A handler would run in the child, on our memory. */
    sigprocmask(SIG_SETMASK, &all, &before);
    pid_t child = vfork();
    if (child == 0) {
        failure = localtenant_become(program, arguments, environment, channel, parent, data_bytes, niceness);
        _exit(127);
    }
    if (child < 0) failure = errno;
    else if (failure != 0) waitpid(child, NULL, 0);
    sigprocmask(SIG_SETMASK, &before, NULL);
    return failure == 0 ? child : -failure;
}

/* A descriptor that can be read once the child has ended (pidfd_open(2), Linux 5.3); below 0 where there is none. */
static inline int localtenant_watch_process(pid_t child) { return (int)syscall(434, child, 0); }

#endif
