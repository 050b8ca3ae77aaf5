import Glibc

/// Lists of texts in the form of the system's calls.
enum CStrings {
    /// Calls `body` with pointers to the texts and a null pointer behind them, valid for the call.
    static func with<Result>(
        _ texts: [String], _ body: (UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>) -> Result
    ) -> Result {
        var pointers = unsafe texts.map { unsafe strdup($0) }
        defer { unsafe pointers.forEach { unsafe free($0) } }
        unsafe pointers.append(nil)
        return unsafe body(&pointers)
    }
}
