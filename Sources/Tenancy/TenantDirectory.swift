import Synchronization

/// One tenant behind its lock. Each operation is one locked call, hence atomic.
package final class TenantHandle: Sendable {
    package let name: String
    private let state: Mutex<Tenant>

    init(name: String, settings: TenantSettings) {
        self.name = name
        state = Mutex(Tenant(settings: settings))
    }

    /// Runs `body` with the tenant locked; keep it short and do no I/O in it.
    package func withTenant<Result: Sendable, Failure: Error>(
        _ body: (inout Tenant) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        try state.withLock { (tenant: inout sending Tenant) throws(Failure) -> Result in
            try body(&tenant)
        }
    }
}

/// All tenants of the program. A tenant exists from its first use and shares nothing with others.
package final class TenantDirectory: Sendable {
    /// So many tenants exist that no new one is made.
    package struct Full: Error, Equatable {
        package let countMax: Int

        package init(countMax: Int) {
            self.countMax = countMax
        }
    }

    private let settings: TenantSettings
    private let countMax: Int
    private let tenants = Mutex<[String: TenantHandle]>([:])

    package init(settings: TenantSettings, countMax: Int = 10_000) {
        self.settings = settings
        self.countMax = countMax
    }

    /// The tenant of that name, made on first use.
    ///
    /// - Parameter name: a valid name, see `isValidName`.
    package func tenant(named name: String) throws(Full) -> TenantHandle {
        let handle = tenants.withLock { tenants -> TenantHandle? in
            if let known = tenants[name] { return known }
            guard tenants.count < countMax else { return nil }
            let made = TenantHandle(name: name, settings: settings)
            tenants[name] = made
            return made
        }
        guard let handle else { throw Full(countMax: countMax) }
        return handle
    }

    /// The tenants there are, by name.
    package func list() -> [TenantHandle] {
        tenants.withLock { Array($0.values) }.sorted { $0.name < $1.name }
    }

    /// A host label: 1 to 63 of `a-z`, `0-9`, `-` and `_`, a letter or digit first.
    package static func isValidName(_ name: some StringProtocol) -> Bool {
        guard (1...63).contains(name.utf8.count), let first = name.utf8.first, first != 0x2D, first != 0x5F else {
            return false
        }
        return name.utf8.allSatisfy { byte in
            (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte == 0x2D || byte == 0x5F
        }
    }
}
