import Credentials
import HTTPCore
import TLS
import Transport

/// A connection to a server, in the clear or over TLS.
struct ClientConnection: ~Copyable {
    private let socket: ClientSocket
    /// Nil in the clear.
    private let engine: TLSEngine?

    /// Does the handshake where the URL asks for TLS.
    static func open(
        _ socket: consuming ClientSocket, _ url: HTTPURL, _ trust: HTTPClient.Trust
    ) throws(HTTPClientError) -> ClientConnection {
        let connection = ClientConnection(socket, url.isSecure ? try engine(url.host, trust) : nil)
        try connection.shakeHands()
        return connection
    }

    private init(_ socket: consuming ClientSocket, _ engine: TLSEngine?) {
        self.socket = socket
        self.engine = engine
    }

    private static func engine(_ host: String, _ trust: HTTPClient.Trust) throws(HTTPClientError) -> TLSEngine {
        do throws(CredentialError) {
            let context = try TLSClientContext(trustedPEM: trust.pem, trustsSystem: trust.system)
            return try TLSEngine(context, host: host)
        } catch {
            throw HTTPClientError("TLS: \(error)")
        }
    }

    private func shakeHands() throws(HTTPClientError) {
        guard let engine else { return }
        var records: [UInt8] = []
        var early: [UInt8] = []
        repeat {
            try pass(records, through: engine, plaintext: &early)
            records = []
            guard engine.state == .handshaking else { return }
            guard try receiveRecords(into: &records) else {
                throw HTTPClientError("TLS: the connection was closed; does the server speak it?")
            }
        } while true
    }

    func send(_ bytes: [UInt8]) throws(HTTPClientError) {
        var records = bytes
        if let engine {
            records = []
            engine.send(bytes, output: &records)
        }
        try sendRecords(records)
    }

    /// Waits for bytes and appends them.
    ///
    /// - Returns: false at the end.
    func receive(into bytes: inout [UInt8]) throws(HTTPClientError) -> Bool {
        guard let engine else { return try receiveRecords(into: &bytes) }
        var records: [UInt8] = []
        guard try receiveRecords(into: &records) else { return false }
        try pass(records, through: engine, plaintext: &bytes)
        return engine.state == .open
    }

    /// What was received goes into the engine, and what it wants to say in turn out to the server.
    private func pass(
        _ records: [UInt8], through engine: TLSEngine, plaintext: inout [UInt8]
    ) throws(HTTPClientError) {
        var output: [UInt8] = []
        engine.receive(records.span, plaintext: &plaintext, output: &output)
        if case .failed(let reason) = engine.state {
            try? sendRecords(output)  // The alert; the reason is what counts.
            throw HTTPClientError("TLS: \(reason)")
        }
        try sendRecords(output)
    }

    private func sendRecords(_ bytes: [UInt8]) throws(HTTPClientError) {
        do throws(SystemError) {
            try socket.send(bytes)
        } catch {
            throw HTTPClientError(error)
        }
    }

    private func receiveRecords(into bytes: inout [UInt8]) throws(HTTPClientError) -> Bool {
        do throws(SystemError) {
            return try socket.receive(into: &bytes)
        } catch {
            throw HTTPClientError(error)
        }
    }
}
