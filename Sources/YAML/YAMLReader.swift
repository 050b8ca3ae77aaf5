import CYaml
package import JSON

/// Reads YAML through libyaml, event by event, into the JSON that it stands for.
///
/// One document of plain data. Aliases are refused: a few lines of them can stand for more than any memory holds.
/// Plain scalars are null, booleans and numbers by the core schema of YAML 1.2 where JSON has the same spelling;
/// everything else is text. What stands on a line of the YAML stands on the same line of the JSON, so that
/// `JSONValue.line(of:)` tells where a value was.
///
/// Safe: the parser is freed before the call ends, and what an event points to is read before the event is deleted.
@safe package struct YAMLReader: ~Copyable {
    private enum Inside {
        case sequence
        case mapping(expectsKey: Bool)
    }

    private var writer = JSONWriter()
    private var stack: [Inside] = []
    /// Of each mapping that is open, innermost last.
    private var keys: [Set<String>] = []
    private var documents = 0
    /// The line of the JSON that is written now, from 1.
    private var line = 1
    private static let depthMax = 100

    package static func read(_ text: [UInt8]) throws(YAMLError) -> JSONValue {
        var reader = YAMLReader()
        try reader.readEvents(text)
        guard reader.documents > 0 else { return .null }
        let json = reader.writer.finish()
        do throws(JSONSyntaxError) {
            return try JSONParser.parse(json)
        } catch {
            throw YAMLError(line: 1, "it stands for no JSON: \(error)")
        }
    }

    private mutating func readEvents(_ text: [UInt8]) throws(YAMLError) {
        var parser = unsafe yaml_parser_t()
        guard unsafe yaml_parser_initialize(&parser) == 1 else { throw YAMLError(line: 1, "out of memory") }
        defer { unsafe yaml_parser_delete(&parser) }
        // The parser keeps a pointer to its input until it is deleted.
        let input = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: max(1, text.count))
        defer { unsafe input.deallocate() }
        _ = unsafe input.initialize(fromContentsOf: text)
        unsafe yaml_parser_set_input_string(&parser, input.baseAddress, text.count)
        while true {
            var event = unsafe yaml_event_t()
            guard unsafe yaml_parser_parse(&parser, &event) == 1 else {
                let problem = unsafe parser.problem.map { unsafe String(cString: $0) } ?? "cannot be read"
                throw unsafe YAMLError(line: Int(parser.problem_mark.line) + 1, problem)
            }
            defer { unsafe yaml_event_delete(&event) }
            let line = unsafe Int(event.start_mark.line) + 1
            if unsafe event.type == YAML_STREAM_END_EVENT { return }
            breakLines(upTo: line)
            try unsafe take(event, line)
        }
    }

    private mutating func breakLines(upTo next: Int) {
        while line < next {
            writer.lineBreak()
            line += 1
        }
    }

    private mutating func take(_ event: yaml_event_t, _ line: Int) throws(YAMLError) {
        switch unsafe event.type {
        case YAML_DOCUMENT_START_EVENT:
            documents += 1
            if documents > 1 { throw YAMLError(line: line, "there is more than one document") }
        case YAML_SCALAR_EVENT:
            let scalar = unsafe event.data.scalar
            let text = unsafe Array(UnsafeBufferPointer(start: scalar.value, count: scalar.length))
            let isPlain = unsafe scalar.style == YAML_PLAIN_SCALAR_STYLE && scalar.tag == nil
            try takeScalar(text, isPlain: isPlain, line)
        case YAML_SEQUENCE_START_EVENT:
            try begin(.sequence, line)
            writer.beginArray()
        case YAML_MAPPING_START_EVENT:
            try begin(.mapping(expectsKey: true), line)
            keys.append([])
            writer.beginObject()
        case YAML_SEQUENCE_END_EVENT:
            stack.removeLast()
            writer.endArray()
            valueDidEnd()
        case YAML_MAPPING_END_EVENT:
            stack.removeLast()
            keys.removeLast()
            writer.endObject()
            valueDidEnd()
        case YAML_ALIAS_EVENT: throw YAMLError(line: line, "aliases (*name) are not taken")
        default: break
        }
    }

    private mutating func begin(_ inside: Inside, _ line: Int) throws(YAMLError) {
        if case .mapping(expectsKey: true)? = stack.last { throw YAMLError(line: line, "a key must be text") }
        guard stack.count < YAMLReader.depthMax else { throw YAMLError(line: line, "it is nested too deeply") }
        stack.append(inside)
    }

    private mutating func takeScalar(_ text: [UInt8], isPlain: Bool, _ line: Int) throws(YAMLError) {
        let string = String(decoding: text, as: UTF8.self)  // libyaml has checked the encoding.
        if case .mapping(expectsKey: true)? = stack.last {
            guard keys[keys.count - 1].insert(string).inserted else {
                throw YAMLError(line: line, "the key \(string) stands twice")
            }
            writer.key(string)
            stack[stack.count - 1] = .mapping(expectsKey: false)
            return
        }
        switch isPlain ? YAMLReader.plainValue(string) : nil {
        case let value?: writer.value(value)
        case nil: writer.string(string)
        }
        valueDidEnd()
    }

    /// What an unquoted scalar stands for, if not for its text.
    private static func plainValue(_ text: String) -> JSONValue? {
        switch text {
        case "", "~", "null", "Null", "NULL": return .null
        case "true", "True", "TRUE": return try? JSONParser.parse(Array("true".utf8))
        case "false", "False", "FALSE": return try? JSONParser.parse(Array("false".utf8))
        default:
            let value = try? JSONParser.parse(Array(text.utf8))
            return value?.kind == .number ? value : nil
        }
    }

    /// After a value a mapping expects a key again.
    private mutating func valueDidEnd() {
        if case .mapping? = stack.last { stack[stack.count - 1] = .mapping(expectsKey: true) }
    }
}
