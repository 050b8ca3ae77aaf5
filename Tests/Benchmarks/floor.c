// The floor: what an HTTP/1.1 answer costs on this machine when nothing is done to earn it.
//
// One thread, one level-triggered epoll set, keep-alive and pipelining. It finds the end of each head, reads
// Content-Length, skips the body and sends the same 201 every time; everything above this is the price of real work.
// It follows the same rules as the server under test, so that only the work differs: one recv, every complete request
// in it, one send; no reading from a peer that does not take its answers; idle connections own no buffers.
//
// Usage: floor [PORT]    PORT 0 or none picks a free port; the port is printed on standard output.

#define _GNU_SOURCE
#include <arpa/inet.h>
#include <errno.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

enum {
    HEAD_BYTES_MAX = 16 * 1024,
    RECEIVE_BYTES = 128 * 1024,
    ANSWER_COPIES = 64,
    EVENTS_PER_WAIT = 256,
};

static const char body[] =
    "{\"id\":\"0b4c8a52-6d1e-4f7a-9c35-2e8f1d7a6b90\",\"name\":\"floor-000000001\",\"code\":\""
    "const { format } = require(\\\"date-fns\\\");\\n/** Shared by the login and signup actions. */\\n"
    "exports.stamp = (event) => {\\n  const who = event.user && event.user.email || \\\"anonymous\\\";\\n"
    "  console.log(\\\"seen \\\" + who + \\\" at \\\" + format(new Date(), \\\"yyyy-MM-dd\\\"));\\n"
    "  return { who, at: Date.now() };\\n};\\n// ------------------\","
    "\"dependencies\":[{\"name\":\"date-fns\",\"version\":\"3.6.0\"}],"
    "\"secrets\":[{\"name\":\"API_KEY\",\"updated_at\":\"2026-01-01T00:00:00.000Z\"}],"
    "\"all_changes_published\":false,\"actions_using_module_total\":0,"
    "\"created_at\":\"2026-01-01T00:00:00.000Z\",\"updated_at\":\"2026-01-01T00:00:00.000Z\"}";

typedef struct {
    int descriptor;
    bool waiting_to_send;
    size_t body_bytes_left;  // of the request being skipped; its answer is due when this reaches 0
    bool inside_body;
    size_t answer_bytes_owed;  // the output is one answer repeated, so a count is the whole output buffer
    char *partial_head;        // the start of a head whose end has not arrived; NULL otherwise
    size_t partial_head_bytes;
} connection;

static int poller;
static char answers[ANSWER_COPIES * 2048];  // one answer, ANSWER_COPIES times
static size_t answer_bytes;
static char received[HEAD_BYTES_MAX + RECEIVE_BYTES];  // shared: a loop reads one connection at a time

static _Noreturn void fail(const char *operation) {
    perror(operation);
    exit(1);
}

static void prepare_answers(void) {
    char head[512];
    int head_bytes = snprintf(head, sizeof head,
                              "HTTP/1.1 201 Created\r\n"
                              "date: Thu, 01 Jan 2026 00:00:00 GMT\r\n"
                              "content-type: application/json; charset=utf-8\r\n"
                              "content-length: %zu\r\n"
                              "cache-control: no-cache\r\n"
                              "x-ratelimit-limit: 50\r\n"
                              "x-ratelimit-remaining: 49\r\n"
                              "x-ratelimit-reset: 1767225600\r\n"
                              "\r\n",
                              sizeof body - 1);
    answer_bytes = (size_t)head_bytes + sizeof body - 1;
    if (answer_bytes * ANSWER_COPIES > sizeof answers) {
        fprintf(stderr, "floor: the answer is larger than its buffer\n");
        exit(1);
    }
    for (size_t copy = 0; copy < ANSWER_COPIES; copy++) {
        char *place = answers + copy * answer_bytes;
        memcpy(place, head, (size_t)head_bytes);
        memcpy(place + head_bytes, body, sizeof body - 1);
    }
}

// Closing removes the descriptor from the epoll set. One wait reports a descriptor at most once and a connection
// closes only itself, so no later event of the same batch can point at freed memory.
static void drop(connection *peer) {
    close(peer->descriptor);
    free(peer->partial_head);
    free(peer);
}

static void watch(connection *peer, uint32_t events) {
    struct epoll_event event = {.events = events, .data.ptr = peer};
    if (epoll_ctl(poller, EPOLL_CTL_MOD, peer->descriptor, &event) != 0) fail("epoll_ctl");
}

// The body length a head announces, or -1 for a head we cannot frame (a broken number, chunked coding).
static long content_length(const char *head, const char *end) {
    static const char length_name[] = "content-length:", coding_name[] = "transfer-encoding:";
    long length = 0;
    for (const char *line = head; line < end;) {
        const char *newline = memchr(line, '\n', (size_t)(end - line));
        size_t line_bytes = (size_t)((newline ? newline : end) - line);
        if (line_bytes >= sizeof length_name && strncasecmp(line, length_name, sizeof length_name - 1) == 0) {
            const char *digits = line + sizeof length_name - 1;
            while (*digits == ' ') digits++;
            if (*digits < '0' || *digits > '9') return -1;  // strtol would run on over the line's end
            char *rest;
            length = strtol(digits, &rest, 10);
            if (length > (1L << 30) || *rest != '\r') return -1;
        } else if (line_bytes >= sizeof coding_name && strncasecmp(line, coding_name, sizeof coding_name - 1) == 0) {
            return -1;
        }
        if (newline == NULL) break;
        line = newline + 1;
    }
    return length;
}

// Takes every complete request out of the bytes and keeps the start of an incomplete one; false: cannot be framed.
static bool consume(connection *peer, const char *bytes, size_t count) {
    while (count > 0) {
        if (peer->inside_body) {
            size_t taken = count < peer->body_bytes_left ? count : peer->body_bytes_left;
            bytes += taken;
            count -= taken;
            peer->body_bytes_left -= taken;
        } else {
            const char *end = memmem(bytes, count, "\r\n\r\n", 4);
            if (end == NULL) break;
            end += 4;
            long length = content_length(bytes, end);
            if (length < 0) return false;
            count -= (size_t)(end - bytes);
            bytes = end;
            peer->inside_body = true;
            peer->body_bytes_left = (size_t)length;
        }
        if (peer->inside_body && peer->body_bytes_left == 0) {
            peer->inside_body = false;
            peer->answer_bytes_owed += answer_bytes;
        }
    }
    if (count > HEAD_BYTES_MAX) return false;
    char *kept = NULL;
    if (count > 0) {
        kept = malloc(count);
        if (kept == NULL) return false;
        memcpy(kept, bytes, count);
    }
    free(peer->partial_head);
    peer->partial_head = kept;
    peer->partial_head_bytes = count;
    return true;
}

// Sends what is owed; after EAGAIN the connection waits for room and is not read. False: the peer is gone.
static bool flush_answers(connection *peer) {
    while (peer->answer_bytes_owed > 0) {
        size_t offset = (answer_bytes - peer->answer_bytes_owed % answer_bytes) % answer_bytes;
        size_t ready = ANSWER_COPIES * answer_bytes - offset;
        if (ready > peer->answer_bytes_owed) ready = peer->answer_bytes_owed;
        ssize_t sent = send(peer->descriptor, answers + offset, ready, MSG_NOSIGNAL);
        if (sent >= 0) {
            peer->answer_bytes_owed -= (size_t)sent;
        } else if (errno == EAGAIN) {
            if (!peer->waiting_to_send) watch(peer, EPOLLOUT);
            peer->waiting_to_send = true;
            return true;
        } else if (errno != EINTR) {
            return false;
        }
    }
    if (peer->waiting_to_send) watch(peer, EPOLLIN);
    peer->waiting_to_send = false;
    return true;
}

static bool receive(connection *peer) {
    size_t kept = peer->partial_head_bytes;
    if (kept > 0) memcpy(received, peer->partial_head, kept);
    ssize_t count = recv(peer->descriptor, received + kept, RECEIVE_BYTES, 0);
    if (count < 0) return errno == EAGAIN || errno == EINTR;
    if (count == 0) return false;
    return consume(peer, received, kept + (size_t)count) && flush_answers(peer);
}

static void accept_all(int listener) {
    for (;;) {
        int descriptor = accept4(listener, NULL, NULL, SOCK_NONBLOCK | SOCK_CLOEXEC);
        if (descriptor < 0) {
            if (errno == EINTR || errno == ECONNABORTED) continue;
            if (errno == EAGAIN) return;
            fail("accept");  // out of descriptors: a figure taken from here on would be wrong
        }
        int on = 1;
        setsockopt(descriptor, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
        connection *peer = calloc(1, sizeof *peer);
        if (peer == NULL) fail("calloc");
        peer->descriptor = descriptor;
        struct epoll_event event = {.events = EPOLLIN, .data.ptr = peer};
        if (epoll_ctl(poller, EPOLL_CTL_ADD, descriptor, &event) != 0) fail("epoll_ctl");
    }
}

static int listen_on(unsigned short port) {
    int listener = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    if (listener < 0) fail("socket");
    int on = 1;
    setsockopt(listener, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
    struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons(port)};
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t address_bytes = sizeof address;
    if (bind(listener, (struct sockaddr *)&address, address_bytes) != 0) fail("bind");
    if (listen(listener, SOMAXCONN) != 0) fail("listen");
    if (getsockname(listener, (struct sockaddr *)&address, &address_bytes) != 0) fail("getsockname");
    printf("%d\n", ntohs(address.sin_port));
    fflush(stdout);
    return listener;
}

int main(int count, char **arguments) {
    char *rest = "";
    long port = count > 1 ? strtol(arguments[1], &rest, 10) : 0;
    if (count > 2 || *rest != '\0' || port < 0 || port > 65535) {
        fprintf(stderr, "usage: floor [PORT]\n");
        return 2;
    }
    prepare_answers();
    poller = epoll_create1(EPOLL_CLOEXEC);
    if (poller < 0) fail("epoll_create1");
    int listener = listen_on((unsigned short)port);
    struct epoll_event listening = {.events = EPOLLIN, .data.ptr = NULL};  // NULL marks the listener
    if (epoll_ctl(poller, EPOLL_CTL_ADD, listener, &listening) != 0) fail("epoll_ctl");

    struct epoll_event events[EVENTS_PER_WAIT];
    for (;;) {
        int ready = epoll_wait(poller, events, EVENTS_PER_WAIT, -1);
        if (ready < 0 && errno != EINTR) fail("epoll_wait");
        for (int index = 0; index < ready; index++) {
            connection *peer = events[index].data.ptr;
            if (peer == NULL) {
                accept_all(listener);
            } else if (!(peer->waiting_to_send ? flush_answers(peer) : receive(peer))) {
                drop(peer);
            }
        }
    }
}
