import HTTPCore
import JSON
import Resources
import Runtime
import Tenancy

/// A request that passed route, authentication and schema, on its way into an operation on modules or actions.
struct Call {
    let operation: FamilyOperation
    let tenant: TenantHandle
    /// The tenant's, as they were when the request was let in.
    let sharedSettings: Shared<TenantSettings>
    let scheme: HTTPScheme
    let authority: String
    /// The path's parameters in order, decoded.
    let parameters: [String]
    /// The query's properties, numbers already numbers; nil where there are none.
    let query: JSONValue?
    /// The checked content; `null` where there is none.
    let content: JSONValue
    let now: Instant
    /// By the back door, which leaves no trace: a read there is only a look.
    let isInside: Bool
    /// Nil where nothing is run.
    let runs: ActionRuns?

    var settings: TenantSettings {
        _read { yield sharedSettings.value }
    }

    /// What links in the answer begin with.
    var origin: String { scheme.origin(of: authority) }

    /// Runs one locked call of the domain; its refusals become errors of the service.
    func inTenant<Result: Sendable, Failure: APIErrorConvertible>(
        _ body: (inout Tenant) throws(Failure) -> Result
    ) throws(APIError) -> Result {
        do throws(Failure) {
            return try tenant.withTenant(body)
        } catch {
            throw error.apiError.named(after: error)
        }
    }

    /// The id at that place of the path.
    ///
    /// - Parameter field: how the actions service names it, should it be malformed.
    func pathID(_ index: Int, _ field: String) throws(APIError) -> UniqueID {
        guard let id = UniqueID(parameters[index]) else { throw .invalidID(field) }
        return id
    }

    func page(defaultSize: Int) -> PageRequest {
        PageRequest(index: integer("page") ?? 0, size: integer("per_page") ?? defaultSize)
    }

    private func integer(_ name: JSONKey) -> Int? {
        guard let number = query?[name]?.number else { return nil }
        return number.int ?? Int.max  // The schema lets only integers through: this one is past any end.
    }
}

extension APIError {
    /// The same, its rule named as the domain names the refusal.
    fileprivate func named(after error: some Error) -> APIError {
        var named = self
        let rule = String(String(describing: error).prefix { $0 != "(" })
        named.explanation = Explanation(rule, explanation?.evidence ?? .assumed)
        return named
    }
}

/// A refusal of the domain, which has one form on the wire.
protocol APIErrorConvertible: Error {
    var apiError: APIError { get }
}

extension Never: APIErrorConvertible {
    var apiError: APIError {
        switch self {}
    }
}
