import ArgumentParser
import Transport

/// Numbers that options may have.
enum Bounds {
    static func atLeast(_ minimum: Int, _ value: Int, _ option: String) throws -> Int {
        guard value >= minimum else { throw ValidationError("\(option) must be at least \(minimum), not \(value).") }
        return value
    }

    /// What a request may be long at most: places in it are kept in 32 bits.
    static let bytesMax = 1 << 30

    static func within(_ range: ClosedRange<Int>, _ value: Int, _ option: String) throws -> Int {
        guard range.contains(value) else {
            throw ValidationError(
                "\(option) must be from \(range.lowerBound) to \(range.upperBound), not \(value).")
        }
        return value
    }

    /// - Parameter seconds: more than 0, at most a day.
    static func milliseconds(_ seconds: Double, _ option: String) throws -> Milliseconds {
        guard seconds > 0, seconds <= 86_400 else {
            throw ValidationError("\(option) must be more than 0 and at most 86400 seconds, not \(seconds).")
        }
        return max(1, Milliseconds(seconds * 1_000))
    }
}

/// Something that is on or off.
enum Switch: String, CaseIterable, ExpressibleByArgument {
    case on, off
}
