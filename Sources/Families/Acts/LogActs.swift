import JSON
import Resources
import Tenancy

/// Reading the tenant's log.
enum LogActs {
    static func list(_ call: ResourceCall, _ tenant: inout Tenant) throws(Refusal) -> Answer {
        tenant.fillTable(Logs.table)
        let table = tenant.table(Logs.table)
        let search = try (call.queryText("q") ?? call.queryText("search")).map { (text) throws(Refusal) in
            try DocumentSearch(text, bare: ["client_name", "connection", "user_name"], folded: [])
        }
        var found = table.all
        if let search { found = found.filter { search.holds($0.text) } }
        let pick = Picked(call)
        if let from = call.queryText("from") {
            // Oldest first, behind the one that is named, whether it is still there or not.
            let size = min(max(call.queryInt("take") ?? 50, 0), 100)
            let page = found.drop { !from.utf8.lexicographicallyPrecedes($0.id.utf8) }.prefix(size)
            return Answer(200, .array(page.map { pick.picked($0.tree) }))
        }
        return try answer(found.reversed(), call)
    }

    static func ofUser(_ call: ResourceCall, _ tenant: inout Tenant) throws(Refusal) -> Answer {
        let user = try UserActs.user(call, &tenant)
        return try answer(tenant.table(Logs.table).documents(Logs.userIndex, user.id).reversed(), call)
    }

    static func read(_ call: ResourceCall, _ tenant: inout Tenant) throws(Refusal) -> Answer {
        guard let found = tenant.table(Logs.table).document(call.parameters.last ?? "") else {
            throw Refusal(404, "Log not found.", "inexistent_log", .specified)
        }
        return Answer(200, found.text)
    }

    /// Newest first, unless `sort=date:1`.
    private static func answer(_ newest: [Document], _ call: ResourceCall) throws(Refusal) -> Answer {
        let form = ListForm("logs", offset: "start limit length total logs")
        let pick = Picked(call)
        let list = call.queryText("sort") == "date:1" ? newest.reversed() : newest
        return try form.answer(list, call, id: \.id) { pick.picked($0.tree) }
    }
}
