/// What a connection speaks, told by its first bytes: one port serves every protocol.
enum FirstBytes: Equatable {
    /// A TLS record that holds a handshake (RFC 8446 section 5.1).
    case tls
    /// The client preface of HTTP/2 (RFC 9113 section 3.4).
    case http2
    case http1
    /// So far they could be the preface, or the beginning of a method such as `PRIVATE`.
    case undecided

    private static let preface: StaticString = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"

    /// - Parameter bytes: at least one.
    init(_ bytes: Span<UInt8>) {
        guard bytes[0] != 0x16 else {
            self = .tls
            return
        }
        let compared = min(bytes.count, FirstBytes.preface.utf8CodeUnitCount)
        let isPreface = FirstBytes.preface.withUTF8Buffer { preface in
            for index in 0..<compared where bytes[index] != preface[index] { return false }
            return true
        }
        guard isPreface else {
            self = .http1
            return
        }
        self = compared == FirstBytes.preface.utf8CodeUnitCount ? .http2 : .undecided
    }
}
