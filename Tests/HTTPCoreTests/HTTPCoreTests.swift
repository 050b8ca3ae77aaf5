import Ground
import HTTPCore
import Synchronization
import Testing

@Suite struct HTTPCoreTests {
    @Test(arguments: [
        (0 as Int64, "Thu, 01 Jan 1970 00:00:00 GMT"), (784_111_777, "Sun, 06 Nov 1994 08:49:37 GMT"),
        (951_782_400, "Tue, 29 Feb 2000 00:00:00 GMT"), (4_107_542_399, "Sun, 28 Feb 2100 23:59:59 GMT"),
        (4_107_542_400, "Mon, 01 Mar 2100 00:00:00 GMT"), (-1, "Wed, 31 Dec 1969 23:59:59 GMT"),
        (1_771_259_760, "Mon, 16 Feb 2026 16:36:00 GMT"), (.max, "Fri, 31 Dec 9999 23:59:59 GMT"),
        (.min, "Sat, 01 Jan 0000 00:00:00 GMT"),
    ])
    func `dates are IMF-fixdates of the Gregorian calendar`(seconds: Int64, text: String) {
        #expect(Array(copying: HTTPDate(unixSeconds: seconds).bytes.span) == Array(text.utf8))
    }

    @Test func `what is awaited is asked for ever more seldom, and says so where nobody asks again`() throws {
        let asked = Mutex(0)
        var answer = HTTPResponse.awaited {
            asked.withLock { count in
                count += 1
                return count > 30 ? HTTPResponse(status: .created) : nil
            }
        }
        var delays: [Int64] = []
        while let fault = answer.deliveryFault {
            #expect(fault.isRenewed && answer.status == .serviceUnavailable && !answer.body.isEmpty)
            delays.append(fault.delay)
            answer = answer.released(isLast: false)
        }
        #expect(answer.status == .created)
        #expect(delays.count == 30 && delays == delays.sorted() && delays.first == 1 && delays.max() ?? 0 <= 20)
        asked.withLock { $0 = 0 }
        let last = HTTPResponse.awaited { nil }.released(isLast: true)
        #expect(last.status == .serviceUnavailable && last.deliveryFault == nil)
    }

    @Test(arguments: [
        ("host", HTTPFieldName.host), ("HOST", .host), ("Content-Length", .contentLength),
        ("Transfer-Encoding", .transferEncoding), ("X-LocalTenant-Tenant", .localtenantTenant),
        ("Authorization", .authorization), ("hosts", .other), ("hist", .other), ("", .other),
    ])
    func `field names are known in any case`(name: String, known: HTTPFieldName) {
        #expect(HTTPFieldName(Array(name.utf8).span) == known)
    }

    @Test func `fields keep order and repeats, and are found by name`() {
        var fields = HTTPFields()
        for (name, value) in [("Host", "a"), ("X", "1"), ("host", "b")] { fields.append(name, value) }
        #expect(fields.count(of: .host) == 2)
        #expect(fields[.host] == "a")
        #expect(fields[.expect] == nil)
        #expect(fields.pairs.map(\.value) == ["a", "1", "b"])
        fields.removeAll()
        #expect(fields.count == 0 && fields.pairs.isEmpty)
    }

    @Test(arguments: [(0, 1, "0"), (7, 2, "07"), (10, 1, "10"), (123_456, 6, "123456"), (40, 6, "000040")])
    func `decimals are padded to their digits`(value: Int, digits: Int, text: String) {
        var bytes: [UInt8] = []
        bytes.append(decimal: value, digits: digits)
        #expect(String(decoding: bytes, as: UTF8.self) == text)
    }
}
