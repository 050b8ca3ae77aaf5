import Ground
package import Tenancy

/// The cursors that clients can look into: base 64 without padding (RECORDED 206, users-organizations.md 1.1).
package enum Cursor {
    /// The item that a page ended with: when it came and its id.
    package static func after(_ time: Instant, _ id: String) -> String {
        let text = time.text(digits: 3).utf8.map { $0 == 0x54 ? 0x20 : $0 }.dropLast()
        return encoded(Array(text) + Array("000UTC,\(id)".utf8))
    }

    static func time(_ cursor: String) -> (Instant, id: String)? {
        guard let bytes = decoded(cursor), let comma = bytes.firstIndex(of: 0x2C), comma > 4,
            let time = Instant(
                String(decoding: bytes[..<(comma - 3)].map { $0 == 0x20 ? 0x54 : $0 }, as: UTF8.self) + "Z")
        else { return nil }
        return (time, String(decoding: bytes[(comma + 1)...], as: UTF8.self))
    }

    static func encoded(_ bytes: [UInt8]) -> String {
        // The usual alphabet, not the one for addresses.
        String(
            decoding: Base64URL.encode(bytes).map { $0 == 0x2D ? 0x2B : $0 == 0x5F ? 0x2F : $0 }, as: UTF8.self)
    }

    /// Either alphabet: a plus that came as a blank is one, too.
    static func decoded(_ cursor: String) -> [UInt8]? {
        Base64URL.decode(cursor.utf8.map { $0 == 0x2B || $0 == 0x20 ? 0x2D : $0 == 0x2F ? 0x5F : $0 })
    }
}

/// What a list says of an item, for cursors.
package struct CursorMark: Sendable {
    package let id: String
    package let time: Instant

    package init(_ id: String, _ time: Instant = Instant(nanoseconds: 0)) {
        self.id = id
        self.time = time
    }

    /// Whether it comes behind another in the order of time, and of ids at the same millisecond.
    func follows(_ time: Instant, _ id: String) -> Bool {
        let (own, other) = (self.time.nanoseconds / 1_000_000, time.nanoseconds / 1_000_000)
        return own == other ? id.utf8.lexicographicallyPrecedes(self.id.utf8) : own > other
    }
}

extension ListForm {
    /// What a cursor says.
    package enum CursorForm: Sendable {
        /// Nothing that clients could read.
        case opaque
        /// `2026-01-31 13:36:13.829000UTC,<id>`: the last item of the page.
        case lastItem
        /// The id of the first item of the next page.
        case nextItem
    }

    /// Records that pages by number show, and no more.
    package struct Wall: Sendable {
        package let recordsMax: Int
        package let refusal: Refusal

        package init(_ recordsMax: Int, _ refusal: Refusal) {
            self.recordsMax = recordsMax
            self.refusal = refusal
        }
    }

    /// - Throws: where a page by number reaches behind the wall.
    package func checkWall(_ request: ListRequest) throws(Refusal) {
        guard let wall, !request.isByCursor else { return }
        if request.end > wall.recordsMax { throw wall.refusal }
    }

    func order(_ request: ListRequest) -> Order { request.isByCursor ? order : offsetOrder ?? order }
}

extension ListRequest {
    /// Where the page begins that the cursor asks for, among items whose order stays.
    func start(_ from: String, _ count: Int, _ mark: (Int) -> CursorMark) throws(Refusal) -> Int {
        switch cursorForm {
        case .opaque:
            guard let (place, name) = ListRequest.decoded(from) else { throw ListRequest.badCursor }
            // What came or went meanwhile moves the item; where it has gone itself its place counts.
            if place > 0, place <= count, mark(place - 1).id == name { return place }
            return (0..<count).first { mark($0).id == name }.map { $0 + 1 } ?? min(max(0, place - 1), count)
        case .lastItem:
            guard let (time, name) = Cursor.time(from) else { throw ListRequest.badCursor }
            if let last = place(of: name, at: time, count, mark) ?? (0..<count).first(where: { mark($0).id == name }) {
                return last + 1
            }
            return (0..<count).first { mark($0).follows(time, name) } ?? count
        case .nextItem:
            guard let bytes = Cursor.decoded(from) else { throw ListRequest.badCursor }
            let name = String(decoding: bytes, as: UTF8.self)
            if let place = (0..<count).first(where: { mark($0).id == name }) { return place }
            // Ids of this kind grow with time (not within a millisecond), so one that has gone still has a place.
            return (0..<count).first { !IDText.precedes(mark($0).id, name) } ?? count
        }
    }

    /// The place of an item among those of a millisecond; nil where the list is in no order of time.
    private func place(of name: String, at time: Instant, _ count: Int, _ mark: (Int) -> CursorMark) -> Int? {
        let wanted = time.nanoseconds / 1_000_000
        func milliseconds(_ place: Int) -> Int64 { mark(place).time.nanoseconds / 1_000_000 }
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if milliseconds(middle) < wanted { low = middle + 1 } else { high = middle }
        }
        return (low..<count).prefix { milliseconds($0) == wanted }.first { mark($0).id == name }
    }

    /// The cursor of the page behind one that ends before `end`.
    func next(_ page: Range<Int>, of count: Int, _ mark: (Int) -> CursorMark) -> String? {
        guard !page.isEmpty, page.upperBound < count || endsWithNext else { return nil }
        let last = mark(page.upperBound - 1)
        return switch cursorForm {
        case .opaque: ListRequest.cursor(page.upperBound, last.id)
        case .lastItem: Cursor.after(last.time, last.id)
        case .nextItem: page.upperBound < count ? Cursor.encoded(Array(mark(page.upperBound).id.utf8)) : nil
        }
    }
}
