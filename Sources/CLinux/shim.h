/* What the Glibc module does not show to Swift: epoll, eventfd, and calls behind _GNU_SOURCE. */
#ifndef LOCALTENANT_CLINUX_H
#define LOCALTENANT_CLINUX_H

#include <stdint.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
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

#endif
