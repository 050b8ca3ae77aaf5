import HTTPCore
import JSON

/// Looks in stored JSON at the values of some paths, in one pass that leaves the rest unread: texts as the tenant keeps
/// them, without blanks between their tokens.
struct DocumentScanner: Sendable {
    /// A name on a path: what is below it, and who asks for its values.
    private struct Step: Sendable {
        var names: [(text: [UInt8], step: Int)] = []
        var askers: [Int] = []
    }

    private var steps = [Step()]
    private let tests: [Asker]

    /// What is asked of a path.
    struct Asker: Sendable {
        let path: [String]
        /// The number that is marked where the test holds.
        let mark: Int
        let test: ValueTest
        /// Whether case counts.
        let isFolded: Bool
        /// Only what is behind `@` is looked at.
        var isDomain = false
    }

    init(_ askers: [Asker]) {
        tests = askers
        for (number, asker) in askers.enumerated() {
            var step = 0
            for name in asker.path {
                let text = Array(name.utf8)
                if let known = steps[step].names.first(where: { $0.text == text }) {
                    step = known.step
                } else {
                    steps.append(Step())
                    steps[step].names.append((text, steps.count - 1))
                    step = steps.count - 1
                }
            }
            steps[step].askers.append(number)
        }
    }

    /// Marks what holds of a document.
    func scan(_ document: [UInt8], _ marks: inout [Bool]) {
        guard !tests.isEmpty, document.first == UInt8(ascii: "{") else { return }
        var position = 0
        object(document, document.span, &position, 0, &marks)
    }

    /// Of an object's first byte; at the top level it ends with the last name that somebody asks for.
    private func object(
        _ document: [UInt8], _ bytes: Span<UInt8>, _ position: inout Int, _ step: Int, _ marks: inout [Bool]
    ) {
        var left = step == 0 ? steps[0].names.count : Int.max
        position += 1
        while position < bytes.count, bytes[position] != UInt8(ascii: "}") {
            if bytes[position] == UInt8(ascii: ",") { position += 1 }
            let start = position + 1
            guard let end = DocumentScanner.stringEnd(bytes, from: start) else { return position = bytes.count }
            // Behind the name come its quote and a colon.
            position = end + 2
            guard position < bytes.count else { return }
            if let next = self.next(bytes, start, end, step) {
                value(document, bytes, &position, next, &marks)
                left -= 1
                if left == 0 { return }
            } else {
                DocumentScanner.skip(bytes, &position)
            }
        }
        position += 1
    }

    private func next(_ bytes: Span<UInt8>, _ start: Int, _ end: Int, _ step: Int) -> Int? {
        for name in steps[step].names where name.text.count == end - start {
            if bytes.extracting(start..<end).hasSameBytes(as: name.text.span) { return name.step }
        }
        return nil
    }

    private func value(
        _ document: [UInt8], _ bytes: Span<UInt8>, _ position: inout Int, _ step: Int, _ marks: inout [Bool]
    ) {
        switch bytes[position] {
        case UInt8(ascii: "\""):
            let start = position + 1
            guard let end = DocumentScanner.stringEnd(bytes, from: start) else { return position = bytes.count }
            position = end + 1
            ask(document, start..<end, isNumber: false, isText: true, step, &marks)
        case UInt8(ascii: "{"):
            if bytes[position + 1] != UInt8(ascii: "}") { mark(existing: step, &marks) }
            if steps[step].names.isEmpty {
                DocumentScanner.skip(bytes, &position)
            } else {
                object(document, bytes, &position, step, &marks)
            }
        case UInt8(ascii: "["):
            position += 1
            while position < bytes.count, bytes[position] != UInt8(ascii: "]") {
                if bytes[position] == UInt8(ascii: ",") { position += 1 }
                value(document, bytes, &position, step, &marks)
            }
            position += 1
        case UInt8(ascii: "n"): DocumentScanner.skip(bytes, &position)
        default:
            let start = position
            DocumentScanner.skip(bytes, &position)
            let isNumber = bytes[start] != UInt8(ascii: "t") && bytes[start] != UInt8(ascii: "f")
            ask(document, start..<position, isNumber: isNumber, isText: false, step, &marks)
        }
    }

    private func mark(existing step: Int, _ marks: inout [Bool]) {
        for number in steps[step].askers where tests[number].test.isExistence { marks[tests[number].mark] = true }
    }

    private func ask(
        _ document: [UInt8], _ range: Range<Int>, isNumber: Bool, isText: Bool, _ step: Int, _ marks: inout [Bool]
    ) {
        guard !steps[step].askers.isEmpty || !steps[step].names.isEmpty else { return }
        var text = document[range]
        if isText, text.contains(UInt8(ascii: "\\")) { text = DocumentScanner.decoded(document[range])[...] }
        for number in steps[step].askers where !marks[tests[number].mark] {
            let asker = tests[number]
            let asked = asker.isFolded ? DocumentScanner.lowered(text) : text
            if asker.test.holds(asked, isNumber: isNumber) { marks[asker.mark] = true }
        }
        // `email.domain` is no member: it is asked of the step below the address.
        for name in steps[step].names {
            for number in steps[name.step].askers where tests[number].isDomain && !marks[tests[number].mark] {
                guard let at = text.lastIndex(of: UInt8(ascii: "@")) else { continue }
                let domain = DocumentScanner.lowered(text[(at + 1)...])
                if tests[number].test.holds(domain, isNumber: false) { marks[tests[number].mark] = true }
            }
        }
    }
}

/// Tokens.
extension DocumentScanner {
    /// Where the quote stands that ends a string.
    @inline(__always)
    static func stringEnd(_ bytes: Span<UInt8>, from start: Int) -> Int? {
        var from = start
        while let end = bytes.firstIndex(of: UInt8(ascii: "\""), from: from) {
            var backslashes = 0
            while end - backslashes > start, bytes[end - backslashes - 1] == UInt8(ascii: "\\") { backslashes += 1 }
            if backslashes & 1 == 0 { return end }
            from = end + 1
        }
        return nil
    }

    /// Passes a value.
    static func skip(_ bytes: Span<UInt8>, _ position: inout Int) {
        var depth = 0
        repeat {
            switch bytes[position] {
            case UInt8(ascii: "\""):
                guard let end = stringEnd(bytes, from: position + 1) else { return position = bytes.count }
                position = end
            case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
            case UInt8(ascii: "}"), UInt8(ascii: "]"): depth -= 1
            default:
                if depth == 0 {
                    while position < bytes.count, ![0x2C, 0x5D, 0x7D].contains(bytes[position]) { position += 1 }
                    return
                }
            }
            position += 1
        } while depth > 0 && position < bytes.count
    }

    /// A string without its escapes.
    private static func decoded(_ text: ArraySlice<UInt8>) -> [UInt8] {
        let tree = JSONTree(bytes: [UInt8(ascii: "\"")] + text + [UInt8(ascii: "\"")])
        return tree.string.map { Array($0.utf8) } ?? Array(text)
    }

    /// In small letters; texts that have none but small ones already are handed back.
    static func lowered(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var isLow = true
        for byte in text {
            if byte >= 0x80 { return Array(String(decoding: text, as: UTF8.self).lowercased().utf8)[...] }
            if (0x41...0x5A).contains(byte) { isLow = false }
        }
        return isLow ? text : text.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }[...]
    }
}
