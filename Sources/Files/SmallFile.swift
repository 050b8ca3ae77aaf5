import Glibc

/// Files that are read and written whole.
package enum SmallFile {
    /// Whether there is something that can be read.
    package static func exists(_ path: String) -> Bool {
        unsafe access(path, R_OK) == 0
    }

    /// Whether there is something to read that does not end by itself: a pipe, a socket, a device.
    package static func isSpecial(_ path: String) -> Bool {
        var status = stat()
        guard unsafe stat(path, &status) == 0 else { return false }
        return status.st_mode & S_IFMT != S_IFREG && status.st_mode & S_IFMT != S_IFDIR
    }

    /// The bytes of a file; nil where there is none.
    ///
    /// - Parameter bytesMax: a longer file is not read.
    package static func contents(_ path: String, bytesMax: Int = 1024 * 1024) throws(FileError) -> [UInt8]? {
        let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            if errno == ENOENT { return nil }
            throw .current("read", path)
        }
        defer { _ = close(descriptor) }
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 16 * 1024)
        while true {
            let taken = unsafe read(descriptor, &chunk, chunk.count)
            guard taken >= 0 else { throw .current("read", path) }
            if taken == 0 { return bytes }
            bytes += chunk[..<taken]
            guard bytes.count <= bytesMax else { throw FileError("read", path, code: EFBIG) }
        }
    }

    /// Writes beside the path and renames, so that a reader sees all of it or nothing.
    ///
    /// - Parameter mode: who may do what with the file; the process's umask takes away from it.
    package static func replace(_ path: String, with bytes: [UInt8], mode: UInt32) throws(FileError) {
        let temporary = "\(path).\(getpid())"
        _ = unsafe unlink(temporary)  // What a process of this number left behind; its mode may be another.
        let descriptor = unsafe open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode)
        guard descriptor >= 0 else { throw .current("write", path) }
        let written = unsafe bytes.withUnsafeBytes { unsafe write(descriptor, $0.baseAddress, $0.count) }
        guard close(descriptor) == 0, written == bytes.count, unsafe rename(temporary, path) == 0 else {
            defer { _ = unsafe unlink(temporary) }
            throw .current("write", path)
        }
    }
}

/// What could not be done with a file, and why.
package struct FileError: Error, Equatable, CustomStringConvertible {
    package let operation: String
    package let path: String
    package let code: Int32

    package init(_ operation: String, _ path: String, code: Int32) {
        self.operation = operation
        self.path = path
        self.code = code
    }

    /// The failure of the call just made; `errno` must not have been touched since.
    package static func current(_ operation: String, _ path: String) -> FileError {
        FileError(operation, path, code: errno)
    }

    /// The system's words for it.
    package var reason: String {
        unsafe strerror(code).map { unsafe String(cString: $0) } ?? "error \(code)"
    }

    package var description: String { "cannot \(operation) \(path): \(reason)" }
}
