import CLinux

/// Where what a fatal signal calls runs on a thread of ours: the thread's own stack may be what is full.
enum SignalStack {
    /// As much as the main thread has (`crash.h`). Most of it takes no memory before it is used.
    private static let byteCount = 64 * 1024

    /// Calls `body` with such a stack for the thread that it is called on.
    static func with(_ body: () -> Void) {
        let stack = UnsafeMutableRawBufferPointer.allocate(byteCount: byteCount, alignment: 16)
        unsafe localtenant_set_signal_stack(stack.baseAddress, byteCount)
        body()
        localtenant_set_signal_stack(nil, 0)
        unsafe stack.deallocate()
    }
}
