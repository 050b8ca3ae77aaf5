import HTTPCore
import JSON
import Tenancy

/// A control call on its way into what it does.
struct ControlCall {
    let responder: ControlResponder
    let request: HTTPRequest
    /// The path's parameters in order, decoded.
    let parameters: [String]
    /// The tenant that host or header choose.
    private let tenantName: String
    private let query: [String: String]

    init(
        _ responder: ControlResponder, _ request: HTTPRequest, _ parameters: [String], tenantName: String
    ) throws(ControlError) {
        self.responder = responder
        self.request = request
        self.parameters = parameters
        self.tenantName = tenantName
        guard let items = QueryItems(request.query)?.items else {
            throw ControlError(.badRequest, "The query is not valid percent-encoded UTF-8.")
        }
        query = Dictionary(items.map { ($0.name, $0.value) }, uniquingKeysWith: { $1 })
    }

    /// The tenants it is about: the one that `?tenant=` names, all there are for `*`, or else the one of the host. Made
    /// on first use like anywhere else, so calls that are about none do not ask.
    ///
    /// - Parameter isMade: makes it also for a call that only asks.
    /// - Throws: 404 for a call that only asks, about a tenant that its query names and that is not there: with a slip
    ///   of the pen in the name a test would read of no requests, and be content.
    func tenants(isMade: Bool = false) throws(ControlError) -> [TenantHandle] {
        let tenants = try named(isMade: isMade)
        // Where the call has found them, in case it is the first to ask for their objects.
        for tenant in tenants { tenant.isFound(at: request.scheme.origin(of: request.authority)) }
        return tenants
    }

    private func named(isMade: Bool) throws(ControlError) -> [TenantHandle] {
        if isForAll { return directory.list() }
        guard let name = query["tenant"], name != tenantName else { return [try responder.tenant(named: tenantName)] }
        let isThere = isMade || !asksOnly || directory.existingTenant(named: name) != nil
        guard isThere || !TenantDirectory.isValidName(name) else {
            throw ControlError(.notFound, "There is no tenant \(name); its first request makes it.")
        }
        return [try responder.tenant(named: name)]
    }

    private var asksOnly: Bool { request.method == .get || request.method == .head }

    /// About all tenants, those to come included.
    var isForAll: Bool { query["tenant"] == "*" }

    var directory: TenantDirectory { responder.directory }

    /// - Throws: 400 for a call that is about one tenant only.
    func oneTenant(isMade: Bool = false) throws(ControlError) -> TenantHandle {
        guard !isForAll, let tenant = try tenants(isMade: isMade).first else {
            throw ControlError(.badRequest, "This call is about one tenant; name it instead of '*'.")
        }
        return tenant
    }

    /// Empties tables of what is kept for tests to read.
    func forget(_ tables: [String]) throws(ControlError) -> HTTPResponse {
        for tenant in try tenants() {
            tenant.withTenant { tenant in
                for table in tables { tenant.withTable(table) { $0 = DocumentTable() } }
            }
        }
        return ControlResponse.empty
    }

    /// The value of a query's item.
    subscript(item name: String) -> String? { query[name] }

    /// Whether an item of the query is there and not `false`.
    func isSet(_ name: String) -> Bool {
        query[name].map { $0 != "false" } ?? false
    }

    /// The content as a JSON object.
    func object() throws(ControlError) -> JSONValue {
        let value = try ControlCall.json(request.body)
        guard value.kind == .object else { throw ControlError(.badRequest, "The content must be a JSON object.") }
        return value
    }

    static func json(_ body: [UInt8]) throws(ControlError) -> JSONValue {
        do throws(JSONSyntaxError) {
            return try JSONParser.parse(body)
        } catch {
            throw ControlError(.badRequest, "The content is not JSON: \(error).")
        }
    }
}

/// One control call as data: where it is, what it is for, what it does.
struct ControlOperation: Sendable {
    let method: HTTPMethod
    let path: String
    /// For the table in Reference/ControlCalls and the OpenAPI document.
    let summary: String
    let perform: @Sendable (ControlCall) throws(ControlError) -> HTTPResponse

    init(
        _ method: HTTPMethod, _ path: String, _ summary: String,
        perform: @escaping @Sendable (ControlCall) throws(ControlError) -> HTTPResponse
    ) {
        self.method = method
        self.path = path
        self.summary = summary
        self.perform = perform
    }
}
