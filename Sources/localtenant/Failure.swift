import ArgumentParser

/// What cannot be done, as one line for whoever asked.
enum Failure {
    /// Writes the line.
    ///
    /// - Returns: what ends the program with `status`.
    static func exit(_ reason: some CustomStringConvertible, status: Int32 = 1) -> ExitCode {
        StandardError.writeLine("localtenant: \(reason)")
        return ExitCode(status)
    }
}
