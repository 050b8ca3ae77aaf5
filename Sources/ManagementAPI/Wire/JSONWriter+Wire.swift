import JSON
import Tenancy

/// What modules and actions have in common.
extension JSONWriter {
    /// A secret's value never leaves; this is the only form in which a secret is written.
    ///
    /// - Parameter time: writes when it was set; modules and actions differ in that.
    mutating func secrets(_ secrets: [Secret], time: (inout JSONWriter, Secret) -> Void) {
        key("secrets")
        beginArray()
        for secret in secrets {
            beginObject()
            key("name")
            string(secret.name)
            key("updated_at")
            time(&self, secret)
            endObject()
        }
        endArray()
    }

    mutating func dependencies(_ dependencies: [Dependency]) {
        key("dependencies")
        beginArray()
        for dependency in dependencies {
            beginObject()
            key("name")
            string(dependency.name)
            key("version")
            string(dependency.version)
            if let registryURL = dependency.registryURL {
                key("registry_url")
                string(registryURL)
            }
            endObject()
        }
        endArray()
    }
}

/// Ids and instants as the actions service prints them.
extension JSONWriter {
    mutating func id(_ id: UniqueID) {
        quotedASCII(upTo: 36) { id.append(to: &$0) }
    }

    /// RFC 3339 in UTC with exactly six fractional digits: modules (reference section 1, RECORDED 105 of 105).
    mutating func instant(_ instant: Instant) {
        // A new module has the same instant three times.
        quotedASCII(upTo: Instant.textBytesMax, key: instant.nanoseconds) { output in
            instant.append(isExact: false, to: &output)
        }
    }

    /// The same with nine fractional digits, trailing groups of three zeros left out: actions (actions reference
    /// section 1, RECORDED).
    mutating func preciseInstant(_ instant: Instant) {
        quotedASCII(upTo: Instant.textBytesMax) { output in
            let isExact = instant.nanoseconds % 1_000 != 0
            instant.append(isExact: isExact, to: &output)
        }
    }
}
