import JSON
package import Tenancy

/// Lists of documents.
extension Resource {
    package func list(_ call: ResourceCall, _ tenant: inout Tenant) throws(Refusal) -> Answer {
        guard let form = list else { throw missing }
        try checkParent(call, &tenant)
        tenant.fillTable(name)
        let request = ListRequest(call, form)
        try form.checkWall(request)
        let order = form.order(request)
        if let key = sortKey(order), isWhole(form, call) {
            tenant.withTable(name) { $0.keepOrder(order.name, by: key) }
        }
        let fields = FieldPick(call, form.fields)
        let tenantNow = tenant
        let page = try page(request, form, call, tenantNow)
        let items = page.items.map { document in
            let text = shown(document, .item, call, tenantNow)
            return fields.map { $0.picked(JSONTree(bytes: text)).bytes } ?? text
        }
        return Answer(200, form.written(items, request, total: page.total, next: page.next))
    }

    private typealias DocumentPage = (items: [Document], total: Int, next: String?)

    private func page(
        _ request: ListRequest, _ form: ListForm, _ call: ResourceCall, _ tenant: Tenant
    ) throws(Refusal) -> DocumentPage {
        if isWhole(form, call), let page = try wholePage(request, form, call, tenant.table(name)) { return page }
        let found = lastMoved(sorted(filtered(form, call, tenant), form.order(request), call), form, call)
        let (range, next) = try request.range(of: found.count) { CursorMark(found[$0].ownID, found[$0].createdAt) }
        return (Array(found[range]), found.count, next)
    }

    /// Whether a list holds all documents, in an order of its own.
    private func isWhole(_ form: ListForm, _ call: ResourceCall) -> Bool {
        parentCount == 0 && !rules.selects(call) && call.query?["sort"] == nil
            && !form.filters.contains { call.query?[JSONKey($0.name)] != nil }
    }

    /// A page of all documents, which looks at no others; nil where they have to be looked through.
    private func wholePage(
        _ request: ListRequest, _ form: ListForm, _ call: ResourceCall, _ table: DocumentTable
    ) throws(Refusal) -> DocumentPage? {
        switch form.order(request) {
        case .created: try pageInOrder(request, form, call, table)
        case .newestFirst: newestPage(request, table)
        case .member, .collated: try sortedPage(request, form.order(request).name, table)
        }
    }

    private func newestPage(_ request: ListRequest, _ table: DocumentTable) -> DocumentPage? {
        guard !request.isByCursor else { return nil }
        let end = table.count - min(request.offset, table.count)
        let start = max(0, end - request.size)
        return (table.slice(offset: start, count: end - start).reversed(), table.count, nil)
    }

    private func sortedPage(
        _ request: ListRequest, _ order: String, _ table: DocumentTable
    ) throws(Refusal) -> DocumentPage? {
        var offset = min(request.offset, table.count)
        if let from = request.from {
            guard case .opaque = request.cursorForm else { return nil }
            guard let (place, id) = ListRequest.decoded(from) else { throw ListRequest.badCursor }
            // A document that has gone leaves its place to the next.
            offset = min(table.rank(of: id, in: order).map { $0 + 1 } ?? max(0, place - 1), table.count)
        }
        guard let items = table.slice(in: order, offset: offset, count: request.size) else { return nil }
        let (end, last) = (offset + items.count, items.last.map { CursorMark($0.ownID, $0.createdAt) })
        guard request.isByCursor, let last else { return (items, table.count, nil) }
        return (items, table.count, request.next(offset..<end, of: table.count) { _ in last })
    }

    /// A page in order of creation.
    private func pageInOrder(
        _ request: ListRequest, _ form: ListForm, _ call: ResourceCall, _ table: DocumentTable
    ) throws(Refusal) -> DocumentPage? {
        let last = table.slice(offset: 0, count: 1).first { rules.standsLast($0) }
        let wanted = form.lastFilter.flatMap { call.queryFlag($0) }
        // The oldest may stand last: the others are those after it, and it follows them.
        let hidden = last == nil ? 0 : 1
        let others = wanted == true ? 0 : table.count - hidden
        let end = wanted == false ? [] : last.map { [$0] } ?? []
        let total = others + end.count
        guard request.isByCursor else {
            let start = min(request.offset, total)
            let count = min(request.size, total - start)
            let items = table.slice(offset: hidden + start, count: max(0, min(count, others - start)))
            return (items + end.prefix(count - items.count), total, nil)
        }
        if case .lastItem = form.cursorForm { return try pageByTime(request, table) }
        if case .nextItem = form.cursorForm { return nil }
        let after = try request.cursor(of: { table.sequence(of: $0) }) ?? -1
        let lastSequence = last.flatMap { table.sequence(of: $0.id) } ?? -1
        if after >= 0, after == lastSequence { return ([], total, nil) }
        var items = others == 0 ? [] : table.slice(after: max(after, lastSequence), count: request.size + 1)
        if items.count <= request.size { items += end }
        let hasMore = items.count > request.size
        if hasMore { items.removeLast() }
        return (
            items, total, hasMore ? items.last.map { ListRequest.cursor(table.sequence(of: $0.id) ?? 0, $0.id) } : nil
        )
    }

    /// The same for documents that were filtered.
    private func lastMoved(_ documents: [Document], _ form: ListForm, _ call: ResourceCall) -> [Document] {
        guard case .created = form.order else { return documents }
        var documents = documents
        let wanted = form.lastFilter.flatMap { call.queryFlag($0) }
        guard let first = documents.first, rules.standsLast(first) else { return wanted == true ? [] : documents }
        if wanted == true { return [first] }
        documents.removeFirst()
        return wanted == false ? documents : documents + [first]
    }

    /// The same where cursors say when the last item was made.
    private func pageByTime(_ request: ListRequest, _ table: DocumentTable) throws(Refusal) -> DocumentPage? {
        var after = -1
        if let from = request.from {
            guard let (_, id) = Cursor.time(from) else { throw ListRequest.badCursor }
            guard let sequence = table.lastSequence(of: id) else { return nil }
            after = sequence
        }
        var items = table.slice(after: after, count: request.size + 1)
        guard items.count > request.size else { return (items, table.count, nil) }
        items.removeLast()
        return (items, table.count, items.last.map { Cursor.after($0.createdAt, $0.id) })
    }

    /// The documents that the query's filters leave, through an index where one of them has it.
    private func filtered(_ form: ListForm, _ call: ResourceCall, _ tenant: Tenant) -> [Document] {
        var filters = form.filters.filter { call.query?[JSONKey($0.name)] != nil }
        var found: [Document]
        if parentCount > 0 {
            found = documents(below: parentKey(call, tenant), in: tenant)
        } else if let first = filters.firstIndex(where: { isIndexed($0) }),
            let texts = call.queryTexts(filters[first].name)
        {
            let member = filters.remove(at: first).member
            found = texts.flatMap { documents(where: member, is: $0, in: tenant) }
            if texts.count > 1 { found = tenant.table(name).inOrder(found) }
        } else {
            found = tenant.table(name).all
        }
        if !filters.isEmpty {
            found = found.filter { document in
                let tree = document.tree
                return filters.allSatisfy { holds($0, tree, call) }
            }
        }
        return rules.selects(call) ? found.filter { rules.lists($0, call, tenant) } : found
    }

    private func isIndexed(_ filter: ListForm.Filter) -> Bool {
        if case .contains = filter.comparison { return false }
        return memberIndex(filter.member) != nil || keyNumber(filter.member) != nil
    }

    private func holds(_ filter: ListForm.Filter, _ tree: JSONTree, _ call: ResourceCall) -> Bool {
        let value = tree[path: filter.member]
        switch filter.comparison {
        case .equal:
            if let wanted = call.query?[JSONKey(filter.name)]?.bool { return value?.bool == wanted }
            let texts = call.queryTexts(filter.name) ?? []
            return Resource.names(value).contains { texts.contains($0) }
        case .has: return Resource.names(value).contains { (call.queryTexts(filter.name) ?? []).contains($0) }
        case .contains:
            let text = (call.queryText(filter.name) ?? "").lowercased()
            return value?.string?.lowercased().contains(text) ?? false
        }
    }

    private func sorted(_ documents: [Document], _ order: ListForm.Order, _ call: ResourceCall) -> [Document] {
        if let sort = call.queryText("sort"), let colon = sort.lastIndex(of: ":") {
            let found = sorted(documents, by: String(sort[..<colon]))
            return sort.hasSuffix("-1") ? found.reversed() : found
        }
        if case .newestFirst = order { return documents.reversed() }
        guard let key = sortKey(order) else { return documents }
        return documents.enumerated().map { (key: key($1), index: $0, document: $1) }.sorted { left, right in
            left.key == right.key ? left.index < right.index : left.key.lexicographicallyPrecedes(right.key)
        }.map(\.document)
    }

    /// What documents are sorted by; nil in an order of time.
    private func sortKey(_ order: ListForm.Order) -> DocumentTable.SortKey? {
        switch order {
        case .created, .newestFirst: nil
        case .collated(let member): { Collation.key(self.text(of: member, in: $0)) }
        case .member(let member, folded: false): { Array(self.text(of: member, in: $0).utf8) }
        case .member(let member, folded: true): { Array(self.text(of: member, in: $0).lowercased().utf8) }
        }
    }

    /// A member's text, without a look at the document's where it is at hand: its id, or one of its keys.
    private func text(of member: String, in document: Document) -> String {
        if parentCount == 0 {
            if case .collection(_, member) = shape { return document.id }
            if let number = keyNumber(member), let key = document.keys.first(where: { $0.index == keyIndex(number) }) {
                return String(decoding: key.text.utf8.drop { $0 == 0x1F }, as: UTF8.self)
            }
        }
        return document.tree[path: member]?.string ?? ""
    }

    /// By what a request names: numbers by size, before texts where a document has none.
    private func sorted(_ documents: [Document], by member: String) -> [Document] {
        let keyed = documents.enumerated().map { index, document in
            let value = document.tree[path: member]
            return (number: value?.double ?? 0, text: value?.string ?? "", index: index, document: document)
        }
        return keyed.sorted { left, right in
            if left.number != right.number { return left.number < right.number }
            if left.text == right.text { return left.index < right.index }
            return left.text.utf8.lexicographicallyPrecedes(right.text.utf8)
        }.map(\.document)
    }
}
