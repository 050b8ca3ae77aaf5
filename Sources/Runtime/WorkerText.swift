/// What a process of Node runs: the files of `Worker`, which share one scope, in the order in which they need each other.
package enum WorkerText {
    package static let text = String(decoding: bytes, as: UTF8.self)

    package static var bytes: [UInt8] {
        Array("(() => {\n'use strict';\n".utf8) + files.joined(separator: [UInt8(ascii: "\n")]) + Array("})();\n".utf8)
    }

    private static let files: [[UInt8]] = [PackageResources.main_js]
}
