/// Which part of a list is wanted: zero-based page index, items per page (at least 1).
package struct PageRequest: Equatable, Sendable {
    package let index: Int
    package let size: Int

    package init(index: Int, size: Int) {
        self.index = index
        self.size = size
    }

    /// Items before the page; `Int.max` where that overflows.
    var offset: Int {
        let (product, overflows) = index.multipliedReportingOverflow(by: size)
        return overflows ? Int.max : product
    }
}

/// A part of a list.
package struct Page<Item> {
    package let items: [Item]
    /// All items of the list, but 0 on an empty page past its end (reference 2.4: RECORDED for versions and uses,
    /// INFERRED for modules).
    package let total: Int
    package let index: Int
    package let size: Int

    init(_ items: [Item], of count: Int, _ request: PageRequest) {
        self.items = items
        total = items.isEmpty ? 0 : count
        index = request.index
        size = request.size
    }

    /// A page of a list that is at hand as a whole.
    init(of all: some RandomAccessCollection<Item>, _ request: PageRequest) {
        self.init(Array(all.dropFirst(request.offset).prefix(request.size)), of: all.count, request)
    }
}

extension Page: Sendable where Item: Sendable {}
