import Routing
import Ground
package import HTTPCore
package import JSON
package import Tenancy

/// Requests that are to fail, and how.
package struct FaultRule: Sendable {
    /// What becomes of a request instead of its answer.
    package struct Effect: Equatable, Sendable {
        /// From 400 to 599; nil: the request is answered as ever.
        package let status: HTTPStatus?
        /// In place of the service's own words.
        package let message: String?
        package let errorCode: String?
        /// Seconds, for `Retry-After`.
        package let retryAfter: Int?
        /// How long the answer is held back.
        package let delay: Delay?
        /// How it never arrives.
        package let breakage: DeliveryFault.Breakage?
        /// How slowly its content comes.
        package let dribble: DeliveryFault.Dribble?
    }

    /// What becomes of one request.
    package struct Hit: Sendable {
        package let effect: Effect
        /// What goes wrong with the answer on its way.
        package let delivery: DeliveryFault?
    }

    package let id: UniqueID
    /// As it was set.
    package let definition: JSONValue
    /// Nil: any.
    package let method: String?
    /// Path with `{name}` for one segment; nil: any.
    package let pathTemplate: String?
    /// Stands in what the client says of itself, in `User-Agent` or `Auth0-Client`; nil: any.
    package let client: String?
    private let clientNeedle: ByteNeedle?
    /// How many more requests it is for; nil: no end.
    package internal(set) var remaining: Int?
    /// Of a request that fits to be hit, from 0 to 1.
    package let probability: Double
    package let effect: Effect
    /// Requests hit so far.
    package internal(set) var hits = 0
    /// Decides about probability: the same seed decides the same.
    private var random: SplitMix64
    private let template: PathTemplate?

    /// - Throws: for what is not understood, in words.
    package init(_ object: JSONValue, id: UniqueID) throws(FaultError) {
        let known: Set = [
            "method", "urlPathTemplate", "times", "probability", "seed", "status", "message", "errorCode",
            "retryAfterSeconds", "delayMilliseconds", "chunkedDribbleDelay", "break", "client",
        ]
        guard let members = object.members else { throw FaultError("a fault must be a JSON object") }
        for member in members where !known.contains(member.key) {
            throw FaultError("a fault has no \(member.key); it has \(known.sorted().joined(separator: ", "))")
        }
        self.id = id
        definition = object
        method = try FaultRule.text(object, "method")?.uppercased()
        pathTemplate = try FaultRule.text(object, "urlPathTemplate")
        client = try FaultRule.text(object, "client")
        clientNeedle = client.map(ByteNeedle.init)
        template = pathTemplate.map(PathTemplate.init)
        remaining = try FaultRule.integer(object, "times", 1...1_000_000)
        let seed = try FaultRule.integer(object, "seed", 0...Int.max) ?? 1
        random = SplitMix64(seed: UInt64(seed))
        probability = object["probability"]?.number.flatMap { Double($0.text) } ?? 1
        guard object["probability"].map({ $0.number != nil }) ?? true, (0...1).contains(probability) else {
            throw FaultError("probability must be a number from 0 to 1")
        }
        let status = try FaultRule.integer(object, "status", 400...599)
        let delay = try object["delayMilliseconds"].map { (value) throws(FaultError) in try Delay(value) }
        let breakage = try FaultRule.breakage(object)
        let dribble = try object["chunkedDribbleDelay"].map { (value) throws(FaultError) in
            try DeliveryFault.Dribble(value)
        }
        guard status != nil || delay != nil || breakage != nil || dribble != nil else {
            throw FaultError("a fault needs a status, a delayMilliseconds, a chunkedDribbleDelay or a break")
        }
        guard breakage == nil || dribble == nil else {
            throw FaultError("an answer that breaks has no chunkedDribbleDelay")
        }
        effect = Effect(
            status: status.map { HTTPStatus($0) }, message: try FaultRule.text(object, "message"),
            errorCode: try FaultRule.text(object, "errorCode"),
            retryAfter: try FaultRule.integer(object, "retryAfterSeconds", 0...86_400), delay: delay,
            breakage: breakage, dribble: dribble)
    }

    private static func breakage(_ object: JSONValue) throws(FaultError) -> DeliveryFault.Breakage? {
        guard let name = try text(object, "break") else { return nil }
        guard let breakage = DeliveryFault.Breakage(rawValue: name) else {
            let names = DeliveryFault.Breakage.allCases.map(\.rawValue).joined(separator: ", ")
            throw FaultError("break must be one of: \(names)")
        }
        return breakage
    }

    private static func text(_ object: JSONValue, _ name: JSONKey) throws(FaultError) -> String? {
        guard let value = object[name] else { return nil }
        guard let text = value.string else { throw FaultError("\(name.text) must be a string") }
        return text
    }

    private static func integer(
        _ object: JSONValue, _ name: JSONKey, _ range: ClosedRange<Int>
    ) throws(FaultError) -> Int? {
        guard let value = object[name] else { return nil }
        guard let integer = value.number?.int, range.contains(integer) else {
            throw FaultError("\(name.text) must be a whole number from \(range.lowerBound) to \(range.upperBound)")
        }
        return integer
    }

    /// What becomes of a request, which counts; nil: nothing.
    mutating func take(_ request: HTTPRequest) -> Hit? {
        guard remaining != 0, method == nil || method == request.method.rawValue, template?.fits(request.path) ?? true,
            clientNeedle.map({ FaultRule.isFrom($0, request.fields) }) ?? true
        else { return nil }
        guard probability == 1 || random.chance() < probability else { return nil }
        if let remaining { self.remaining = remaining - 1 }
        hits += 1
        guard effect.delay != nil || effect.breakage != nil || effect.dribble != nil else {
            return Hit(effect: effect, delivery: nil)
        }
        let delay = effect.delay?.sample { random.chance() } ?? 0
        return Hit(
            effect: effect,
            delivery: DeliveryFault(delay: delay, breakage: effect.breakage, dribble: effect.dribble))
    }

    private static func isFrom(_ client: ByteNeedle, _ fields: HTTPFields) -> Bool {
        if client.isFound(in: fields.value(of: "user-agent") ?? "") { return true }
        // JSON in Base64, in either alphabet, with padding or without.
        let encoded = (fields.value(of: "auth0-client") ?? "").utf8.filter { $0 != 0x3D }
        let decoded = Base64URL.decode(encoded.map { $0 == 0x2B ? 0x2D : $0 == 0x2F ? 0x5F : $0 })
        return client.isFound(in: String(decoding: decoded ?? [], as: UTF8.self))
    }
}

/// Why a fault cannot be set.
package struct FaultError: Error, Equatable, CustomStringConvertible {
    package let description: String

    package init(_ description: String) {
        self.description = description
    }
}
