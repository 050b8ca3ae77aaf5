import Dispatch
import Processes
import Synchronization
import Transport

/// A Node that is there, and how it is to be called.
struct NodeProgram: Equatable, Sendable {
    let path: String
    /// Such as `v22.20.0`.
    let version: String

    var major: Int { Int(version.dropFirst().prefix { $0 != "." }) ?? 0 }

    private var minor: Int { Int(version.split(separator: ".").dropFirst().first ?? "") ?? 0 }

    /// Arguments before the text: Node's own limits and its permission model, which knows nothing but the folder of
    /// packages.
    func arguments(_ options: RuntimeOptions) -> [String] {
        var arguments = ["--no-warnings", "--no-addons", "--max-old-space-size=\(options.heapMegabytes)"]
        // Named so since 22.13, and before then experimental.
        if major >= 20 {
            arguments.append((major, minor) >= (22, 13) ? "--permission" : "--experimental-permission")
            if let folder = options.packagesFolder { arguments.append("--allow-fs-read=\(folder)/*") }
        }
        return arguments
    }
}

/// The Nodes of a machine; looked for when the first is asked for, and by nobody who has to go on.
final class NodePrograms: Sendable {
    /// What is known of a Node that is wanted.
    enum Look: Equatable {
        /// To be asked again.
        case underWay
        case found(NodeProgram)
        /// There is none. Whoever asks again has it looked for again.
        case nothing
    }

    private enum State {
        case unknown, underWay
        case known([NodeProgram])
    }

    private let state = Mutex(State.unknown)
    private let paths: [String]

    /// - Parameter paths: empty: `node` of the path.
    init(_ paths: [String]) {
        self.paths = paths
    }

    /// The one that comes closest to what is asked for: its major version, or else the first there is.
    ///
    /// - Parameter major: of a runtime such as `node22`; nil: any.
    func look(_ major: Int?) -> Look {
        state.withLock { state in
            switch state {
            case .underWay: return .underWay
            case .unknown:
                state = .underWay
                // A queue of its own, since it blocks.
                DispatchQueue(label: "localtenant.node").async { [self] in find() }
                return .underWay
            case .known(let all):
                guard let program = all.first(where: { $0.major == major }) ?? all.first else {
                    state = .unknown
                    return .nothing
                }
                return .found(program)
            }
        }
    }

    private func find() {
        let places = paths.isEmpty ? ProcessEnvironment.program("node").map { [$0] } ?? [] : paths
        let programs = places.compactMap { place in
            NodePrograms.version(of: place).map { NodeProgram(path: place, version: $0) }
        }
        state.withLock { $0 = .known(programs) }
    }

    /// What it says of itself, asked once: what it takes differs by version.
    private static func version(of path: String) -> String? {
        let text = "require('fs').writeSync(3, process.version + '\\n')"
        guard var process = try? SupervisedProcess(path, ["-e", text], dataBytes: 0, bytesMax: 100) else { return nil }
        guard let line = try? process.line(until: Deadline(after: RuntimeOptions.startTime)) else { return nil }
        let version = String(decoding: line, as: UTF8.self)
        return version.hasPrefix("v") ? version : nil
    }
}
