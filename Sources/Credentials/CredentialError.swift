import COpenSSL

/// Something about keys, certificates or their use that cannot be done, in words for whoever started the program.
package struct CredentialError: Error, Equatable, CustomStringConvertible {
    package let description: String

    package init(_ description: String) {
        self.description = description
    }

    /// What OpenSSL says of its last failure on this thread, and forgets it.
    package static func current(_ operation: String) -> CredentialError {
        CredentialError("\(operation): \(OpenSSLFailure.takeReason())")
    }
}

/// OpenSSL's own words for its last failure on this thread.
package enum OpenSSLFailure {
    package static func takeReason() -> String {
        var reason = "no reason given"
        // The oldest entry is the cause, later ones say through where it passed.
        while true {
            let code = ERR_get_error()
            if code == 0 { return reason }
            if reason == "no reason given", let text = unsafe ERR_reason_error_string(code) {
                reason = unsafe String(cString: text)
            }
        }
    }
}
