import Ground
import Tenancy

/// Texts that look drawn at random and are the same for the same name: ids of what a new tenant has.
enum StableText {
    static let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789".utf8)
    static let hexDigits = Array("0123456789abcdef".utf8)

    static func make(_ count: Int, of alphabet: [UInt8], for name: String) -> String {
        // SplitMix64 from there.
        var state = name.stableHash
        var text: [UInt8] = []
        for _ in 0..<count {
            state &+= 0x9E37_79B9_7F4A_7C15
            var word = (state ^ state >> 30) &* 0xBF58_476D_1CE4_E5B9
            word = (word ^ word >> 27) &* 0x94D0_49BB_1331_11EB
            text.append(alphabet[Int((word ^ word >> 31) % UInt64(alphabet.count))])
        }
        return String(decoding: text, as: UTF8.self)
    }
}

extension TenantFacts {
    /// Host and port of the tenant, as clients know it.
    var domain: String {
        guard let slashes = origin.utf8.firstIndex(of: 0x2F) else { return "\(name).localhost" }
        return String(origin[origin.utf8.index(slashes, offsetBy: 2)...])
    }

    /// The identifier of the Management API: clients put `https` before the domain whatever they connect by.
    var managementAudience: String { "https://\(domain)/api/v2/" }
}
