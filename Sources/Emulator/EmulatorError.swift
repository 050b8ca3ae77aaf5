/// Why the emulator cannot start; the description says what to do.
package enum EmulatorError: Error, Equatable, CustomStringConvertible {
    case portInUse(UInt16)
    case portNotPermitted(UInt16)
    case addressUnavailable(String)
    case readyFile(path: String, reason: String)
    case tls(String)
    case certificate(String)
    case authority(String)
    case state(file: String, reason: String)
    case seed(file: String, reason: String)
    case watch(String)
    case keys(option: String, file: String, reason: String)
    case system(String)

    package var description: String {
        switch self {
        case .portInUse(let port): "port \(port) is in use; try --port 0 for a free one"
        case .portNotPermitted(let port): "port \(port) needs privileges; try a port from 1024, or --port 0"
        case .addressUnavailable(let host): "no interface has the address \(host); try --host 127.0.0.1"
        case .readyFile(let path, let reason):
            "cannot write the ready file \(path): \(reason); give a path in a writable folder"
        case .tls(let reason): "TLS: \(reason); --ca-dir none keeps the CA in memory, --tls off does without TLS"
        case .certificate(let reason): "--tls-cert, --tls-key: \(reason)"
        case .authority(let reason): "the CA: \(reason); name a folder that can be written with --ca-dir"
        case .state(let file, let reason): "--state: \(file): \(reason)"
        case .seed(let file, let reason): "--seed: \(file): \(reason)"
        case .watch(let reason): "--watch: \(reason)"
        case .keys(let option, let file, let reason): "\(option): \(file): \(reason)"
        case .system(let reason): reason
        }
    }
}
