import ArgumentParser
import ClientSetup
import Emulator
import Files
import HTTPClient
import HTTPCore
import JSON
import Processes
import Transport

/// Where the server is that a command is about, and what is to be trusted to reach it.
///
/// What was typed comes first, then what `exec` set, then the variables that the server itself would have been started
/// with, then the defaults.
struct Whereabouts {
    /// - Parameters:
    ///   - url: as typed; nil when it was not.
    ///   - authorityFile: as typed.
    ///   - readyFile: as typed; then it must be there.
    /// - Throws: `ValidationError` that names what is no address.
    static func facts(url: String?, authorityFile: String?, readyFile: String?) throws -> ServerFacts {
        var facts = try place(url, readyFile)
        if let file = authorityFile ?? ProcessEnvironment.value("LOCALTENANT_CA_FILE") { facts.authorityFile = file }
        // Told to others, who may be in another folder.
        facts.authorityFile = facts.authorityFile.map { AbsolutePath.of($0) }
        return facts
    }

    /// The certificates to trust on the way there: our own CA over https, nobody in the clear.
    static func authority(of facts: ServerFacts) throws(HTTPClientError) -> [UInt8] {
        guard facts.url.isSecure else { return [] }
        guard let file = facts.authorityFile else {
            throw HTTPClientError("there is no CA to trust; name its file with --ca-file")
        }
        do throws(FileError) {
            if let bytes = try SmallFile.contents(file) { return bytes }
        } catch {
            throw HTTPClientError("\(error)")
        }
        throw HTTPClientError("there is no CA in \(file); name its file with --ca-file")
    }

    private static func place(_ url: String?, _ readyFile: String?) throws -> ServerFacts {
        let folder = TLSConfiguration.AuthorityFolder(option: ProcessEnvironment.value("LOCALTENANT_CA_DIR"))
        if let url {
            return ServerFacts(url: try parsed(url, "the URL"), authorityFile: folder.certificateFile)
        }
        if let readyFile { return try contents(readyFile) }
        if let url = ProcessEnvironment.value("LOCALTENANT_URL") {
            return ServerFacts(url: try parsed(url, "LOCALTENANT_URL"), authorityFile: folder.certificateFile)
        }
        // A server that would write it does not serve while it is not there.
        if let file = ProcessEnvironment.value("LOCALTENANT_READY_FILE") { return try contents(file) }
        let host = ProcessEnvironment.value("LOCALTENANT_HOST") ?? "127.0.0.1"
        let text = ProcessEnvironment.value("LOCALTENANT_PORT")
        guard let port = text.map({ UInt16($0) }) ?? NetworkOptions.standardPort, port > 0,
            let address = SocketAddress(host: host, port: port)
        else {
            throw ValidationError(
                "LOCALTENANT_HOST and LOCALTENANT_PORT do not tell where the server is; give its URL.")
        }
        var facts = ServerFacts(
            url: HTTPURL(isSecure: false, host: address.host, port: port), authorityFile: folder.certificateFile)
        if ProcessEnvironment.value("LOCALTENANT_TLS") == Switch.off.rawValue { facts.httpsURL = nil }
        return facts
    }

    private static func parsed(_ text: String, _ name: String) throws -> HTTPURL {
        guard let url = HTTPURL(text) else {
            throw ValidationError("\(name) must be like http://127.0.0.1:4664, not '\(text)'.")
        }
        return url
    }

    private static func contents(_ readyFile: String) throws -> ServerFacts {
        let bytes: [UInt8]?
        do throws(FileError) {
            bytes = try SmallFile.contents(readyFile)
        } catch {
            throw Failure.exit(error)
        }
        guard let bytes else {
            throw Failure.exit("there is no ready file \(readyFile): the server does not serve, or does not write it")
        }
        guard let document = try? JSONParser.parse(bytes), let facts = ServerFacts(readyFile: document) else {
            throw Failure.exit("\(readyFile) is no ready file")
        }
        return facts
    }
}
