import HTTPCore
import JSON
import Tenancy
import TestSupport
import Testing

@testable import Faults

@Suite struct FaultTests {
    private let world = ManualWorld()
    private let faults = Faults()

    @discardableResult
    private func add(_ text: String, to tenant: String = "t") throws -> UniqueID {
        let rule = try FaultRule(try JSONParser.parse(Array(text.utf8)), id: world.newID())
        #expect(faults.add(rule, to: tenant))
        return rule.id
    }

    private func status(_ method: HTTPMethod, _ path: String, of tenant: String = "t") -> Int? {
        faults.hit(on: TestRequest.make(method, path), of: tenant)?.effect.status?.code
    }

    @Test func `a fault takes the requests that fit, as many as it says`() throws {
        try add(#"{"method":"POST","urlPathTemplate":"/a/{id}/b","status":503,"times":2}"#)
        #expect(status(.get, "/a/1/b") == nil)
        #expect(status(.post, "/a/1") == nil && status(.post, "/a//b") == nil && status(.post, "/a/1/b/c") == nil)
        #expect(status(.post, "/a/1/b", of: "other") == nil)
        #expect((0..<3).map { _ in status(.post, "/a/1/b?q=1") } == [503, 503, nil])
        #expect(faults.list("t").map(\.hits) == [2] && faults.list("t").map(\.remaining) == [0])
    }

    @Test func `the first that fits decides, and the next when it is used up`() throws {
        try add(#"{"status":500,"times":1}"#)
        let second = try add(#"{"status":429}"#)
        #expect((0..<3).map { _ in status(.get, "/x") } == [500, 429, 429])
        #expect(faults.remove(second, of: "t") && !faults.remove(second, of: "t"))
        #expect(status(.get, "/x") == nil)
        try add(#"{"status":500}"#)
        faults.reset("t")
        #expect(status(.get, "/x") == nil && faults.list("t").isEmpty)
    }

    @Test func `chance is the same for the same seed, and about as often as it says`() throws {
        func hits(_ seed: Int) throws -> [Bool] {
            faults.reset("t")
            try add(#"{"status":503,"probability":0.25,"seed":\#(seed)}"#)
            return (0..<400).map { _ in status(.get, "/") != nil }
        }
        let first = try hits(7)
        #expect(try hits(7) == first && hits(8) != first)
        #expect((60...140).contains(first.count { $0 }))
    }

    @Test func `a fault may have any status of a refusal, and each that is registered has its phrase`() throws {
        for code in [402, 418, 422, 451, 499, 502, 504, 511, 599] {
            faults.reset("t")
            try add(#"{"status":\#(code)}"#)
            #expect(status(.get, "/x") == code)
        }
        let phrases = [
            402: "Payment Required", 422: "Unprocessable Content", 502: "Bad Gateway", 504: "Gateway Timeout",
            201: "Created", 308: "Permanent Redirect", 418: "Unknown", 599: "Unknown",
        ]
        for (code, phrase) in phrases { #expect(HTTPStatus(code).reasonPhrase == phrase) }
        // Those between the registered ones are nobody's.
        let unknown = (400...511).filter { HTTPStatus($0).reasonPhrase == "Unknown" }
        #expect(unknown == [418, 419, 420, 427, 430] + Array(432...450) + Array(452...499) + [509])
    }

    /// The list of a tenant's faults is copied for none of its requests: where it stands in memory does not change.
    @Test func `a request changes the faults in place`() throws {
        var list = FaultList()
        for _ in 0..<3 {
            let rule = try FaultRule(
                try JSONParser.parse(Array(#"{"status":503,"times":1}"#.utf8)), id: world.newID())
            let isAdded = list.add(rule)
            #expect(isAdded)
        }
        func address() -> UnsafePointer<FaultRule>? { list.rules.withUnsafeBufferPointer(\.baseAddress) }
        let before = address()
        let hits = (0..<4).map { _ in list.hit(on: TestRequest.make(.get, "/"))?.effect.status?.code }
        #expect(hits == [503, 503, 503, nil] && list.rules.map(\.hits) == [1, 1, 1])
        #expect(address() == before)
    }

    @Test func `a fault may be for one client, by what it says of itself`() throws {
        try add(#"{"status":503,"client":"auth0-python"}"#)
        func hits(_ fields: [(String, String)]) -> Bool {
            faults.hit(on: TestRequest.make(.get, "/", fields: fields), of: "t") != nil
        }
        #expect(hits([("User-Agent", "auth0-python/5.8")]))
        #expect(hits([("Auth0-Client", "eyJuYW1lIjoiYXV0aDAtcHl0aG9uIiwidmVyc2lvbiI6IjUuOC4wIn0=")]))
        #expect(!hits([("User-Agent", "curl/8")]) && !hits([("Auth0-Client", "!")]) && !hits([]))
    }

    @Test(
        arguments: [
            ("40", 40...40, 40), (#"{"type":"uniform","lower":10,"upper":30}"#, 10...30, 20),
            (#"{"type":"lognormal","median":100,"sigma":0.5}"#, 10...1_000, 100),
            (#"{"type":"lognormal","median":20000,"sigma":0.1}"#, 10_000...20_000, 20_000),
        ] as [(String, ClosedRange<Int64>, Int64)])
    func `delays are of their distribution`(delay: String, range: ClosedRange<Int64>, median: Int64) throws {
        try add(#"{"delayMilliseconds":\#(delay)}"#)
        let delays = (0..<500).compactMap { _ in
            faults.hit(on: TestRequest.make(.get, "/"), of: "t")?.delivery?.delay
        }.sorted()
        #expect(delays.count == 500 && delays.allSatisfy(range.contains))
        #expect((median * 8 / 10...median * 12 / 10).contains(delays[250]), "\(delays[250])")
    }

    @Test func `a tenant has so many faults and no more`() throws {
        for _ in 0..<Faults.rulesMax { try add(#"{"status":500}"#) }
        let rule = try FaultRule(try JSONParser.parse(Array(#"{"status":500}"#.utf8)), id: world.newID())
        #expect(!faults.add(rule, to: "t") && !faults.hasRoom("t") && faults.add(rule, to: "u"))
    }

    @Test func `a fault that is used up makes room`() throws {
        for _ in 0..<Faults.rulesMax { try add(#"{"status":500,"times":1}"#) }
        _ = faults.hit(on: TestRequest.make(.get, "/"), of: "t")
        let used = faults.list("t").first?.id
        #expect(faults.hasRoom("t"))
        try add(#"{"status":501}"#)
        #expect(!faults.hasRoom("t") && faults.list("t").count == Faults.rulesMax)
        #expect(!faults.list("t").contains { $0.id == used })
    }

    @Test(arguments: [
        (#"[]"#, "a fault must be a JSON object"),
        (#"{}"#, "a fault needs a status, a delayMilliseconds, a chunkedDribbleDelay or a break"),
        (
            #"{"chunkedDribbleDelay":{"numberOfChunks":0,"totalDuration":1}}"#,
            "chunkedDribbleDelay must be an object of"
        ),
        (#"{"chunkedDribbleDelay":500}"#, "chunkedDribbleDelay must be an object of numberOfChunks (1 to 1000)"),
        (
            #"{"chunkedDribbleDelay":{"numberOfChunks":2,"totalDuration":9},"break":"close"}"#,
            "an answer that breaks has no chunkedDribbleDelay"
        ),
        (#"{"status":200}"#, "status must be a whole number from 400 to 599"),
        (#"{"status":503,"delay":1}"#, "a fault has no delay; it has break, chunkedDribbleDelay, client, delay"),
        (#"{"break":"x"}"#, "break must be one of: reset, close, truncate, garbage, stall"),
        (
            #"{"delayMilliseconds":20001}"#,
            "delayMilliseconds must be a whole number from 0 to 20000, or an object of type uniform"
        ),
        (#"{"status":503,"times":0}"#, "times must be a whole number from 1 to 1000000"),
        (#"{"status":503,"probability":2}"#, "probability must be a number from 0 to 1"),
        (#"{"status":503,"probability":"x"}"#, "probability must be a number from 0 to 1"),
        (#"{"status":503,"method":1}"#, "method must be a string"),
    ])
    func `what is no fault is said`(text: String, words: String) throws {
        let object = try JSONParser.parse(Array(text.utf8))
        let error = #expect(throws: FaultError.self) { try FaultRule(object, id: world.newID()) }
        #expect(error?.description.hasPrefix(words) == true, "\(error?.description ?? "")")
    }
}
