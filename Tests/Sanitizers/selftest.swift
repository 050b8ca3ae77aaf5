// What the thread sanitizer must be silent about, and what it must report (`selftest race`).
import Dispatch
import Synchronization

final class Shared: Sendable {
    let guarded = Mutex<[Int]>([])
    nonisolated(unsafe) var bare = 0
}

@main struct SelfTest {
    static func main() {
        let isRacing = CommandLine.arguments.contains("race")
        let shared = Shared()
        let group = DispatchGroup()
        for name in ["one", "other"] {
            DispatchQueue(label: name).async(group: group) {
                for number in 0..<50_000 {
                    shared.guarded.withLock { $0.append(number) }
                    if isRacing { shared.bare += 1 }
                }
            }
        }
        group.wait()
        precondition(shared.guarded.withLock { $0.count } == 100_000, "a Mutex does not exclude")
    }
}
