package import Tenancy

/// How the ids of a resource are made (reference extensibility-and-conventions.md section 8).
package enum IDForm: Sendable {
    /// A prefix, and the base 58 digits of a random UUID.
    case base58(prefix: String)
    /// The same of a UUID that begins with the time, so that ids sort by it (RFC 9562 section 5.7).
    case timedBase58(prefix: String, digits: Int = 22)
    /// A prefix, and so many of `A-Za-z0-9`.
    case letters(prefix: String, Int)
    /// 24 hexadecimal digits, of which the first eight are the Unix second; later ones are larger.
    case objectID
    case uuid
    /// 26 digits of Crockford's base 32: time, then randomness.
    case ulid
    /// A prefix, and a number that counts up, in so many digits.
    case counter(prefix: String, digits: Int)
    /// A member of the request is the id.
    case member(String)
    /// The last part of the path is.
    case path
    /// The family's rules make it.
    case rules
}

/// Ids in their forms, from the tenant's source of ids.
package struct IDMaker {
    private let world: TenantWorld
    private let now: Instant

    package init(_ world: TenantWorld, at now: Instant) {
        self.world = world
        self.now = now
    }

    /// - Returns: nil for forms that are not made here.
    package func id(_ form: IDForm) -> String? {
        switch form {
        case .base58(let prefix): prefix + IDText.base58(world.newID())
        case .timedBase58(let prefix, let digits):
            prefix + IDText.base58(timed(world.newID()), digits: digits)
        case .letters(let prefix, let count): prefix + letters(count)
        case .objectID: objectID()
        case .uuid: world.newID().description
        case .ulid: ulid()
        case .counter, .member, .path, .rules: nil
        }
    }

    /// So many of `A-Za-z0-9`.
    package func letters(_ count: Int) -> String { IDText.digits(count, IDText.letters, words()) }

    /// So many of `A-Za-z0-9_-`, as client secrets have.
    package func secret(_ count: Int) -> String { IDText.digits(count, IDText.urlSafe, words()) }

    package func upperLetters(_ count: Int) -> String { IDText.digits(count, IDText.upper, words()) }

    /// So many lower-case hexadecimal digits.
    package func hex(_ count: Int) -> String { IDText.digits(count, IDText.hexDigits, words()) }

    /// Seconds, nanoseconds, randomness: ids of this form grow, as those of the service do from one second to the next.
    private func objectID() -> String {
        let (seconds, rest) = now.nanoseconds.quotientAndRemainder(dividingBy: 1_000_000_000)
        let random = UInt32(truncatingIfNeeded: world.newID().low)
        let parts = [UInt32(truncatingIfNeeded: seconds), UInt32(truncatingIfNeeded: rest), random].map {
            String($0, radix: 16)
        }
        return parts.map { String(repeating: "0", count: 8 - $0.count) + $0 }.joined()
    }

    private func ulid() -> String {
        let milliseconds = UInt64(now.nanoseconds / 1_000_000)
        let digits = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ".utf8)
        var text: [UInt8] = []
        for shift in stride(from: 45, through: 0, by: -5) {
            text.append(digits[Int(milliseconds >> UInt64(shift) & 31)])
        }
        return String(decoding: text, as: UTF8.self)
            + IDText.digits(16, digits, words())
    }

    private func timed(_ id: UniqueID) -> UniqueID {
        let milliseconds = UInt64(now.nanoseconds / 1_000_000) & 0xFFFF_FFFF_FFFF
        return UniqueID(high: milliseconds << 16 | 0x7000 | id.high & 0x0FFF, low: id.low)
    }

    /// Random words of 60 bits: a UUID has two, version and variant left out.
    private func words() -> () -> UInt64 {
        var spare: UInt64?
        return {
            if let word = spare {
                spare = nil
                return word
            }
            let id = world.newID()
            spare = id.low & 0x0FFF_FFFF_FFFF_FFFF
            return (id.high >> 16) << 12 | (id.high & 0xFFF)
        }
    }
}

/// Digits of ids.
package enum IDText {
    static let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789".utf8)
    static let urlSafe = letters + Array("_-".utf8)
    static let upper = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789".utf8)
    static let hexDigits = Array("0123456789abcdef".utf8)
    /// Flickr's order: digits, lower case, upper case, without `0 l I O` (RECORDED, 268 ids decoded).
    private static let base58Digits = Array("123456789abcdefghijkmnopqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ".utf8)

    /// The most significant digit first, with zeros before it where there are fewer; UUIDs of version 7 need 21 until
    /// the year 2251 (RECORDED).
    package static func base58(_ id: UniqueID, digits count: Int = 22) -> String {
        var value = UInt128(id.high) << 64 | UInt128(id.low)
        var digits: [UInt8] = []
        while digits.count < count || value > 0 {
            digits.append(base58Digits[Int(value % 58)])
            value /= 58
        }
        return String(decoding: digits.reversed(), as: UTF8.self)
    }

    /// Whether one id in base 58 is the smaller number, prefixes being the same.
    static func precedes(_ left: String, _ right: String) -> Bool {
        if left.utf8.count != right.utf8.count { return left.utf8.count < right.utf8.count }
        return left.utf8.lexicographicallyPrecedes(right.utf8) { rank($0) < rank($1) }
    }

    private static func rank(_ digit: UInt8) -> Int { base58Digits.firstIndex(of: digit) ?? -1 }

    /// So many digits of an alphabet, nine for each random word of 60 bits.
    static func digits(_ count: Int, _ alphabet: [UInt8], _ words: () -> UInt64) -> String {
        var text: [UInt8] = []
        text.reserveCapacity(count)
        var (word, left) = (0 as UInt64, 0)
        while text.count < count {
            if left == 0 { (word, left) = (words(), 9) }
            text.append(alphabet[Int(word % UInt64(alphabet.count))])
            word /= UInt64(alphabet.count)
            left -= 1
        }
        return String(decoding: text, as: UTF8.self)
    }
}
