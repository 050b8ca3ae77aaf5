import Foundation
import JSON
import TestSupport
import Testing

/// Network ACLs at the door of the whole program.
extension Programs {
    @Suite(.serialized) struct NetworkACLTests {
        private let program: RunningProgram

        init() throws { program = try RunningProgram(["--log-level", "warning"]) }

        /// The answer with its head.
        private func send(_ path: String, _ options: String...) throws -> String {
            try run(["curl", "-sSi", "-H", "Authorization: Bearer x"] + options + [program.url + path]).output
        }

        private func make(_ priority: Int, _ action: String, scope: String = "tenant", _ conditions: String) throws {
            let body =
                #"{"description":"d","active":true,"priority":\#(priority),"#
                + #""rule":{"action":{\#(action)},"scope":"\#(scope)",\#(conditions)}}"#
            // By the back door, where none of them stands.
            let made = try send("/__admin/api/v2/network-acls", "--json", body)
            #expect(made.hasPrefix("HTTP/1.1 201"), "\(made)")
        }

        private func status(_ answer: String) -> String { String(answer.dropFirst(9).prefix(3)) }

        @Test func `a blocked address gets 403, others go on, and who is locked out still has our own calls`() throws {
            try make(1, #""block":true"#, #""match":{"ipv4_cidrs":["203.0.113.0/24"]}"#)
            let blocked = try send("/api/v2/clients", "-H", "X-Forwarded-For: 203.0.113.9")
            #expect(status(blocked) == "403" && blocked.contains(#"{"statusCode":403,"error":"Forbidden","#))
            #expect(status(try send("/.well-known/jwks.json", "-H", "Forwarded: for=203.0.113.9")) == "403")
            #expect(status(try send("/api/v2/clients")) == "200")
            #expect(status(try send("/api/v2/clients", "-H", "X-Forwarded-For: 198.51.100.1, 203.0.113.9")) == "200")
            try make(2, #""block":true"#, #""match":{"ipv4_cidrs":["127.0.0.1"]}"#)
            #expect(status(try send("/api/v2/clients")) == "403")
            let journal = try send("/__admin/requests")
            #expect(
                journal.contains(#""rule":"network-acl","field":"acl_"#) && journal.contains(#""evidence":"inferred""#))
            #expect(journal.contains(#""clientIp":"127.0.0.1""#))
            #expect(status(try send("/__admin/settings", "-X", "PATCH", "-d", #"{"network_acls":false}"#)) == "200")
            #expect(status(try send("/api/v2/clients")) == "200")
        }

        @Test func `those of a seed stop the first request, too`() throws {
            let seed =
                #"{"network_acls":[{"description":"d","active":true,"priority":1,"rule":{"action":{"block":true},"#
                + #""scope":"tenant","match":{"ipv4_cidrs":["203.0.113.0/24"]}}}]}"#
            #expect(status(try send("/__admin/seed", "-X", "PUT", "--json", seed)) == "204")
            #expect(status(try send("/api/v2/clients", "-H", "X-Forwarded-For: 203.0.113.9")) == "403")
            #expect(status(try send("/api/v2/clients")) == "200")
        }

        @Test func `the first that fits decides, and an address may say nothing that is no field`() throws {
            try make(1, #""allow":true"#, #""match":{"user_agents":["friend"]}"#)
            try make(
                2, #""redirect":true,"redirect_uri":"https://example.com/a b\r\nx: y""#, scope: "management",
                #""not_match":{"connecting_ipv4_cidrs":["198.51.100.1"]}"#)
            let redirected = try send("/api/v2/clients")
            #expect(redirected.hasPrefix("HTTP/1.1 302 Found"))
            #expect(redirected.contains("location: https://example.com/a%20b%0D%0Ax:%20y\r\n"))
            #expect(status(try send("/api/v2/clients", "-A", "friend")) == "200")
            #expect(status(try send("/api/v2/clients", "-H", "X-Forwarded-For: ::1, 198.51.100.1")) == "200")
            #expect(status(try send("/.well-known/jwks.json")) == "200", "that is no management")
        }

        @Test func `the log tells which applied, and from where requests come`() throws {
            _ = try send("/__admin/settings", "-X", "PATCH", "-d", #"{"tenant_logs":true}"#)
            try make(7, #""log":true"#, #""match":{"ipv6_cidrs":["2001:db8::/32"]}"#)
            let field = #"Forwarded: proto=http;for="[2001:db8::7]:4711""#
            #expect(status(try send("/api/v2/roles", "-H", field, "--json", #"{"name":"r"}"#)) == "200")
            let answer = try send("/api/v2/logs").split(separator: "\r\n\r\n").last ?? ""
            let entries = JSONTree(text: String(answer)).items ?? []
            #expect(entries.map { $0["type"] } == ["sapi", "acls_summary"])
            #expect(entries.allSatisfy { $0["ip"] == "2001:db8::7" })
            #expect(entries.first?[path: "details.request.ip"] == "2001:db8::7")
            #expect(entries.last?[path: "details.acls_summary.action"] == ["log": true])
            #expect(entries.last?[path: "details.acls_summary.priority"]?.int == 7)
        }

        @Test func `a start without them keeps them and lets all pass`() throws {
            let open = try RunningProgram(["--log-level", "warning", "--network-acls", "off"])
            let body =
                #"{"description":"d","active":true,"rule":{"action":{"block":true},"scope":"tenant","#
                + #""match":{"ipv4_cidrs":["0.0.0.0/0"]}}}"#
            let call = ["curl", "-sS", "-H", "Authorization: Bearer x", open.url + "/api/v2/network-acls"]
            for _ in 0..<2 { _ = try run(call + ["--json", body]) }
            #expect(JSONTree(text: try run(call).output).items?.count == 1)
        }
    }
}
