import HTTPCore
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
        write(instant) { output, fraction in output.appendMicroseconds(fraction / 1_000) }
    }

    /// The same with nine fractional digits, trailing groups of three zeros left out: actions (actions reference
    /// section 1, RECORDED).
    mutating func preciseInstant(_ instant: Instant) {
        write(instant) { output, fraction in
            output.appendMicroseconds(fraction / 1_000)
            guard fraction % 1_000 != 0 else { return }
            output.append(0x30 &+ UInt8(truncatingIfNeeded: fraction / 100 % 10))
            output.appendPair(fraction % 100)
        }
    }

    /// - Parameter fraction: appends the digits behind the point; it is given nanoseconds.
    @inline(__always)
    private mutating func write(_ instant: Instant, fraction: (inout OutputSpan<UInt8>, Int) -> Void) {
        let (seconds, nanoseconds) = instant.nanoseconds.quotientAndRemainder(dividingBy: 1_000_000_000)
        let time = CivilTime(unixSeconds: seconds)
        quotedASCII(upTo: 30) { output in
            output.appendPair(time.year / 100)
            output.appendPair(time.year % 100)
            output.append(0x2D)
            output.appendPair(time.month)
            output.append(0x2D)
            output.appendPair(time.day)
            output.append(0x54)
            output.appendPair(time.hour)
            output.append(0x3A)
            output.appendPair(time.minute)
            output.append(0x3A)
            output.appendPair(time.second)
            output.append(0x2E)
            fraction(&output, Int(max(0, nanoseconds)))
            output.append(0x5A)
        }
    }
}

extension OutputSpan<UInt8> {
    @inline(__always)
    fileprivate mutating func appendMicroseconds(_ value: Int) {
        let high = value / 100
        appendPair(high / 100)
        appendPair(high % 100)
        appendPair(value % 100)
    }

    /// Two decimal digits of a number from 0 to 99; years count from 0 to 9999.
    @inline(__always)
    fileprivate mutating func appendPair(_ value: Int) {
        let number = UInt32(truncatingIfNeeded: value)
        let tens = number / 10
        append(0x30 &+ UInt8(truncatingIfNeeded: tens))
        append(0x30 &+ UInt8(truncatingIfNeeded: number &- tens &* 10))
    }
}
