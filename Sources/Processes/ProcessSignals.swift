import CLinux

/// How this process takes signals.
package enum ProcessSignals {
    package static func isIgnored(_ number: Int32) -> Bool { localtenant_is_ignored(number) == 1 }
}
