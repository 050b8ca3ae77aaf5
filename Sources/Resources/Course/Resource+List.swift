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
        if let page = try pageInOrder(request, form, call, tenant) { return page }
        let found = lastMoved(sorted(filtered(form, call, tenant), form.order(request), call), form, call)
        let (range, next) = try request.range(of: found.count) { CursorMark(found[$0].ownID, found[$0].createdAt) }
        return (Array(found[range]), found.count, next)
    }

    /// A page of all documents in order of creation, which looks at no others.
    private func pageInOrder(
        _ request: ListRequest, _ form: ListForm, _ call: ResourceCall, _ tenant: Tenant
    ) throws(Refusal) -> DocumentPage? {
        guard case .created = form.order(request), parentCount == 0, !rules.selects,
            call.query?["sort"] == nil, !form.filters.contains(where: { call.query?[JSONKey($0.name)] != nil })
        else { return nil }
        let table = tenant.table(name)
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
            guard let sequence = table.sequence(of: id) else { return nil }
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
        return rules.selects ? found.filter { rules.lists($0, call, tenant) } : found
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
            let found = sorted(documents, by: String(sort[..<colon]), folded: false)
            return sort.hasSuffix("-1") ? found.reversed() : found
        }
        switch order {
        case .created: return documents
        case .newestFirst: return documents.reversed()
        case .collated(let member): return documents.collated { text(of: member, in: $0) }
        case .member(let member, let folded):
            if case .collection(_, let own) = shape, own == member, parentCount == 0, !folded {
                return documents.sorted { $0.id.utf8.lexicographicallyPrecedes($1.id.utf8) }
            }
            return sorted(documents, by: member, folded: folded)
        }
    }

    /// A member's text, out of the document's keys where it is one of them.
    private func text(of member: String, in document: Document) -> String {
        if parentCount == 0, let number = keys.firstIndex(where: { $0.members == [member] && !$0.isFolded }),
            let key = document.keys.first(where: { $0.index == keyIndex(number) })
        {
            return String(decoding: key.text.utf8.drop { $0 == 0x1F }, as: UTF8.self)
        }
        return document.tree[path: member]?.string ?? ""
    }

    private func sorted(_ documents: [Document], by member: String, folded: Bool) -> [Document] {
        // A member that is a key is at hand without its document's text.
        let number = keyNumber(member).map { keyIndex($0) }
        let keyed = documents.enumerated().map { index, document in
            let key = number.flatMap { number in document.keys.first { $0.index == number }?.text }
            let value = key == nil ? document.tree[path: member] : nil
            let text = key ?? value?.string ?? ""
            return (
                key: folded ? text.lowercased() : text, number: value?.double ?? 0, index: index, document: document
            )
        }
        return keyed.sorted { left, right in
            if left.number != right.number { return left.number < right.number }
            if left.key == right.key { return left.index < right.index }
            return left.key.utf8.lexicographicallyPrecedes(right.key.utf8)
        }.map(\.document)
    }
}
