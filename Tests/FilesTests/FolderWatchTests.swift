import Files
import Glibc
import TestSupport
import Testing

@Suite struct FolderWatchTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    private final class Watcher {
        private var watch: FolderWatch

        init() throws {
            watch = try FolderWatch()
        }

        func follow(_ folders: Set<String>) throws {
            try watch.watch(folders)
            watch.drain()
        }

        /// What the kernel tells of is there when the call that did it returns.
        func isTold() -> Bool {
            var entry = pollfd(fd: watch.descriptor, events: Int16(POLLIN), revents: 0)
            defer { watch.drain() }
            return poll(&entry, 1, 0) == 1
        }
    }

    private func write(_ name: String) throws {
        try SmallFile.replace("\(folder.path)/\(name)", with: [1], mode: 0o600)
    }

    @Test func `changes in watched folders are told, and only there`() throws {
        let watch = try Watcher()
        #expect(mkdir("\(folder.path)/a", 0o700) == 0 && mkdir("\(folder.path)/b", 0o700) == 0)
        try watch.follow(["\(folder.path)/a", "\(folder.path)/none"])
        #expect(!watch.isTold())
        try write("b/x")
        #expect(!watch.isTold())
        try write("a/x")
        #expect(watch.isTold() && !watch.isTold())
        try watch.follow(["\(folder.path)/b"])
        try write("a/y")
        #expect(!watch.isTold())
        #expect(unlink("\(folder.path)/b/x") == 0)
        #expect(watch.isTold())
    }

    @Test func `a write is told when the file is closed`() throws {
        let watch = try Watcher()
        try write("log")
        try watch.follow([folder.path])
        let log = open("\(folder.path)/log", O_WRONLY | O_APPEND | O_CLOEXEC)
        #expect(Glibc.write(log, "x", 1) == 1)
        #expect(!watch.isTold())
        #expect(close(log) == 0)
        #expect(watch.isTold())
    }

    @Test func `a folder that comes back can be watched again`() throws {
        let watch = try Watcher()
        let path = "\(folder.path)/a"
        #expect(mkdir(path, 0o700) == 0)
        try watch.follow([path])
        #expect(rmdir(path) == 0)
        #expect(watch.isTold() && mkdir(path, 0o700) == 0)
        try watch.follow([path])
        try write("a/x")
        #expect(watch.isTold())
    }

    @Test func `a stamp is another after each change`() throws {
        let path = "\(folder.path)/file"
        #expect(FileStamp(path) == nil)
        try write("file")
        let first = try #require(FileStamp(path))
        #expect(FileStamp(path) == first)
        try SmallFile.replace(path, with: [1, 2], mode: 0o600)
        #expect(FileStamp(path) != first)
    }

    @Test(arguments: [
        ("a", "."), ("a/b", "a"), ("/a", "/"), ("/a/b/", "/a"), ("/", "/"), ("a/", "."), ("./a", "."), ("a/b/c", "a/b"),
    ])
    func `a path is in the folder that its text says`(path: String, parent: String) {
        #expect(Folder.parent(path) == parent)
    }
}
