/* What a fatal signal writes to standard error before it ends the program as it would have anyway.
 *
 * Version, signal, and addresses relative to the images they are in: no registers and no memory are shown, since
 * that is where requests and secrets are. What can be prepared is; the handler formats numbers and writes. */
#ifndef LOCALTENANT_CLINUX_CRASH_H
#define LOCALTENANT_CLINUX_CRASH_H

#include <elf.h>
#include <execinfo.h>
#include <signal.h>
#include <stdint.h>
#include <string.h>
#include <unistd.h>

/* The beginning of the system's struct dl_phdr_info, which link.h shows only behind _GNU_SOURCE. */
struct localtenant_loaded_image {
    uintptr_t bias;
    const char *path;
    const Elf64_Phdr *segments;
    uint16_t segment_count;
};

extern int localtenant_each_image(
    int (*visit)(struct localtenant_loaded_image *, size_t, void *), void *data) __asm__("dl_iterate_phdr");

struct localtenant_crash {
    struct { uintptr_t bias, start, end; const char *name; } images[64];
    int image_count, is_dynamic;
    char version[64];
    /* The signal that is being reported; 0 before. */
    volatile sig_atomic_t reported;
    _Alignas(16) unsigned char stack[64 * 1024];
};

/* In a function, since Swift emits no variables of a header. */
static inline struct localtenant_crash *localtenant_crash(void) {
    static struct localtenant_crash crash;
    return &crash;
}

struct localtenant_line {
    char text[256];
    size_t length;
};

static inline void localtenant_add(struct localtenant_line *line, const char *text) {
    while (*text && line->length < sizeof line->text - 1) line->text[line->length++] = *text++;
}

static inline void localtenant_add_number(struct localtenant_line *line, uintptr_t number, unsigned base) {
    char digits[24];
    size_t start = sizeof digits - 1;
    digits[start] = 0;
    do digits[--start] = "0123456789abcdef"[number % base]; while ((number /= base) != 0);
    localtenant_add(line, digits + start);
}

static inline void localtenant_end_line(struct localtenant_line *line) {
    line->text[line->length++] = '\n';
    /* Nobody is left to tell that standard error is gone. */
    ssize_t ignored = write(2, line->text, line->length);
    (void)ignored;
    line->length = 0;
}

static inline int localtenant_note_image(struct localtenant_loaded_image *image, size_t size, void *data) {
    (void)size;
    struct localtenant_crash *crash = data;
    if (crash->image_count == 64) return 1;
    uintptr_t start = UINTPTR_MAX, end = 0;
    for (int i = 0; i < image->segment_count; i++) {
        const Elf64_Phdr *segment = &image->segments[i];
        if (segment->p_type == PT_INTERP) crash->is_dynamic = 1;
        if (segment->p_type != PT_LOAD) continue;
        uintptr_t first = image->bias + segment->p_vaddr;
        if (first < start) start = first;
        if (first + segment->p_memsz > end) end = first + segment->p_memsz;
    }
    const char *slash = strrchr(image->path, '/');
    const char *name = slash ? slash + 1 : image->path;
    int index = crash->image_count++;
    crash->images[index].bias = image->bias;
    crash->images[index].start = start;
    crash->images[index].end = end;
    /* The program itself has no path here. */
    crash->images[index].name = *name ? name : index == 0 ? "localtenant" : "?";
    return 0;
}

static inline void localtenant_add_address(struct localtenant_line *line, uintptr_t address) {
    const struct localtenant_crash *crash = localtenant_crash();
    for (int i = 0; i < crash->image_count; i++) {
        if (address < crash->images[i].start || address >= crash->images[i].end) continue;
        localtenant_add(line, crash->images[i].name);
        address -= crash->images[i].bias;
        break;
    }
    localtenant_add(line, "+0x");
    localtenant_add_number(line, address, 16);
}

static inline void localtenant_report_crash(int number) {
    struct localtenant_crash *crash = localtenant_crash();
    if (crash->reported) {
        /* The report itself failed or hangs, on a broken stack or a lock: end by the signal that came first. */
        sigset_t first;
        sigemptyset(&first);
        sigaddset(&first, crash->reported);
        sigprocmask(SIG_UNBLOCK, &first, NULL);
        raise(crash->reported);
        return;
    }
    crash->reported = number;
    signal(SIGALRM, localtenant_report_crash);
    alarm(2);
    struct localtenant_line line = {.length = 0};
    localtenant_add(&line, crash->version);
    localtenant_add(&line, " crashed: signal ");
    localtenant_add_number(&line, (uintptr_t)number, 10);
    localtenant_end_line(&line);
    void *frames[64];
    int count = backtrace(frames, 64);
    /* Without this function and the return from the signal. What is called returns behind its call. */
    for (int i = 2; i < count; i++) {
        localtenant_add(&line, "  ");
        localtenant_add_address(&line, (uintptr_t)frames[i] - (i > 2));
        localtenant_end_line(&line);
    }
    /* The default action is in force again. The signal waits for the end of this handler: a core shows the place. */
    raise(number);
}

/* Has what signals call run on a stack of its own, on this thread: the thread's may be what is full. NULL: no longer. */
static inline void localtenant_set_signal_stack(void *bytes, size_t size) {
    stack_t stack = {.ss_sp = bytes, .ss_size = size, .ss_flags = bytes ? 0 : SS_DISABLE};
    sigaltstack(&stack, NULL);
}

/* Has fatal signals reported from now on. The calling thread gets a stack for it; on another thread that has none
 * (SignalStack.swift) an overflow of the stack ends the program without a report. */
static inline void localtenant_report_crashes(const char *version) {
    struct localtenant_crash *crash = localtenant_crash();
    static const int numbers[] = {SIGILL, SIGTRAP, SIGSEGV, SIGABRT, SIGBUS, SIGFPE};
    strncpy(crash->version, version, sizeof crash->version - 1);
    localtenant_each_image(localtenant_note_image, crash);
    if (crash->is_dynamic) {
        /* The first call loads the unwinder. In a static program it sorts tables, which takes milliseconds: later. */
        void *frame[1];
        backtrace(frame, 1);
    }
    localtenant_set_signal_stack(crash->stack, sizeof crash->stack);
    struct sigaction action;
    memset(&action, 0, sizeof action);
    action.sa_handler = localtenant_report_crash;
    action.sa_flags = SA_ONSTACK | SA_RESETHAND;
    sigemptyset(&action.sa_mask);
    for (size_t i = 0; i < sizeof numbers / sizeof numbers[0]; i++) sigaction(numbers[i], &action, NULL);
}

#endif
