import JSON
import Resources
import Tenancy

/// How many logged in and signed up (reference tenant-settings.md 11): counted when somebody asks, of what users say of
/// themselves and of what the log tells. So nothing need be kept for it, and it holds for what a seed brought, too. A
/// client's tokens are no logins; the service counts them elsewhere (DOCS).
enum StatsActs {
    /// Users whose last login is not older than 30 days (SPEC).
    static func activeUsers(_ call: ResourceCall, _ tenant: inout Tenant) throws(Refusal) -> Answer {
        let since = call.now + -30 * 86_400_000
        tenant.fillTable("users")
        let users = tenant.table("users")
        return .afterwards {
            var count = 0
            users.whole.forEach { user in
                if let login = time(user.tree["last_login"]), login > since { count += 1 }
                return true
            }
            return Answer(200, .int(count))
        }
    }

    /// Days on which something happened, the first of them first (SPEC).
    static func daily(_ call: ResourceCall, _ tenant: inout Tenant) throws(Refusal) -> Answer {
        let from = try bound("from", call)
        let to = try bound("to", call)
        if let from, let to, from > to {
            throw Refusal(400, "'from' date cannot be greater than 'to' date.", "invalid_query_string", .specified)
        }
        tenant.fillTable("users")
        tenant.fillTable(Logs.table)
        let (users, logs) = (tenant.table("users"), tenant.table(Logs.table))
        return .afterwards {
            let days = StatsActs.days(users, logs).filter { day in
                let date = day.key.filter(\.isNumber)
                return from.map { $0 <= date } ?? true && to.map { date <= $0 } ?? true
            }
            return Answer(200, .array(days.sorted { $0.key < $1.key }.map { tree($0.key, $0.value) }))
        }
    }

    /// - Returns: nil where the query does not say.
    private static func bound(_ name: String, _ call: ResourceCall) throws(Refusal) -> String? {
        guard let text = call.queryText(name) else { return nil }
        guard text.utf8.count == 8, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
            throw Refusal(400, "'\(name)' must be a date in the format YYYYMMDD.", "invalid_query_string", .assumed)
        }
        return text
    }

    private struct Day {
        /// What users say: of each only the last login is known.
        var logins = 0
        var signups = 0
        /// What the log tells: entries that are there, no older ones.
        var loggedLogins = 0
        var loggedSignups = 0
        var leaks = 0
        var first: Instant
        var last: Instant
    }

    /// By date, as `2026-11-30`.
    private static func days(_ users: DocumentTable, _ logs: DocumentTable) -> [String: Day] {
        var days: [String: Day] = [:]
        func note(_ value: JSONTree?, _ change: (inout Day) -> Void) {
            guard let time = time(value) else { return }
            let date = String(time.text(digits: 3).prefix(10))
            var day = days[date] ?? Day(first: time, last: time)
            day.first = min(day.first, time)
            day.last = max(day.last, time)
            change(&day)
            days[date] = day
        }
        users.whole.forEach { user in
            let tree = user.tree
            note(tree["created_at"]) { $0.signups += 1 }
            note(tree["last_login"]) { $0.logins += 1 }
            return true
        }
        logs.whole.forEach { entry in
            let tree = entry.tree
            switch tree["type"]?.string {
            case "s": note(tree["date"]) { $0.loggedLogins += 1 }
            case "ss": note(tree["date"]) { $0.loggedSignups += 1 }
            case "pwd_leak", "signup_pwd_leak", "reset_pwd_leak": note(tree["date"]) { $0.leaks += 1 }
            default: break
            }
            return true
        }
        return days
    }

    private static func time(_ value: JSONTree?) -> Instant? { value?.string.flatMap { Instant($0) } }

    /// The same event may be in both counts: the greater one has more of them.
    private static func tree(_ date: String, _ day: Day) -> JSONTree {
        [
            "date": .string(date + "T00:00:00.000Z"), "created_at": .string(day.first.text(digits: 3)),
            "leaked_passwords": .int(day.leaks), "logins": .int(max(day.logins, day.loggedLogins)),
            "signups": .int(max(day.signups, day.loggedSignups)), "updated_at": .string(day.last.text(digits: 3)),
        ]
    }
}
