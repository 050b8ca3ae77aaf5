import HTTPCore
import JSON

extension DeliveryFault.Dribble {
    static let countMax = 1_000

    /// - Parameter value: WireMock's `{"numberOfChunks":5,"totalDuration":1000}`, the duration in milliseconds.
    init(_ value: JSONValue) throws(FaultError) {
        guard let count = value["numberOfChunks"]?.number?.int, (1...Self.countMax).contains(count),
            let duration = value["totalDuration"]?.number?.int, (0...Delay.max).contains(duration)
        else {
            throw FaultError(
                "chunkedDribbleDelay must be an object of numberOfChunks (1 to \(Self.countMax)) and totalDuration "
                    + "(milliseconds, 0 to \(Delay.max))")
        }
        let known: Set = ["numberOfChunks", "totalDuration"]
        if let members = value.members, let stranger = members.first(where: { !known.contains($0.key) }) {
            throw FaultError("chunkedDribbleDelay has no \(stranger.key)")
        }
        self.init(count: count, duration: Int64(duration))
    }
}
