import Ground
import HTTPCore

/// A path in which `{name}` stands for any one segment that is not empty: of patterns and faults, which are matched one
/// after the other. Operations, which are many, have a `Router`.
package struct PathTemplate: Sendable {
    /// Decoded, as the values of parameters are; nil for a parameter.
    private let segments: [[UInt8]?]
    private let text: String

    package init(_ text: String) {
        self.text = text
        segments = text.utf8.split(separator: 0x2F, omittingEmptySubsequences: false).map { segment in
            PathTemplate.isParameter(segment) ? nil : PathTemplate.decoded(segment)
        }
    }

    package func fits(_ path: [UInt8]) -> Bool {
        let parts = path.split(separator: 0x2F, omittingEmptySubsequences: false)
        return parts.count == segments.count
            && zip(parts, segments).allSatisfy { part, segment in
                guard let segment else { return !part.isEmpty }
                return part.contains(0x25) ? PathTemplate.decoded(part) == segment : part.elementsEqual(segment)
            }
    }

    /// Whether some path fits both.
    package func meets(_ other: PathTemplate) -> Bool {
        segments.count == other.segments.count
            && zip(segments, other.segments).allSatisfy { one, other in
                guard let one, let other else { return (one ?? other).map { !$0.isEmpty } ?? true }
                return one == other
            }
    }

    private static func isParameter(_ segment: some BidirectionalCollection<UInt8>) -> Bool {
        segment.first == 0x7B && segment.last == 0x7D
    }

    /// What is no encoding stands for itself.
    private static func decoded(_ segment: some Collection<UInt8>) -> [UInt8] {
        let bytes = Array(segment)
        return PercentEncoding.decode(bytes.span).map { Array($0.utf8) } ?? bytes
    }

    /// What a parameter stands for in a path that fits, decoded; nil where there is none of that name.
    package func value(of name: String, in path: [UInt8]) -> String? {
        let place = text.split(separator: "/", omittingEmptySubsequences: false).firstIndex { $0 == "{\(name)}" }
        guard fits(path), let place else { return nil }
        let part = path.split(separator: 0x2F, omittingEmptySubsequences: false)[place]
        return PercentEncoding.decode(Array(part).span)
    }
}
