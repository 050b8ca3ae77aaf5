import JSON
import Resources
import Tenancy

/// Imports, exports and mails that run behind the request (reference users-organizations.md section 14). A job runs
/// when it is first asked about, or a second after it was made as soon as users are listed.
enum JobActs {
    static func read(_ call: ResourceCall, _ tenant: inout Tenant) throws(Refusal) -> Answer {
        Answer(200, try finished(call, &tenant).text)
    }

    static func errors(_ call: ResourceCall, _ tenant: inout Tenant) throws(Refusal) -> Answer {
        let job = try finished(call, &tenant)
        if job.tree["status"] == "failed", job.tree["type"] == "users_import" { return Answer(200, job.text) }
        let errors = job.sealedTree["errors"] ?? []
        return errors.items?.isEmpty ?? true ? Answer(204) : Answer(200, errors)
    }

    private static func finished(_ call: ResourceCall, _ tenant: inout Tenant) throws(Refusal) -> Document {
        guard let jobs = call.catalogue.resource("jobs") else { throw .notFound }
        let job = try jobs.document(call, &tenant)
        run(job, jobs, call, &tenant)
        return tenant.table("jobs").document(job.id) ?? job
    }

    /// Runs what has waited for a second, before users are listed.
    static func runDue(_ call: ResourceCall, _ tenant: inout Tenant) {
        guard tenant.table("jobs").count > 0, let jobs = call.catalogue.resource("jobs") else { return }
        let due = call.now + -1_000
        for job in jobs.documents(where: "status", is: "pending", in: tenant) where job.createdAt <= due {
            run(job, jobs, call, &tenant)
        }
    }

    private static func run(_ job: Document, _ jobs: Resource, _ call: ResourceCall, _ tenant: inout Tenant) {
        var tree = job.tree
        guard tree["status"] == "pending" else { return }
        var sealed = JSONTree.emptyObject
        tree["status"] = "completed"
        switch tree["type"]?.string {
        case "users_import":
            let result = UserImport(job, call).run(&tenant)
            tree.merge(result.shown, .shallow)
            if !result.errors.isEmpty { sealed["errors"] = .array(result.errors) }
        case "users_export":
            let format = tree["format"]?.string ?? "csv"
            tree["location"] = .string("\(call.origin)\(UserExports.path)\(job.id).\(format).gz")
        default:
            // RECORDED 1, RECORDED+ 2; that this is the cause is INFERRED.
            let user = tenant.table("users").document(job.sealedTree["user_id"]?.string ?? "")
            if user?.tree["email_verified"]?.bool ?? true { tree["status"] = "failed" }
        }
        let done = Document(
            id: job.id, text: jobs.arranged(tree).bytes, sealed: sealed.members?.isEmpty ?? true ? [] : sealed.bytes,
            createdAt: job.createdAt)
        tenant.withTable("jobs") { _ = $0.replace(done) }
    }

    // MARK: - Making jobs

    static func importUsers(_ call: ResourceCall, _ tenant: inout Tenant) throws(Refusal) -> Answer {
        runDue(call, &tenant)
        let body = Array((call.body?.string ?? "").utf8)
        guard let form = MultipartForm(body) else {
            throw .body("Payload validation error: 'Missing required property: users'.", .inferred)
        }
        for name in ["users", "connection_id"] where form[name] == nil { throw .missing(name) }
        guard form.parts["users"]?.count ?? 0 <= 512_000 else {
            throw Refusal(413, "Payload content length greater than maximum allowed: 512000", .specified)
        }
        tenant.fillTable("connections")
        let connection = try database(form["connection_id"] ?? "", call, tenant)
        let pending = call.catalogue.resource("jobs")?.documents(where: "status", is: "pending", in: tenant) ?? []
        guard pending.count(where: { $0.tree["type"] == "users_import" }) < 2 else {
            throw Refusal(
                429, "There are 2 active import users jobs, please wait until some of them are finished and try again",
                "too_many_imports", rule: "limit", .specified)
        }
        var job: JSONTree = [
            "type": "users_import", "status": "pending", "connection_id": .string(connection.id),
            "connection": .string(connection.name), "file": .string(form["users"] ?? ""),
            "upsert": .bool(form["upsert"] == "true"),
        ]
        if let id = form["external_id"], !id.isEmpty { job["external_id"] = .string(id) }
        return Answer(202, try add(job, call, &tenant))
    }

    private static func database(
        _ id: String, _ call: ResourceCall, _ tenant: Tenant
    ) throws(Refusal) -> UserConnection {
        guard let connection = UserConnection.identified(id, call, tenant) else { throw .unknownConnection }
        guard connection.isDatabase else {
            throw Refusal(
                400, "Users can only be imported into a database connection.", "invalid_body", rule: "body", .inferred)
        }
        return connection
    }

    static func exportUsers(_ call: ResourceCall, _ tenant: inout Tenant) throws(Refusal) -> Answer {
        var job: JSONTree = ["type": "users_export", "status": "pending"]
        for member in ["connection_id", "limit", "fields"] { job[member] = call.body?[member] }
        job["format"] = call.body?["format"] ?? "csv"
        if let id = call.body?["connection_id"]?.string {
            tenant.fillTable("connections")
            guard let connection = UserConnection.identified(id, call, tenant) else { throw .unknownConnection }
            job["connection"] = .string(connection.name)
        }
        return Answer(200, try add(job, call, &tenant))
    }

    static func sendVerification(_ call: ResourceCall, _ tenant: inout Tenant) throws(Refusal) -> Answer {
        let id = call.body?["user_id"]?.string ?? ""
        let user = try UserActs.user(call.with(parameters: [id]), &tenant)
        let tree = user.tree
        if let email = tree["email"]?.string, tree["email_verified"]?.bool == false {
            UserMail.verification(of: id, email, call, &tenant)
        }
        let job: JSONTree = ["type": "verification_email", "status": "pending", "user_id": .string(id)]
        return Answer(201, try add(job, call, &tenant))
    }

    private static func add(_ job: JSONTree, _ call: ResourceCall, _ tenant: inout Tenant) throws(Refusal) -> [UInt8] {
        guard let jobs = call.catalogue.resource("jobs") else { throw .notFound }
        return try jobs.insert(call.with(parameters: [], body: job), .create, &tenant).text
    }
}
