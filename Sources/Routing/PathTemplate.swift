import Ground
import HTTPCore

/// A path in which `{name}` stands for any one segment that is not empty: of patterns and faults, which are matched one
/// after the other. Operations, which are many, have a `Router`.
package struct PathTemplate: Sendable {
    /// Nil for a parameter.
    private let segments: [[UInt8]?]
    private let text: String

    package init(_ text: String) {
        self.text = text
        segments = text.utf8.split(separator: 0x2F, omittingEmptySubsequences: false).map { segment in
            segment.first == 0x7B && segment.last == 0x7D ? nil : Array(segment)
        }
    }

    package func fits(_ path: [UInt8]) -> Bool {
        let parts = path.split(separator: 0x2F, omittingEmptySubsequences: false)
        return parts.count == segments.count
            && zip(parts, segments).allSatisfy { part, segment in
                segment.map { part.elementsEqual($0) } ?? !part.isEmpty
            }
    }

    /// What a parameter stands for in a path that fits, decoded; nil where there is none of that name.
    package func value(of name: String, in path: [UInt8]) -> String? {
        let place = text.split(separator: "/", omittingEmptySubsequences: false).firstIndex { $0 == "{\(name)}" }
        guard fits(path), let place else { return nil }
        let part = path.split(separator: 0x2F, omittingEmptySubsequences: false)[place]
        return PercentEncoding.decode(Array(part).span)
    }
}
