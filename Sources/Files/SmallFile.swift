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
    /// - Parameters:
    ///   - mode: who may do what with the file; the process's umask takes away from it.
    ///   - isLasting: it is on the disk before it takes the name, so that a power cut leaves the old file or the new
    ///     one, and not an empty one. Costs a wait for the disk.
    package static func replace(
        _ path: String, with bytes: [UInt8], mode: UInt32, isLasting: Bool = true
    ) throws(FileError) {
        let temporary = "\(path).\(getpid())"
        _ = unsafe unlink(temporary)  // What a process of this number left behind; its mode may be another.
        let descriptor = unsafe open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode)
        guard descriptor >= 0 else { throw .current("write", path) }
        // What is said is why the first of these failed, whatever those after it do.
        var code = writeAll(bytes, to: descriptor)
        if code == 0, isLasting, fsync(descriptor) != 0 { code = errno }
        if close(descriptor) != 0, code == 0 { code = errno }
        if code == 0, unsafe rename(temporary, path) != 0 { code = errno }
        guard code == 0 else {
            _ = unsafe unlink(temporary)
            throw FileError("write", path, code: code)
        }
    }

    /// Writes in pieces until all is written: the system takes up to 2 GiB at a time, and less where a signal comes.
    ///
    /// - Returns: 0, or the number of the error.
    package static func writeAll(_ bytes: [UInt8], to descriptor: Int32, pieceBytes: Int = 1 << 30) -> Int32 {
        var written = 0
        while written < bytes.count {
            let count = min(pieceBytes, bytes.count - written)
            let taken = unsafe bytes.withUnsafeBytes {
                unsafe write(descriptor, $0.baseAddress?.advanced(by: written), count)
            }
            if taken < 0, errno == EINTR { continue }
            // A regular file takes something or says why not.
            guard taken > 0 else { return taken < 0 ? errno : ENOSPC }
            written += taken
        }
        return 0
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
