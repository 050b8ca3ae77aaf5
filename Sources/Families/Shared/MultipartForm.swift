/// The parts of a `multipart/form-data` body (RFC 7578); its first line says what stands between them.
struct MultipartForm {
    private(set) var parts: [String: [UInt8]] = [:]

    /// - Returns: nil for a body of another form.
    init?(_ body: [UInt8]) {
        guard body.starts(with: "--".utf8), let lineEnd = body.firstIndex(of: 0x0D) else { return nil }
        let delimiter = [0x0D, 0x0A] + body[..<lineEnd]
        var start = lineEnd + 2
        while start < body.count, let end = MultipartForm.find(delimiter, in: body, from: start) {
            if let blank = MultipartForm.find(Array("\r\n\r\n".utf8), in: body, from: start), blank < end,
                let name = MultipartForm.name(String(decoding: body[start..<blank], as: UTF8.self))
            {
                parts[name] = Array(body[(blank + 4)..<end])
            }
            start = end + delimiter.count
            guard start + 2 <= body.count, body[start] == 0x0D else { break }
            start += 2
        }
        if parts.isEmpty { return nil }
    }

    subscript(name: String) -> String? { parts[name].map { String(decoding: $0, as: UTF8.self) } }

    /// Of a part's header lines; `filename` is another parameter.
    private static func name(_ head: String) -> String? {
        let parameters = head.split(separator: ";").map { $0.drop { $0 == " " } }
        guard let found = parameters.first(where: { $0.hasPrefix("name=") }) else { return nil }
        let text = found.dropFirst(5).prefix { $0 != "\r\n" && $0 != "\r" }
        return text.first == "\"" ? text.dropFirst().split(separator: "\"").first.map(String.init) : String(text)
    }

    private static func find(_ wanted: [UInt8], in body: [UInt8], from start: Int) -> Int? {
        var index = start
        while index + wanted.count <= body.count {
            guard let next = body[index...].firstIndex(of: wanted[0]), next + wanted.count <= body.count else {
                return nil
            }
            if body[next..<next + wanted.count].elementsEqual(wanted) { return next }
            index = next + 1
        }
        return nil
    }
}
