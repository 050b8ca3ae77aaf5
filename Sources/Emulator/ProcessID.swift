import Glibc

/// This process, for logs and the ready file.
enum ProcessID {
    static var current: Int32 { getpid() }
}
