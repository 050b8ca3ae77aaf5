/// The fidelity switches: where sources disagree, the default is what was recorded.
package struct TenantSettings: Equatable, Sendable {
    /// Which module names are accepted (reference 3.2, "name rule").
    package enum NameRule: String, CaseIterable, Sendable {
        /// Whatever the schema allows (RECORDED, February 2026).
        case any
        /// `^[a-z0-9][a-z0-9_-]*$` (CLIENT, auth0-cli of August 2026).
        case slug
    }

    /// What a PATCH answer prints as `updated_at` (reference 2.5).
    package enum PatchEcho: String, CaseIterable, Sendable {
        /// The module's `created_at`, as RECORDED.
        case createdAt = "created-at"
        /// The time of the PATCH.
        case updatedAt = "updated-at"
    }

    /// What a rollback to the content the draft already has answers (reference 3.9).
    package enum RollbackToCurrent: String, CaseIterable, Sendable {
        /// 409 (SPEC).
        case conflict
        /// 200 (CLIENT, auth0-cli's integration test).
        case ok
    }

    /// What the verification of a custom domain comes to (tenant-settings.md 8).
    package enum DomainVerification: String, CaseIterable, Sendable {
        /// The domain's name was not set up: it stays pending, as RECORDED.
        case pending
        /// It was, and the certificate is there.
        case ready
    }

    /// Which objects are there before anybody makes one.
    package enum TenantObjects: String, CaseIterable, Sendable {
        /// Those of a new tenant: a first client and a database beside what the service owns.
        case new
        /// Only what the service owns and nobody can delete, such as the Management API.
        case none
    }

    package var tenantObjects = TenantObjects.new
    package var domainVerification = DomainVerification.pending
    package var nameRule = NameRule.any
    package var patchEcho = PatchEcho.createdAt
    package var rollbackToCurrent = RollbackToCurrent.conflict
    /// The day whose default runtimes actions get; nil for those of now (actions reference 3.10).
    package var asOf: Day?
    package var limits = CountLimits()
    package var build = BuildSettings()
    package var authentication = Authentication.lax
    package var ratePlan = RatePlan.off
    /// The tenant has Actions Modules; without them their calls answer 403 (reference section 6, RECORDED).
    package var hasModules = true
    /// The tenant has the beta of experimentation, as few have; without it its calls answer 403.
    package var hasExperimentation = false
    /// Refusals say in a field which rule they are of, and how we know of it.
    package var showsEvidence = false
    /// Milliseconds for which a search of users does not see a change, as where an index follows what is stored.
    package var searchDelay: Int64 = 0
    /// The tenant's log tells of changes and of tokens.
    package var logsChanges = false
    /// What answers 403, whoever asks for it.
    package var guards: [RequestGuard] = []
    /// Network ACLs do what they say; else they are only kept.
    package var enforcesNetworkACLs = true
    /// Metadata documents of clients, as JSON by their addresses: those that could be fetched. Nil: what an address
    /// tells stands for its document.
    package var clientDocuments: [String: [UInt8]]?
    /// Who may fetch tokens; empty: everybody.
    package var clients: [RegisteredClient] = []
    /// APIs beside the Management API that tokens may be for.
    package var apis: [RegisteredAPI] = []

    package init() {}

    /// Calls that would change something answer 403: one guard, with a switch of its own.
    package var isReadOnly: Bool {
        get { guards.contains(.readOnly) }
        set {
            guards.removeAll { $0 == .readOnly }
            if newValue { guards.insert(.readOnly, at: 0) }
        }
    }
}

/// Who gets in.
package enum Authentication: String, CaseIterable, Sendable {
    /// Any bearer token.
    case lax
    /// Our own tokens, for what their scopes allow.
    case strict
}

/// A program that may fetch tokens.
package struct RegisteredClient: Equatable, Sendable {
    package let id: String
    /// Nil for a client that comes with assertions only.
    package var secret: SecretValue?
    /// Public keys as PEM texts, which verify its assertions; without any an assertion is as good as none.
    package var keys: [[UInt8]] = []
    /// What it is granted of the Management API; nil: everything.
    package let scopes: [String]?

    package init(id: String, secret: SecretValue?, scopes: [String]? = nil) {
        self.id = id
        self.secret = secret
        self.scopes = scopes
    }
}

/// An API of the tenant's own, by which tokens for it are known.
package struct RegisteredAPI: Equatable, Sendable {
    /// What tokens for it name, exactly.
    package let audience: String
    /// What every token for it is good for.
    package let scopes: [String]

    package init(audience: String, scopes: [String] = []) {
        self.audience = audience
        self.scopes = scopes
    }
}

/// How the builds of actions go (actions reference 3.6): reads or time end them, whichever comes first.
package struct BuildSettings: Equatable, Sendable {
    package enum Outcome: String, CaseIterable, Sendable {
        case built, failed
    }

    /// Reads since the change that end a build; nil: none do.
    package private(set) var reads: Int? = 1
    /// Time since the change that ends a build, read or not; nil: none does. 300 RECORDED.
    package private(set) var milliseconds: Int64? = 300
    package var outcome = Outcome.built

    package init() {}

    /// Sets what ends builds; of the two, what is not named no longer does.
    package mutating func end(afterReads reads: Int?, milliseconds: Int64?) {
        self.reads = reads
        self.milliseconds = milliseconds
    }

    /// Whether the build of a content is over.
    ///
    /// What has dependencies is still `building` at the first read (RECORDED, 36 of 36), what has none is `built`
    /// (RECORDED, 53 of 53); that it takes twice the time is assumed.
    ///
    /// - Parameters:
    ///   - seen: reads since the change.
    ///   - start: when it changed.
    func isOver(_ content: ActionContent, seen: Int, since start: Instant, at now: Instant) -> Bool {
        let hasDependencies = !content.dependencies.isEmpty
        if let reads, seen >= (hasDependencies ? max(reads, 2) : reads) { return true }
        return milliseconds.map { now >= start + (hasDependencies ? 2 * $0 : $0) } ?? false
    }
}

/// The service's count limits (reference section 5); nil lifts one.
package struct CountLimits: Equatable, Sendable {
    package var modules: Int? = 100
    package var versions: Int? = 50
    package var secrets: Int? = 30
    package var dependencies: Int? = 10
    package var actions: Int? = 100
    package var actionVersions: Int? = 50
    package var modulesPerAction: Int? = 3
    package var actionsPerTrigger: Int? = 20

    package init() {}

    /// No limit at all, for load tests.
    package static let off: CountLimits = {
        var limits = CountLimits()
        for limit in named { limits[keyPath: limit.value] = nil }
        return limits
    }()

    /// Each limit under the name that people know it by.
    private static let named: KeyValuePairs<String, any WritableKeyPath<CountLimits, Int?> & Sendable> = [
        "modules": \.modules, "versions": \.versions, "secrets": \.secrets, "dependencies": \.dependencies,
        "actions": \.actions, "action-versions": \.actionVersions, "modules-per-action": \.modulesPerAction,
        "actions-per-trigger": \.actionsPerTrigger,
    ]

    package static let names = named.map(\.key)

    /// Sets one limit by its name.
    ///
    /// - Returns: false when no limit has that name.
    package mutating func set(_ name: String, to value: Int?) -> Bool {
        guard let limit = CountLimits.named.first(where: { $0.key == name }) else { return false }
        self[keyPath: limit.value] = value
        return true
    }

    /// One limit by its name; nil when it is lifted or no limit has that name.
    package func value(of name: String) -> Int? {
        CountLimits.named.first { $0.key == name }.flatMap { self[keyPath: $0.value] }
    }
}
