import Files
import Glibc

/// What the process takes of memory.
enum ProcessMemory {
    /// The second number of `/proc/self/statm`, in pages; 0 where there is none.
    static var residentBytes: Int {
        guard let text = try? SmallFile.contents("/proc/self/statm") else { return 0 }
        let numbers = text.split(separator: 0x20).map { Int(String(decoding: $0, as: UTF8.self)) }
        return numbers.count > 1 ? (numbers[1] ?? 0) * sysconf(Int32(_SC_PAGESIZE)) : 0
    }
}
