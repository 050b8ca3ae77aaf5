import JSON
import Resources
import Tenancy

/// Operations of users that are no plain reading and writing.
enum UserActs {
    /// A page of those that a query holds of (reference sections 3.6 and 4).
    static func list(_ call: ResourceCall, _ tenant: inout Tenant) throws(Refusal) -> Answer {
        guard let resource = call.catalogue.resource("users"), let form = resource.list else { throw .notFound }
        tenant.fillTable("users")
        JobActs.runDue(call, &tenant)
        let request = ListRequest(call, form)
        guard request.end <= 1_000 else { throw wall }
        let sort = try sorting(call)
        guard let text = call.queryText("q"), !text.isEmpty else {
            let table = tenant.table("users")
            guard let sort else {
                let page = table.slice(offset: request.offset, count: request.size)
                return answer(page, total: table.count, request, form, call)
            }
            return .afterwards { answer(table.all, sort, request, form, call) }
        }
        // Without a total nobody needs to know what is behind the page.
        let countMax = request.wantsEnvelope || sort != nil ? Int.max : max(1, request.end)
        let seen = tenant.before(call.settings.searchDelay, "users", now: call.now)
        let search = try UserSearch(text)
        return .afterwards {
            answer(search.users(in: seen, resource, countMax: countMax), sort, request, form, call)
        }
    }

    /// What was found, sorted.
    private struct Sorting: Sendable {
        let member: String
        let descending: Bool
    }

    private static func answer(
        _ found: [Document], _ sort: Sorting?, _ request: ListRequest, _ form: ListForm, _ call: ResourceCall
    ) -> Answer {
        let first = sort.map {
            SortKey.first(request.end, of: found, by: $0.member, descending: $0.descending)
        }
        let page = Array((first ?? found).dropFirst(request.offset).prefix(request.size))
        return answer(page, total: found.count, request, form, call)
    }

    private static func answer(
        _ page: [Document], total: Int, _ request: ListRequest, _ form: ListForm, _ call: ResourceCall
    ) -> Answer {
        let pick = Picked(call)
        let isSearched =
            !(call.queryText("q") ?? "").isEmpty && call.settings.asOf.map { $0.rawValue >= "2025" } ?? true
        let items = page.map { document in
            if pick.isAll, !isSearched { return document.text }
            let tree = pick.picked(document.tree)
            return (isSearched ? indexOrdered(tree) : tree).bytes
        }
        return Answer(200, form.written(items, request, total: total, next: nil))
    }

    /// As the search's own index has the members since 2025 (RECORDED 6, of one user).
    private static func indexOrdered(_ user: JSONTree) -> JSONTree {
        var tree = user.without(["app_metadata"]).ordered([
            "created_at", "identities", "picture", "given_name", "nickname", "email_verified", "updated_at", "user_id",
            "name", "username", "user_metadata", "email", "family_name",
        ])
        if let identities = tree["identities"]?.items {
            let order = ["profileData", "connection", "user_id", "provider", "isSocial"]
            tree["identities"] = .array(identities.map { $0.ordered(order) })
        }
        if let metadata = user["app_metadata"] { tree["app_metadata"] = metadata }
        return tree
    }

    /// `field:1` or `field:-1` of a member of the root (DOCS: none of metadata; the refusal is INFERRED).
    private static func sorting(_ call: ResourceCall) throws(Refusal) -> Sorting? {
        guard let text = call.queryText("sort"), let colon = text.lastIndex(of: ":") else { return nil }
        let member = String(text[..<colon])
        if member.hasPrefix("user_metadata") || member.hasPrefix("app_metadata") {
            throw Refusal(
                400, "Sorting by metadata fields is not supported.", "invalid_query_string", rule: "sort", .inferred)
        }
        return Sorting(member: member, descending: text[colon...] == ":-1")
    }

    /// ISSUE 2.
    private static let wall = Refusal(
        400,
        "You can only page through the first 1000 records. See "
            + "https://auth0.com/docs/users/search/v3/view-search-results-by-page#limitation",
        "invalid_paging", rule: "paging", .issue)

    /// Exactly that e-mail, as it is stored: a bare array (RECORDED 3).
    static func byEmail(_ call: ResourceCall, _ tenant: inout Tenant) throws(Refusal) -> Answer {
        guard let email = call.queryText("email") else {
            throw Refusal(
                400, "Query validation error: 'Missing required property: email'.", "invalid_query_string", .inferred)
        }
        tenant.fillTable("users")
        JobActs.runDue(call, &tenant)
        let found = call.catalogue.resource("users")?.documents(where: "email", is: email, in: tenant) ?? []
        return Answer(200, .array(found.map { Picked(call).picked($0.tree) }))
    }
}

/// `fields` and `include_fields` of lists that acts make.
struct Picked {
    private let names: [String]?
    private let includes: Bool

    init(_ call: ResourceCall) {
        let texts = call.queryTexts("fields") ?? []
        names = texts.isEmpty ? nil : texts
        includes = call.queryFlag("include_fields") ?? true
    }

    var isAll: Bool { names == nil }

    func picked(_ tree: JSONTree) -> JSONTree {
        guard let names else { return tree }
        return includes ? tree.only(names) : tree.without(names)
    }
}
