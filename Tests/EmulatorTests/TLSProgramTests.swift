import Foundation
import TestSupport
import Testing

/// TLS as a user meets it: the CA, its folder, one's own certificate, and doing without.
extension Programs {
    @Suite(.serialized) struct TLSProgramTests {
        private func curl(_ program: RunningProgram, _ options: [String] = [], host: String = "localhost") throws -> (
            status: Int32, output: String
        ) {
            try run(["curl", "-sS", "--max-time", "20"] + options + ["https://\(host):\(program.port)/__admin/health"])
        }

        @Test func `the CA is handed out in the clear, and stays from start to start`() throws {
            let folder = try TemporaryFolder()
            var certificates: Set<String> = []
            for _ in 0..<2 {
                let program = try RunningProgram(["--ca-dir", "\(folder.path)/ca"])
                let file = try #require(program.authorityFile)
                let text = try PackageFolder.text(URL(filePath: file))
                #expect(try run(["curl", "-sS", "\(program.url)/__admin/ca.pem"]).output == text)
                #expect(try curl(program, ["--cacert", file]).output.contains("healthy"))
                #expect(program.log.contains("ca_file=\(file)"))
                certificates.insert(text)
                #expect(program.stop() == 0)
            }
            #expect(certificates.count == 1)
        }

        @Test func `without trust there is no answer, and the reason is one debug line`() throws {
            let program = try RunningProgram(["--log-level", "debug"])
            #expect(try curl(program).status == 60)
            #expect(program.logs("debug a TLS handshake failed: "))
        }

        @Test(arguments: ["127.0.0.1", "[::1]", "acme.localhost", "a.b.localhost", "more.test", "host.docker.internal"])
        func `the certificate is good for the usual names, tenants and names asked for`(host: String) throws {
            let program = try RunningProgram([
                "--tls-name", "more.test", "--host", host == "[::1]" ? "::1" : "127.0.0.1",
            ])
            let name = host.hasPrefix("[") ? [] : ["--resolve", "\(host):\(program.port):127.0.0.1"]
            let file = try #require(program.authorityFile)
            let result = try curl(program, name + ["--cacert", file], host: host)
            #expect(result.output.contains("healthy"), "\(result.output)")
            let wrong = try curl(
                program, ["--resolve", "other.test:\(program.port):127.0.0.1", "--cacert", file], host: "other.test")
            #expect(wrong.status != 0)
        }

        @Test func `a CA in memory is trusted as well, and leaves nothing behind`() throws {
            let folder = try TemporaryFolder()
            let program = try RunningProgram(["--ca-dir", "none"])
            #expect(program.authorityFile == nil)
            let file = "\(folder.path)/ca.pem"
            #expect(try run(["curl", "-sS", "\(program.url)/__admin/ca.pem", "-o", file]).status == 0)
            #expect(try curl(program, ["--cacert", file]).output.contains("healthy"))
        }

        @Test func `TLS can be off, and one's own certificate used`() throws {
            let off = try RunningProgram(["--tls", "off", "--log-level", "debug"])
            #expect(off.httpsURL == nil && off.authorityFile == nil)
            #expect(try curl(off).status != 0)
            #expect(off.logs("debug a client began with TLS, which is off"))
            #expect(try run(["curl", "-sS", "\(off.url)/__admin/ca.pem"]).output.contains("There is no CA of ours"))

            let folder = try TemporaryFolder()
            let (certificate, key) = ("\(folder.path)/c.pem", "\(folder.path)/k.pem")
            let made = try run([
                "openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days",
                "2",
                "-subj", "/CN=own", "-addext", "subjectAltName=DNS:localhost", "-keyout", key, "-out", certificate,
            ])
            #expect(made.status == 0, "\(made.output)")
            let own = try RunningProgram(["--tls-cert", certificate, "--tls-key", key])
            #expect(own.authorityFile == nil)
            #expect(try curl(own, ["--cacert", certificate]).output.contains("healthy"))
        }

        @Test(arguments: [
            (["--tls-cert", "/nonexistent", "--tls-key", "/nonexistent"], "cannot read /nonexistent"),
            (["--ca-dir", "/proc/nowhere"], "/proc/nowhere"),
            (["--tls-cert", "x"], "--tls-cert and --tls-key go together"),
            (["--tls-name", "a,b"], "--tls-name must be a host name"),
        ])
        func `what cannot be is one line with the remedy`(arguments: [String], words: String) throws {
            let result = try run([RunningProgram.executable.path, "--port", "0"] + arguments)
            #expect(result.status != 0)
            #expect(result.output.contains(words), "\(result.output)")
        }
    }
}
