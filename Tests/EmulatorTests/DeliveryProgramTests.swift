import Emulator
import Foundation
import HTTPCore
import TestSupport
import Testing

@Suite struct DeliveryTargetTests {
    @Test(arguments: [
        ("loopback", "https://localhost:9000/a?b", "http://localhost:9000/a?b"),
        ("loopback", "https://127.8.9.1/a", "http://127.8.9.1:443/a"),
        ("loopback", "https://x.localhost:1/", "http://x.localhost:1/"),
        ("loopback", "https://[::1]:9/", "http://[::1]:9/"), ("loopback", "https://127.0.0.1.evil.test/", nil),
        ("loopback", "https://10.0.0.1/", nil), ("loopback", "https://127.1/", nil),
        ("loopback", "https://notlocalhost/", nil), ("loopback", "https://0.0.0.0/", nil),
        // Some resolvers read these as octal numbers.
        ("loopback", "https://0127.0.0.1/", nil), ("loopback", "https://127.0.0.010/", nil),
        ("loopback", "https://+127.0.0.1/", nil),
        ("loopback", "https://[::ffff:127.0.0.1]:9/", "http://[::ffff:127.0.0.1]:9/"),
        ("loopback", "https://[0:0:0:0:0:0:0:1]:9/", "http://[0:0:0:0:0:0:0:1]:9/"),
        ("loopback", "https://[::2]/", nil),
        ("hooks.test", "https://HOOKS.test/a", "https://hooks.test:443/a"),
        ("hooks.test", "https://hooks.test:8443/a", "https://hooks.test:8443/a"),
        ("hooks.test", "https://a.hooks.test/", nil), ("hooks.test:8443", "https://hooks.test/", nil),
        ("hooks.test:443", "https://hooks.test/", "https://hooks.test:443/"),
        ("hooks.test=http://127.0.0.1:9", "https://hooks.test:8443/a", "http://127.0.0.1:9/a"),
    ])
    func `an endpoint is called where somebody allows it, and nowhere else`(
        target: String, endpoint: String, place: String?
    ) throws {
        let url = try #require(HTTPURL(endpoint))
        let found = try #require(DeliveryTarget(target)).place(of: url)
        #expect(found.map { $0.origin + $0.path } == place)
    }

    @Test(arguments: ["", "http://a", "a/b", "a b", "a=", "a=b", "a=http://b/c", "=http://b", "a:0", "u@a"])
    func `what is no target is refused`(text: String) {
        #expect(DeliveryTarget(text) == nil)
    }
}

extension Programs {
    @Suite(.serialized) struct DeliveryProgramTests {
        private func send(_ program: RunningProgram, _ method: String, _ path: String, _ body: String = "") throws
            -> String
        {
            let client = try RawClient(port: program.port)
            client.send(
                "\(method) \(path) HTTP/1.1\r\nHost: h\r\nAuthorization: Bearer t\r\nContent-Type: application/json\r\n"
                    + "Content-Length: \(body.utf8.count)\r\nConnection: close\r\n\r\n\(body)")
            return try client.readToEnd()
        }

        private func makeStream(_ program: RunningProgram, _ endpoint: String) throws {
            let answer = try send(
                program, "POST", "/api/v2/event-streams",
                #"{"name":"s","subscriptions":[{"event_type":"organization.created"}],"destination":{"type":"webhook","#
                    + #""configuration":{"webhook_authorization":{"method":"bearer","token":"canary"},"#
                    + #""webhook_endpoint":"\#(endpoint)"}}}"#)
            #expect(answer.hasPrefix("HTTP/1.1 201 "))
        }

        private func makeOrganization(_ program: RunningProgram, _ name: String) throws {
            let answer = try send(program, "POST", "/api/v2/organizations", #"{"name":"\#(name)"}"#)
            #expect(answer.hasPrefix("HTTP/1.1 201 "))
        }

        @Test func `an event is delivered, and tried again when the tenant's clock says so`() throws {
            let receiver = try HTTPReceiver()
            let program = try RunningProgram(["--deliver-to", "loopback"])
            _ = try send(program, "PATCH", "/__admin/clock", #"{"frozen":true}"#)
            try makeStream(program, "https://127.0.0.1:\(receiver.port)/hook")
            try makeOrganization(program, "tea")
            let first = try receiver.take(503, "not canary now")
            #expect(first.head.hasPrefix("POST /hook HTTP/1.1\r\n"))
            #expect(first.head.contains("\r\nauthorization: Bearer canary\r\n"))
            #expect(first.body.contains(#""type":"organization.created""#) && first.body.contains(#""name":"tea""#))
            #expect(program.logs("result=503"))
            let pending = try send(program, "GET", "/__admin/deliveries?status=pending")
            #expect(pending.contains(#""answer":503"#) && pending.contains(#""next_attempt_at":"#))
            // Nothing but the clock makes it due.
            _ = try send(program, "PATCH", "/__admin/clock", #"{"advance_seconds":1}"#)
            #expect(try receiver.take(204).body == first.body)
            let done = try send(program, "GET", "/__admin/deliveries?status=success&wait=20")
            #expect(done.contains(#""total":1"#) && done.contains(#""answer":204"#))
            let requests = try send(program, "GET", "/__admin/requests")
            #expect(!(pending + done + requests + program.log).contains("canary"))
        }

        @Test func `lines of the log are delivered, whether there is a log or not`() throws {
            let receiver = try HTTPReceiver()
            let program = try RunningProgram(["--deliver-to", "hooks.test=http://127.0.0.1:\(receiver.port)"])
            let stream = try send(
                program, "POST", "/api/v2/log-streams",
                #"{"name":"l","type":"http","sink":{"httpEndpoint":"https://hooks.test/logs","#
                    + #""httpContentFormat":"JSONARRAY","httpAuthorization":"canary"}}"#)
            #expect(stream.hasPrefix("HTTP/1.1 200 "))
            let request = try receiver.take(200)
            #expect(request.head.hasPrefix("POST /logs ") && request.head.contains("\r\nauthorization: canary\r\n"))
            #expect(request.body.hasPrefix(#"[{"log_id":"#) && request.body.contains(#""type":"sapi""#))
            #expect(!request.body.contains("canary"))
            #expect(try send(program, "GET", "/api/v2/logs").hasSuffix("\r\n\r\n[]"))
            #expect(try !send(program, "GET", "/__admin/deliveries?status=success&wait=20").contains("canary"))
        }

        @Test func `nobody is called unless somebody says so`() throws {
            let receiver = try HTTPReceiver()
            for options in [[], ["--deliver-to", "hooks.test"]] {
                let program = try RunningProgram(options)
                try makeStream(program, "https://127.0.0.1:\(receiver.port)/hook")
                try makeOrganization(program, "tea")
                let kept = try send(program, "GET", "/__admin/deliveries")
                #expect(kept.contains(#""status":"kept""#) && kept.contains(#""attempts":[]"#))
            }
            // The first who calls is this one.
            let program = try RunningProgram(["--deliver-to", "loopback"])
            try makeStream(program, "https://127.0.0.1:\(receiver.port)/last")
            try makeOrganization(program, "last")
            #expect(try receiver.take(200).head.hasPrefix("POST /last "))
        }

        @Test func `a host is called over TLS, and must prove who it is`() throws {
            let receiver = try RunningProgram()
            let url = try #require(receiver.httpsURL)
            let authority = try #require(receiver.authorityFile)
            for (environment, result) in [(["SSL_CERT_FILE": authority], "404"), ([:], "\"TLS: ")] {
                let program = try RunningProgram(["--deliver-to", "hooks.test=\(url)"], environment: environment)
                try makeStream(program, "https://hooks.test/nowhere")
                try makeOrganization(program, "tea")
                let deliveries = try send(program, "GET", "/__admin/deliveries?status=pending&wait=20")
                #expect(deliveries.contains(#""status":"pending""#))
                #expect(program.logs("result=\(result)"))
            }
        }

        @Test func `what was not delivered before the end is, after the next start`() throws {
            let receiver = try HTTPReceiver()
            let folder = try TemporaryFolder()
            let options = ["--deliver-to", "loopback", "--state", "\(folder.path)/state.json"]
            let program = try RunningProgram(options)
            try makeStream(program, "https://127.0.0.1:\(receiver.port)/hook")
            try makeOrganization(program, "tea")
            let first = try receiver.take(503)
            #expect(program.logs("result=503"))
            #expect(program.stop() == 0)
            let next = try RunningProgram(options)
            #expect(try receiver.take(200).body == first.body)
            #expect(next.logs("result=200"))
        }

        @Test func `a target that is none is refused`() throws {
            let result = try run([RunningProgram.executable.path, "--port", "0", "--deliver-to", "http://a/b"])
            #expect(result.status != 0 && result.output.contains("--deliver-to must be loopback"))
        }
    }
}
