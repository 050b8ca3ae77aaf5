import Emulator

/// Messages to the person at the terminal.
enum StandardError {
    /// Writes the line, unless nobody reads: the program ends in either case.
    static func writeLine(_ text: String) {
        LogOutput(descriptor: 2).write(Array((text + "\n").utf8)) { _ in [] }
    }
}
