import ArgumentParser
import Files
import Runtime

/// How the code of actions is run.
struct ActionOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Node.js to run actions with, 20 or later; repeatable: an action runs in the version of its runtime. "
                + "(default: node of the path)", valueName: "path"), completion: .file())
    var node: [String] = []
    @Option(
        help: ArgumentHelp(
            "Folder of the packages that actions require; nothing is ever installed.", valueName: "folder"),
        completion: .directory)
    var nodeModules: String?
    @Option(help: "Where actions may connect to: loopback, none, or all.")
    var actionsNetwork = RuntimeOptions.Network.loopback
    @Option(help: ArgumentHelp("What one execution may take.", valueName: "seconds"))
    var actionsTimeout = 20.0
    @Option(help: ArgumentHelp("What the heap of one execution may take, in megabytes.", valueName: "count"))
    var actionsMemory = 128

    enum CodingKeys: String, CodingKey, CaseIterable {
        case node, nodeModules, actionsNetwork, actionsTimeout, actionsMemory
    }

    func options() throws -> RuntimeOptions {
        var options = RuntimeOptions()
        options.nodes = node.map { AbsolutePath.of($0) }
        options.packagesFolder = nodeModules.map { AbsolutePath.of($0) }
        options.network = actionsNetwork
        options.timeout = Int64(try Bounds.milliseconds(actionsTimeout, "--actions-timeout"))
        options.heapMegabytes = try Bounds.within(16...4_096, actionsMemory, "--actions-memory")
        return options
    }
}

extension RuntimeOptions.Network: ExpressibleByArgument {}
