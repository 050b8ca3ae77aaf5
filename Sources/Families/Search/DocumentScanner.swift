import Ground
import JSON

/// Looks in stored JSON at the values of some paths, in one pass that leaves the rest unread: texts as the tenant keeps
/// them, without blanks between their tokens.
///
/// The paths are a tree of names in flat arrays, so that a pass counts no references but those of the values it meets.
struct DocumentScanner: Sendable {
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

    /// A place on the paths: which names go on from it, and who asks for its values.
    private struct Step: Sendable {
        var names: Range<Int> = 0..<0
        var askers: Range<Int> = 0..<0
    }

    /// A name that goes on from a step.
    private struct Name: Sendable {
        let text: Range<Int>
        let step: Int
    }

    private var steps: [Step] = []
    private var names: [Name] = []
    private var nameBytes: [UInt8] = []
    private var numbers: [Int] = []
    private let askers: [Asker]

    init(_ askers: [Asker]) {
        self.askers = askers
        steps.append(Step())
        build(0, Array(askers.indices), depth: 0)
    }

    /// Fills in a step that some askers' paths go through.
    private mutating func build(_ step: Int, _ through: [Int], depth: Int) {
        let ending = through.filter { askers[$0].path.count == depth }
        steps[step].askers = numbers.count..<numbers.count + ending.count
        numbers += ending
        var groups: [(name: String, askers: [Int])] = []
        for number in through where askers[number].path.count > depth {
            let name = askers[number].path[depth]
            if let known = groups.firstIndex(where: { $0.name == name }) {
                groups[known].askers.append(number)
            } else {
                groups.append((name, [number]))
            }
        }
        let first = names.count
        steps[step].names = first..<first + groups.count
        for group in groups {
            let start = nameBytes.count
            nameBytes += group.name.utf8
            steps.append(Step())
            names.append(Name(text: start..<nameBytes.count, step: steps.count - 1))
        }
        for (place, group) in groups.enumerated() { build(names[first + place].step, group.askers, depth: depth + 1) }
    }

    /// Marks what holds of a document.
    func scan(_ document: [UInt8], _ marks: inout Marks) {
        let bytes = document.span
        guard !askers.isEmpty, bytes.count > 1, bytes[0] == UInt8(ascii: "{") else { return }
        var position = 0
        object(bytes, &position, 0, &marks)
    }

    /// From an object's first byte; at the top level it ends with the last name that somebody asks for.
    private func object(_ bytes: Span<UInt8>, _ position: inout Int, _ step: Int, _ marks: inout Marks) {
        let names = steps[step].names
        var left = step == 0 ? names.count : Int.max
        position += 1
        while position < bytes.count, bytes[position] != UInt8(ascii: "}") {
            if bytes[position] == UInt8(ascii: ",") { position += 1 }
            let start = position + 1
            guard let end = DocumentScanner.stringEnd(bytes, from: start) else { return position = bytes.count }
            // Behind the name come its quote and a colon.
            position = end + 2
            guard position < bytes.count else { return }
            if let next = next(bytes, start, end, names) {
                value(bytes, &position, next, &marks)
                left -= 1
                if left == 0 { return }
            } else if bytes[position] == UInt8(ascii: "\"") {
                position = DocumentScanner.stringEnd(bytes, from: position + 1).map { $0 + 1 } ?? bytes.count
            } else {
                DocumentScanner.skip(bytes, &position)
            }
        }
        position += 1
    }

    @inline(__always)
    private func next(_ bytes: Span<UInt8>, _ start: Int, _ end: Int, _ names: Range<Int>) -> Int? {
        for number in names {
            let name = self.names[number]
            guard name.text.count == end - start else { continue }
            var offset = 0
            while offset < name.text.count, bytes[start + offset] == nameBytes[name.text.lowerBound + offset] {
                offset += 1
            }
            if offset == name.text.count { return name.step }
        }
        return nil
    }

    private func value(_ bytes: Span<UInt8>, _ position: inout Int, _ step: Int, _ marks: inout Marks) {
        switch bytes[position] {
        case UInt8(ascii: "\""):
            let start = position + 1
            guard let end = DocumentScanner.stringEnd(bytes, from: start) else { return position = bytes.count }
            position = end + 1
            let text = bytes.extracting(start..<end)
            if text.firstIndex(of: UInt8(ascii: "\\"), from: 0) == nil {
                ask(text, isNumber: false, step, &marks)
            } else {
                ask(DocumentScanner.decoded(text).span, isNumber: false, step, &marks)
            }
        case UInt8(ascii: "{"):
            if position + 1 < bytes.count, bytes[position + 1] != UInt8(ascii: "}") { mark(existing: step, &marks) }
            if steps[step].names.isEmpty {
                DocumentScanner.skip(bytes, &position)
            } else {
                object(bytes, &position, step, &marks)
            }
        case UInt8(ascii: "["):
            // A list has the values of its items.
            position += 1
            while position < bytes.count, bytes[position] != UInt8(ascii: "]") {
                if bytes[position] == UInt8(ascii: ",") { position += 1 }
                value(bytes, &position, step, &marks)
            }
            position += 1
        case UInt8(ascii: "n"): DocumentScanner.skip(bytes, &position)
        default:
            let start = position
            DocumentScanner.skip(bytes, &position)
            let isNumber = bytes[start] != UInt8(ascii: "t") && bytes[start] != UInt8(ascii: "f")
            ask(bytes.extracting(start..<position), isNumber: isNumber, step, &marks)
        }
    }

    private func mark(existing step: Int, _ marks: inout Marks) {
        for place in steps[step].askers where askers[numbers[place]].test.isExistence {
            marks.insert(askers[numbers[place]].mark)
        }
    }

    private func ask(_ text: Span<UInt8>, isNumber: Bool, _ step: Int, _ marks: inout Marks) {
        for place in steps[step].askers {
            let number = numbers[place]
            let mark = askers[number].mark
            guard !marks.contains(mark) else { continue }
            var start = 0
            if askers[number].isDomain {
                guard let at = text.firstIndex(of: UInt8(ascii: "@"), from: 0) else { continue }
                start = at + 1
            }
            let asked = text.extracting(start..<text.count)
            if askers[number].test.holds(asked, isNumber: isNumber, isFolded: askers[number].isFolded) {
                marks.insert(mark)
            }
        }
    }
}

/// Which leaves of a query hold: bits.
struct Marks: Sendable {
    private var first: UInt64 = 0
    private var others: [UInt64]

    init(count: Int) {
        others = Array(repeating: 0, count: count / 64)
    }

    @inline(__always)
    func contains(_ number: Int) -> Bool {
        (number < 64 ? first : others[number / 64 - 1]) & 1 << UInt64(number % 64) != 0
    }

    @inline(__always)
    mutating func insert(_ number: Int) {
        if number < 64 { first |= 1 << UInt64(number) } else { others[number / 64 - 1] |= 1 << UInt64(number % 64) }
    }

    @inline(__always)
    mutating func removeAll() {
        first = 0
        for index in others.indices { others[index] = 0 }
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
        if position < bytes.count, bytes[position] == UInt8(ascii: "\"") {
            return position = stringEnd(bytes, from: position + 1).map { $0 + 1 } ?? bytes.count
        }
        var depth = 0
        while position < bytes.count {
            switch bytes[position] {
            case UInt8(ascii: "\""):
                guard let end = stringEnd(bytes, from: position + 1) else { return position = bytes.count }
                position = end
            case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
            case UInt8(ascii: "}"), UInt8(ascii: "]"):
                if depth == 0 { return }
                depth -= 1
                if depth == 0 { return position += 1 }
            case UInt8(ascii: ","): if depth == 0 { return }
            default: break
            }
            position += 1
        }
    }

    /// A string without its escapes.
    private static func decoded(_ text: Span<UInt8>) -> [UInt8] {
        JSONTree(text: "\"\(text.text)\"").string.map { Array($0.utf8) } ?? []
    }

    /// The bytes of a member of the root; a string's without its quotes. Nil where it is not there, or null.
    static func rootValue(_ name: Span<UInt8>, in bytes: Span<UInt8>) -> (bytes: Range<Int>, isText: Bool)? {
        var position = 1
        while position < bytes.count, bytes[position] != UInt8(ascii: "}") {
            if bytes[position] == UInt8(ascii: ",") { position += 1 }
            let start = position + 1
            guard let end = stringEnd(bytes, from: start) else { return nil }
            position = end + 2
            let valueStart = position
            skip(bytes, &position)
            guard bytes.extracting(start..<end).hasSameBytes(as: name) else { continue }
            guard valueStart < position, bytes[valueStart] != UInt8(ascii: "n") else { return nil }
            let isText = bytes[valueStart] == UInt8(ascii: "\"")
            return (isText ? valueStart + 1..<position - 1 : valueStart..<position, isText)
        }
        return nil
    }
}
