import Foundation
import Synchronization
import Tenancy
import TestSupport
import Testing

/// Clients that are at one tenant at once see what they could have seen one after the other.
extension Programs {
    @Suite(.serialized) struct LinearizabilityTests {
        private static let clients = 5
        private static let calls = 8

        /// What clients know of each other's things; ids that others have deleted stay here.
        private struct Known {
            var modules: [(id: UniqueID, version: UniqueID)] = []
            var actions: [UniqueID] = []
        }

        @Test func `histories of concurrent clients can be put in an order that the model accepts`() throws {
            let program = try RunningProgram(["--log-level", "warning"])
            var overlaps = 0
            for seed in 1...60 as ClosedRange<UInt64> {
                let events = try history(seed, program.port)
                overlaps +=
                    events.filter { one in
                        events.contains { $0.client != one.client && $0.start < one.end && one.start < $0.end }
                    }.count
                var model = ReferenceModel()
                model.limits = ["modules": 100, "versions": 50, "modules-per-action": 3, "actions-per-trigger": 20]
                var checker = LinearizabilityChecker(events)
                let isLinearizable = checker.isLinearizable(from: model)
                try #require(isLinearizable, "seed \(seed)\n\(checker.story)")
            }
            // Without calls at the same time there is nothing to see.
            #expect(overlaps > 300)
        }

        /// Some things made one after the other, then all clients at once.
        private func history(_ seed: UInt64, _ port: UInt16) throws -> [HistoryEvent] {
            let clock = HistoryClock()
            let known = Mutex(Known())
            let events = Mutex<[HistoryEvent]>([])
            let failures = Mutex<[String]>([])
            let first = HistoryClient(port: port, tenant: "history-\(seed)", client: 0, clock: clock)
            var random = SeededGenerator(seed: seed)
            for step in [Self.creation("m0", publishes: true), Self.creation("m1", publishes: false)] {
                Self.note(try first.take(step), known, events)
            }
            Self.note(try first.take(Self.action("a0", known, &random)), known, events)
            let group = DispatchGroup()
            for number in 1...Self.clients {
                group.enter()
                Thread.detachNewThread {
                    defer { group.leave() }
                    let client = HistoryClient(port: port, tenant: first.tenant, client: number, clock: clock)
                    var random = SeededGenerator(seed: seed &* 100 &+ UInt64(number))
                    do {
                        for _ in 0..<Self.calls {
                            Self.note(try client.take(Self.step(known, &random)), known, events)
                        }
                    } catch {
                        failures.withLock { $0.append("\(error)") }
                    }
                }
            }
            group.wait()
            try #require(failures.withLock { $0 } == [])
            return events.withLock { $0 }
        }

        private static func note(
            _ event: HistoryEvent, _ known: borrowing Mutex<Known>, _ events: borrowing Mutex<[HistoryEvent]>
        ) {
            events.withLock { $0.append(event) }
            guard !event.answer.hasPrefix("refused") else { return }
            known.withLock { known in
                switch event.step {
                case .createModule: known.modules.append((event.ids[0], event.ids[1]))
                case .createAction: known.actions.append(event.ids[0])
                default: break
                }
            }
        }

        private static func creation(_ name: String, publishes: Bool) -> ModelStep {
            .createModule(name: name, ModuleDraft(code: "c0"), publishes: publishes)
        }

        private static func action(
            _ name: String, _ known: borrowing Mutex<Known>, _ random: inout SeededGenerator
        ) -> ModelStep {
            var patch = ActionPatch()
            patch.name = name
            patch.code = "c0"
            patch.trigger = TriggerReference(id: "post-login", version: "v3")
            let module = known.withLock { $0.modules }.randomElement(using: &random)
            patch.modules = module.map { [.init(moduleID: ModuleID($0.id), versionID: ModuleVersionID($0.version))] }
            return .createAction(patch, deploys: Bool.random(using: &random))
        }

        private static func step(_ known: borrowing Mutex<Known>, _ random: inout SeededGenerator) -> ModelStep {
            let (modules, actions) = known.withLock { ($0.modules.map(\.id), $0.actions) }
            let module = modules.randomElement(using: &random) ?? UniqueID.version4(high: 0, low: 0)
            let action = actions.randomElement(using: &random) ?? UniqueID.version4(high: 0, low: 0)
            let code = SourceCode("c\(Int.random(in: 1..<4, using: &random))\n\"\u{E9}\"")
            let page = PageRequest(index: 0, size: 50)
            switch Int.random(in: 0..<22, using: &random) {
            case 0...2:
                let name = "m\(Int.random(in: 0..<4, using: &random))"
                return creation(name, publishes: Bool.random(using: &random))
            case 3...4: return .readModule(module)
            case 5...6: return .patchModule(module, ModulePatch(code: code))
            case 7...9: return .publishModule(module)
            case 10: return .deleteModule(module)
            case 11: return .listModules(page)
            case 12...13: return Self.action("a\(Int.random(in: 0..<2, using: &random))", known, &random)
            case 14: return .readAction(action)
            case 15...16: return .deployAction(action)
            case 17:
                var patch = ActionPatch()
                patch.code = code
                return .patchAction(action, patch)
            case 18: return .deleteAction(action, force: Bool.random(using: &random))
            case 19...20:
                let names = ["a0", "a1"].shuffled(using: &random).prefix(Int.random(in: 0..<3, using: &random))
                let bindings = names.map { NewBinding(action: .actionName($0), displayName: nil) }
                return .replaceBindings("post-login", bindings)
            default: return .listBindings("post-login", page)
            }
        }
    }
}

/// The checker itself: what it must accept, and what it must not.
@Suite struct LinearizabilityCheckerTests {
    private let module = UniqueID.version4(high: 7, low: 1)
    private let other = UniqueID.version4(high: 7, low: 2)
    private let version = UniqueID.version4(high: 7, low: 3)

    private func event(_ client: Int, _ step: ModelStep, _ answer: String, _ start: Int, _ end: Int) -> HistoryEvent {
        let id: UniqueID =
            if case .publishModule = step {
                UniqueID.version4(high: 8, low: UInt64(end))
            } else {
                client == 1 ? module : other
            }
        return HistoryEvent(client: client, step: step, ids: [id, version], answer: answer, start: start, end: end)
    }

    private var creation: ModelStep { .createModule(name: "m", ModuleDraft(code: "c0"), publishes: false) }

    private func accepts(_ events: [HistoryEvent]) -> Bool {
        var checker = LinearizabilityChecker(events)
        return checker.isLinearizable(from: ReferenceModel())
    }

    @Test func `a history one after the other is accepted, and none at all`() {
        #expect(accepts([]))
        #expect(
            accepts([
                event(1, creation, "module m c0 0 false 0", 1, 2),
                event(1, .publishModule(module), "version 1 c0", 3, 4),
                event(1, .readModule(module), "module m c0 1 true 0", 5, 6),
            ]))
    }

    @Test func `calls at the same time may take effect in either order`() {
        for answer in ["module m c0 0 false 0", "module m c1 0 false 0"] {
            #expect(
                accepts([
                    event(1, creation, "module m c0 0 false 0", 1, 2),
                    event(1, .patchModule(module, ModulePatch(code: "c1")), "module m c1 0 false 0", 3, 6),
                    event(2, .readModule(module), answer, 4, 5),
                ]))
        }
    }

    @Test func `two that create the same name do not both succeed`() {
        let second = event(2, creation, "module m c0 0 false 0", 1, 4)
        #expect(!accepts([event(1, creation, "module m c0 0 false 0", 2, 3), second]))
    }

    @Test func `what was written before is read after`() {
        let events = [
            event(1, creation, "module m c0 0 false 0", 1, 2),
            event(1, .patchModule(module, ModulePatch(code: "c1")), "module m c1 0 false 0", 3, 4),
            event(2, .readModule(module), "module m c0 0 false 0", 5, 6),
        ]
        #expect(!accepts(events))
        var checker = LinearizabilityChecker(events)
        let isLinearizable = checker.isLinearizable(from: ReferenceModel())
        #expect(!isLinearizable && checker.story.contains("? client 2 [5, 6]"))
    }

    @Test func `what one has read another does not unread`() {
        #expect(
            !accepts([
                event(1, creation, "module m c0 0 false 0", 1, 2),
                event(1, .patchModule(module, ModulePatch(code: "c1")), "module m c1 0 false 0", 3, 10),
                event(2, .readModule(module), "module m c1 0 false 0", 4, 5),
                event(3, .readModule(module), "module m c0 0 false 0", 6, 7),
            ]))
    }

    @Test func `no version number is given twice`() {
        #expect(
            !accepts([
                event(1, creation, "module m c0 0 false 0", 1, 2),
                event(1, .publishModule(module), "version 1 c0", 3, 6),
                event(2, .publishModule(module), "version 1 c0", 4, 5),
            ]))
    }
}
