import Ground
import HTTPCore

/// Faults that are seen before their line ends: a peer that never ends it need not be waited for.
///
/// What is found here is what the whole line would be refused with, word for word, so that it does not matter how the
/// stream is cut.
extension HTTP1RequestParser {
    /// Checks as much of a line as has come.
    func checkUnfinished(_ lineWithCR: Span<UInt8>) throws(HTTPRefusal) {
        guard !lineWithCR.isEmpty else { return }
        // A CR at the end may be that of its end.
        let count = lineWithCR.count
        let line = lineWithCR.extracting(first: lineWithCR[count - 1] == 0x0D ? count - 1 : count)
        guard !line.isEmpty else { return }
        switch state {
        case .requestLine:
            let (_, targetEnd) = try HTTP1RequestParser.checkRequestLine(line, isWhole: false)
            guard targetEnd < line.count else { return }
            try HTTP1RequestParser.checkVersion(line.extracting(targetEnd + 1..<line.count))
        case .fieldLines, .trailers:
            guard fieldCount < limits.fieldCountMax else { throw tooManyFields }
            if line.firstIndex(of: 0x3A, from: 0) != nil {
                _ = try HTTP1RequestParser.checkFieldLine(line)
            } else if !HTTP1Grammar.isToken(line) {
                throw HTTP1RequestParser.noField(line)
            }
        case .chunkSize: _ = try HTTP1RequestParser.readChunkSize(line)
        case .chunkEnd: throw HTTP1RequestParser.longChunk
        case .content, .chunkData, .complete: break
        }
    }

    /// Checks the beginning of a version.
    private static func checkVersion(_ version: Span<UInt8>) throws(HTTPRefusal) {
        let form = Array("HTTP/0.0".utf8)
        guard version.count <= form.count else { throw malformedVersion }
        for index in 0..<version.count {
            let isDigit = (0x30...0x39).contains(version[index])
            guard form[index] == 0x30 ? isDigit : version[index] == form[index] else { throw malformedVersion }
        }
    }

    /// Why a line beyond its limit is refused: for what is wrong with it within the limit, or else for its length.
    func tooLong(_ line: Span<UInt8>) -> HTTPRefusal {
        do throws(HTTPRefusal) {
            try checkUnfinished(line.extracting(first: max(0, lineBytesMax)))
        } catch {
            return error
        }
        return switch state {
        case .requestLine:
            HTTPRefusal(.uriTooLong, "The request line exceeds \(limits.requestLineBytesMax) bytes.")
        case .fieldLines, .trailers:
            HTTPRefusal(.headerFieldsTooLarge, "The header exceeds \(limits.headerBytesMax) bytes.")
        default: HTTPRefusal(.badRequest, "The chunk extensions are too long.")
        }
    }

    /// Why a line is refused that ends with a LF alone (RFC 9112 section 2.2).
    func withoutReturn(_ line: Span<UInt8>) -> HTTPRefusal {
        do throws(HTTPRefusal) {
            try checkUnfinished(line)
        } catch {
            return error
        }
        return HTTPRefusal(.badRequest, "A line ends without a carriage return.")
    }
}
