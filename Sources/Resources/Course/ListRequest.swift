package import JSON
package import Tenancy

/// Which part of a list is asked for.
package struct ListRequest: Sendable {
    package let isByCursor: Bool
    package let offset: Int
    package let size: Int
    package let wantsEnvelope: Bool
    let from: String?
    let cursorForm: ListForm.CursorForm
    let endsWithNext: Bool

    /// By cursor as soon as `take` or `from` is there, whatever else is (RECORDED 783).
    package init(_ call: ResourceCall, _ form: ListForm) {
        from = call.queryText("from")
        cursorForm = form.cursorForm
        endsWithNext = form.endsWithNext
        let take = call.queryInt("take")
        isByCursor = form.cursor != nil && (take != nil || from != nil || form.offset == nil)
        let asked = isByCursor ? take : call.queryInt("per_page")
        // Not every list has a schema that keeps a number from being less than nothing.
        size = max(0, asked ?? (isByCursor ? nil : form.offsetSize) ?? form.defaultSize)
        let (start, overflows) = max(0, call.queryInt("page") ?? 0).multipliedReportingOverflow(by: size)
        offset = isByCursor ? 0 : overflows ? Int.max : start
        wantsEnvelope = form.isAlwaysEnveloped || isByCursor || call.queryFlag("include_totals") ?? false
    }

    /// Where the page ends, were there no end of items.
    package var end: Int {
        let (end, overflows) = offset.addingReportingOverflow(size)
        return overflows ? Int.max : end
    }

    /// - Parameters:
    ///   - count: items in all.
    ///   - mark: of the item at a place, for cursors.
    /// - Returns: the places of the page, and the cursor of the next.
    package func range(
        of count: Int, _ mark: (Int) -> CursorMark
    ) throws(Refusal) -> (Range<Int>, next: String?) {
        guard isByCursor else {
            let start = min(offset, count)
            return (start..<min(count, start + min(size, count - start)), nil)
        }
        let start = if let from { try start(from, count, mark) } else { 0 }
        let page = start..<min(count, start + min(size, count - start))
        return (page, next(page, of: count, mark))
    }

    /// The place of the item that the cursor names, among items whose places stay: one that has gone still has its own.
    func cursor(of place: (String) -> Int?) throws(Refusal) -> Int? {
        guard let from else { return nil }
        guard let (last, name) = ListRequest.decoded(from) else { throw ListRequest.badCursor }
        return place(name) ?? last
    }

    /// Opaque to clients: place and id of the last item, in hexadecimal digits.
    package static func cursor(_ place: Int, _ id: String) -> String {
        "\(place).\(id)".utf8.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }

    static func decoded(_ cursor: String) -> (Int, String)? {
        let digits = Array(cursor.utf8)
        var bytes: [UInt8] = []
        for index in stride(from: 0, to: digits.count - 1, by: 2) {
            guard let byte = UInt8(String(decoding: digits[index...index + 1], as: UTF8.self), radix: 16) else {
                return nil
            }
            bytes.append(byte)
        }
        guard let dot = bytes.firstIndex(of: 0x2E), let place = Int(String(decoding: bytes[..<dot], as: UTF8.self)),
            place >= 0
        else { return nil }
        return (place, String(decoding: bytes[(dot + 1)...], as: UTF8.self))
    }

    /// INFERRED: nobody recorded one that is no cursor.
    package static let badCursor = Refusal(
        400, "Query validation error: 'Invalid value' on property from.", "invalid_query_string", rule: "cursor",
        .inferred)
}

extension ListForm {
    /// The list in its envelope, or bare.
    package func written(_ items: [[UInt8]], _ request: ListRequest, total: Int, next: String?) -> [UInt8] {
        var writer = JSONWriter(capacity: 128 + items.reduce(0) { $0 + $1.count + 1 })
        let members = request.isByCursor ? cursor : request.wantsEnvelope ? offset : nil
        guard let members else {
            ListForm.write(items, to: &writer)
            return writer.finish()
        }
        writer.beginObject()
        for member in members {
            switch member {
            case "total":
                writer.key("total")
                writer.integer(total)
            case "start":
                writer.key("start")
                writer.integer(request.offset)
            case "limit":
                writer.key("limit")
                if case .itemCount = limit { writer.integer(items.count) } else { writer.integer(request.size) }
            case "length":
                writer.key("length")
                writer.integer(items.count)
            case "next":
                guard let next else { continue }
                writer.key("next")
                writer.string(next)
            default:
                writer.key(member)
                ListForm.write(items, to: &writer)
            }
        }
        writer.endObject()
        return writer.finish()
    }

    private static func write(_ items: [[UInt8]], to writer: inout JSONWriter) {
        writer.beginArray()
        for item in items { writer.raw(item) }
        writer.endArray()
    }

    /// A page of a list that is at hand as a whole.
    ///
    /// - Parameters:
    ///   - id: names an item, for cursors.
    ///   - time: when an item came, for those that say it.
    ///   - body: the JSON of an item.
    package func answer<Item>(
        _ list: [Item], _ call: ResourceCall, id: (Item) -> String,
        time: (Item) -> Instant = { _ in Instant(nanoseconds: 0) }, body: (Item) -> JSONTree
    ) throws(Refusal) -> Answer {
        let request = ListRequest(call, self)
        try checkWall(request)
        let (range, next) = try request.range(of: list.count) { CursorMark(id(list[$0]), time(list[$0])) }
        let items = list[range].map { body($0).bytes }
        return Answer(200, written(items, request, total: list.count, next: next))
    }
}
