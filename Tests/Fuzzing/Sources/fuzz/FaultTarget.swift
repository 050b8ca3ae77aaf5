import Faults
import HTTPCore
import JSON
import Tenancy

/// A fault is understood or refused, and hits or does not.
enum FaultTarget {
    static func run(_ bytes: [UInt8]) -> CInt {
        guard let document = try? JSONParser.parse(bytes),
            let rule = try? FaultRule(document, id: UniqueID(high: 1, low: 1))
        else { return 0 }
        let faults = Faults()
        _ = faults.add(rule, to: "t")
        var request = HTTPRequest()
        request.setTarget(Array("/api/v2/actions/modules".utf8).span)
        let hit = faults.hit(on: request, of: "t")
        precondition((0...20_000).contains(hit?.delivery?.delay ?? 0), "a delay knows no bound")
        return 0
    }
}
