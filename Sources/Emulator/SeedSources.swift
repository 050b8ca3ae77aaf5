import Files

/// The files and folders that a seed was read from, and in which state they were.
struct SeedSources: Equatable, Sendable {
    /// Nil for what was not there.
    var files: [String: FileStamp?] = [:]
    /// The names in a folder, as far as they matter; nil for what is no folder.
    var folders: [String: [String]?] = [:]

    /// Is filled in while seeds are read.
    final class Record {
        var sources = SeedSources()
        /// What there is to say of seeds that were taken, a line each.
        var notes: [String] = []
    }

    /// The same places as they are now.
    func now() -> SeedSources {
        var now = self
        for path in files.keys { now.files[path] = .some(FileStamp(path)) }
        for path in folders.keys {
            // A folder that cannot be read is another than before.
            now.folders[path] = .some((try? Folder.names(path))?.filter(SeedFiles.matters).sorted())
        }
        return now
    }

    /// These, and of other places those.
    func merging(_ others: SeedSources) -> SeedSources {
        SeedSources(
            files: files.merging(others.files) { mine, _ in mine },
            folders: folders.merging(others.folders) { mine, _ in mine })
    }

    /// Where something happens when one of them changes: the folders, those that they and the files are in, by their
    /// names and through links, and for what is gone the nearest folder that is there.
    var foldersToWatch: Set<String> {
        var watched: Set<String> = []
        for path in [String](files.keys) + folders.keys {
            watched.insert(SeedSources.nearestFolder(Folder.parent(path)))
            if let resolved = Folder.resolved(path) { watched.insert(Folder.parent(resolved)) }
            if folders[path] != nil, Folder.isThere(path) { watched.insert(path) }
        }
        return watched
    }

    private static func nearestFolder(_ path: String) -> String {
        var path = path
        while !Folder.isThere(path), path != "/", path != "." { path = Folder.parent(path) }
        return path
    }
}
