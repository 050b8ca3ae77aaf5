import Testing

@testable import Runtime

/// Looking for Node, and how it is called.
@Suite struct NodeProgramTests {
    /// Asks again until it is known.
    private func found(_ programs: NodePrograms) -> NodePrograms.Look {
        let deadline = ContinuousClock.now + .seconds(10)
        var look = programs.look(22)
        while look == .underWay, ContinuousClock.now < deadline { look = programs.look(22) }
        return look
    }

    @Test func `who asks waits for no program, and what is none is looked for again`() {
        // It never answers; whoever waited for it would wait for as long.
        #expect(NodePrograms(["/bin/cat"]).look(nil) == .underWay)
        let programs = NodePrograms(["/nowhere/node"])
        for _ in 1...2 {
            #expect(programs.look(nil) == .underWay)
            #expect(found(programs) == .nothing)
        }
    }

    @Test(arguments: [
        ("v20.20.2", "--experimental-permission"), ("v22.12.0", "--experimental-permission"),
        ("v22.13.0", "--permission"), ("v24.1.0", "--permission"),
    ])
    func `the permission model is called as the version has it`(version: String, flag: String) {
        var options = RuntimeOptions()
        options.packagesFolder = "/p"
        let arguments = NodeProgram(path: "node", version: version).arguments(options)
        #expect(arguments.contains(flag) && arguments.contains("--allow-fs-read=/p/*"))
    }
}
