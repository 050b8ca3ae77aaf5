import Credentials
import Testing

@testable import Emulator

@Suite struct SpareKeyTests {
    /// Bounded, and busy only with giving way.
    private func areReady(_ keys: SpareKeys) async -> Bool {
        let deadline = ContinuousClock.now + .seconds(60)
        while !keys.areReady, ContinuousClock.now < deadline { await Task.yield() }
        return keys.areReady
    }

    @Test func `keys are made behind who asks, and made anew once they are taken`() async {
        let keys = SpareKeys(bits: 2_048, wanted: 2)
        #expect(!keys.areReady)
        #expect(await areReady(keys))
        let (first, second) = (keys.take(), keys.take())
        #expect(first != nil && second != nil && first?.publicPEM != second?.publicPEM)
        #expect(!keys.areReady)
        #expect(await areReady(keys))
    }

    @Test func `who finds none has one made at once`() {
        #expect(SpareKeys(bits: 2_048, wanted: 1).take() != nil)
    }
}
