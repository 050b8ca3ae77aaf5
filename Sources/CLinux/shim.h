/* What the Glibc module does not show to Swift: epoll, eventfd, and calls behind _GNU_SOURCE. */
#ifndef LOCALTENANT_CLINUX_H
#define LOCALTENANT_CLINUX_H

#include <malloc.h>
#include <signal.h>
#include <stdint.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/random.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

/* accept4 needs _GNU_SOURCE, which a Clang module may not get; declared here with its documented prototype. */
extern int accept4(int descriptor, struct sockaddr *address, socklen_t *length, int flags);

/* glibc types the resource argument as an enum in C++ only; a plain int keeps Swift callers simple. */
static inline int localtenant_raise_descriptor_limit(uint64_t *limit) {
    struct rlimit value;
    if (getrlimit(RLIMIT_NOFILE, &value) != 0) return -1;
    value.rlim_cur = value.rlim_max;
    if (setrlimit(RLIMIT_NOFILE, &value) != 0) return -1;
    *limit = (uint64_t)value.rlim_cur;
    return 0;
}

/* The limit in force, for a child that is to get what this process got; 0 where it cannot be told. */
static inline uint64_t localtenant_descriptor_limit(void) {
    struct rlimit value;
    return getrlimit(RLIMIT_NOFILE, &value) == 0 ? (uint64_t)value.rlim_cur : 0;
}

static inline void localtenant_set_descriptor_limit(uint64_t limit) {
    struct rlimit value;
    if (getrlimit(RLIMIT_NOFILE, &value) != 0) return;
    value.rlim_cur = limit;
    setrlimit(RLIMIT_NOFILE, &value);
}

static inline void localtenant_disable_core_dumps(void) {
    struct rlimit none = {0, 0};
    setrlimit(RLIMIT_CORE, &none);
}

/* The handler is in a union, whose name differs between systems. */
static inline int localtenant_is_ignored(int number) {
    struct sigaction action;
    return sigaction(number, NULL, &action) == 0 && action.sa_handler == SIG_IGN;
}

/* The processors this process may run on; sched.h shows the call and its set only behind _GNU_SOURCE. */
extern int sched_getaffinity(int process, size_t size, void *set);

static inline int localtenant_core_count(void) {
    unsigned char set[128] = {0};
    int count = 0;
    if (sched_getaffinity(0, sizeof set, set) < 0) return 1;
    for (size_t i = 0; i < sizeof set; i++) count += __builtin_popcount(set[i]);
    return count > 0 ? count : 1;
}

/* One arena that grows a megabyte at a time: glibc extends the arenas of other threads page by page, with a system call
 * for each, and an event loop stores something with most requests. */
static inline void localtenant_prepare_allocator(void) {
    mallopt(M_ARENA_MAX, 1);
    mallopt(M_TOP_PAD, 1024 * 1024);
}

/* Pages of the heap that hold nothing, also those between others. */
static inline void localtenant_give_back_memory(void) {
    malloc_trim(1024 * 1024);
}

#endif
