import Files
import Glibc
import TestSupport
import Testing

@Suite struct SmallFileTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    private func names() throws -> [String] {
        let directory = try #require(opendir(folder.path))
        defer { closedir(directory) }
        var names: [String] = []
        while let entry = readdir(directory) {
            let name = withUnsafeBytes(of: entry.pointee.d_name) {
                String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names
    }

    @Test func `a file comes back as it was written, and nothing else is left`() throws {
        let path = "\(folder.path)/file"
        let long = (0..<40_000).map { UInt8(truncatingIfNeeded: $0) }
        for bytes in [[1, 2, 3], long, []] {
            try SmallFile.replace(path, with: bytes, mode: 0o600)
            #expect(try SmallFile.contents(path) == bytes)
        }
        #expect(try names() == ["file"])
    }

    @Test func `a file of a folder is in it, whatever links and names say`() throws {
        let inner = "\(folder.path)/inner"
        #expect(mkdir(inner, 0o700) == 0 && mkdir("\(inner)/sub", 0o700) == 0)
        for name in ["outer.js", "inner/a.js", "inner/sub/b.js"] {
            try SmallFile.replace("\(folder.path)/\(name)", with: [1], mode: 0o600)
        }
        #expect(symlink("../outer.js", "\(inner)/out.js") == 0 && symlink("sub/b.js", "\(inner)/in.js") == 0)
        #expect(mkfifo("\(inner)/pipe.js", 0o600) == 0)
        for name in ["a.js", "./a.js", "sub/b.js", "sub/../a.js", "in.js"] {
            #expect(Folder.file(name, in: inner) != nil, "\(name)")
        }
        #expect(
            Folder.file("\(inner)/sub/../a.js", in: inner) != nil && Folder.file("\(inner)/out.js", in: inner) == nil)
        #expect(Folder.file("\(folder.path)/outer.js", in: inner) == nil && Folder.file("/a.js", in: inner) == nil)
        for name in ["../outer.js", "out.js", "pipe.js", "sub", "", "..", "none.js", "a.js\u{0}.js", "../inner2"] {
            #expect(Folder.file(name, in: inner) == nil, "\(name)")
        }
    }

    @Test func `no file is nil, a file that is too long is an error`() throws {
        let path = "\(folder.path)/file"
        #expect(try SmallFile.contents(path) == nil)
        try SmallFile.replace(path, with: [1, 2, 3, 4], mode: 0o600)
        #expect(try SmallFile.contents(path, bytesMax: 4) == [1, 2, 3, 4])
        #expect(throws: FileError("read", path, code: EFBIG)) { try SmallFile.contents(path, bytesMax: 3) }
    }

    @Test func `what cannot be replaced says why and leaves nothing`() throws {
        let path = "\(folder.path)/none/file"
        #expect(throws: FileError("write", path, code: ENOENT)) { try SmallFile.replace(path, with: [1], mode: 0o600) }
        // A folder stands where the file should go.
        let taken = "\(folder.path)/taken"
        #expect(mkdir(taken, 0o700) == 0)
        let error = try #require(throws: FileError.self) { try SmallFile.replace(taken, with: [1], mode: 0o600) }
        #expect(error.description == "cannot write \(taken): Is a directory")
        #expect(try names() == ["taken"])
    }

    @Test func `all is written, however little is taken at a time, or it is said why not`() throws {
        let path = "\(folder.path)/file"
        let descriptor = open(path, O_WRONLY | O_CREAT, 0o600)
        let bytes = (0..<10_000).map { UInt8(truncatingIfNeeded: $0) }
        #expect(SmallFile.writeAll(bytes, to: descriptor, pieceBytes: 7) == 0 && close(descriptor) == 0)
        #expect(try SmallFile.contents(path) == bytes)
        let full = open("/dev/full", O_WRONLY)
        #expect(SmallFile.writeAll(bytes, to: full) == ENOSPC && close(full) == 0)
        #expect(SmallFile.writeAll(bytes, to: full) == EBADF && SmallFile.writeAll([], to: full) == 0)
    }

    @Test func `what a crash left beside the file is in nobody's way`() throws {
        let path = "\(folder.path)/file"
        let left = open("\(path).\(getpid())", O_WRONLY | O_CREAT, 0o644)
        #expect(left >= 0 && close(left) == 0)
        try SmallFile.replace(path, with: [7], mode: 0o600)
        var status = stat()
        #expect(stat(path, &status) == 0 && status.st_mode & 0o777 == 0o600)
    }

    @Test func `a link in the place of a key is replaced, and what it led to stays as it was`() throws {
        let (path, other) = ("\(folder.path)/key", "\(folder.path)/other")
        try SmallFile.replace(other, with: [1], mode: 0o644)
        // Also where the name lies in wait beside which the file is written.
        #expect(symlink("other", path) == 0 && symlink("other", "\(path).\(getpid())") == 0)
        try SmallFile.replace(path, with: [7], mode: 0o600)
        #expect(try SmallFile.contents(path) == [7] && SmallFile.contents(other) == [1])
        var status = stat()
        #expect(lstat(path, &status) == 0 && status.st_mode == S_IFREG | 0o600)
    }
}
