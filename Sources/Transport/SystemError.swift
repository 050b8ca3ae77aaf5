import Glibc

/// A system call that failed: which one, and why.
package struct SystemError: Error, Equatable, CustomStringConvertible {
    package let operation: String
    package let code: Int32

    package init(_ operation: String, code: Int32) {
        self.operation = operation
        self.code = code
    }

    /// The failure of the call just made; `errno` must not have been touched since.
    static func current(_ operation: String) -> SystemError {
        SystemError(operation, code: errno)
    }

    package var isAddressInUse: Bool { code == EADDRINUSE }
    package var isPermission: Bool { code == EACCES || code == EPERM }
    package var isTimeout: Bool { code == ETIMEDOUT }
    package var isAddressUnavailable: Bool { code == EADDRNOTAVAIL }

    package var description: String {
        guard let text = unsafe strerror(code) else { return "\(operation): error \(code)" }
        return unsafe "\(operation): \(String(cString: text))"
    }
}
