import Glibc

/// `fuzz NAME [options of libFuzzer] [corpus…]`: gives one reader of foreign bytes whatever libFuzzer thinks of.
@main struct Fuzz {
    /// Looks at one input, and traps where a promise is broken.
    typealias Target = @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt

    static let targets: [(name: String, run: Target)] = [
        ("json", { JSONTarget.run(bytes($0, $1)) }),
        ("http1", { HTTP1Target.run(bytes($0, $1)) }),
        ("http2", { HTTP2Target.run(bytes($0, $1)) }),
        ("target", { RequestTarget.run(bytes($0, $1)) }),
        ("token", { TokenTarget.run(bytes($0, $1)) }),
        ("seed", { SeedTarget.run(bytes($0, $1)) }),
        ("yaml", { YAMLTarget.run(bytes($0, $1)) }),
        ("pattern", { PatternTarget.run(bytes($0, $1)) }),
        ("fault", { FaultTarget.run(bytes($0, $1)) }),
        ("query", { QueryTarget.run(bytes($0, $1)) }),
    ]

    static func main() {
        guard CommandLine.argc > 1, let target = targets.first(where: { $0.name == CommandLine.arguments[1] }) else {
            print("usage: fuzz \(targets.map(\.name).joined(separator: "|")) [libFuzzer's options] [corpus…]")
            return
        }
        // libFuzzer's options begin behind the name.
        var count = CommandLine.argc - 1
        var arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = CommandLine.unsafeArgv + 1
        exit(runDriver(&count, &arguments, target.run))
    }

    static func bytes(_ start: UnsafePointer<UInt8>?, _ count: Int) -> [UInt8] {
        Array(UnsafeBufferPointer(start: start, count: count))
    }
}

/// libFuzzer's loop as a library (LLVM: "Using libFuzzer as a library").
@_silgen_name("LLVMFuzzerRunDriver")
private func runDriver(
    _ count: UnsafeMutablePointer<CInt>,
    _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?>, _ target: Fuzz.Target
) -> CInt
