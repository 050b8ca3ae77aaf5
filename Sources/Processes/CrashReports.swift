import CLinux

/// What a fatal signal, such as the trap of a broken precondition, leaves on standard error.
package enum CrashReports {
    /// Has a fatal signal write the version, its number and a backtrace, of addresses in the program and its libraries,
    /// before it ends the program as it would have anyway. Nothing of what the program holds in memory is shown.
    ///
    /// It takes the place of the Swift runtime's own report, which shows registers and the memory behind them.
    ///
    /// - Parameter version: name and version, at most 63 bytes.
    package static func begin(_ version: String) {
        unsafe localtenant_report_crashes(version)
    }
}
