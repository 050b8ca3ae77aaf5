/// Archives of `tar`, read once more.
package enum Tape {
    package struct Failure: Error {}

    /// The files of an archive by their paths (IEEE Std 1003.1, pax, "ustar Interchange Format").
    package static func files(_ archive: [UInt8]) throws -> [String: [UInt8]] {
        var (files, position) = ([String: [UInt8]](), 0)
        while position + 512 <= archive.count, archive[position] != 0 {
            func text(_ offset: Int, _ count: Int) -> String {
                String(decoding: archive[(position + offset)...].prefix(count).prefix { $0 != 0 }, as: UTF8.self)
            }
            guard let size = Int(text(124, 12), radix: 8) else { throw Failure() }
            let folder = text(345, 155)
            let path = folder.isEmpty ? text(0, 100) : folder + "/" + text(0, 100)
            if text(156, 1) == "0" { files[path] = Array(archive[(position + 512)...].prefix(size)) }
            position += 512 + (size + 511) / 512 * 512
        }
        return files
    }
}
